"""One series in one calendar year: twelve months and twelve cumulatives, each with its source."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, final

import numpy as np

from desktop.analysis.cumulative import ORIGINS, cumulatives
from desktop.analysis.growth import index_growth
from desktop.analysis.printed import Lines, Printed, lay_out
from desktop.analysis.rows import VALUES
from desktop.analysis.year import (
    DATE,
    FIRMNESS,
    GROWTH_ROW,
    MONTH,
    MONTH_GROWTH_ROW,
    MONTH_KNOWN,
    MONTH_ROW,
    NONE,
    ORIGIN,
    ROW,
    VALUE,
    Fields,
    Year,
)
from desktop.figures.figure import Source, Status
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from weakref import ReferenceType

    import numpy.typing as npt
    import pandas as pd

    from desktop.analysis.results import CumulativeOrigin
    from desktop.analysis.rows import Amounts, Columns, IntArray
    from desktop.analysis.year import Cell
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

    `growth_printed` is the growth to date that a return printed, a fraction, with its source;
    `month_growth_printed` that of the month.
    """

    year: int
    months: tuple[Amount | None, ...]
    to_date: tuple[Amount | None, ...]
    growth_printed: tuple[tuple[float, Source] | None, ...]
    month_growth_printed: tuple[tuple[float, Source] | None, ...]

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
    return Line(year, nothing, nothing, nothing, nothing)


@dataclass(frozen=True, eq=False)
class Laid:
    """Which book returns were laid on, and the numbers of the series that they touched."""

    on: ReferenceType[Book]
    touched: IntArray


