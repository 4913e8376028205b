"""A report in the form that is asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.figures.report_forms import ReportForm

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.figures.paper import Paper
    from desktop.figures.wording import Language
    from desktop.reports.briefing.own import OwnDocument
    from desktop.reports.content.report import Report

    Paint = Callable[[Paper], bytes]
    """Paints a report on the sheets of a PDF; whoever has a painter brings it."""


def rendered(
    report: Report, form: ReportForm, language: Language, own: OwnDocument | None, paint: Paint
) -> bytes:
    """Give a report as a file's content; the libraries of a form are fetched where it is asked for.

    `own` is the office's Word document whose page and styles a briefing takes. Raises `Refused`
    where that is none.
    """
    if form is ReportForm.BRIEFING:
        from desktop.reports.briefing.document import briefing  # noqa: PLC0415 - slow to import

        return briefing(report, language, own)
    if form is ReportForm.SLIDES:
        from desktop.reports.slides.presentation import slides  # noqa: PLC0415 - as above

        return slides(report, language)
    if form is ReportForm.MARKDOWN:
        from desktop.reports.markdown import markdown  # noqa: PLC0415 - as above

        return markdown(report, language).encode()
    from desktop.reports.preview.page import preview  # noqa: PLC0415 - as above

    paper = preview(report, language)
    return paint(paper) if form is ReportForm.PDF else paper.html().encode()
