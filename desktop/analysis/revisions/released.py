"""What each day's releases told of a series, by the rules that the shown figures follow.

Every day of report becomes a vintage of its own in one frame, so that all of them are laid out at
once: a vintage holds what had been reported by its day of the years that its returns speak of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from desktop.analysis.cumulative import ORIGINS, Cumulatives, cumulatives
from desktop.analysis.printed import NONE, Printed, lay_out
from desktop.analysis.results import CumulativeOrigin
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import NATIONAL, WORLD, Flow, Measure, Ownership, Series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.figures.figure import Source

_COUNTED = (Measure.VALUE, Measure.QUANTITY)
_PLAIN = {
    "flow": Flow.EXPORT.value, "measure": Measure.VALUE.value, "market": WORLD,
    "ownership": Ownership.ALL.value, "province": NATIONAL,
}  # fmt: skip
"""What every series passes for: the rules know one series as well as the next."""
_MONTHS = (CumulativeOrigin.PRINTED, CumulativeOrigin.IMPLIED)
_NEVER = -2
"""Rank of a day on which nothing that counts was told."""


@dataclass(frozen=True, slots=True)
class Telling:
    """What the releases of a day left standing for a month (thousandths), and the cell."""

    month: Month
    reported_on: str
    value: int
    source: Source
    origin: CumulativeOrigin


@dataclass(frozen=True, slots=True)
class Tellings:
    """Of the months alone, and of January to each month."""

    months: tuple[Telling, ...] = ()
    to_date: tuple[Telling, ...] = ()


def tellings(figures: pd.DataFrame, series: Series) -> Tellings:
    """Say what each release told of a series; nothing where it has no value or quantity."""
    own = figures[_of(figures, series)] if series.measure in _COUNTED else figures[:0]
    if own.empty:
        return Tellings()
    days = sorted(own["reported_on"].unique())
    printed = lay_out(_as_vintages(own, days))
    if printed is None:
        return Tellings()
    ranks = {
        day: rank for rank, day in enumerate(sorted(set(printed.rows.words.column("reported_on"))))
    }
    vintages = {number: days[int(s.item)] for s, number in printed.series.items()}
    rank = np.array([ranks.get(vintages[n], _NEVER) for n in range(len(vintages))])
    sheet = _Sheet(printed, cumulatives(printed), vintages, rank[:, None, None])
    return Tellings(tuple(sheet.months()), tuple(sheet.to_date()))


def _of(figures: pd.DataFrame, series: Series) -> BoolArray:
    wanted = np.ones(len(figures), np.bool_)
    for name in ("flow", "measure", "item", "market", "ownership", "province"):
        wanted &= figures[name].to_numpy() == getattr(series, name)
    return wanted


def _as_vintages(own: pd.DataFrame, days: list[str]) -> pd.DataFrame:
    """Copy the rows into every vintage that counts them, the vintage's place as their item."""
    day = np.searchsorted(days, own["reported_on"].to_numpy(object).astype(str))
    year = own["period_end"].to_numpy() // MONTHS_PER_YEAR
    kept, vintage = [], []
    for place in range(len(days)):
        spoken_of = np.unique(year[day == place])
        rows = np.flatnonzero((day <= place) & np.isin(year, spoken_of))
        kept.append(rows)
        vintage.append(np.full(len(rows), place))
    items = pd.Series(np.concatenate(vintage)).astype("str").to_numpy(object)
    return own.take(np.concatenate(kept)).assign(**_PLAIN, item=items)


@dataclass(frozen=True, eq=False)
class _Sheet:
    """All vintages laid out: the day of each by its number, and that day's rank among the dates."""

    printed: Printed
    known: Cumulatives
    days: dict[int, str]
    rank: IntArray

    def to_date(self) -> Iterator[Telling]:
        best = self.known.best
        told = self.known.known & self._new(best.date)
        yield from self._told(told, best.value, best.row, best.origin)

    def months(self) -> Iterator[Telling]:
        """The month as printed, else as inferred; January is its cumulative."""
        known, best = self.known, self.known.best
        january = np.arange(MONTHS_PER_YEAR) == 0
        printed = (known.month_row != NONE) & ~january
        inferred = best.date.copy()
        inferred[..., 1:] = np.maximum(best.date[..., 1:], best.date[..., :-1])
        date = np.where(printed, self.printed.rows.date[known.month_row], inferred)
        value = np.where(january, best.value, known.month)
        row = np.where(printed, known.month_row, best.row)
        told = known.month_known & self._new(date)
        yield from self._told(told, value, row, self._origins(printed, january))

    def _origins(self, printed: BoolArray, january: BoolArray) -> IntArray:
        """How each month is known: January as its cumulative is, unless that is the month alone."""
        as_printed, implied = (ORIGINS.index(o) for o in _MONTHS)
        summed = self.known.best.origin == ORIGINS.index(CumulativeOrigin.SUMMED)
        of_january = np.where(summed, as_printed, self.known.best.origin)
        return np.where(january, of_january, np.where(printed, as_printed, implied))

    def _new(self, date: IntArray) -> BoolArray:
        """What the vintage's own day told: the rest is older news."""
        return np.asarray(date == self.rank, np.bool_)

    def _told(
        self, cells: BoolArray, value: IntArray, row: IntArray, origin: IntArray
    ) -> Iterator[Telling]:
        first = self.printed.first_year * MONTHS_PER_YEAR
        for cell in map(tuple, np.argwhere(cells).tolist()):
            number, year, month = cell
            yield Telling(
                Month.from_ordinal(first + year * MONTHS_PER_YEAR + month),
                self.days[number],
                int(value[cell]),
                self.printed.rows.source(int(row[cell])),
                ORIGINS[origin[cell]],
            )
