"""The rows of a frame that count, as arrays: values, dates, firmness and where they were read."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from desktop.figures.figure import Source, Status
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow, Measure, Ownership

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
ObjectArray = npt.NDArray[np.object_]
Amounts = tuple[Measure, Measure]
"""A measure, and the one of its growth."""

VALUES: Amounts = (Measure.VALUE, Measure.GROWTH_VALUE)
QUANTITIES: Amounts = (Measure.QUANTITY, Measure.GROWTH_QUANTITY)

_WHERE = ("source_file", "sheet", "cell", "printed", "reported_on")
_STATUSES = tuple(Status)
_NEITHER = (
    Basis.YEAR_FORECAST.value, Basis.FIRST_HALF_MONTH.value, Basis.SECOND_HALF_MONTH.value,
    Basis.TO_MID_MONTH.value,
)  # fmt: skip
"""Neither a month's figures nor cumulative ones."""


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows that count, as arrays of one length.

    `value` is in thousandths, `date` ranks the days of report (0 the oldest), `firmness` is
    `Status.rank`, `rank` orders the returns of one day (the larger wins), `returned` is the
    return's number, `newest` the newest month (`Month.ordinal`) in the row's return.
    """

    value: IntArray
    start: IntArray
    end: IntArray
    date: IntArray
    firmness: IntArray
    rank: IntArray
    returned: IntArray
    newest: IntArray
    where: dict[str, ObjectArray]
    unit: ObjectArray

    def source(self, row: int) -> Source:
        """Say where a row was read."""
        file, sheet, cell, printed, day = (self.where[name][row] for name in _WHERE)
        return Source(file, sheet, cell, printed, day, self.status(row))

    def followed_by(self, others: Rows) -> Rows:
        """Put rows of later days behind these, which keep their numbers."""
        others = replace(others, date=others.date + self.date.max() + 1)
        where = {name: np.concatenate([self.where[name], others.where[name]]) for name in _WHERE}
        joined: dict[str, Any] = {
            f.name: np.concatenate([getattr(self, f.name), getattr(others, f.name)])
            for f in fields(self)
            if f.name != "where"
        }
        return Rows(**joined, where=where)

    def status(self, row: int) -> Status:
        """How firm the row is."""
        return _STATUSES[int(self.firmness[row])]


def counting(
    frame: pd.DataFrame,
    columns: dict[str, Any],
    *,
    every_subject: bool = False,
    amounts: Amounts = VALUES,
) -> BoolArray:
    """Say which rows count: national amounts and printed growth, monthly or from January.

    Of exports every item and ownership for all markets together, and every market for all items
    together; of imports the totals; with `every_subject` all that is traded, of provinces too.
    `columns` are some of the frame's, as arrays of objects; `amounts` is what is measured.
    """
    starts = frame["period_start"].to_numpy(np.int64)
    ends = frame["period_end"].to_numpy(np.int64)
    measure, basis = columns["measure"], columns["basis"]
    subject = _traded(columns) if every_subject else _national(columns)
    told = (measure == amounts[0].value) | (measure == amounts[1].value)
    monthly = (basis == Basis.MONTH.value) & (starts == ends)
    to_date = starts % MONTHS_PER_YEAR == 0
    one_year = starts // MONTHS_PER_YEAR == ends // MONTHS_PER_YEAR
    period = (monthly | to_date) & one_year & ~np.isin(basis, _NEITHER)
    return np.asarray(subject & told & period, np.bool_)


def _traded(columns: dict[str, Any]) -> BoolArray:
    flow = columns["flow"]
    return np.asarray((flow == Flow.EXPORT.value) | (flow == Flow.IMPORT.value), np.bool_)


def _national(columns: dict[str, Any]) -> BoolArray:
    export = columns["flow"] == Flow.EXPORT.value
    everywhere, total = columns["market"] == WORLD, columns["item"] == TOTAL
    subject = (everywhere & _traded(columns) & (export | total)) | (
        ~everywhere & export & total & (columns["ownership"] == Ownership.ALL.value)
    )
    return np.asarray(subject & (columns["province"] == NATIONAL), np.bool_)


def rows_of(frame: pd.DataFrame, kept: IntArray) -> Rows:
    """Take the rows with the given positions out of a frame."""

    def whole(name: str) -> IntArray:
        return frame[name].to_numpy(np.int64)[kept]

    where = {name: frame[name].to_numpy(object)[kept] for name in _WHERE}
    days, day_names = pd.factorize(where["reported_on"])
    firmness, words = pd.factorize(frame["status"].to_numpy(object)[kept])
    numbers, ends = whole("return_id"), whole("period_end")
    returned = pd.factorize(numbers)[0]
    newest = np.zeros(returned.max() + 1, np.int64)
    np.maximum.at(newest, returned, ends)
    return Rows(
        whole("value"),
        whole("period_start"),
        ends,
        np.argsort(np.argsort(day_names.astype(str)))[days],
        np.array([Status(word).rank for word in words], np.int64)[firmness],
        whole("return_rank"),
        numbers,
        newest[returned],
        where,
        frame["unit"].to_numpy(object)[kept],
    )
