"""The laws of joint paths: true to each landing, tied together, parts that sum to the whole."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.landing import PROBABILITIES, History, land
from desktop.analysis.landing.tet import calendar
from desktop.analysis.outlook import bands, draws
from desktop.analysis.outlook.draws import PATHS
from desktop.analysis.outlook.paths import correlation, joint_paths, single_paths
from desktop.analysis.outlook.reconciled import reconciled
from desktop.analysis.outlook.shares import shares
from desktop.figures.month import Month


def history(through, growth=0.006, wobble=0.05, seed=1):
    count = through - Month(2017, 1) + 1
    noise = np.random.default_rng(seed).normal(0, wobble, count)
    season = 0.1 * np.sin(np.arange(count) * np.pi / 6)
    values = 1e9 * np.exp(growth * np.arange(count) + season + noise)
    return History(through, tuple(values.tolist()), lunar=False, calendar=calendar())


@pytest.mark.parametrize("number", [1, 6, 11])
def test_a_years_paths_follow_its_landings_law(number):
    landing = land(history(Month(2025, number)), 2025)
    paths = single_paths(landing)
    found = np.quantile(paths.year, PROBABILITIES)
    assert found == pytest.approx(landing.quantiles, rel=2e-4)
    assert (paths.months > 0).all()
    assert paths.known + paths.months.sum(axis=1) == pytest.approx(paths.year)


def test_in_december_the_interval_is_closed():
    whole = land(history(Month(2025, 12)), 2025)
    paths = single_paths(whole)
    assert paths.year.min() == paths.year.max() == pytest.approx(whole.known)
    assert bands.fan(paths, Month(2025, 12)) == ()


def test_in_december_only_a_revision_is_left():
    open_ = land(replace(history(Month(2025, 12)), revision=0.02), 2025)
    band = bands.of_paths(single_paths(open_).year)
    assert band.most == pytest.approx((open_.quantile(0.1), open_.quantile(0.9)), rel=1e-4)
    assert band.most[0] < open_.known < band.most[1]


def test_flows_whose_surprises_go_together_move_together():
    one = land(history(Month(2025, 6)), 2025)
    other = land(history(Month(2025, 6), growth=0.004), 2025)
    assert correlation(one, other) > 0.9
    apart = land(history(Month(2025, 6), seed=2), 2025)
    assert abs(correlation(one, apart)) < 0.35
    tied, loose = joint_paths(one, other), joint_paths(one, apart)
    balance = [np.std(sold.year - bought.year) for sold, bought in (tied, loose)]
    assert balance[0] < 0.5 * balance[1]
    for sold, bought in (tied, loose):
        assert np.corrcoef(sold.year, bought.year)[0, 1] <= 1


@given(st.integers(1, 12), st.floats(0.001, 0.3))
def test_bands_lie_within_each_other_and_chances_fall_with_the_target(number, revision):
    landing = land(replace(history(Month(2025, number)), revision=revision), 2025)
    paths = single_paths(landing)
    for band in (bands.of_landing(landing), bands.of_paths(paths.year)):
        edges = (band.nearly_all[0], band.most[0], band.half[0], band.median, band.half[1],
                 band.most[1], band.nearly_all[1])  # fmt: skip
        assert list(edges) == sorted(edges)
    targets = [landing.median * (1 + n / 50) for n in range(-20, 21)]
    chances = [bands.chance(paths.year, target) for target in targets]
    assert chances == sorted(chances, reverse=True)
    assert 0.01 <= min(chances) <= max(chances) <= 0.99


@given(
    st.lists(st.tuples(st.floats(1e-6, 1), st.floats(0.02, 0.6)), min_size=1, max_size=60),
    st.integers(0, 3),
)
def test_parts_sum_to_the_whole_on_every_path(parts, stream):
    share = np.array([p[0] for p in parts])
    rest = 1e11 * np.exp(np.random.default_rng(stream).normal(0, 0.1, PATHS))
    found = reconciled(share / share.sum(), np.array([p[1] for p in parts]), rest, stream)
    assert np.abs(found.sum(axis=0) / rest - 1).max() < 1e-9
    assert (found > 0).all()


def test_a_steady_part_is_moved_less_than_a_doubtful_one():
    share, spread = np.array([0.5, 0.5]), np.array([0.02, 0.3])
    found = reconciled(share, spread, np.full(PATHS, 100.0), 5)
    lone = reconciled(share, np.array([0.3, 0.3]), np.full(PATHS, 100.0), 5)
    assert np.std(found[0]) == pytest.approx(np.std(found[1]))  # the two sum to the whole
    assert np.std(found[0]) < 0.9 * np.std(lone[0])


def months(count):
    total = np.full(count, 100.0)
    return np.array([total * 0.6, np.where(np.arange(count) % 12 < 6, 10.0, 30.0)]), total


def test_a_part_brings_its_own_season():
    parts, total = months(42)  # to June
    found = shares(parts, total, 6)
    assert found.share == pytest.approx([0.6, 0.3])
    assert (found.spread < 0.1).all()


def test_half_of_a_parts_late_growth_goes_on():
    parts, total = months(42)
    parts[0, -6:] *= 1.21
    assert shares(parts, total, 6).share[0] == pytest.approx(0.6 * 1.1)


def test_a_part_unknown_a_year_ago_is_not_told():
    parts, total = months(42)
    parts[1, :36] = np.nan
    assert np.isnan(shares(parts, total, 6).share[1])


def test_draws_are_the_same_whatever_was_drawn_meanwhile():
    first = draws.normal(3, 1)
    assert (first[: PATHS // 2] == -first[PATHS // 2 :]).all()
    for columns in (900, 1000, 1100):
        draws.normal(columns, 2)
    assert (draws.normal(3, 1) == first).all()
