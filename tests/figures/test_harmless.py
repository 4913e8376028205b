"""What a file's name or cell may hold beside letters steers no terminal and turns no line."""

import pytest

from desktop.figures.finding import Finding, Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.harmless import harmless, in_short, on_one_line
from desktop.figures.wording import LANGUAGES, language

STEERING = ["\x1b[2J", "\x1b]0;title\x07", "\x9b31m", "\b\b", "\r", "\x00", "\u202egnp", "\u2066"]


@pytest.mark.parametrize("text", ["Cà phê (1.000 tấn)", "405,5\u00a0tỷ", "so\u00adft", "a\tb\nc"])
def test_what_is_written_stays(text):
    assert harmless(text) == text


@pytest.mark.parametrize("sign", STEERING)
def test_what_would_be_obeyed_is_marked(sign):
    shown = harmless(f"T6{sign}.xlsx")
    assert shown.isprintable()
    assert shown.startswith("T6\ufffd")
    assert shown.endswith(".xlsx")


@pytest.mark.parametrize("code", LANGUAGES)
@pytest.mark.parametrize("sign", STEERING)
def test_no_sentence_holds_it(sign, code):
    found = Finding(Severity.ERROR, "not_a_number", "XK", "D9", f"1{sign}2", about=f"Gạo{sign}")
    told = sentence(found, language(code)) + remedy(found, language(code))
    assert harmless(told) == told
    assert "\ufffd" in told


def test_a_name_of_several_lines_is_shown_on_one():
    assert on_one_line("tháng 6\nnăm\x1b 2025.xlsx") == "tháng 6 năm\ufffd 2025.xlsx"


def test_a_long_text_is_cut_and_says_so():
    assert in_short("Cà phê", 6) == "Cà phê"
    assert in_short("Cà phê Robusta", 8) == "Cà phê…"
