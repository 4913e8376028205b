"""Months within the sentences of findings read as elsewhere; names of files and quotes stay."""

from __future__ import annotations

import pytest

from desktop.figures.finding import Finding, Severity
from desktop.figures.finding_texts import in_words, sentence
from desktop.figures.numbers_told import months_told
from desktop.figures.wording import NO_BREAK, language

EN, VI = language("en"), language("vi")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("2025-05", "May 2025"),
        ("2025-05, 2025-07", "May 2025, July 2025"),
        ("export · Total · 2025-05", "export · Total · May 2025"),
        ("export (2025-01..2025-12)", "export (January to December 2025)"),
        ("2025-05..2025-05", "May 2025"),
        ("2025-13", "2025-13"),
        ("2025-05-06", "2025-05-06"),
        ("02-Bieu-2025-05.xlsx", "02-Bieu-2025-05.xlsx"),
        ("2025-05.xlsx", "2025-05.xlsx"),
        ("Exports 2025-06 (2).docx", "Exports 2025-06 (2).docx"),
        ("2,025-05", "2,025-05"),
        ("", ""),
    ],
)
def test_a_month_by_itself_is_told_as_the_language_writes_it(text, told):
    assert months_told(text, EN) == told


def test_a_finding_names_its_months_in_words():
    found = Finding(Severity.ERROR, "wrong_month", "14. XK", "A1", "2025-05", "2025-06", "b.xlsx")
    assert "is about May 2025, but the rest of its table about June 2025" in sentence(found, EN)
    assert f"tháng{NO_BREAK}5/2025" in sentence(found, VI)
    assert "2025-05" not in in_words(found, VI)


def test_what_is_quoted_stands_as_it_was_printed():
    found = Finding(Severity.WARNING, "list_row_unread", "S", "A4", "2025-05")
    assert "“2025-05”" in sentence(found, EN)
