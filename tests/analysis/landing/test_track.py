"""How good landings were: the figures that the method reached must not get worse."""

from dataclasses import replace

import numpy as np
import pytest

from desktop.analysis.landing import PROBABILITIES
from desktop.analysis.landing.backtest import ORIGINS, backtest
from desktop.analysis.landing.measures import crps, within
from desktop.analysis.landing.track import track


def totals(history):
    years = range(history.first.year, history.through.year + 1)
    months = {y: history.values[12 * (y - history.first.year) :][:12] for y in years}
    return {year: sum(values) for year, values in months.items() if len(values) == 12}


def test_viet_nam_within_the_stated_bounds(viet_nam):
    landings = list(backtest(viet_nam, range(2008, 2026)))
    found = track(landings, totals(viet_nam))
    assert found.landings == 18 * len(ORIGINS)
    assert found.error <= 0.0220
    assert found.crps <= 0.0163
    assert found.brier <= 0.058
    assert 0.75 <= found.held_80 <= 0.85
    assert 0.92 <= found.held_95 <= 0.98
    for month, most in ((6, 0.023), (11, 0.006)):
        then = [one for one in landings if one.through.number == month]
        assert track(then, totals(viet_nam)).error <= most


def test_viet_nam_unasked_is_as_good(viet_nam):
    some = range(2010, 2026, 5)
    asked = track(list(backtest(viet_nam, some)), totals(viet_nam))
    unasked = track(list(backtest(replace(viet_nam, lunar=None), some)), totals(viet_nam))
    assert unasked.crps == pytest.approx(asked.crps, rel=0.05)


def test_the_score_is_that_of_a_known_law():
    """A uniform law over 0 to 1, the truth in its middle: 1/12 of the scale (Gneiting 2007)."""
    assert crps(PROBABILITIES, 0.5) == pytest.approx(1 / 12 / 0.5, rel=0.01)
    assert crps([7.0] * 199, 7.0) == 0
    assert within(PROBABILITIES, 0.85, 0.8)
    assert not within(PROBABILITIES, 0.95, 0.8)


def test_nothing_to_hold_against_is_none():
    assert track([], {}) is None


@pytest.mark.slow
def test_other_economies_within_the_stated_bounds(series):
    """Six economies that no constant was chosen on, both flows, 2008-2019."""
    scores = []
    for name, history in series.items():
        if name != "Viet Nam exports":
            found = track(list(backtest(history, range(2008, 2020))), totals(history))
            assert found.landings >= 80
            scores.append(found)
    assert np.mean([s.crps for s in scores]) <= 0.0213
    assert 0.72 <= np.mean([s.held_80 for s in scores]) <= 0.88
