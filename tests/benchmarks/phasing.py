"""How good is the path? The error of the full year that a cumulative and its share imply.

Every year from 2011 to 2025 is foretold from the years before it alone, on the published history
of Viet Nam's exports, by a straight line, last year's shape, the mean of the last eleven years, and
the season as the application finds it.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import accumulate
from statistics import fmean

from desktop.analysis.phasing import season
from desktop.analysis.seasonal import complete
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.phasing import PathWish, Phasing
from desktop.figures.places import sample

YEARS = range(2011, 2026)
SAMPLE_SINCE, SAMPLE_YEARS = 2014, range(2018, 2025)
MEAN_OF = 11
_THOUSANDTHS = 10**9
"""In a million US dollars."""

Shares = Sequence[Fraction] | Sequence[float]
Method = Callable[[dict[int, int], int], Shares]


@dataclass(frozen=True, slots=True)
class Line:
    """A method's mean absolute error after each month, January to November, as a fraction."""

    name: str
    errors: tuple[float, ...]

    def __str__(self) -> str:
        """Write one line of the table, in per cent."""
        return f"{self.name:<34}" + "".join(f"{error:7.1%}" for error in self.errors)


@cache
def history(flow: str = "exports") -> dict[int, int]:
    """Every published month, 2000-2025, in thousandths of a US dollar by `Month.ordinal`."""
    place = sample("facts", "vn_trade_history.csv")
    with place.open(encoding="utf-8", newline="") as lines:
        return {
            Month(int(line["year"]), int(line["month"])).ordinal: round(
                float(line[f"{flow}_musd"]) * _THOUSANDTHS
            )
            for line in csv.DictReader(lines)
        }


def by_wish(wish: PathWish) -> Method:
    """The application's own shares, as an official wishes them."""

    def shares(held: dict[int, int], year: int) -> Shares:
        found = season(held, Month(year, 1), wish=wish).shares
        assert found is not None
        return found

    return shares


def plain_mean(held: dict[int, int], year: int) -> Shares:
    """The mean of the last eleven years, Tết wherever it fell, no year left out."""
    past = [
        complete(held, Month(y, 1).ordinal, MONTHS_PER_YEAR) for y in range(year - MEAN_OF, year)
    ]
    return [fmean(month) for month in zip(*(shares for shares in past if shares), strict=True)]


METHODS: dict[str, Method] = {
    "straight line": by_wish(PathWish(Phasing.LINEAR)),
    "last year's shape": by_wish(PathWish(Phasing.LAST_YEAR)),
    "plain mean of eleven years": plain_mean,
    "season, exceptional years too": by_wish(PathWish(with_exceptional=True)),
    "season (what the path follows)": by_wish(PathWish()),
}


def errors(method: Method, years: Sequence[int] = YEARS, since: int = 2000) -> tuple[float, ...]:
    """Give the mean absolute error of the implied full year after each month.

    `since` is the first year that is held.
    """
    by_year = [_errors_of(method, year, since) for year in years]
    return tuple(sum(month) / len(by_year) for month in zip(*by_year, strict=True))


def _errors_of(method: Method, year: int, since: int) -> list[float]:
    begin, first = Month(since, 1).ordinal, Month(year, 1).ordinal
    held = {month: value for month, value in history().items() if begin <= month < first}
    along = accumulate(float(share) for share in method(held, year))
    actual = list(accumulate(history()[first + n] for n in range(MONTHS_PER_YEAR)))
    pairs = list(zip(actual, along, strict=True))[:-1]
    return [abs(cumulative / share / actual[-1] - 1) for cumulative, share in pairs]


def rows() -> Iterator[object]:
    """The table, a line a method; nothing is timed."""
    yield " " * 34 + "".join(f"{month:>7}" for month in range(1, MONTHS_PER_YEAR))
    for name, method in METHODS.items():
        yield Line(name, errors(method))
    yield f"as the sample archive holds it, from {SAMPLE_SINCE}: years {SAMPLE_YEARS[0]}-2024"
    for name, method in METHODS.items():
        yield Line(name, errors(method, SAMPLE_YEARS, SAMPLE_SINCE))
