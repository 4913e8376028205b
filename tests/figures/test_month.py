"""Months and periods: arithmetic that holds for every month."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.figures.month import Month
from desktop.figures.period import Basis, Period

months = st.builds(Month, st.integers(1900, 2200), st.integers(1, 12))
steps = st.integers(-600, 600)


@given(months, steps)
def test_moving_there_and_back_is_standing_still(month, step):
    assert (month + step) - step == month
    assert (month + step) - month == step


@given(months, months)
def test_order_is_the_order_of_days(one, other):
    assert (one < other) == (one.first_day < other.first_day)


@given(months)
def test_text_and_ordinal_come_back(month):
    assert Month.parse(str(month)) == month
    assert Month.from_ordinal(month.ordinal) == month


@given(months)
def test_the_day_after_the_last_is_the_next_month(month):
    assert Month.of(month.last_day) == month
    assert Month.of(date.fromordinal(month.last_day.toordinal() + 1)) == month + 1


@pytest.mark.parametrize("text", ["2025", "2025-13", "2025-00", "06/2025", "", "2025-6-1"])
def test_what_is_no_month_is_refused(text):
    with pytest.raises(ValueError, match="month"):
        Month.parse(text)


def test_a_day_beyond_the_month_is_its_last():
    assert Month(2024, 2).day(29) == date(2024, 2, 29)
    assert Month(2025, 2).day(29) == date(2025, 2, 28)


@pytest.mark.parametrize(
    ("period", "counts"),
    [
        (Period.to_date(Month(2025, 6)), True),
        (Period.month(Month(2025, 1)), True),
        (Period.month(Month(2025, 2)), False),
        (Period.quarter(2025, 1), True),
        (Period.quarter(2025, 2), False),
        (Period.year(2024), True),
        (Period.year(2003, forecast=True), False),
    ],
)
def test_year_to_date_under_any_name(period, counts):
    assert period.counts_from_january is counts


def test_a_period_does_not_end_before_it_starts():
    with pytest.raises(ValueError, match="before"):
        Period(Month(2025, 2), Month(2025, 1), Basis.CUMULATIVE)
