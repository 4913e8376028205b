"""The laws that a landing obeys whatever the figures, and what it says of true ones."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.analysis.landing import PROBABILITIES, History, land
from desktop.analysis.landing.tet import calendar
from desktop.figures.month import Month

SERIES = st.builds(
    lambda seed, months, noise, drift: np.exp(
        8
        + drift * np.arange(months) / 12
        + 0.1 * np.sin(np.arange(months) * np.pi / 6)
        + noise * np.random.default_rng(seed).standard_normal(months)
    ),
    st.integers(0, 10_000),
    st.integers(24, 130),
    st.floats(0.005, 0.2),
    st.floats(-0.1, 0.25),
)


def landed(values, **said):
    through = Month(2010, 1) + (len(values) - 1)
    history = History(through, list(values), calendar=calendar(), **said)
    return land(history, through.year)


@settings(max_examples=40)
@given(SERIES)
def test_quantiles_rise_and_stay_above_what_is_known(values):
    landing = landed(values)
    quantiles = np.array(landing.quantiles)
    assert len(quantiles) == len(PROBABILITIES)
    assert np.isfinite(quantiles).all()
    assert (np.diff(quantiles) >= 0).all()
    assert quantiles[0] >= landing.known
    assert landing.median == quantiles[99]


@settings(max_examples=25)
@given(SERIES, st.sampled_from([1e-6, 1e-3, 7.0, 1e3, 1e9]))
def test_the_unit_does_not_matter(values, unit):
    one, other = landed(values), landed(values * unit)
    assert np.allclose(np.array(other.quantiles), np.array(one.quantiles) * unit, rtol=1e-9)
    assert [r.why for r in one.reasons] == [r.why for r in other.reasons]


@settings(max_examples=15)
@given(SERIES)
def test_the_same_figures_give_the_same_answer(values):
    assert landed(values) == landed(values)


@pytest.mark.parametrize("month", ["2024-03", "2024-08", "2024-11", "2024-12"])
def test_an_estimate_is_less_sure(viet_nam, until, month):
    final = land(until(viet_nam, month), 2024)
    told = land(until(viet_nam, month, revision=0.033), 2024)
    assert _width(told) > _width(final)
    assert "estimate" in {r.why.value for r in told.reasons}
    assert list(told.quantiles) == sorted(told.quantiles)


def test_a_year_that_is_over_is_known(viet_nam):
    landing = land(viet_nam, 2025)
    assert landing.quantiles == (landing.known,) * 199
    assert landing.known == pytest.approx(sum(viet_nam.values[-12:]))
    assert landing.chance(landing.known) == 0.99
    assert landing.chance(landing.known + 1) == 0.01


def test_a_year_that_has_not_begun_is_told_from_december(viet_nam, until):
    landing = land(until(viet_nam, "2024-12"), 2025)
    assert landing.known == 0
    assert len(landing.log_mean) == 12
    assert landing.quantiles[4] < sum(viet_nam.values[-12:]) < landing.quantiles[194]


def test_the_band_narrows_as_the_year_goes_on(viet_nam, until):
    widths = [_width(land(until(viet_nam, f"2024-{m:02}"), 2024)) for m in (1, 4, 7, 10, 11)]
    assert widths == sorted(widths, reverse=True)


def test_it_sees_nothing_after_the_origin(viet_nam, until):
    seen = until(viet_nam, "2019-06")
    tampered = replace(viet_nam, values=[*seen.values, *(1.0 for _ in range(78))])
    assert land(until(tampered, "2019-06"), 2019) == land(seen, 2019)


def test_the_parts_make_sense(viet_nam, until):
    parts = land(until(viet_nam, "2025-01"), 2025).parts
    assert parts.lunar_month == Month(2025, 1)
    assert -0.35 < parts.lunar < -0.1
    assert 0.03 < parts.drift < 0.2
    assert 30_000 < parts.run_rate < 40_000
    assert abs(parts.season) < 0.1


def test_the_moon_is_found_where_it_counts(series, until):
    for name, found in (
        ("Viet Nam exports", True),
        ("China imports", True),
        ("Italy exports", False),
    ):
        reasons = land(until(series[name], "2018-06", lunar=None), 2018).reasons
        assert ("lunar_found" in {r.why.value for r in reasons}) is found


def test_months_to_come_and_total_agree(viet_nam, until):
    """Months drawn from their joint law add up to the law of the year."""
    landing = land(until(viet_nam, "2024-04"), 2024)
    draw = np.random.default_rng(1)
    normal = draw.multivariate_normal(np.zeros(8), landing.log_covariance, 40_000)
    wide = np.sqrt(landing.freedom / draw.chisquare(landing.freedom, (40_000, 1)))
    totals = landing.known + np.exp(landing.log_mean + normal * wide).sum(axis=1)
    for probability in (0.05, 0.25, 0.5, 0.75, 0.95):
        assert np.quantile(totals, probability) == pytest.approx(
            landing.quantile(probability), rel=0.004
        )


def test_a_strange_month_hardly_moves_the_answer(viet_nam, until):
    calm = until(viet_nam, "2019-06")
    values = list(calm.values)
    values[-20] *= 1.6
    moved = land(replace(calm, values=values), 2019)
    assert moved.median == pytest.approx(land(calm, 2019).median, rel=0.01)


def test_a_last_month_that_surprises_widens_the_band(viet_nam, until):
    calm = until(viet_nam, "2019-06")
    values = [*calm.values[:-1], calm.values[-1] * 1.3]
    surprised = land(replace(calm, values=values), 2019)
    assert _width(surprised) > 1.1 * _width(land(calm, 2019))
    assert "surprises" in {r.why.value for r in surprised.reasons}


def test_an_exceptional_year_counts_less(viet_nam, until):
    marked = until(viet_nam, "2012-06", exceptional=frozenset({2009}))
    assert land(marked, 2012).median != land(until(viet_nam, "2012-06"), 2012).median


def _width(landing):
    return landing.quantiles[179] - landing.quantiles[19]
