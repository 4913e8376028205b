"""The printed figures of a frame, laid out by series, year and month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from desktop.analysis.rows import VALUES, columns_of, counting, rows_of
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.series import Flow, Measure, Ownership, Series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.analysis.rows import Amounts, BoolArray, Columns, IntArray, ObjectArray, Rows

NONE = -1
"""No row: the figure was not printed."""

_BASES = (Basis.CUMULATIVE, *(basis for basis in Basis if basis is not Basis.CUMULATIVE))
_NAMES = {basis.value: -place for place, basis in enumerate(_BASES)}
_SUBJECT = ("flow", "item", "market", "ownership", "province")
Subject = tuple[str, str, str, str, str]
"""Flow, item, market, ownership and province, as rows write them."""
Placed = tuple["IntArray", "IntArray"]
"""Cells of an array laid flat, and the rows that belong there; of one cell's the last, the best."""


@dataclass(frozen=True, eq=False)
class Printed:
    """Which row holds which printed figure.

    The row arrays have the shape (series, years, 12) and hold row numbers, or `NONE`:

    - `month`: the month alone; `to_date`: January to that month under any name (January is
      both); `growth`: the printed index of that.
    - `next_to_date` and `next_month`: the next month's two figures as one return printed them
      together, the return for that next month.

    `subjects` number the series by what they are about in the words of rows. `direction` is 1
    where the newest report wins, -1 where the first does.
    """

    rows: Rows
    series: dict[Series, int]
    subjects: dict[Subject, int]
    first_year: int
    month: IntArray
    to_date: IntArray
    growth: IntArray
    next_to_date: IntArray
    next_month: IntArray
    direction: int

    @property
    def years(self) -> int:
        """How many calendar years the arrays cover."""
        return int(self.month.shape[1])

    def place(self, series: Series, year: int) -> tuple[int, int] | None:
        """First two indices of a series in a year, or None where nothing is held of either."""
        number = self.series.get(series)
        offset = year - self.first_year
        return None if number is None or not 0 <= offset < self.years else (number, offset)


def lay_out(
    frame: pd.DataFrame,
    *,
    first_release: bool = False,
    every_subject: bool = False,
    amounts: Amounts = VALUES,
) -> Printed | None:
    """Lay out a frame with `FIGURE_COLUMNS`; None where no row of it counts.

    With `every_subject` provinces, items by market and the items of imports count too.
    `amounts` is what is measured, which every series of the answer is named with.

    Where one figure stands in several rows, the newest report wins (with `first_release` the
    oldest), then the firmer status, then the return that the archive ranks higher. One return may
    print the same figure under two names (a quarter is a cumulative too): "cumulative" wins.
    """
    read = read_rows(columns_of(frame), every_subject=every_subject, amounts=amounts)
    if read is None:
        return None
    columns, rows = read
    numbers, subjects = _numbered(columns)
    series = {series_of(subject, amounts[0]): number for subject, number in subjects.items()}
    first_year = int(columns["period_start"].min()) // MONTHS_PER_YEAR
    years = int(columns["period_end"].max()) // MONTHS_PER_YEAR - first_year + 1
    direction = -1 if first_release else 1
    shape = (len(series), years, MONTHS_PER_YEAR)
    month, to_date, growth, next_to_date, next_month = (
        _at(np.full(shape, NONE, np.int64), *place)
        for place in placed(columns, rows, numbers, first_year, shape, direction)
    )
    return Printed(
        rows, series, subjects, first_year,
        month, to_date, growth, next_to_date, next_month, direction,
    )  # fmt: skip


def _at(array: IntArray, cells: IntArray, chosen: IntArray) -> IntArray:
    array.reshape(-1)[cells] = chosen  # of several the last stays, the best
    return array


def read_rows(
    columns: Columns, *, every_subject: bool, amounts: Amounts
) -> tuple[Columns, Rows] | None:
    """Take the rows that count out of columns, with all that is told of them; None without any."""
    kept = counting(columns, every_subject=every_subject, amounts=amounts)
    if not len(kept):
        return None
    theirs = {name: column[kept] for name, column in columns.items()}
    return theirs, rows_of(theirs)


