"""The printed figures of a frame, laid out by series, year and month."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop.figures.figure import Source, Status
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow, Measure, Ownership, Series

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
ObjectArray = npt.NDArray[np.object_]

NONE = -1
"""No row: the figure was not printed."""

_SUBJECT = ("flow", "item", "market", "ownership")
_WHERE = ("source_file", "sheet", "cell", "printed", "reported_on")
_STATUSES = tuple(Status)


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows that count, as arrays of one length.

    `value` is in thousandths, `date` ranks the days of report (0 the oldest), `firmness` is
    `Status.rank`, `returned` numbers the returns, `newest` is the newest month (`Month.ordinal`)
    in the row's return.
    """

    value: IntArray
    start: IntArray
    end: IntArray
    date: IntArray
    firmness: IntArray
    returned: IntArray
    newest: IntArray
    where: dict[str, ObjectArray]

    def source(self, row: int) -> Source:
        """Say where a row was read."""
        file, sheet, cell, printed, day = (self.where[name][row] for name in _WHERE)
        return Source(file, sheet, cell, printed, day, self.status(row))

    def status(self, row: int) -> Status:
        """How firm the row is."""
        return _STATUSES[int(self.firmness[row])]


@dataclass(frozen=True, eq=False)
class Printed:
    """Which row holds which printed figure.

    `month`, `to_date` and `growth` have the shape (series, years, 12) and hold row numbers, or
    `NONE`: the month alone, January to that month under any name, and the printed index of that
    (January is both a month and a cumulative). `direction` is 1 where the newest report wins,
    -1 where the first does.
    """

    rows: Rows
    series: dict[Series, int]
    first_year: int
    month: IntArray
    to_date: IntArray
    growth: IntArray
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


def lay_out(frame: pd.DataFrame, *, first_release: bool = False) -> Printed | None:
    """Lay out a frame with `FIGURE_COLUMNS`; None where no row of it counts.

    National values and printed growth count: item by item for all markets together, and market
    by market for all items together. Where one figure stands in several rows, the newest report
    wins (with `first_release` the oldest), then the firmer status, then the larger value.
    """
    columns = {name: frame[name].to_numpy() for name in ("measure", "basis", *_SUBJECT)}
    starts = frame["period_start"].to_numpy(np.int64)
    ends = frame["period_end"].to_numpy(np.int64)
    kept = np.flatnonzero(_counts(frame, columns, starts, ends))
    if not len(kept):
        return None
    columns = {name: column[kept] for name, column in columns.items()}
    rows = _rows(frame, kept)
    numbers, series = _series(columns)
    first_year = int(rows.start.min()) // MONTHS_PER_YEAR
    shape = (len(series), int(rows.end.max()) // MONTHS_PER_YEAR - first_year + 1, MONTHS_PER_YEAR)
    cells = (numbers * shape[1] - first_year) * MONTHS_PER_YEAR + rows.end

    direction = -1 if first_release else 1
    order = np.lexsort((rows.returned, rows.value, rows.firmness, direction * rows.date))

    def placed(mask: BoolArray) -> IntArray:
        rows_of = np.full(shape, NONE, np.int64)
        chosen = order[mask[order]]
        rows_of.reshape(-1)[cells[chosen]] = chosen  # of several the last stays, the best
        return rows_of

    value = columns["measure"] == Measure.VALUE.value
    monthly = columns["basis"] == Basis.MONTH.value
    to_date = rows.start % MONTHS_PER_YEAR == 0
    return Printed(
        rows, series, first_year,
        placed(value & monthly), placed(value & to_date), placed(~value & to_date), direction,
    )  # fmt: skip


def _counts(
    frame: pd.DataFrame, columns: dict[str, Any], starts: IntArray, ends: IntArray
) -> BoolArray:
    measure, basis, item = columns["measure"], columns["basis"], columns["item"]
    export = columns["flow"] == Flow.EXPORT.value
    everywhere = columns["market"] == WORLD
    total = item == TOTAL
    subject = (everywhere & (export | total)) | (
        ~everywhere & export & total & (columns["ownership"] == Ownership.ALL.value)
    )
    told = (measure == Measure.VALUE.value) | (measure == Measure.GROWTH_VALUE.value)
    monthly = (basis == Basis.MONTH.value) & (starts == ends)
    to_date = starts % MONTHS_PER_YEAR == 0
    one_year = starts // MONTHS_PER_YEAR == ends // MONTHS_PER_YEAR
    period = (monthly | to_date) & one_year & (basis != Basis.YEAR_FORECAST.value)
    national = frame["province"].to_numpy() == NATIONAL
    return np.asarray(subject & told & period & national, np.bool_)


def _rows(frame: pd.DataFrame, kept: IntArray) -> Rows:
    def whole(name: str) -> IntArray:
        return frame[name].to_numpy(np.int64)[kept]

    where = {name: frame[name].to_numpy(object)[kept] for name in _WHERE}
    days, day_names = pd.factorize(where["reported_on"])
    firmness, words = pd.factorize(frame["status"].to_numpy(object)[kept])
    returned, ends = pd.factorize(whole("return_id"))[0], whole("period_end")
    newest = np.zeros(returned.max() + 1, np.int64)
    np.maximum.at(newest, returned, ends)
    return Rows(
        whole("value"),
        whole("period_start"),
        ends,
        np.argsort(np.argsort(day_names.astype(str)))[days],
        np.array([Status(word).rank for word in words], np.int64)[firmness],
        whole("return_id"),
        newest[returned],
        where,
    )


def _series(columns: dict[str, Any]) -> tuple[IntArray, dict[Series, int]]:
    keys = np.zeros(len(columns["flow"]), np.int64)
    for name in _SUBJECT:
        codes, distinct = pd.factorize(columns[name])
        keys = keys * len(distinct) + codes
    _, first, numbers = np.unique(keys, return_index=True, return_inverse=True)
    series: dict[Series, int] = {}
    for number, row in enumerate(first):
        flow, item, market, ownership = (columns[name][row] for name in _SUBJECT)
        subject = Series(Flow(flow), Measure.VALUE, item, market, ownership=Ownership(ownership))
        series[subject] = number
    return numbers, series
