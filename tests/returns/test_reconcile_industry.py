"""Indices of industry are held against their parts, the months beside them, and earlier books."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.history import History
from desktop.analysis.indices import indices_held
from desktop.analysis.laid import Laid
from desktop.figures.figure import FigureRow
from desktop.figures.month import Month
from desktop.figures.series import SCALE
from desktop.returns import read_return
from desktop.returns.reconcile_industry import industry_checks
from tests.analysis.told import tell
from tests.corpus.product import workbooks

JUNE = Month(2025, 6)


def index(item, value, *, month=JUNE, basis="month", cell="C6"):
    start = Month(month.year, 1) if basis == "cumulative" else month
    return FigureRow(
        "industry", "production_index", item, "WORLD", "ALL", "", "index", basis, start.ordinal,
        month.ordinal, "estimate", round(value * SCALE), "IIP", cell, str(value), item,
    )  # fmt: skip


def verdicts(rows):
    return [(c.code, c.agrees) for c in industry_checks(rows)]


FOUR = {"min_size": 4, "max_size": 4}


@given(st.lists(st.floats(50, 200), **FOUR), st.lists(st.floats(0.1, 1), **FOUR))
def test_no_weighted_mean_is_ever_doubted(values, weights):
    mean = sum(v * w for v, w in zip(values, weights, strict=True)) / sum(weights)
    rows = [index(code, value) for code, value in zip("BCDE", values, strict=True)]
    assert verdicts([index("TOTAL", mean), *rows]) == [("index_within_parts", True)]


def test_an_index_outside_its_parts_is_told_with_the_nearest_bound():
    rows = [index("TOTAL", 180.0), *(index(c, v) for c, v in zip("BCDE", (95, 110, 103, 99)))]  # noqa: B905 - four each
    (check,) = industry_checks(rows)
    assert (check.agrees, check.printed, check.ours) == (False, 180 * SCALE, 110 * SCALE)


def test_few_divisions_say_nothing_of_their_section():
    assert verdicts([index("C", 114.0), *(index(f"{n}", 105.0) for n in (10, 11, 12))]) == []


@pytest.mark.parametrize(("to_date", "agrees"), [(104.0, True), (105.4, True), (112.0, False)])
def test_a_year_to_date_lies_between_the_one_before_and_the_month(to_date, agrees):
    rows = [
        index("C", 103.0, month=JUNE - 1, basis="cumulative"),
        index("C", 105.0),
        index("C", to_date, basis="cumulative"),
    ]
    assert verdicts(rows) == [("index_to_date", agrees)]


def held(rows, *earlier):
    history = History()
    tell(history, earlier, JUNE - 1)
    return [(h.code, h.agrees) for h in indices_held(Laid(rows), history)]


def test_what_is_printed_again_is_held_against_what_was_printed_first():
    may = index("C", 104.0, month=JUNE - 1)
    assert held([index("C", 107.0, month=JUNE - 1)], may) == [("index_again", True)]
    assert held([index("C", 10.4, month=JUNE - 1)], may) == [("index_again", False)]


def test_a_year_to_date_is_held_against_the_one_of_last_months_book():
    before = index("C", 103.0, month=JUNE - 1, basis="cumulative")
    rows = [index("C", 105.0), index("C", 104.1, basis="cumulative")]
    assert held(rows, before) == [("index_to_date_by_archive", True)]
    wrong = [index("C", 105.0), index("C", 141.0, basis="cumulative")]
    assert held(wrong, before) == [("index_to_date_by_archive", False)]


@pytest.mark.slow
def test_no_index_of_the_real_books_is_doubted(shared):
    counted, history = Counter(), History()
    paths = sorted(workbooks(shared / "returns" / "gso"))
    for number, path in enumerate(paths):
        rows = read_return(path).rows
        counted.update(verdicts(rows))
        found = indices_held(Laid(rows), history)
        counted.update((h.code, h.agrees) for h in found)
        tell(history, rows, Month(2000, 1) + number, number + 1)
    assert counted["index_within_parts", True] > 600
    assert not [key for key in counted if not key[1]]
