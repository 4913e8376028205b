"""A heading that was pointed at and does not tell the columns apart: asked, never guessed."""

from dataclasses import replace

import pytest

from desktop.figures.directions import NOTHING_LEARNED, Directions
from desktop.figures.places import sample
from desktop.figures.reading import Ask
from desktop.returns import read_return
from tests.returns.made import codes
from tests.returns.plans.foreign import CHINA, KOREA, filled

US = (
    ("Exhibit 1. U.S. International Trade",),
    ("In millions of dollars",),
    ("Period", "Balance", None, "Exports", None, "Imports"),
    (None, "Total", "Goods", "Total", "Goods", "Total", "Goods"),
    ("January 2025", -130.5, -150.5, 270.5, 170.5, 401.0, 321.0),
    ("February 2025", -120.5, -140.5, 280.5, 180.5, 401.0, 321.0),
)
"""Which way the goods go stands in one row of the heading, what goes in the other."""


def pointed(path, first, last, table=0):
    """Read a file again with other rows for the heading of one of its tables."""
    plan = read_return(path).tables[table]
    said = replace(
        plan, heading_first=first, heading_last=last, first_row=last + 1, columns=()
    )  # fmt: skip
    return read_return(path, NOTHING_LEARNED, Directions((said,)))


@pytest.mark.parametrize(
    ("rows", "first", "last", "found"),
    [
        (US, 4, 4, "B, C, D, E, F, G"),
        (US, 3, 3, "C, E, G"),
        (KOREA, 3, 3, "C, E"),
        (KOREA, 4, 4, "B, C, D, E, F"),
        (CHINA, 4, 4, "B, C, D, E"),
    ],
    ids=["lower row", "upper row", "growth", "no flow", "months and years to date"],
)
def test_columns_that_a_cut_heading_makes_alike_are_not_read(workbook, rows, first, last, found):
    reading = pointed(workbook({"S": filled(rows)}), first, last)
    assert reading.rows == ()
    assert [q.ask for q in reading.questions] == [Ask.LAYOUT]
    (told,) = reading.errors
    assert (told.code, told.sheet) == ("columns_alike", "S")
    assert told.found == found
    (plan,) = reading.tables  # to be corrected further
    assert (plan.heading_first, plan.heading_last) == (first, last)


def test_said_of_each_column_what_it_holds_it_is_read(workbook):
    path = workbook({"S": filled(US)})
    whole = read_return(path).tables[0]
    cut = pointed(path, 4, 4).tables[0]
    said = replace(cut, columns=whole.columns)
    wanted = read_return(path, NOTHING_LEARNED, Directions((whole,)))
    read = read_return(path, NOTHING_LEARNED, Directions((said,)))
    assert wanted.rows
    assert read.rows == wanted.rows


def test_quantities_never_pass_for_values_when_a_heading_is_cut():
    path = sample("gso", "02-Bieu-T6.2025.xlsx")
    whole = read_return(path)
    table = next(n for n, t in enumerate(whole.tables) if t.flow == "export")
    plan = whole.tables[table]
    for first in range(plan.heading_first, plan.heading_last + 1):
        for last in range(first, plan.heading_last + 1):
            cut = pointed(path, first, last, table)
            kept = {(r.cell, r.measure, r.flow) for r in cut.rows}
            assert kept <= {(r.cell, r.measure, r.flow) for r in whole.rows}
            read = any(r.sheet == plan.sheet for r in cut.rows)
            assert read or any(q.needed for q in cut.questions)


def test_a_heading_that_names_no_month_is_asked_about():
    path = sample("customs", "2024-T01T-5N(VN-SB).xlsx")
    plan = read_return(path).tables[0]
    reading = pointed(path, plan.heading_last, plan.heading_last)
    assert reading.rows == ()
    assert any(q.needed for q in reading.questions)
    assert "heading_mute" in codes(reading)
