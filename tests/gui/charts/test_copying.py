"""Numbers on the clipboard stay numbers, in either language."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.wording import language
from desktop.gui.parts.copying import number_of, on_clipboard
from desktop.gui.parts.grid import Cell, Grid

GRIDS = {
    "vi": Grid(("Tháng", "tỷ USD", "%"), ((Cell("tháng 6/2025"), Cell("1.219,83"), Cell("−1,3%")),
                                          (Cell("tháng 7/2025"), Cell("–"), Cell("+14,4%")))),
    "en": Grid(("Month", "bn USD", "%"), ((Cell("June 2025"), Cell("1,219.83"), Cell("−1.3%")),
                                          (Cell("July 2025"), Cell("–"), Cell("+14.4%")))),
}  # fmt: skip


class Cells(HTMLParser):
    """The attributes of every cell."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "td":
            self.found.append(dict(attrs))


@pytest.mark.parametrize("code", ["vi", "en"])
def test_html_carries_the_values_and_text_the_language_s_own(code):
    made = on_clipboard(GRIDS[code], range(2), language(code))
    cells = Cells(made.html()).found
    assert [cell.get("x:num") for cell in cells] == [None, "1219.83", "-0.013", None, None, "0.144"]
    assert cells[1]["sdval"] == "1219.83"
    assert "0.0%" in cells[2]["style"]
    point = "," if code == "vi" else "."
    lines = [line.split("\t") for line in made.text().split("\n")]
    assert lines[1][1:] == [f"1219{point}83", f"-1{point}3%"]
    assert lines[2][1:] == ["", f"14{point}4%"]


def test_words_are_pasted_as_words():
    """A month is no date, and what a sender wrote is no formula."""
    grid = Grid(("Month", "Item"), ((Cell("June 2025"), Cell("=1+1")),))
    cells = Cells(on_clipboard(grid, range(1), language("en")).html()).found
    assert [(cell["style"], cell["sdnum"]) for cell in cells] == [
        ('mso-number-format:"\\@"', "1033;0;@")
    ] * 2


@given(st.floats(-1e9, 1e9), st.integers(0, 3), st.sampled_from(["vi", "en"]), st.booleans())
def test_what_the_language_writes_is_read_back(amount, decimals, code, signed):
    lang = language(code)
    found = number_of(lang.number(amount, decimals, sign=signed), lang)
    assert found is not None
    assert found == (pytest.approx(round(amount, decimals), abs=10**-decimals), decimals)


@pytest.mark.parametrize("text", ["tháng 6/2025", "456–483", "T6", "", "2024 −", "1.2.3x"])
def test_words_are_no_numbers(text):
    assert number_of(text, language("vi")) is None


COPIES = """
from PySide6.QtCore import QMimeData
from desktop.gui.parts.copying import copy_out
from desktop.gui.screen import application
kept = application()
made = QMimeData()
made.setText("1")
copy_out(made)
"""


def test_a_program_that_copied_ends_as_any_other():
    """Qt destroys what its own clipboard holds after Python has ended."""
    ended = subprocess.run([sys.executable, "-c", COPIES], check=False)
    assert ended.returncode == 0
