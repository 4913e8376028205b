"""What each day's releases told of a series, by the rules that the shown figures follow.

Every day of report becomes a vintage of its own, and all of them are laid out at once: a vintage
holds what had been reported by its day of the years that its returns speak of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, Self

import numpy as np

from desktop.analysis.cumulative import ORIGINS, cumulatives
from desktop.analysis.printed import Named, Printed, lay_numbered
from desktop.analysis.results import CumulativeOrigin
from desktop.analysis.rows import Taken, counting
from desktop.analysis.rows_told import read_of
from desktop.analysis.year import NONE, Fields
from desktop.figures.figure import FIGURE_COLUMNS
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import Flow, Measure, Series

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import pandas as pd

    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.figures.figure import Source

_COUNTED = (Measure.VALUE, Measure.QUANTITY)
_PLAIN = {"flow": Flow.EXPORT.value, "measure": Measure.VALUE.value}
"""What every series passes for."""
_MONTHS = (CumulativeOrigin.PRINTED, CumulativeOrigin.IMPLIED)
_JANUARY = np.arange(MONTHS_PER_YEAR) == 0


class Telling(NamedTuple):
    """What the releases of a day left standing for a month (thousandths), and the cell."""

    month: Month
    reported_on: str
    value: int
    source: Source
    origin: CumulativeOrigin


def tellings(
    figures: pd.DataFrame, series: Series, *, cumulative: bool = False
) -> tuple[Telling, ...]:
    """Say what each release told of a series; nothing where it has no value or quantity.

    Of the months alone, or of January to each month.
    """
    own = figures[_of(figures, series)] if series.measure in _COUNTED else figures[:0]
    columns = plain_columns(own)
    columns = columns.of(counting(columns, every_subject=True))
    if not len(columns["value"]):
        return ()
    days, day = np.unique(columns["reported_on"].astype(str), return_inverse=True)
    rows, vintage = _copied(day, columns["period_end"] // MONTHS_PER_YEAR, len(days))
    sheet = Sheet.of(columns.of(rows), vintage, days.tolist())
    return tuple(sheet.told_to_date() if cumulative else sheet.told_months())


def plain_columns(figures: pd.DataFrame, **others: IntArray) -> Taken:
    """Take columns of a frame, or `others` in their place; whatever it is that is measured.

    The rules know one series as well as the next.
    """
    same = {name: np.full(len(figures), word, object) for name, word in _PLAIN.items()}
    taken = same | others
    return Taken({name: taken.get(name, figures[name].array) for name in FIGURE_COLUMNS})


def _of(figures: pd.DataFrame, series: Series) -> BoolArray:
    wanted = np.ones(len(figures), np.bool_)
    for name in ("flow", "measure", "item", "market", "ownership", "province"):
        wanted &= figures[name].to_numpy() == getattr(series, name)
    return wanted


def _copied(day: IntArray, year: IntArray, days: int) -> tuple[IntArray, IntArray]:
    """Say which rows each vintage counts, and of each the vintage."""
    years = year - year.min()
    spoken_of = np.zeros((days, int(years.max()) + 1), np.bool_)
    spoken_of[day, years] = True
    rows = [np.flatnonzero((day <= place) & spoken_of[place, years]) for place in range(days)]
    return np.concatenate(rows), np.repeat(np.arange(days), [len(kept) for kept in rows])


class Standing(NamedTuple):
    """Of each vintage and month what is known: the rank of its day, its value, its row."""

    known: BoolArray
    date: IntArray
    value: IntArray
    row: IntArray


@dataclass(frozen=True, eq=False)
class Sheet:
    """All vintages laid out, the day of each by its number; `known` holds all their years."""

    printed: Printed
    known: Fields
    days: Sequence[str]

    @classmethod
    def of(cls, columns: Taken, vintage: IntArray, days: Sequence[str]) -> Self:
        """Lay out rows, each of a vintage."""
        printed, lines = lay_numbered(columns, read_of(columns), Named(vintage, {}, vintage[:0]))
        found = cumulatives(printed.rows, lines.places, printed.direction)
        amounts, told = lines.spread(*found)
        known = Fields(amounts.swapaxes(1, 2), told.swapaxes(1, 2))
        return cls(printed, known, days)

    def told_to_date(self) -> Iterator[Telling]:
        """Give what was told of January to each month."""
        known = self.known
        standing = Standing(known.known, known.date, known.value, known.row)
        yield from self._told(standing, known.origin)

    def told_months(self) -> Iterator[Telling]:
        """Give what was told of each month."""
        yield from self._told(self.months(), self._origins())

    def months(self) -> Standing:
        """The month as printed, else as inferred; January is its cumulative."""
        known, printed = self.known, self._printed
        inferred = known.date.copy()
        inferred[..., 1:] = np.maximum(known.date[..., 1:], known.date[..., :-1])
        date = np.where(printed, self.printed.rows.date[known.month_row], inferred)
        value = np.where(_JANUARY, known.value, known.month)
        row = np.where(printed, known.month_row, known.row)
        return Standing(known.month_known, date, value, row)

    @property
    def _printed(self) -> BoolArray:
        return np.asarray((self.known.month_row != NONE) & ~_JANUARY, np.bool_)

    def _origins(self) -> IntArray:
        """How each month is known: January as its cumulative is, unless that is the month alone."""
        as_printed, implied = (ORIGINS.index(o) for o in _MONTHS)
        origin = self.known.origin
        summed = origin == ORIGINS.index(CumulativeOrigin.SUMMED)
        of_january = np.where(summed, as_printed, origin)
        return np.where(_JANUARY, of_january, np.where(self._printed, as_printed, implied))

    def _told(self, standing: Standing, origin: IntArray) -> Iterator[Telling]:
        """Give what the vintage's own day told: the rest is older news."""
        first, rows = self.printed.first_year * MONTHS_PER_YEAR, self.printed.rows
        dates = sorted(set(rows.words.column("reported_on")))
        rank = np.searchsorted(dates, self.days)[:, None, None]
        at = (standing.known & (standing.date == rank)).nonzero()
        number, year, month = at
        months = map(Month.from_ordinal, (first + year * MONTHS_PER_YEAR + month).tolist())
        days = map(self.days.__getitem__, number.tolist())
        origins = map(ORIGINS.__getitem__, origin[at].tolist())
        sources = rows.sources(standing.row[at])
        yield from map(Telling, months, days, standing.value[at].tolist(), sources, origins)
