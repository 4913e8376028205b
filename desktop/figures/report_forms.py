"""The forms that a report goes out in, told by the name of its file."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path

from desktop.figures.finding import Finding, Refused, Severity


class ReportForm(StrEnum):
    """A form, by the ending of its files."""

    WORKBOOK = ".xlsx"
    BRIEFING = ".docx"
    SLIDES = ".pptx"
    PDF = ".pdf"
    MARKDOWN = ".md"
    PREVIEW = ".html"


def form_of(out: Path) -> ReportForm:
    """Give the form that a file's name asks for; raises `Refused` where it is none."""
    try:
        return ReportForm(out.suffix.lower())
    except ValueError as error:
        raise Refused(
            Finding(
                Severity.ERROR, "no_report_form", about=str(out), expected=", ".join(ReportForm)
            )
        ) from error
