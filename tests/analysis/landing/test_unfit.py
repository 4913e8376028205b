"""Where nothing can be said there is a reason, and no number."""

from dataclasses import replace

import pytest

from desktop.analysis.landing import History, land
from desktop.figures.month import Month


def why(landing):
    return [reason.why.value for reason in landing.reasons]


@pytest.mark.parametrize(
    ("odd", "reason"),
    [
        (None, "gap"),
        (float("nan"), "gap"),
        (0.0, "not_positive"),
        (-5.0, "not_positive"),
        (float("inf"), "not_positive"),
        (2.2e7, "out_of_scale"),
        (22.0, "out_of_scale"),
    ],
)
def test_an_odd_month_is_told(viet_nam, until, odd, reason):
    history = until(viet_nam, "2018-06")
    values = list(history.values)
    values[-15] = odd
    landing = land(replace(history, values=values), 2018)
    assert why(landing) == [reason]
    assert landing.reasons[0].month == Month(2017, 4)
    assert (landing.median, landing.quantiles, landing.chance(1.0)) == (None, (), None)


def test_an_odd_month_long_ago_does_not_count_but_is_told(viet_nam, until):
    history = until(viet_nam, "2018-06")
    values = [history.values[0], None, *history.values[2:]]
    landing = land(replace(history, values=values), 2018)
    assert why(landing)[0] == "older_left_out"
    assert landing.median == land(history, 2018).median


def test_under_two_years_nothing_is_said(viet_nam):
    short = History(Month(2001, 11), viet_nam.values[:23])
    assert why(land(short, 2001)) == ["too_short"]
    enough = History(Month(2001, 12) + 1, viet_nam.values[:25])
    assert land(enough, 2002).median


def test_a_series_that_stops_is_told(viet_nam, until):
    assert why(land(until(viet_nam, "2018-06"), 2020)) == ["stopped"]
    assert why(land(until(viet_nam, "2018-06"), 2017)) == ["year_over"]


BREAKS = [(f, m) for f in (0.001, 0.3, 3.0, 23.0, 1000.0) for m in (8, 20, 40)]


@pytest.mark.parametrize(("factor", "months"), [*BREAKS, (0.001, 2), (23.0, 2), (1000.0, 1)])
def test_a_break_is_found(viet_nam, until, factor, months):
    """Two months cannot tell a break from a bad spell, unless it is beyond all measure."""
    history = until(viet_nam, "2018-06")
    values = list(history.values)
    values[-months:] = [v * factor for v in values[-months:]]
    landing = land(replace(history, values=values), 2018)
    assert why(landing) == ["break_found"]
    assert landing.median is None


def test_a_marked_break_leaves_the_months_before_it_out(viet_nam, until):
    history = until(viet_nam, "2018-06")
    values = list(history.values)
    values[-40:] = [v * 23000 for v in values[-40:]]
    landing = land(replace(history, values=values, break_at=history.through - 39), 2018)
    assert why(landing)[0] == "since_break"
    assert landing.median == pytest.approx(23000 * land(history, 2018).median, rel=0.1)


def test_no_true_series_is_taken_for_broken(series):
    for history in series.values():
        for year in range(2008, history.through.year, 4):
            through = Month(year, 9)
            if through <= history.through:
                cut = replace(
                    history, through=through,
                    values=history.values[: through - history.first + 1],
                )  # fmt: skip
                assert land(cut, year).median
