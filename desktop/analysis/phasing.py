"""How a target is phased over its months: by the season, evenly, as last year, or as typed."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from desktop.analysis.season import HolidayEffect, Season, SeasonNote
from desktop.analysis.seasonal import (
    MOST_YEARS,
    Past,
    complete,
    holiday_loss,
    seasonal_shares,
    weights,
)
from desktop.analysis.spreading import whole_shares
from desktop.figures.exceptional import EXCEPTIONAL
from desktop.figures.holidays import WINDOW, tet_days
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.phasing import BY_SEASON, PathWish, Phasing

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from desktop.analysis.seasonal import Windows

FEWEST_YEARS = 3
"""Below this one odd year (2020, 2022) shapes the path as much as the season does."""


def season(
    history: Mapping[int, int],
    start: Month,
    months: int = MONTHS_PER_YEAR,
    wish: PathWish = BY_SEASON,
    total: Mapping[int, int] | None = None,
) -> Season:
    """Find how a target for a period is spread.

    Args:
        history: The series' months by `Month.ordinal`, in one unit; those before `start` count.
        start: First month of the period, which may be any: fiscal years, half-years.
        months: How many months the period has.
        wish: What the official asks for.
        total: The same months of the total that the series is part of (of its flow; for a surplus
            exports and imports together): its season serves where the series has none.

    Returns:
        The season; without shares where it cannot be found, and its note says why.
    """
    if wish.phasing is Phasing.LINEAR:
        return Season(wish.phasing, start, _even(months))
    if wish.phasing is Phasing.TYPED:
        return _typed(wish, start, months)
    if wish.phasing is Phasing.LAST_YEAR:
        return _as_last_year(history, start, months)
    own = _by_season(history, start, months, wish)
    if own.shares is None and total is not None:
        whole = _by_season(total, start, months, wish)
        if whole.shares is not None:
            return replace(whole, note=SeasonNote.OF_TOTAL)
    return own


def _even(months: int) -> tuple[Fraction, ...]:
    return (Fraction(1, months),) * months


def _typed(wish: PathWish, start: Month, months: int) -> Season:
    if len(wish.shares) != months or sum(wish.shares) != 1:
        return Season(wish.phasing, start, None, note=SeasonNote.NOT_TYPED)
    return Season(wish.phasing, start, wish.shares)


def _as_last_year(history: Mapping[int, int], start: Month, months: int) -> Season:
    before = start - MONTHS_PER_YEAR
    last = complete(history, before.ordinal, months)
    if last is None:
        return Season(Phasing.LAST_YEAR, start, None, note=SeasonNote.NO_LAST_YEAR)
    return Season(Phasing.LAST_YEAR, start, whole_shares(last), (before.year,), (Fraction(1),))


def _by_season(history: Mapping[int, int], start: Month, months: int, wish: PathWish) -> Season:
    first = start.ordinal
    before = tuple([told for told in history.items() if told[0] < first])
    return _settled(before, start, months, wish)


@lru_cache(maxsize=64)
def _settled(
    before: tuple[tuple[int, int], ...], start: Month, months: int, wish: PathWish
) -> Season:
    """Find the season of past years: what comes of this year leaves it as it is."""
    every = _past(dict(before), start, months)
    odd = () if wish.with_exceptional else tuple(y for y in every if _exceptional(y, start, months))
    ordinary = tuple(y for y in every if y not in odd)
    too_few = len(ordinary) < FEWEST_YEARS
    counted = (tuple(every) if too_few else ordinary)[-MOST_YEARS:]
    if len(counted) < FEWEST_YEARS:
        return Season(Phasing.SEASONAL, start, None, note=SeasonNote.TOO_FEW_YEARS)
    years = [every[year] for year in counted]
    holiday = _holiday(years, start, months, wish)
    windows = _windows(start, months, dict(holiday.days) if holiday else {})
    shares = seasonal_shares(years, windows, holiday.loss if holiday else 0.0)
    by_year = weights(len(counted))
    return Season(
        Phasing.SEASONAL,
        start,
        whole_shares(shares),
        counted,
        tuple(Fraction(weight, sum(by_year)) for weight in by_year),
        () if too_few else tuple(y for y in odd if y > counted[0]),
        holiday,
        SeasonNote.EXCEPTIONAL_KEPT if too_few and odd else None,
    )


def _past(history: Mapping[int, int], start: Month, months: int) -> dict[int, Past]:
    """Every complete period of the same months before, by the year it began in, oldest first."""
    found = {}
    oldest = min(history, default=start.ordinal)
    first = start.ordinal - MONTHS_PER_YEAR * -(-months // MONTHS_PER_YEAR)
    while first >= oldest:
        values = complete(history, first, months)
        if values:
            begun = Month.from_ordinal(first)
            found[begun.year] = Past(values, _calendar_windows(begun, months))
        first -= MONTHS_PER_YEAR
    return dict(reversed(found.items()))


def _exceptional(year: int, start: Month, months: int) -> bool:
    """Say whether at least half of a period that began in a year lies in exceptional years."""
    begun = Month(year, start.number)
    odd = sum((begun + n).year in EXCEPTIONAL for n in range(months))
    return 2 * odd >= months


def _holiday(
    years: Sequence[Past], start: Month, months: int, wish: PathWish
) -> HolidayEffect | None:
    """Say what Tết takes and where it falls.

    None where it touches no month of the period, or lies beyond the calendar: then it is left
    where the past years had it.
    """
    typed = bool(wish.holiday_days)
    days = dict(wish.holiday_days) if typed else _calendar_days(start, months)
    if not days:
        return None
    return HolidayEffect(holiday_loss(years), tuple(sorted(days.items())), len(WINDOW), typed)


@cache
def _calendar_windows(start: Month, months: int) -> Windows:
    return _windows(start, months, _calendar_days(start, months))


def _calendar_days(start: Month, months: int) -> dict[int, int]:
    inside = [start + n for n in range(months)]
    by_year = {year: tet_days(year) for year in {month.year for month in inside}}
    return {m.number: by_year[m.year][m.number] for m in inside if m.number in by_year[m.year]}


def _windows(start: Month, months: int, days: Mapping[int, int]) -> Windows:
    return tuple(days.get((start + n).number, 0) / len(WINDOW) for n in range(months))
