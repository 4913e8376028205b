"""One series in one calendar year: twelve months and twelve cumulatives, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, final

import numpy as np

from desktop.analysis.cumulative import ORIGINS, Cumulatives, cumulatives
from desktop.analysis.growth import index_growth
from desktop.analysis.printed import NONE, Printed, lay_out
from desktop.analysis.rows import VALUES
from desktop.figures.figure import Source, Status
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from collections.abc import Iterable
    from weakref import ReferenceType

    import pandas as pd

    from desktop.analysis.results import CumulativeOrigin
    from desktop.analysis.rows import Amounts, IntArray
    from desktop.figures.series import Series

_STATUSES = tuple(Status)


@final  # always true, so that `amount and amount.value` is the value or None
@dataclass(frozen=True, slots=True)
class Amount:
    """A known amount in thousandths: how firm, from where, and how it is known.

    `origin` speaks of a cumulative, `derived` of a month that was not printed.
    """

    value: int
    status: Status
    source: Source
    origin: CumulativeOrigin
    derived: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A series through one year. `months` and `to_date` have twelve places, None for unknown.

    `growth_printed` is the growth to date that a return printed, a fraction, with its source.
    """

    year: int
    months: tuple[Amount | None, ...]
    to_date: tuple[Amount | None, ...]
    growth_printed: tuple[tuple[float, Source] | None, ...]

    @property
    def month_values(self) -> tuple[int | None, ...]:
        """The twelve months in thousandths."""
        return tuple(a and a.value for a in self.months)

    @property
    def cumulative_values(self) -> tuple[int | None, ...]:
        """The twelve cumulatives in thousandths."""
        return tuple(a and a.value for a in self.to_date)

    def held(self) -> tuple[Month, ...]:
        """The months with any figure: of the month itself, or up to it."""
        both = zip(self.months, self.to_date, strict=True)
        return tuple(Month(self.year, n) for n, pair in enumerate(both, 1) if any(pair))


def unknown_line(year: int) -> Line:
    """Give a year of which nothing is known."""
    nothing = (None,) * MONTHS_PER_YEAR
    return Line(year, nothing, nothing, nothing)


@dataclass(frozen=True, eq=False)
class Laid:
    """Which book returns were laid on, and the numbers of the series that they touched."""

    on: ReferenceType[Book]
    touched: IntArray


