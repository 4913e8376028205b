"""The season of past years: each month's mean share, with Tết moved to where it falls.

A month that holds the share w of Tết's window loses w x loss of what it would bring. The loss is
estimated from the history itself: the regression, over the years, of the months' shares (relative
to their mean) on their window, shrunk towards nothing. Each year's months are then freed of Tết,
averaged with weights that fall with age, and given the Tết of the year in question.

Number of years, weights and shrinkage are those with the smallest error of the full year that a
cumulative implies, exports 2011-2025, each year foretold from the years before it alone
(``python -m tests.benchmarks phasing`` gives the table).

Nothing but sums, products and quotients of floats in one order: every machine gives the same.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

MOST_YEARS = 8
"""How many years count, the newest. Error over all months: 5 years 2.71 %, 8 2.35 %, 11 2.45 %."""
FADING = 16
"""A year that is n years older among those that count weighs 1 - n/16 of the newest.

Error: 1 - n/8 2.44 %, 1 - n/16 2.35 %, all alike 2.32 %; alike, the path jumps as a year drops out.
"""
SHRINKAGE = 0.1
"""Added to the summed squares of the window: three years move the loss little, eight almost all.

Error in January: without 4.2 %, 0.1 4.5 %, 1.0 6.6 %; a plain mean of eleven years 11.2 %.
"""
GREATEST_LOSS = 0.5
"""A window of nine days of some thirty takes no more, nor gives more; measured: 0.16 to 0.25."""

Shares = Sequence[float]
Windows = Sequence[float]
"""The share of Tết's window in each month of a period; zeros where it has none."""


@dataclass(frozen=True, slots=True)
class Past:
    """One year of the history: each month's share of its sum, and of Tết's window."""

    shares: Shares
    windows: Windows


def weights(count: int) -> tuple[int, ...]:
    """Say how much each of so many years counts, oldest first, the newest `FADING`."""
    return tuple(FADING - age for age in reversed(range(count)))


def holiday_loss(years: Sequence[Past]) -> float:
    """Estimate what a whole window takes from its month; 0 where Tết fell alike in all years."""
    covariance = variance = 0.0
    for month in range(len(years[0].shares)):
        window = [year.windows[month] for year in years]
        usual, share = _mean(window), _mean([year.shares[month] for year in years])
        if not any(window) or share <= 0:
            continue
        moved = [w - usual for w in window]
        odd = [year.shares[month] / share - 1 for year in years]
        covariance -= _mean([w * o for w, o in zip(moved, odd, strict=True)])
        variance += _mean([w * w for w in moved])
    count = len(years)
    loss = count * covariance / (count * variance + SHRINKAGE)
    return max(-GREATEST_LOSS, min(GREATEST_LOSS, loss))


def seasonal_shares(years: Sequence[Past], windows: Windows, loss: float) -> Shares:
    """Give each month's share of a year whose Tết falls as `windows` say."""
    freed = [
        [s / (1 - loss * w) for s, w in zip(year.shares, year.windows, strict=True)]
        for year in years
    ]
    by_month = [_mean(month) for month in zip(*freed, strict=True)]
    placed = [mean * (1 - loss * w) for mean, w in zip(by_month, windows, strict=True)]
    return [share / sum(placed) for share in placed]


def _mean(by_year: Sequence[float]) -> float:
    """Give the mean over the years, oldest first, by their weights."""
    weight = weights(len(by_year))
    return sum(w * value for w, value in zip(weight, by_year, strict=True)) / sum(weight)


def complete(history: Mapping[int, int], first: int, months: int) -> Shares | None:
    """Give the months' shares of a period, from a history by `Month.ordinal`.

    None where one is missing, or where they do not sum to more than nothing.
    """
    values = [history.get(first + n) for n in range(months)]
    known = [v for v in values if v is not None]
    whole = sum(known)
    return tuple(v / whole for v in known) if len(known) == months and whole > 0 else None
