"""Why a cumulative differs from its months: the revisions inside it, which sum to it exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.inside import difference
from desktop.analysis.overview import overview
from desktop.figures.month import Month


def test_a_revision_of_january_is_found_in_the_next_returns_cumulative(printer, exports):
    printer.of_return("2025-02-06").month(100, "2025-01")
    printer.of_return("2025-03-06").both(80, 185, "2025-02")
    found = difference(exports(printer))
    assert found.total == 5e6
    assert [(part.month, part.amount) for part in found.parts] == [(Month(2025, 1), 5e6)]


def test_the_cumulative_is_shown_as_published(printer, exports):
    printer.of_return("2025-02-06").month(100, "2025-01")
    printer.of_return("2025-03-06").both(80, 185, "2025-02")
    shown = exports(printer)
    assert (shown.cumulative, shown.sum_of_months) == (185e6, 180e6)


def test_nothing_is_explained_where_nothing_differs(printer, exports):
    printer.of_return("2025-02-06").month(100, "2025-01")
    assert difference(exports(printer)) is None
    printer.of_return("2025-03-06").both(80, 180, "2025-02")
    assert difference(exports(printer)) is None
    printer.of_return("2025-05-06").month(90, "2025-04")
    assert difference(exports(printer)) is None  # March is missing: there is no sum


@given(
    st.lists(st.tuples(st.integers(1, 10**6), st.integers(-5000, 5000)), min_size=1, max_size=12)
)
def test_the_parts_sum_to_the_difference_exactly(new_printer, told):
    printer, before = new_printer(), 0
    for number, (month, inside) in enumerate(told, 1):
        before += month + (inside if number > 1 else 0)
        printer.of_return(f"2025-{number:02d}-28").month(month, f"2025-{number:02d}")
        if number > 1 and before > 0:
            printer.to_date(before, f"2025-{number:02d}")
    shown = overview(printer.frame(), []).exports
    found = difference(shown)
    gap = shown.cumulative - shown.sum_of_months
    assert (found.total if found else 0) == gap
    assert sum(part.amount for part in found.parts) == gap if found else gap == 0
    if found:
        assert abs(found.parts[0].amount) == max(abs(part.amount) for part in found.parts)


def test_sizes_decide_the_order(printer, exports):
    printer.of_return("2025-02-06").month(100, "2025-01")
    printer.of_return("2025-03-06").both(80, 185, "2025-02")
    printer.of_return("2025-04-06").both(70, 265, "2025-03")
    found = difference(exports(printer))
    assert [(part.month.number, part.amount / 1e6) for part in found.parts] == [(2, 10), (1, 5)]
    assert found.total == pytest.approx(15e6)
