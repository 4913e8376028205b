"""Rows that are put in: every reference goes on taking the cells that it took."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.reports.template.cell_names import cell_name
from desktop.reports.template.moved_formulas import Anchored, FixedError, moved
from desktop.reports.template.shifting import Growing, Shift

FIVE = Shift({5: 3}, (Growing(5, 3, 1, 3),))
HERE = {"báo cáo": FIVE}
ROWS = st.integers(1, 60)
SHIFTS = st.dictionaries(st.integers(2, 60), st.integers(1, 9), max_size=4).map(Shift)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("A4", "A4"),
        ("$A$5", "$A$8"),
        ("A5#", "A8#"),
        ("A3:A4", "A3:A7"),
        ("B$4:$B4", "B$4:$B7"),
        ("E3:E4", "E3:E4"),
        ("A1:F20", "A1:F23"),
        ("3:4", "3:7"),
        ("$5:$9", "$8:$12"),
        ("A:B", "A:B"),
        ("C9:C3", "C12:C3"),
        ("doanh_thu", None),
        ("Table1[Trị giá]", None),
    ],
)
def test_an_area_grows_with_the_table_that_it_ends_with(before, after):
    assert FIVE.reference(before) == after


@given(SHIFTS, ROWS, ROWS, st.integers(1, 30))
def test_cells_are_found_where_they_went(shift, row, other, column):
    """An area's ends are where its first and last rows went, and no row is lost or met twice."""
    top, bottom = sorted((row, other))
    new = shift.reference(f"{cell_name(top, column)}:{cell_name(bottom, column)}")
    assert new == f"{cell_name(shift.row(top), column)}:{cell_name(shift.row(bottom), column)}"
    moved_to = [shift.row(one) for one in range(1, 80)]
    assert moved_to == sorted(set(moved_to))
    put_in = [number for number, _ in shift.new_rows()]
    assert not set(put_in) & set(moved_to)
    assert sorted({*put_in, *moved_to})[: len(moved_to)] == list(range(1, len(moved_to) + 1))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SUM(C3:C4)/C8", "SUM(C3:C7)/C11"),
        ("'Báo cáo'!C8+Khác!C8", "'Báo cáo'!C11+Khác!C8"),
        ('IF(A9>0,"A9",SUM(A:A))', 'IF(A12>0,"A9",SUM(A:A))'),
        ("[1]Sheet1!A9 + VLOOKUP(x,$A$1:$B$9,2)", "[1]Sheet1!A9 + VLOOKUP(x,$A$1:$B$12,2)"),
        ("'Báo cáo'!$1:$2,'Báo cáo'!$A:$B", "'Báo cáo'!$1:$2,'Báo cáo'!$A:$B"),
        ("#REF!+A9", "#REF!+A9"),
        ("SUM(Một:Ba!A2)", "SUM(Một:Ba!A2)"),
    ],
)
def test_a_formula_takes_the_cells_that_it_took(before, after):
    assert moved(before, "Báo cáo", HERE) == after


@pytest.mark.parametrize("text", ['INDIRECT("A9")', "OFFSET(A1,8,0)", "SUM(Một:Ba!A9)"])
def test_what_cannot_follow_is_said(text):
    with pytest.raises(FixedError):
        moved(text, "Báo cáo", HERE)


def test_a_rule_for_many_rows_keeps_its_distances():
    """$C3 beside row 3 stays; two rows below its own row would be elsewhere for some of them."""
    anchored = Anchored(3, 3)
    assert moved("$C3>$C$9", "Báo cáo", HERE, anchored=anchored) == "$C3>$C$12"
    with pytest.raises(FixedError):
        moved("$C5>0", "Báo cáo", HERE, anchored=anchored)
