"""Amounts are exact to the thousandth, and firmness is ordered."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.figure import (
    ROW_COLUMNS,
    FigureRow,
    Rows,
    Status,
    by_column,
    exact,
    scaled,
    unscaled,
)


@given(st.integers(-(10**15), 10**15))
def test_scaling_there_and_back_is_exact(thousandths):
    assert scaled(Decimal(thousandths) / 1000) == thousandths
    assert round(unscaled(thousandths) * 1000) == thousandths


def test_firmness_grows_from_estimate_to_final():
    assert [s.rank for s in Status] == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("value", "printed", "whole"),
    [
        (12_271_889, "12.271888888888888", "12271.888888888888"),
        (1_000_000_000, "0.9999999999", "999999.9999"),
        (33_085_291_801_000, "33085.291801", "33085291801"),
        (1_234_567_000, "1.234.567", "1234567"),
        (96_100, "-3.9", "96.1"),
        (0, "0", "0"),
    ],
)
def test_the_printed_digits_are_given_back_in_the_unit(value, printed, whole):
    assert exact(value, printed) == Decimal(whole)


def test_rows_that_came_by_columns_are_those_that_were_sent():
    told = [FigureRow(*(f"{name} {n}" for name in ROW_COLUMNS)) for n in range(3)]
    rows = Rows.of(by_column(told))
    assert rows == tuple(told)
    assert {type(row) for row in rows} == {FigureRow}
    assert by_column(rows) is rows.columns
    assert by_column(rows) == by_column(told)
    assert by_column(rows[:1]) == tuple((field,) for field in told[0])


def test_no_rows_have_every_column():
    assert by_column(()) == ((),) * len(ROW_COLUMNS)
    assert Rows.of(by_column(())) == ()
