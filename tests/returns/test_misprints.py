"""A cell that the other figures of its file contradict: named, with what it must be."""

from __future__ import annotations

import pytest

from desktop.figures.directions import CellAnswer, Directions
from desktop.figures.reading import Ask
from desktop.returns import read_return
from desktop.returns.reconciling import reconciled
from tests.returns.made import monthly_sheet

HEADS = (
    ("Thực hiện", "tháng 1", "năm 2025"),
    ("Ước tính", "tháng 2", "năm 2025"),
    ("Ước tính", "2 tháng", "năm 2025"),
)
"""January, February, and both together, as a February book prints them."""


def book(coffee=(756.8, 964.3, 1721.1), fdi=(1700.0, 1600.0, 3300.0)):
    """Rows of a February book."""
    both = ((2000.0, 1900.0, 3900.0), (300.0, 300.0, 600.0), fdi)
    names = ("TỔNG TRỊ GIÁ", "Khu vực kinh tế trong nước", "Khu vực có vốn đầu tư NN")
    lines = [*zip(names, both, strict=True), ("Cà phê", coffee)]
    return tuple(
        (None, name, *(cell for value in values for cell in (None, value, None)))[:10]
        for name, values in lines
    )


@pytest.fixture
def february(monthly):
    """Read a February book."""
    return lambda **lines: monthly(heads=HEADS, rows=book(**lines))


def told(reading):
    """Cells said to be misprinted, with what they must be."""
    return [(f.cell, f.found, f.expected) for f in reading.findings if f.code == "misprinted"]


def test_a_book_in_order_has_no_misprint_and_no_question(february):
    reading = february()
    assert (told(reading), reading.questions) == ([], ())
    assert all(check.agrees for check in reading.checks)


def test_a_lost_digit_is_found_by_the_cumulative(february):
    """As design/import-review.png has it: 96.43 found, 964.3 by the cumulative."""
    reading = february(coffee=(756.8, 96.43, 1721.1))
    (question,) = reading.questions
    assert told(reading) == [("G12", "96.43", "964.3")]
    assert (question.ask, question.cell, question.needed) == (Ask.FIGURE, "G12", False)
    assert question.choices == ("964.3", "96.43")


def test_a_point_too_many_is_found_by_the_sectors_and_by_the_months(february):
    reading = february(fdi=(1700.0, 16000.0, 3300.0))
    (question,) = reading.questions
    assert (question.cell, question.choices) == ("G11", ("1600", "16000"))


def test_two_sums_that_leave_the_same_value_say_what_it_is(february):
    reading = february(fdi=(1700.0, 1640.0, 3300.0))
    assert told(reading) == [("G11", "1640", "1600")]
    assert reading.questions[0].choices == ("1600", "1640")


def test_where_any_of_three_may_err_nobody_is_blamed(february):
    reading = february(coffee=(756.8, 900.0, 1721.1))
    assert (told(reading), reading.questions) == ([], ())
    failed = [f.code for f in reading.findings if f.code.startswith("check")]
    assert failed == ["check_previous_plus_month"]


def test_a_cell_that_was_decided_is_not_asked_about_again(february):
    reading = february(coffee=(756.8, 96.43, 1721.1))
    sheet = reading.questions[0].sheet
    kept = reconciled(reading.rows, (CellAnswer(sheet, "G12", "96.43"),))
    assert kept.questions == ()


# Growth and months ------------------------------------------------------------------------------

JANUARY = (
    ("Thực hiện", "tháng 1", "năm 2024"),
    ("Ước tính", "tháng 1", "năm 2025"),
    ("Tháng 1 năm 2025", "so với cùng kỳ", "năm trước (%)"),
)


@pytest.mark.parametrize(("index", "agrees"), [(110.0, True), (110.4, True), (101.0, False)])
def test_growth_is_held_against_the_files_own_figures(monthly, index, agrees):
    rows = (
        (None, "TỔNG TRỊ GIÁ", None, 1000.0, None, None, 1100.0, None, None, index),
        (None, "Cà phê", None, 400.0, None, None, 440.0, None, None, 110.0),
        (None, "Thủy sản", None, 500.0, None, None, 550.0, None, None, 110.0),
    )
    reading = monthly(heads=JANUARY, rows=rows)
    grown = [c for c in reading.checks if c.code == "growth"]
    assert [c.agrees for c in grown] == [agrees, True, True]
    assert (grown[0].ours, grown[0].unit) == (110_000, "index")
    assert ("check_growth" in {f.code for f in reading.findings}) is not agrees


def test_a_cumulative_without_one_of_its_months_is_told(monthly):
    """As in July 2015: seven months of 335.5, June alone 653."""
    heads = (
        ("Thực hiện", "tháng 6", "năm 2015"),
        ("Ước tính", "tháng 7", "năm 2015"),
        ("Ước tính", "7 tháng", "năm 2015"),
    )
    rows = (
        (None, "TỔNG TRỊ GIÁ", None, 14000.0, None, None, 14300.0, None, None, 93000.0),
        (None, "Cà phê", None, 653.1, None, None, 60.0, None, None, 335.5),
    )
    reading = monthly(heads=heads, rows=rows)
    codes = {f.code: f.cell for f in reading.findings}
    assert codes["check_months_within_cumulative"] == "J10"


def test_the_number_taken_stands_and_what_was_printed_is_kept(workbook):
    path = workbook({
        "14.XK": lambda sheet: monthly_sheet(sheet, HEADS, book(coffee=(756.8, 96.43, 1721.1)))
    })  # fmt: skip
    answer = CellAnswer("14.XK", "G12", "964.3")
    reading = read_return(path, directions=Directions(answers=(answer,)))
    (row,) = [r for r in reading.rows if r.cell == "G12"]
    assert (row.value, row.printed) == (964_300_000_000, "96.43")
    assert (reading.questions, told(reading)) == ((), [])
