"""A summary goes out: sentences and Excel. The only rooms that write documents (floor 2)."""

from desktop.reports.prose.sentences import sentences
from desktop.reports.workbook.summary import write_summary
from desktop.reports.workbook.target_form import write_target_form

__all__ = ["sentences", "write_summary", "write_target_form"]
