"""Formulas and the values they carry never part."""

from __future__ import annotations

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop.reports.workbook.live import Live, Place, total

HERE, THERE = "Tiến độ", "Tổng quan"
CELLS = [Live.cell(Place(HERE, 0, column), value) for column, value in enumerate((3.0, -7.5, 0.25))]
NAMES = {"A1": 3.0, "B1": -7.5, "C1": 0.25}
LEAVES = st.sampled_from(CELLS) | st.integers(1, 9).map(float).map(Live.number)
OPERATIONS = st.sampled_from(["__add__", "__sub__", "__mul__", "__truediv__"])
FORMULAS = st.recursive(
    LEAVES,
    lambda inner: st.tuples(OPERATIONS, inner, inner).map(lambda t: getattr(t[1], t[0])(t[2])),
    max_leaves=12,
)


@given(FORMULAS)
def test_a_formula_computes_the_value_it_carries(formula):
    assume(formula.value is not None and abs(formula.value) < 1e12)
    written = formula.formula(HERE).removeprefix("=")
    assert eval(written, {"__builtins__": {}}, NAMES) == pytest.approx(formula.value, rel=1e-12)


def test_what_is_not_known_stays_unknown():
    gap = Live.cell(Place(HERE, 1, 0), None)
    for formula in (gap + 1, CELLS[0] - gap, gap * 2, CELLS[0] / gap, gap.at_least_zero()):
        assert formula.value is None


def test_nothing_is_divided_by_nothing():
    assert (CELLS[0] / Live.number(0)).value is None


def test_a_cell_of_another_sheet_is_named_with_it():
    assert CELLS[0].formula(HERE) == "=A1"
    assert CELLS[0].formula(THERE) == "='Tiến độ'!A1"


def test_a_total_counts_what_is_known():
    column = [Live.cell(Place(HERE, row, 0), value) for row, value in enumerate((1.0, None, 2.5))]
    assert total(column).formula(HERE) == "=SUM(A1:A3)"
    assert total(column).value == 3.5
    assert re.fullmatch(r"='Tiến độ'!A1", column[0].formula(THERE))


def test_less_than_nothing_becomes_nothing():
    left = (CELLS[1] - CELLS[0]).at_least_zero()
    assert (left.formula(HERE), left.value) == ("=MAX(0,B1-A1)", 0.0)
