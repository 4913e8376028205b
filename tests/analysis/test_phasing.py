"""The season: which years shape it, where Tết is put, what is said of it, and how good it is."""

from __future__ import annotations

from fractions import Fraction
from statistics import fmean

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.analysis.judgement import Reason
from desktop.analysis.phasing import season
from desktop.analysis.season import SeasonNote
from desktop.analysis.season_wording import told, years_told
from desktop.analysis.seasonal import Past, holiday_loss, seasonal_shares
from desktop.figures.month import Month
from desktop.figures.phasing import PathWish, Phasing
from desktop.figures.wording import language
from tests.benchmarks.phasing import METHODS, SAMPLE_SINCE, SAMPLE_YEARS, errors, history

MONTHS = st.lists(st.integers(1, 10**14), min_size=12, max_size=12)
JANUARY = Month(2025, 1)


def held(years, months=range(1, 13)):
    """Every given month of the years, each bringing its number."""
    return {Month(year, number).ordinal: number for year in years for number in months}


@given(st.lists(MONTHS, min_size=3, max_size=11))
def test_the_shares_of_any_history_sum_to_exactly_one(years):
    every = {
        Month(2014 + n, number).ordinal: value
        for n, year in enumerate(years)
        for number, value in enumerate(year, 1)
    }
    assert sum(season(every, Month(2014 + len(years), 1)).shares) == 1


@pytest.mark.parametrize(
    ("years", "counted", "left_out"),
    [
        (range(2022, 2025), (2022, 2023, 2024), ()),
        (range(2000, 2027), (2015, 2016, 2017, 2018, 2019, 2021, 2022, 2024), (2020, 2023)),
        ((2019, 2021, 2022, 2025), (2019, 2021, 2022), ()),
        ((2018, 2019, 2021, 2023), (2018, 2019, 2021), (2023,)),
        (range(2007, 2012), (2007, 2008, 2010, 2011), (2009,)),
    ],
)
def test_the_newest_ordinary_years_before_the_target_s_shape_it(years, counted, left_out):
    found = season(held(years), JANUARY)
    assert (found.years, found.left_out) == (counted, left_out)
    assert sum(found.weights) == 1
    assert list(found.weights) == sorted(found.weights)


def test_a_year_with_a_hole_is_named_beside_the_exceptional_ones():
    found = season(held((2017, 2018, 2020, 2021, 2022, 2024)), JANUARY)
    assert (found.left_out, found.incomplete) == ((2020,), (2019, 2023))
    assert years_told(found, language("en")) == "2017–2024 without 2019, 2020, 2023"
    assert "Left out since a month is missing: 2019, 2023." in told(found, language("en"))


@pytest.mark.parametrize(
    ("wish", "reason"),
    [
        (PathWish(), Reason.NO_PATH),
        (PathWish(Phasing.LAST_YEAR), Reason.NO_LAST_YEAR),
        (PathWish(Phasing.TYPED, (Fraction(1),)), Reason.SHARES_UNFIT),
    ],
)
def test_why_there_is_no_path_is_told_by_what_was_wished(wish, reason):
    assert season(held((2023,)), JANUARY, wish=wish).why_no_path is reason


def test_exceptional_years_count_where_too_few_would_be_left_and_that_is_said():
    found = season(held((2020, 2022, 2023, 2024)), JANUARY)
    assert (found.years, found.left_out) == ((2020, 2022, 2023, 2024), ())
    assert found.note is SeasonNote.EXCEPTIONAL_KEPT


def test_exceptional_years_count_where_an_official_wants_them():
    found = season(held(range(2017, 2025)), JANUARY, wish=PathWish(with_exceptional=True))
    assert (found.years, found.left_out, found.note) == (tuple(range(2017, 2025)), (), None)


def test_two_years_are_no_season_and_the_total_s_serves_a_part():
    alone = season(held((2023, 2024)), JANUARY)
    assert (alone.shares, alone.note) == (None, SeasonNote.TOO_FEW_YEARS)
    part = season(held((2023, 2024)), JANUARY, total=held(range(2014, 2025)))
    assert part.shares == season(held(range(2014, 2025)), JANUARY).shares
    assert part.note is SeasonNote.OF_TOTAL


def test_a_year_with_a_hole_shapes_nothing():
    holed = held(range(2015, 2025))
    del holed[Month(2019, 8).ordinal]
    assert 2019 not in season(holed, JANUARY).years


@pytest.mark.parametrize(
    ("start", "months", "first"),
    [(Month(2025, 7), 12, 2024), (Month(2025, 4), 12, 2024), (Month(2025, 7), 6, 2024)],
)
def test_fiscal_years_and_half_years_have_seasons_of_their_own(start, months, first):
    found = season(history(), start, months)
    assert len(found.shares) == months
    assert sum(found.shares) == 1
    assert found.years[-1] == first
    if months == 6:
        assert found.holiday is None
    else:  # February 2026 holds the whole of Tết, wherever the fiscal year begins
        assert found.holiday.days == ((2, 9),)
        assert min(found.shares) == found.shares[(2 - start.number) % 12]


