"""How far figures move after their first release: by release, by age, and by how firm they were."""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import fmean, median
from typing import TYPE_CHECKING, NamedTuple

from desktop.figures.month import Month

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from desktop.analysis.revisions.triangle import Release, Row, Triangle
    from desktop.figures.figure import Status


class Pair(NamedTuple):
    """What was said first of a month, and later."""

    month: Month
    first: Release
    later: Release

    @property
    def change(self) -> float | None:
        """The revision as a fraction of the first figure; None where that is nothing."""
        size = abs(self.first.value)
        return (self.later.value - self.first.value) / size if size else None


@dataclass(frozen=True, slots=True)
class Size:
    """How far `count` figures moved, as fractions of what was first said.

    `mean_absolute` and `mean_signed` are the usual measures (OECD, Data and Metadata Reporting
    handbook); `mean_error` is by how much the first figure missed the later one, of the later one.
    `spread` is the root of the mean square: the standard deviation about no revision.
    """

    count: int
    mean_absolute: float
    mean_signed: float
    mean_error: float
    median_absolute: float
    spread: float
    largest: float
    largest_month: Month


def size(pairs: Iterable[Pair]) -> Size | None:
    """Measure revisions; None where there is none to measure."""
    found = [(pair, change) for pair in pairs if (change := pair.change) is not None]
    if not found:
        return None
    changes = [change for _, change in found]
    pair, largest = max(found, key=lambda f: (abs(f[1]), f[0].month))
    return Size(
        count=len(found),
        mean_absolute=fmean(map(abs, changes)),
        mean_signed=fmean(changes),
        mean_error=fmean(_error(p) for p, _ in found),
        median_absolute=median(map(abs, changes)),
        spread=math.sqrt(fmean(c * c for c in changes)),
        largest=largest,
        largest_month=pair.month,
    )


def _error(pair: Pair) -> float:
    later = abs(pair.later.value)
    return abs(pair.first.value - pair.later.value) / later if later else 0.0


def statuses(triangle: Triangle) -> tuple[Status, ...]:
    """The firmness that first releases had, in the order in which they came up: the eras."""
    return tuple(dict.fromkeys(row.first.status for row in triangle.rows))


def to_latest(triangle: Triangle, status: Status | None = None) -> Size | None:
    """The size of revisions from the first release to the latest, of first releases so firm.

    Months that were told once only are left out: nothing says whether they stand.
    """
    return size(_pairs(triangle, status, lambda row: row.latest))


def by_release(triangle: Triangle, status: Status | None = None) -> dict[int, Size]:
    """The size of revisions from the first to the n-th release; 2 is the second."""
    most = max((len(row.releases) for row in triangle.rows), default=0)
    found = {n: size(_pairs(triangle, status, _nth(n))) for n in range(2, most + 1)}
    return {n: measured for n, measured in found.items() if measured}


def by_age(
    triangle: Triangle, ages: Iterable[int], status: Status | None = None
) -> dict[int, Size]:
    """The size of revisions from the first release to what stood so many months after it.

    A month counts where anything of the series was released so late.
    """
    last = max(triangle.days, default=None)
    found = {age: size(_pairs(triangle, status, _aged(age, last))) for age in ages} if last else {}
    return {age: measured for age, measured in found.items() if measured}


def pairs(
    triangle: Triangle, status: Status | None = None, *, months: int | None = None
) -> tuple[Pair, ...]:
    """The revisions that `usual` measures: those of which a size can be told."""
    last = max(triangle.days, default=None)
    later = (lambda row: row.latest) if months is None else _aged(months, last)
    return tuple(p for p in _pairs(triangle, status, later) if p.change is not None)


def usual(
    triangle: Triangle, status: Status | None = None, *, months: int | None = None
) -> Size | None:
    """The usual revision of a figure that was first released so firm, of any where None.

    `months` says how long after its release; without it, what becomes of it in the end.
    """
    if months is None:
        return to_latest(triangle, status)
    return by_age(triangle, (months,), status).get(months)


def _pairs(
    triangle: Triangle, status: Status | None, later: Callable[[Row], Release | None]
) -> Iterable[Pair]:
    for row in triangle.rows:
        found = later(row) if len(row.releases) > 1 else None
        if found and (status is None or row.first.status is status):
            yield Pair(row.month, row.first, found)


def _nth(number: int) -> Callable[[Row], Release | None]:
    return lambda row: row.releases[number - 1] if len(row.releases) >= number else None


def _aged(age: int, last: date | None) -> Callable[[Row], Release | None]:
    def then(row: Row) -> Release | None:
        first = row.first.reported_on
        day = (Month.of(first) + age).day(first.day)
        if last is None or day > last:
            return None
        return next(r for r in reversed(row.releases) if r.reported_on <= day)

    return then
