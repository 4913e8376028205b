"""Numbers, dates and months as officials write them, and a language catalogue without holes."""

import io
import string
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.finding import Finding, Severity
from desktop.figures.finding_texts import TEXTS, remedy, sentence
from desktop.figures.month import Month
from desktop.figures.places import resource
from desktop.figures.wording import LANGUAGES, Language, language

ROOT = Path(__file__).parents[2]
KEYWORDS = {"_": None, "N_": None, "say": None, "plural": (1, 2)}
CATALOGUE = resource("translations", "vi", "LC_MESSAGES", "export_tracker.po")


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
    assert float(plain) == pytest.approx(amount, abs=0.5000001 * 10**-decimals)


def test_dates_and_months():
    assert language("vi").date(date(2025, 7, 6)) == "06/07/2025"
    assert language("en").date(date(2025, 7, 6)) == "6 Jul 2025"
    assert language("vi").month(Month(2025, 6)) == "tháng\u00a06/2025"
    assert language("en").month(Month(2025, 6)) == "June 2025"
    assert [language(c).month_tick(6) for c in LANGUAGES] == ["T6", "Jun"]


def test_a_language_that_is_neither_is_refused():
    with pytest.raises(ValueError, match="fr"):
        Language("fr")


def _shown():
    found = extract_from_dir(
        str(ROOT / "desktop"), method_map=[("**.py", "python")], keywords=KEYWORDS
    )
    return {message for _, _, message, _, _ in found if message}


def _blanks(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_vietnamese_is_complete_and_keeps_the_blanks():
    catalogue = read_po(io.BytesIO(CATALOGUE.read_bytes()), locale="vi")
    for shown in _shown():
        key = shown if isinstance(shown, str) else shown[0]
        entry = catalogue.get(key)
        assert entry is not None, f"not in vi.po: {key}"
        assert not entry.fuzzy, key
        translations = [entry.string] if isinstance(entry.string, str) else entry.string
        sources = [key] if isinstance(shown, str) else list(shown)
        allowed = set().union(*map(_blanks, sources))
        for text in translations:
            assert text, f"no Vietnamese for: {key}"
            assert _blanks(text) <= allowed, key


def test_the_compiled_catalogue_is_that_of_the_source():
    source = read_po(io.BytesIO(CATALOGUE.read_bytes()), locale="vi")
    compiled = io.BytesIO()
    write_mo(compiled, source)
    assert CATALOGUE.with_suffix(".mo").read_bytes() == compiled.getvalue()


@pytest.mark.parametrize("code", sorted(TEXTS))
@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_finding_is_a_sentence_with_a_remedy(code, spoken):
    finding = Finding(Severity.ERROR, code, "XK", "D9", "found", "expected", "about")
    for text in (sentence(finding, language(spoken)), remedy(finding, language(spoken))):
        assert text.endswith((".", "?"))
        assert "{" not in text