def placed(
    columns: Columns,
    rows: Rows,
    numbers: IntArray,
    first_year: int,
    shape: tuple[int, int, int],
    direction: int,
) -> tuple[Placed, ...]:
    """Say which row holds which figure: for the five arrays of a `Printed`, in their order."""
    cells = (numbers * shape[1] - first_year) * MONTHS_PER_YEAR + columns["period_end"]
    rank, date = columns["return_rank"], direction * rows.date
    order = np.lexsort((_names(columns["basis"]), rows.value, rank, rows.firmness, date))
    sheet = _Sheet(columns, cells, order, shape)
    measure = columns["measure"]
    amount = (measure != Measure.GROWTH_VALUE.value) & (measure != Measure.GROWTH_QUANTITY.value)
    monthly = amount & (columns["basis"] == Basis.MONTH.value)
    from_january = columns["period_start"] % MONTHS_PER_YEAR == 0
    to_date = amount & from_january
    next_to_date, next_month = sheet.of_next_month(to_date, monthly)
    return (
        sheet.placed(monthly), sheet.placed(to_date), sheet.placed(~amount & from_january),
        next_to_date, next_month,
    )  # fmt: skip


@dataclass(frozen=True, eq=False)
class _Sheet:
    """Where each row belongs (`cells`, flat), and all rows in `order`, the best one last."""

    columns: Columns
    cells: IntArray
    order: IntArray
    shape: tuple[int, int, int]

    def placed(self, mask: BoolArray) -> Placed:
        chosen = self.order[mask[self.order]]
        return self.cells[chosen], chosen

    def of_next_month(self, to_date: BoolArray, monthly: BoolArray) -> tuple[Placed, Placed]:
        ends, returned = self.columns["period_end"], self.columns["return_id"]
        latest = (ends == _newest(returned, ends)) & (ends % MONTHS_PER_YEAR > 0)
        together = returned * np.prod(self.shape) + self.cells
        best_first = self.order[::-1]
        later = best_first[(to_date & latest)[best_first]]
        month = best_first[(monthly & latest)[best_first]]
        _, one, other = np.intersect1d(together[later], together[month], return_indices=True)
        position = np.argsort(np.argsort(self.order)[later[one]])
        later, month = later[one][position], month[other][position]
        before = self.cells[later] - 1
        return (before, later), (before, month)


def _newest(returned: IntArray, ends: IntArray) -> IntArray:
    """The newest month of each row's return."""
    if (returned == returned[0]).all():
        return np.full(len(ends), ends.max())
    numbers = pd.factorize(returned)[0]
    newest = np.zeros(numbers.max() + 1, np.int64)
    np.maximum.at(newest, numbers, ends)
    return newest[numbers]


def _names(basis: ObjectArray) -> IntArray:
    """Rank what a figure is printed as, the name that wins last."""
    return np.array([_NAMES[name] for name in basis.tolist()], np.int64)


def series_of(subject: Subject, measure: Measure) -> Series:
    """Name a series by the words of a row."""
    flow, item, market, ownership, province = subject
    return Series(Flow(flow), measure, item, market, Ownership(ownership), province)


def subjects_of(columns: Columns) -> Iterator[Subject]:
    """Say in a row's own words what each is about."""
    return zip(*(columns[name].tolist() for name in _SUBJECT), strict=True)


def _numbered(columns: Columns) -> tuple[IntArray, dict[Subject, int]]:
    """Number the series of rows: each row's number, and the subjects by theirs."""
    keys = np.zeros(len(columns["flow"]), np.int64)
    for name in _SUBJECT:
        codes, distinct = pd.factorize(columns[name])
        keys = keys * len(distinct) + codes
    _, first, numbers = np.unique(keys, return_index=True, return_inverse=True)
    firsts = {name: columns[name][first] for name in _SUBJECT}
    return numbers, {subject: number for number, subject in enumerate(subjects_of(firsts))}
