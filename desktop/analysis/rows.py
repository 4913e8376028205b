"""The rows of a frame that count, as arrays: values, dates, firmness and where they were read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
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

Columns = Mapping[str, npt.NDArray[Any]]
"""Columns of a frame with `FIGURE_COLUMNS` as arrays of one length, whole numbers or objects."""

_WORDS = ("source_file", "sheet", "cell", "printed", "reported_on", "unit")
_WHOLE = ("value", "period_start", "period_end", "return_id", "return_rank")
_ABOUT = ("measure", "basis", "status", "flow", "item", "market", "ownership", "province")
_DECIDING = (
    "period_start", "period_end", "basis", "flow", "item", "market", "ownership", "province",
)  # fmt: skip
"""Columns that decide whether a row counts, beside its measure."""
_STATUSES = tuple(Status)
_RANKS = {status.value: status.rank for status in Status}
_NEITHER = frozenset((
    Basis.YEAR_FORECAST.value, Basis.FIRST_HALF_MONTH.value, Basis.SECOND_HALF_MONTH.value,
    Basis.TO_MID_MONTH.value,
))  # fmt: skip
"""Neither a month's figures nor cumulative ones."""
_MOST_PARTS = 12


@dataclass(frozen=True, eq=False)
class Words:
    """What stands in words beside each row's figure: parts put one behind another, uncopied.

    `starts` are the numbers of the parts' first rows.
    """

    parts: tuple[dict[str, ObjectArray], ...]
    starts: tuple[int, ...] = (0,)

    def part(self, row: int) -> tuple[dict[str, ObjectArray], int]:
        """Give the part that holds a row, and its place there."""
        if len(self.parts) == 1:
            return self.parts[0], row
        part = bisect_right(self.starts, row) - 1
        return self.parts[part], row - self.starts[part]

    def at(self, row: int, name: str) -> Any:
        """Give what stands in a column of a row."""
        held, place = self.part(row)
        return held[name][place]

    def column(self, name: str) -> ObjectArray:
        """Give a column whole."""
        return np.concatenate([part[name] for part in self.parts])

    def followed_by(self, others: Words, length: int) -> Words:
        """Put others behind, of which there are so many rows here."""
        starts = (*self.starts, *(length + start for start in others.starts))
        joined = Words((*self.parts, *others.parts), starts)
        if len(starts) <= _MOST_PARTS:
            return joined
        return Words(({name: joined.column(name) for name in _WORDS},))


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows that count, as arrays of one length.

    `value` is in thousandths, `date` ranks the days of report (0 the oldest), `firmness` is
    `Status.rank`; `words` say where it was read, and its unit.
    """

    value: IntArray
    date: IntArray
    firmness: IntArray
    words: Words

    def source(self, row: int) -> Source:
        """Say where a row was read."""
        held, at = self.words.part(row)
        return Source(
            held["source_file"][at], held["sheet"][at], held["cell"][at], held["printed"][at],
            held["reported_on"][at], self.status(row),
        )  # fmt: skip

    def unit(self, row: int) -> str:
        """Name the unit of a row's value."""
        return str(self.words.at(row, "unit"))

    def followed_by(self, others: Rows) -> Rows:
        """Put rows of later days behind these, which keep their numbers."""
        return Rows(
            np.concatenate([self.value, others.value]),
            np.concatenate([self.date, others.date + self.date.max() + 1]),
            np.concatenate([self.firmness, others.firmness]),
            self.words.followed_by(others.words, len(self.value)),
        )

    def status(self, row: int) -> Status:
        """How firm the row is."""
        return _STATUSES[int(self.firmness[row])]


def columns_of(frame: pd.DataFrame) -> dict[str, npt.NDArray[Any]]:
    """Take the columns that rows are made of out of a frame with `FIGURE_COLUMNS`."""
    return {
        **{name: frame[name].to_numpy(np.int64) for name in _WHOLE},
        **{name: frame[name].to_numpy(object) for name in (*_ABOUT, *_WORDS)},
    }


def counting(
    columns: Columns,
    *,
    every_subject: bool = False,
    amounts: Amounts = VALUES,
) -> IntArray:
    """Give the rows that count: national amounts and printed growth, monthly or from January.

    Of exports every item and ownership for all markets together, and every market for all items
    together; of imports the totals; with `every_subject` all that is traded, of provinces too.
    `amounts` is what is measured.
    """
    measure = columns["measure"]
    told = np.flatnonzero((measure == amounts[0].value) | (measure == amounts[1].value))
    theirs = {name: columns[name][told] for name in _DECIDING}
    starts, ends, basis = (theirs[name] for name in ("period_start", "period_end", "basis"))
    subject = _traded(theirs) if every_subject else _national(theirs)
    monthly = (basis == Basis.MONTH.value) & (starts == ends)
    to_date = starts % MONTHS_PER_YEAR == 0
    one_year = starts // MONTHS_PER_YEAR == ends // MONTHS_PER_YEAR
    neither = np.array([name in _NEITHER for name in basis.tolist()], np.bool_)
    counts: BoolArray = subject & (monthly | to_date) & one_year & ~neither
    return told[counts]


def _traded(columns: Columns) -> BoolArray:
    flow = columns["flow"]
    return np.asarray((flow == Flow.EXPORT.value) | (flow == Flow.IMPORT.value), np.bool_)


def _national(columns: Columns) -> BoolArray:
    export = columns["flow"] == Flow.EXPORT.value
    everywhere, total = columns["market"] == WORLD, columns["item"] == TOTAL
    subject = (everywhere & _traded(columns) & (export | total)) | (
        ~everywhere & export & total & (columns["ownership"] == Ownership.ALL.value)
    )
    return np.asarray(subject & (columns["province"] == NATIONAL), np.bool_)


def rows_of(columns: Columns) -> Rows:
    """Make rows of columns, all of them."""
    words = {name: columns[name] for name in _WORDS}
    status = columns["status"].tolist()
    return Rows(
        columns["value"],
        _ranked(words["reported_on"]),
        np.array([_RANKS[name] for name in status], np.int64),
        Words((words,)),
    )


def _ranked(days: ObjectArray) -> IntArray:
    """Rank days (ISO) by date, the oldest 0."""
    if (days == days[0]).all():  # of one return
        return np.zeros(len(days), np.int64)
    numbers, names = pd.factorize(days)
    return np.asarray(np.argsort(np.argsort(names.astype(str)))[numbers])
