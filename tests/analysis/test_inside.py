"""Why a cumulative differs from its months: the revisions inside it, which sum to it exactly."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.inside import difference, difference_of_balance
from desktop.analysis.overview import overview
from desktop.analysis.structure.course import course_of
from desktop.figures.month import Month
from desktop.figures.series import Flow


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


def test_what_moved_a_balance_to_date_is_that_of_both_flows(printer):
    printer.of_return("2025-02-06").month(100, "2025-01").month(90, "2025-01", flow=Flow.IMPORT)
    printer.of_return("2025-03-06").both(80, 185, "2025-02")
    printer.both(70, 158, "2025-02", flow=Flow.IMPORT)
    told = overview(printer.frame(), [])
    found = difference_of_balance(course_of(told), told.through)
    assert found.total == (185e6 - 158e6) - (10e6 + 10e6)
    assert [(part.month, part.amount) for part in found.parts] == [(Month(2025, 1), 7e6)]


def test_a_balance_that_lacks_a_month_is_not_explained(printer):
    printer.of_return("2025-04-06").year((100, 90), 2025).both(80, 275, "2025-03")
    printer.month(90, "2025-01", flow=Flow.IMPORT).to_date(228, "2025-03", flow=Flow.IMPORT)
    told = overview(printer.frame(), [])
    course = course_of(told)
    assert course.months[2].cumulative == 47e6
    assert difference_of_balance(course, told.through) is None
