"""What documents are made of, and the making of each; its libraries come only where it is made.

Whoever asks may stand in another process than the one that makes: what passes is frozen content.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from desktop.figures.progress import Progress
    from desktop.figures.report_forms import ReportForm
    from desktop.figures.wording import Language
    from desktop.reports.briefing.own import OwnDocument
    from desktop.reports.content.report import Report
    from desktop.reports.rendering import Paint
    from desktop.reports.workbook.asked import Summary


def make_workbook(summary: Summary, file: Path, progress: Progress) -> None:
    """Write a summary into a file of its own; raises `OSError`, and what `progress` raises."""
    from desktop.reports.workbook.summary import make  # noqa: PLC0415 - slow to import

    make(summary, file, progress)


def make_document(
    report: Report,
    form: ReportForm,
    language: Language,
    own: OwnDocument | None,
    paint: Paint,
    progress: Progress,
) -> bytes:
    """Give a report in a form, as a file's content; see `rendering.rendered`."""
    from desktop.reports.rendering import rendered  # noqa: PLC0415 - as above

    progress(0, 1, "")
    return rendered(report, form, language, own, paint)


def make_ready(_progress: Progress) -> None:
    """Fetch every library that writes, so that the first document waits for none."""
    from desktop.reports.briefing import document  # noqa: F401, PLC0415 - to be there
    from desktop.reports.preview import page  # noqa: F401, PLC0415 - as above
    from desktop.reports.slides import presentation  # noqa: F401, PLC0415 - as above
    from desktop.reports.workbook import summary  # noqa: F401, PLC0415 - as above