def test_what_comes_after_the_period_began_shapes_nothing():
    july = Month(2024, 7)
    known = {o: v for o, v in history().items() if o < july.ordinal}
    assert season(history(), july) == season(known, july)


def test_a_straight_line_and_last_year_s_shape():
    assert set(season({}, JANUARY, wish=PathWish(Phasing.LINEAR)).shares) == {Fraction(1, 12)}
    last = season(held((2024,)), JANUARY, wish=PathWish(Phasing.LAST_YEAR))
    assert [float(s) for s in last.shares] == pytest.approx([n / 78 for n in range(1, 13)])
    none = season(held((2023,)), JANUARY, wish=PathWish(Phasing.LAST_YEAR))
    assert (none.shares, none.note) == (None, SeasonNote.NO_LAST_YEAR)


def test_typed_shares_hold_where_they_fit():
    typed = (Fraction(1, 4),) * 4
    wish = PathWish(Phasing.TYPED, typed)
    assert season({}, JANUARY, 4, wish).shares == typed
    assert season({}, JANUARY, 12, wish).note is SeasonNote.NOT_TYPED


# Tết ------------------------------------------------------------------------------------------


def test_the_loss_is_found_again_where_it_was_put():
    flat = [1 / 12] * 12
    windows = [[w, 1 - w] + [0] * 10 for w in (0, 1, 0.5, 0, 1, 0, 0.2, 1)]
    years = [
        Past([s * (1 - 0.2 * w) for s, w in zip(flat, window, strict=True)], window)
        for window in windows
    ]
    assert holiday_loss(years) == pytest.approx(0.2, abs=0.03)  # shrunk a little
    assert holiday_loss(years[:1] * 3) == 0  # Tết fell alike: nothing is known of it


def test_a_window_takes_its_share_from_the_month_it_falls_in():
    year = Past([1 / 12] * 12, [0, 0, 0, *[0] * 9])
    early = seasonal_shares([year] * 3, [1, 0, 0, *[0] * 9], 0.2)
    assert early[0] / early[1] == pytest.approx(0.8)
    assert early[1] == pytest.approx(early[11])


def test_january_is_small_where_tet_is_early_and_february_where_it_is_late():
    early, late = season(history(), JANUARY), season(history(), Month(2026, 1))
    assert early.holiday.days == ((1, 5), (2, 4))
    assert late.holiday.days == ((2, 9),)
    assert 0.1 < early.holiday.loss < 0.3
    assert early.shares[0] < late.shares[0]
    assert early.shares[1] > late.shares[1]


def test_days_that_an_official_typed_stand_for_the_calendar_s():
    wish = PathWish(holiday_days=((1, 9),))
    found = season(history(), JANUARY, wish=wish)
    assert (found.holiday.days, found.holiday.typed) == (((1, 9),), True)
    assert found.shares[0] < season(history(), JANUARY).shares[0]


def test_beyond_the_calendar_tet_is_left_where_it_was():
    found = season(held(range(2041, 2046)), Month(2046, 1))
    assert found.holiday is None
    assert found.shares is not None


# How good it is -------------------------------------------------------------------------------


def test_the_plain_means_of_2014_to_2024_are_those_that_were_measured():
    years = [
        [history()[Month(year, number).ordinal] for number in range(1, 13)]
        for year in range(2014, 2025)
    ]
    means = [fmean(month) for month in zip(*([m / sum(y) for m in y] for y in years), strict=True)]
    along = [round(100 * sum(means[: n + 1]), 1) for n in range(11)]
    # The domain's list says Jan 7.6, Apr 30.4, Jun 46.8, Jul 55.3, Aug 64.6, Oct 82.2, Nov 91.0:
    # the published months give these, at most 0.2 away.
    assert along == [7.8, 14.0, 22.6, 30.5, 38.5, 46.9, 55.4, 64.7, 73.3, 82.3, 91.1]


def test_the_season_beats_a_straight_line_and_last_year_s_shape_at_every_month():
    ours, line, last, plain = (
        errors(METHODS[name])
        for name in (
            "season (what the path follows)",
            "straight line",
            "last year's shape",
            "plain mean of eleven years",
        )
    )
    for month in range(11):
        assert ours[month] < line[month]
        assert ours[month] < last[month]
    assert ours[0] < plain[0] / 2  # Tết
    assert sum(ours) < sum(plain)


def test_it_does_so_on_the_years_that_the_sample_archive_holds():
    ours, line = (
        errors(METHODS[name], SAMPLE_YEARS, SAMPLE_SINCE)
        for name in ("season (what the path follows)", "straight line")
    )
    assert all(our < their for our, their in zip(ours, line, strict=True))
