"""What the calendar gives: weekdays, Tết, and the feasts of the Islamic year, on known dates."""

from dataclasses import replace

import numpy as np
import pytest

from desktop.analysis.landing import History, land
from desktop.analysis.landing.calendar_effects import islamic_feasts, weekdays
from desktop.figures.month import Month
from desktop.workflow.landing_files import calendar


def test_weekdays_of_known_months():
    months = weekdays(Month(2024, 1), 3)
    assert months * 365.2425 / 12 * 5 / 7 + 365.2425 / 12 * 5 / 7 == pytest.approx([23, 21, 21])


def test_new_year_on_known_days():
    """2023: 22 January, all of it in January; 2024: 10 February, all of it in February."""
    column = calendar().column(Month(2022, 12), 16)
    assert column[1] == 1
    assert column[14] == 1
    assert column.sum() == 2
    assert calendar().share(Month(2023, 1)) == 1
    assert not calendar().covers(Month(2030, 1), 240)


@pytest.mark.parametrize(
    ("year", "months"),
    [
        (2010, {9: 1, 11: 1}),
        (2015, {7: 1, 9: 1}),
        (2020, {5: 1, 7: 0.4, 8: 0.6}),
        (2024, {4: 1, 6: 1}),
    ],
)
def test_feasts_on_known_days(year, months):
    found = islamic_feasts(Month(year, 1), 12)
    assert {n: share for n, share in enumerate(found.round(6), 1) if share} == months
    assert islamic_feasts(Month(year - 3, 5), 60)[32:44] == pytest.approx(found)


def test_feasts_are_found_where_they_count(series, until):
    plain = replace(until(series["Italy exports"], "2018-06"), lunar=None)
    assert "islamic_found" not in _why(plain)
    months = len(plain.values)
    moved = np.array(plain.values) * np.exp(-0.15 * islamic_feasts(plain.first, months))
    assert "islamic_found" in _why(replace(plain, values=list(moved)))


def _why(history: History):
    return {reason.why.value for reason in land(history, history.through.year).reasons}
