"""A summary goes out: sentences and Excel. The only rooms that write documents (floor 2)."""

from desktop.reports.prose.sentences import sentences
from desktop.reports.workbook.summary import write_summary

__all__ = ["sentences", "write_summary"]
