"""Columns whose month nothing says: asked for, never guessed from the end of another year."""

import pytest

from desktop.figures.month import Month
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import put_rows

VALUES = (("Rice", 123, 1400), ("Coffee", 77, 800), ("Tea", 55, 640), ("Footwear", 801, 9000))


@pytest.fixture
def read(workbook):
    """Read a table of these lines whose one column has this head, beside another of a year."""

    def made(*lines, head, beside=True):
        rows = [
            ("Exports by commodity",), *((line,) for line in lines), ("USD million",),
            ("Commodity", head, *(["Year 2024"] if beside else [])),
            *(row if beside else row[:2] for row in VALUES),
        ]  # fmt: skip
        return read_return(workbook({"XK": lambda sheet: put_rows(sheet, rows)}))

    return made


def periods(reading):
    """What the first column of figures was read as."""
    column = [row for row in reading.rows if row.cell.startswith("B")]
    return {
        f"{r.basis} {Month.from_ordinal(r.period_start)}..{Month.from_ordinal(r.period_end)}"
        for r in column
    }


@pytest.mark.parametrize(
    "head", ["March", "This month", "Jan-Mar", "Cumulative", "Cumulative 2025", "YTD 2025",
             "3 months", "Quarter I"],
)  # fmt: skip
def test_a_shorter_period_beside_a_whole_year_asks_for_its_month(read, head):
    reading = read(head=head)
    assert periods(reading) == set()
    assert Ask.MONTH in {question.ask for question in reading.questions if question.needed}


@pytest.mark.parametrize("head", ["Cumulative 2025", "YTD 2025", "Year to date 2025"])
def test_a_year_so_far_of_no_month_is_no_whole_year(read, head):
    for reading in (read(head=head, beside=False), read(head, head="Value", beside=False)):
        assert periods(reading) == set()
        assert Ask.MONTH in {question.ask for question in reading.questions if question.needed}


@pytest.mark.parametrize(
    ("head", "period"),
    [("March 2025", "month 2025-03..2025-03"), ("Mar 25", "month 2025-03..2025-03"),
     ("202503", "month 2025-03..2025-03"), ("Jan-Mar 25", "cumulative 2025-01..2025-03"),
     ("1Q25", "quarter 2025-01..2025-03"), ("01-03/2025", "cumulative 2025-01..2025-03"),
     ("Year 2025", "year 2025-01..2025-12")],
)  # fmt: skip
def test_a_period_that_says_its_year_is_read_beside_a_whole_year(read, head, period):
    assert periods(read(head=head)) == {period}


@pytest.mark.parametrize("line", ["Mar 2025", "Jan-Mar 2025", "Mar. 2025", "YTD Mar 2025"])
def test_a_month_that_is_written_as_a_country_is_in_short_names_none(workbook, line):
    """MAR is Morocco, too."""
    rows = [
        (f"Exports by commodity, {line}",), ("USD million",), ("Commodity", "Value"),
        *(row[:2] for row in VALUES),
    ]  # fmt: skip
    reading = read_return(workbook({"XK": lambda sheet: put_rows(sheet, rows)}))
    assert len(reading.rows) == len(VALUES)
    assert {Month.from_ordinal(r.period_end) for r in reading.rows} == {Month(2025, 3)}
    assert {r.market for r in reading.rows} == {"WORLD"}
