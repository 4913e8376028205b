"""A report says in every form how to make it again."""

from __future__ import annotations

import pytest

from desktop.figures.wording import language
from desktop.reports.briefing.document import briefing
from desktop.reports.markdown import markdown
from desktop.reports.preview.page import preview
from desktop.reports.slides.presentation import slides
from desktop.reports.stamped import stamp_of

FORMS = {
    "docx": briefing,
    "pptx": slides,
    "md": lambda report, lang: markdown(report, lang).encode(),
    "html": lambda report, lang: preview(report, lang).html().encode(),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_stamp_is_found_again(report, form):
    assert stamp_of(FORMS[form](report, language(report.language))) == report.stamp


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"%PDF-1.4", b"\xff\xfe letter"])
def test_what_is_no_report_has_none(content):
    assert stamp_of(content) is None