@dataclass(frozen=True, eq=False)
class Book:
    """Every series of a frame, with the cumulative rule applied, a year at a time.

    `laid` tells of the book that this one was made of, if it was: all other series are as there,
    and so are all years that no return touched.
    """

    printed: Printed
    cells: tuple[Year, ...]
    laid: Laid | None = None

    @property
    def years(self) -> range:
        """The calendar years the figures lie in."""
        first = self.printed.first_year
        return range(first, first + len(self.cells))

    def year(self, year: int) -> Year | None:
        """Give a calendar year of all series; None where no figure lies in it."""
        place = year - self.printed.first_year
        return self.cells[place] if 0 <= place < len(self.cells) else None

    def of_all_years(self, field: str, at: Any) -> npt.NDArray[Any]:
        """Give one of `year.Fields` of series (one or several) in all years: (…, years, 12)."""
        return np.stack([getattr(year.whole, field)[at] for year in self.cells], axis=-2)

    def cells_of(self, series: Series, year: int) -> list[Cell] | None:
        """Give the months of a series in a year; None where there are no figures of either."""
        held, number = self.year(year), self.printed.series.get(series)
        if held is None or number is None:
            return None
        return held.once(("cells", number), lambda: held.at(number))

    def line(self, series: Series, year: int) -> Line:
        """Give a series in a year; all unknown where there are no figures of it."""
        held, cells = self.year(year), self.cells_of(series, year)
        if held is None or cells is None:
            return unknown_line(year)
        number = self.printed.series[series]
        return held.once(("line", number), lambda: self._line(year, cells))

    def _line(self, year: int, cells: list[Cell]) -> Line:
        months, to_date = map(self.month, cells), map(self.cumulative, cells)
        growths = (tuple(map(of, cells)) for of in (self.growth_printed, self.month_growth_printed))
        return Line(year, tuple(months), tuple(to_date), *growths)

    def held(self, series: Series, year: int | None = None) -> list[Month]:
        """Give the months with any figure of a series: of the month itself, or up to it."""
        number = self.printed.series.get(series)
        if number is None or year not in (None, *self.years):
            return []
        return [
            Month(of, month + 1)
            for of in (self.years if year is None else (year,))
            for cells in (self.cells[of - self.printed.first_year].whole,)
            for month in np.flatnonzero(cells.known[number] | cells.month_known[number]).tolist()
        ]

    def to_date(self, series: Series, month: Month) -> int | None:
        """Give a cumulative in thousandths, without its source."""
        year, number = self.year(month.year), self.printed.series.get(series)
        if year is None or number is None:
            return None
        told = year.months[month.number - 1]
        return int(told.value[number]) if told.known[number] else None

    def history(self, series: Series) -> dict[int, int]:
        """Give every month that is known, in thousandths, by `Month.ordinal`.

        A month is the step between two cumulatives where both are known, so that the months of a
        whole year sum to the year as it stands; else the month as printed.
        """
        found: dict[int, int] = {}
        number = self.printed.series.get(series)
        if number is None:
            return found
        for year, cells in zip(self.years, self.cells, strict=True):
            found |= cells.once(("history", number), partial(_history, cells, number, year))
        return found

    def told_of(self, series: Series, month: Month) -> Amount | None:
        """Give a month of a series with how firm it is and where it was read; None if unknown."""
        cells = self.cells_of(series, month.year)
        return None if cells is None else self.month(cells[month.number - 1])

    def largest_month(self, series: Series, through: Month) -> Month | None:
        """Find the month with the largest figure up to a month; None where none is known."""
        number = self.printed.series.get(series)
        if number is None:
            return None
        first = self.printed.first_year * MONTHS_PER_YEAR
        counts = slice(max(0, through.ordinal - first + 1))
        places = np.flatnonzero(self.of_all_years("month_known", number).reshape(-1)[counts])
        if not len(places):
            return None
        values = self.of_all_years("month", number).reshape(-1)
        return Month.from_ordinal(first + int(places[values[places].argmax()]))

    def cumulative(self, at: Cell) -> Amount | None:
        """Give the cumulative to a month."""
        amounts, told = at
        if told[DATE] == NONE:
            return None
        source = self.printed.rows.source(told[ROW])
        return Amount(amounts[VALUE], _STATUSES[told[FIRMNESS]], source, ORIGINS[told[ORIGIN]])

    def month(self, at: Cell) -> Amount | None:
        """Give a month alone; what was not printed is a step to its cumulative."""
        amounts, told = at
        if not told[MONTH_KNOWN]:
            return None
        value, row, rows = amounts[MONTH], told[MONTH_ROW], self.printed.rows
        if row != NONE:
            return Amount(value, rows.status(row), rows.source(row), ORIGINS[0])
        step = self.cumulative(at)
        assert step is not None  # a month is derived from its cumulative
        return Amount(value, step.status, step.source, step.origin, derived=True)

    def growth_printed(self, at: Cell) -> tuple[float, Source] | None:
        """Give the printed growth to date through a month."""
        return self._growth_at(at[1][GROWTH_ROW])

    def month_growth_printed(self, at: Cell) -> tuple[float, Source] | None:
        """Give the printed growth of a month alone."""
        return self._growth_at(at[1][MONTH_GROWTH_ROW])

    def _growth_at(self, row: int) -> tuple[float, Source] | None:
        return None if row == NONE else (self.growth_told(row), self.printed.rows.source(row))

    def growth_told(self, row: int) -> float:
        """Give the growth that the printed index of a row means."""
        return index_growth(int(self.printed.rows.value[row]))


def _history(year: Year, number: int, of: int) -> dict[int, int]:
    found, before, before_known = {}, 0, True
    whole = year.whole
    fields = whole.known, whole.value, whole.month_known, whole.month
    steps = zip(*(field[number].tolist() for field in fields), strict=True)
    for ordinal, (known, to_date, month_known, month) in enumerate(steps, of * MONTHS_PER_YEAR):
        if known and before_known:
            found[ordinal] = to_date - before
        elif month_known:
            found[ordinal] = month
        before, before_known = to_date, known
    return found


def laid_out(
    frame: pd.DataFrame | Columns,
    *,
    first_release: bool = False,
    every_subject: bool = True,
    amounts: Amounts = VALUES,
) -> Book | None:
    """Lay out rows with `FIGURE_COLUMNS`, as `lay_out` reads it; None where none counts."""
    read = lay_out(
        frame, first_release=first_release, every_subject=every_subject, amounts=amounts
    )  # fmt: skip
    return book_of(*read) if read else None


def book_of(printed: Printed, lines: Lines) -> Book:
    """Apply the cumulative rule to what was printed in the years of series that are told of."""
    held, told = lines.spread(*cumulatives(printed.rows, lines.places, printed.direction))
    cells = [Year(Fields(held[:, year], told[:, year])) for year in range(printed.years)]
    return Book(printed, tuple(cells))