@dataclass(frozen=True, eq=False)
class Book:
    """Every series of a frame, with the cumulative rule applied.

    `laid` tells of the book that this one was made of, if it was: all other series are as there.
    """

    printed: Printed
    known: Cumulatives
    laid: Laid | None = None

    @property
    def years(self) -> range:
        """The calendar years the figures lie in."""
        first = self.printed.first_year
        return range(first, first + self.printed.years)

    def line(self, series: Series, year: int) -> Line:
        """Give a series in a year; all unknown where there are no figures of it."""
        place = self.printed.place(series, year)
        if place is None:
            return unknown_line(year)
        at = [(*place, m) for m in range(MONTHS_PER_YEAR)]
        return Line(
            year,
            tuple(self.month(cell) for cell in at),
            tuple(self.cumulative(cell) for cell in at),
            tuple(self.growth_printed(cell) for cell in at),
        )

    def cumulative(self, cell: tuple[int, int, int]) -> Amount | None:
        """Give the cumulative of (series, year, month 0-11) by their places in the arrays."""
        if not self.known.known[cell]:
            return None
        best = self.known.best
        return Amount(
            int(best.value[cell]),
            _STATUSES[best.firmness[cell]],
            self.printed.rows.source(int(best.row[cell])),
            ORIGINS[best.origin[cell]],
        )

    def value(self, cell: tuple[int, int, int]) -> int | None:
        """Give the cumulative at a place in thousandths, without its source."""
        return int(self.known.best.value[cell]) if self.known.known[cell] else None

    def held(self, series: Series, year: int | None = None) -> list[Month]:
        """Give the months with any figure of a series: of the month itself, or up to it."""
        first, number = self.printed.first_year, self.printed.series.get(series)
        if number is None or year not in (None, *self.years):
            return []
        known = self.known.known[number] | self.known.month_known[number]
        if year is not None:
            known, first = known[year - first], year
        months = np.flatnonzero(known) + first * MONTHS_PER_YEAR
        return [Month.from_ordinal(month) for month in months.tolist()]

    def to_date(self, series: Series, month: Month) -> int | None:
        """Give a cumulative in thousandths, without its source."""
        place = self.printed.place(series, month.year)
        return self.value((*place, month.number - 1)) if place else None

    def history(self, series: Series) -> dict[int, int]:
        """Give every month that is known, in thousandths, by `Month.ordinal`.

        A month is the step between two cumulatives where both are known, so that the months of a
        whole year sum to the year as it stands; else the month as printed.
        """
        found: dict[int, int] = {}
        for year in self.years:
            place = self.printed.place(series, year)
            if place is None:
                continue
            steps = zip(
                self.known.known[place].tolist(), self.known.best.value[place].tolist(),
                self.known.month_known[place].tolist(), self.known.month[place].tolist(),
                strict=True,
            )  # fmt: skip
            found |= _year_of_history(year * MONTHS_PER_YEAR, steps)
        return found

    def told_of(self, series: Series, month: Month) -> Amount | None:
        """Give a month of a series with how firm it is and where it was read; None if unknown."""
        place = self.printed.place(series, month.year)
        return self.month((*place, month.number - 1)) if place else None

    def largest_month(self, series: Series, through: Month) -> Month | None:
        """Find the month with the largest figure up to a month; None where none is known."""
        number = self.printed.series.get(series)
        if number is None:
            return None
        first = self.printed.first_year * MONTHS_PER_YEAR
        counts = slice(max(0, through.ordinal - first + 1))
        known = self.known.month_known[number].reshape(-1)[counts]
        if not known.any():
            return None
        values = self.known.month[number].reshape(-1)[counts]
        places = np.flatnonzero(known)
        return Month.from_ordinal(first + int(places[values[places].argmax()]))

    def month(self, cell: tuple[int, int, int]) -> Amount | None:
        """Give the month alone at a place in the arrays."""
        if not self.known.month_known[cell]:
            return None
        value, row = int(self.known.month[cell]), int(self.known.month_row[cell])
        if row != NONE:
            rows = self.printed.rows
            return Amount(value, rows.status(row), rows.source(row), ORIGINS[0])
        step = self.cumulative(cell)
        assert step is not None  # a month is derived from its cumulative
        return Amount(value, step.status, step.source, step.origin, derived=True)

    def growth_printed(self, cell: tuple[int, int, int]) -> tuple[float, Source] | None:
        """Give the printed growth to date at a place in the arrays."""
        row = int(self.printed.growth[cell])
        return None if row == NONE else (self.growth_told(row), self.printed.rows.source(row))

    def growth_told(self, row: int) -> float:
        """Give the growth that the printed index of a row means."""
        return index_growth(int(self.printed.rows.value[row]))


def _year_of_history(first: int, steps: Iterable[tuple[bool, int, bool, int]]) -> dict[int, int]:
    found, before, before_known = {}, 0, True
    for ordinal, (known, to_date, month_known, month) in enumerate(steps, first):
        if known and before_known:
            found[ordinal] = to_date - before
        elif month_known:
            found[ordinal] = month
        before, before_known = to_date, known
    return found


def laid_out(
    frame: pd.DataFrame, *, first_release: bool = False, amounts: Amounts = VALUES
) -> Book | None:
    """Lay out every subject of trade in a frame with `FIGURE_COLUMNS`; None where none counts."""
    printed = lay_out(frame, first_release=first_release, every_subject=True, amounts=amounts)
    return None if printed is None else Book(printed, cumulatives(printed))
