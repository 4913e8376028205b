"""The revision triangle: a row for each month, a cell for each release that told of it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.analysis.growth import usd
from desktop.analysis.results import CumulativeOrigin
from desktop.analysis.revisions.released import Telling, tellings
from desktop.figures.figure import Source, Status
from desktop.figures.month import Month

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from desktop.figures.series import Series


@dataclass(frozen=True, slots=True)
class Release:
    """What stood for a month from a day on: the value in its unit, how firm, and its cell.

    `origin` says of a cumulative how it is known; a month that was not printed, and was inferred
    from cumulatives, is `IMPLIED`. A balance has the cell of exports as `source`, of imports as
    `other`.
    """

    reported_on: date
    value: float
    status: Status
    source: Source
    origin: CumulativeOrigin
    other: Source | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """One month, or January to it: its releases, the first one first; there is at least one."""

    month: Month
    releases: tuple[Release, ...]

    @property
    def first(self) -> Release:
        """The first release."""
        return self.releases[0]

    @property
    def latest(self) -> Release:
        """The newest release."""
        return self.releases[-1]

    def before(self, day: date) -> Row | None:
        """Give what had been released before a day; None where nothing had."""
        known = tuple(r for r in self.releases if r.reported_on < day)
        return Row(self.month, known) if known else None


@dataclass(frozen=True, slots=True)
class Triangle:
    """The releases of one series, by month; `series` is None for the balance.

    `cumulative` says whether a row is January to its month. Values are US dollars or the unit of
    the series' quantity.
    """

    series: Series | None
    cumulative: bool
    rows: tuple[Row, ...]

    @property
    def days(self) -> tuple[date, ...]:
        """The days of report, which are the columns, oldest first."""
        return tuple(sorted({r.reported_on for row in self.rows for r in row.releases}))

    def since(self, first: Month) -> Triangle:
        """Give the rows from a month on."""
        kept = tuple(row for row in self.rows if row.month >= first)
        return Triangle(self.series, self.cumulative, kept)

    def before(self, day: date) -> Triangle:
        """Give what had been released before a day: what it was made of then says the same."""
        kept = (row if row.latest.reported_on < day else row.before(day) for row in self.rows)
        return Triangle(self.series, self.cumulative, tuple(row for row in kept if row))


def triangle(figures: pd.DataFrame, series: Series, *, cumulative: bool = False) -> Triangle:
    """Lay out what each release told of a series, by the rules that the shown figures follow.

    Args:
        figures: Rows with `FIGURE_COLUMNS`, every release of them; other series are passed over.
        series: Value or quantity, of whatever item, market, ownership and province.
        cumulative: January to each month instead of the month alone. January is both.
    """
    told = tellings(figures, series, cumulative=cumulative)
    days = {day: date.fromisoformat(day) for day in {t.reported_on for t in told}}
    rows = _rows((t.month, _release(t, days[t.reported_on])) for t in told)
    return Triangle(series, cumulative, rows)


def balance_triangle(
    figures: pd.DataFrame, exports: Series, imports: Series, *, cumulative: bool = False
) -> Triangle:
    """Lay out the balance that each release left: exports less imports as they stood that day."""
    sold, bought = (triangle(figures, s, cumulative=cumulative) for s in (exports, imports))
    other = {row.month: row.releases for row in bought.rows}
    rows = [
        (row.month, release)
        for row in sold.rows
        for release in _less(row.releases, other.get(row.month, ()))
    ]
    return Triangle(None, cumulative, _rows(rows))


def _release(told: Telling, day: date) -> Release:
    return Release(day, usd(told.value), told.source.status, told.source, told.origin)


def _rows(releases: Iterable[tuple[Month, Release]]) -> tuple[Row, ...]:
    by_month: dict[Month, list[Release]] = defaultdict(list)
    for month, release in releases:
        by_month[month].append(release)
    return tuple(
        Row(month, tuple(sorted(found, key=lambda r: r.reported_on)))
        for month, found in sorted(by_month.items())
    )


def _less(sold: tuple[Release, ...], bought: tuple[Release, ...]) -> Iterable[Release]:
    for day in sorted({r.reported_on for r in (*sold, *bought)}):
        one, other = _standing(sold, day), _standing(bought, day)
        if one and other:
            firm = min(one.status, other.status, key=lambda s: s.rank)
            value = one.value - other.value
            yield Release(day, value, firm, one.source, one.origin, other.source)


def _standing(releases: tuple[Release, ...], day: date) -> Release | None:
    return next((r for r in reversed(releases) if r.reported_on <= day), None)
