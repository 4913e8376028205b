"""A province that is another since July 2025 is asked about, with both names."""

from datetime import date

import pytest

from desktop.figures.finding_texts import sentence
from desktop.figures.merged_provinces import merger_doubt
from desktop.figures.month import Month
from desktop.figures.wording import LANGUAGES, language

BEFORE, AFTER = Month(2025, 6), Month(2025, 12)
EARLY, LATE = date(2025, 1, 8), date(2025, 7, 1)


@pytest.mark.parametrize(
    ("typed", "last", "issued", "code"),
    [
        ("Bắc Giang", AFTER, None, "province_merged"),
        ("bac giang", AFTER, LATE, "province_merged"),
        ("Bắc Giang", BEFORE, None, None),
        ("Bắc Ninh", AFTER, None, None),
        ("Bắc Ninh", AFTER, LATE, None),
        ("Bắc Ninh", AFTER, EARLY, "province_grown"),
        ("Hải Phòng", AFTER, EARLY, "province_grown"),
        ("Nghệ An", AFTER, EARLY, None),
        ("Atlantis", AFTER, EARLY, None),
    ],
)
def test_a_doubt_where_the_unit_is_another(typed, last, issued, code):
    found = merger_doubt(typed, last, issued)
    assert (found and found.code) == code


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_both_names_and_the_day_are_said(spoken):
    doubt = merger_doubt("Bắc Giang", AFTER)
    said = sentence(doubt, language(spoken))
    assert "Bắc Giang" in said
    assert "Bắc Ninh" in said
    assert ("1 July 2025" if spoken == "en" else "01/07/2025") in said
