"""Numbers, dates and months as officials write them, and a language catalogue without holes."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.finding import Finding, Severity
from desktop.figures.finding_texts import TEXTS, remedy, sentence
from desktop.figures.month import Month
from desktop.figures.wording import LANGUAGES, Language, language

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    ("code", "written"), [("vi", "405.531,7"), ("en", "405,531.7")], ids=LANGUAGES
)
def test_separators_by_language(code, written):
    assert language(code).number(405_531.74, 1) == written


def test_signs_are_true_minus_and_zero_has_none():
    vi = language("vi")
    assert vi.percent(-0.0397, 2) == "\u22123,97%"
    assert vi.percent(0.144, sign=True) == "+14,4%"
    assert vi.percent(-0.0001, sign=True) == "0,0%"


@given(st.floats(-1e12, 1e12), st.integers(0, 3))
def test_a_written_number_reads_back(amount, decimals):
    written = language("vi").number(amount, decimals)
    plain = written.replace(".", "").replace(",", ".").replace("\u2212", "-")
    assert float(plain) == pytest.approx(amount, abs=0.501 * 10**-decimals + abs(amount) * 2**-51)


def test_dates_and_months():
    assert language("vi").date(date(2025, 7, 6)) == "06/07/2025"
    assert language("en").date(date(2025, 7, 6)) == "6 Jul 2025"
    assert language("vi").month(Month(2025, 6)) == "tháng\u00a06/2025"
    assert language("en").month(Month(2025, 6)) == "June 2025"
    assert [language(c).month_tick(6) for c in LANGUAGES] == ["T6", "Jun"]


def test_months_that_follow_each_other_are_told_as_one_span():
    month = Month.parse
    gaps = [month("2025-11"), *(month("2026-01") + n for n in range(3)), month("2026-05")]
    assert language("en").months(gaps) == ["November 2025", "January to March 2026", "May 2026"]
    over_new_year = [month("2025-11") + n for n in range(3)]
    assert language("vi").months(over_new_year) == ["tháng\u00a011/2025 đến tháng\u00a01/2026"]


def test_a_language_that_is_neither_is_refused():
    with pytest.raises(ValueError, match="fr"):
        Language("fr")


@pytest.mark.slow  # `make check` asks the same of the same tool
def test_vietnamese_is_complete_keeps_the_blanks_and_is_compiled():
    checked = subprocess.run(
        [sys.executable, ROOT / "resources" / "translations" / "catalogue.py", "check"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (checked.returncode, checked.stderr) == (0, "")


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_finding_is_a_sentence_with_a_remedy(spoken):
    lang = language(spoken)
    found = [Finding(Severity.ERROR, c, "XK", "D9", "found", "expected", "about") for c in TEXTS]
    told = [told(finding, lang) for told in (sentence, remedy) for finding in found]
    assert [text for text in told if not text.endswith((".", "?")) or "{" in text] == []
