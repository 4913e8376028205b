"""Rows that count, put one behind another: what each of them tells, and where it was read."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from desktop.analysis.rows import WORDS, Taken
from desktop.analysis.year import NONE
from desktop.figures.figure import Source, Status
from desktop.figures.kept_property import kept_property

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.rows import IntArray, ObjectArray

_STATUSES = tuple(Status)
_MOST_PARTS = 64
_MOST_SOURCES = 1024
"""Of so many rows it is kept where they were read: a page tells most of them after each return."""


@dataclass(frozen=True, eq=False)
class Words:
    """What stands in words beside each row's figure: parts put one behind another, uncopied.

    `starts` are the numbers of the parts' first rows.
    """

    parts: tuple[Taken, ...]
    starts: tuple[int, ...] = (0,)

    def part(self, row: int) -> tuple[Taken, int]:
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

    def followed_by(self, others: Words, length: int, count: int) -> Words:
        """Put others behind, of which there are so many rows here; then there are `count`."""
        parts = (*self.parts, *others.parts)
        starts = (*self.starts, *(length + start for start in others.starts))
        if len(parts) <= _MOST_PARTS:
            return Words(parts, starts)
        first = _outgrown(starts, count)
        small = Words(parts[first:])
        joined = Taken({name: small.column(name) for name in WORDS})
        return Words((*parts[:first], joined), starts[: first + 1])


def _outgrown(starts: Sequence[int], count: int) -> int:
    """Find the first part that is no larger than all behind it together, those of small returns.

    What many returns were laid on is not copied before they are as many: of a row that stays
    it takes as much on the whole as there are doublings.
    """
    ends = (*starts[1:], count)
    return next(n for n, end in enumerate(ends) if end - starts[n] <= count - end)


class Read(NamedTuple):
    """The rows of returns that count: where each was read, and what it tells.

    `numbers` has lines for the value in thousandths, the rank of the day of report (0 the oldest)
    and the firmness (`Status.rank`). Days are ISO.
    """

    words: Words
    numbers: IntArray
    oldest: str
    newest: str

    @property
    def days(self) -> int:
        """Count the days of report."""
        return 1 if self.oldest == self.newest else int(self.numbers[1].max()) + 1


class _Room:
    """Numbers of rows with room behind them, so that rows that follow copy none of the others.

    The last place is of no row (`NONE`): nothing, on no day.
    """

    def __init__(self, numbers: IntArray) -> None:
        """Take the numbers over; there is room for a quarter as many."""
        lines, count = numbers.shape
        self.table: IntArray = np.zeros((lines, count + count // 4 + 1), np.int64)
        self.table[:, :count] = numbers
        self.table[1, -1] = NONE
        self.used, self._lock = count, Lock()
        self.sources: dict[int, Source] = {}

    def put_behind(self, count: int, numbers: IntArray) -> bool:
        """Put numbers behind the first so many; False where others stand there, or none fit."""
        end = count + numbers.shape[1]
        with self._lock:
            if self.used != count or end >= self.table.shape[1]:
                return False
            self.used = end
        self.table[:, count:end] = numbers
        return True


@dataclass(frozen=True, eq=False)
class Rows:
    """The rows that count, as arrays of one length.

    `value` is in thousandths, `date` ranks the days of report (0 the oldest), `firmness` is
    `Status.rank`; `words` say where it was read, and its unit.
    """

    words: Words
    room: _Room
    count: int
    newest: tuple[int, str]
    """Rank and name of the newest day."""

    @kept_property
    def numbers(self) -> tuple[IntArray, IntArray, IntArray]:
        """Of each row its value, date and firmness."""
        value, date, firmness = self.room.table[:, : self.count]
        return value, date, firmness

    @property
    def value(self) -> IntArray:
        """The amounts."""
        return self.numbers[0]

    @property
    def date(self) -> IntArray:
        """The ranks of the days of report."""
        return self.numbers[1]

    @property
    def firmness(self) -> IntArray:
        """How firm each is."""
        return self.numbers[2]

    def source(self, row: int) -> Source:
        """Say where a row was read; rows that follow leave it said."""
        said = self.room.sources
        found = said.get(row)
        if found is None:
            held, at = self.words.part(row)
            if len(said) >= _MOST_SOURCES:
                said.clear()
            file, sheet, cell, printed, day = held.read
            found = said[row] = Source(
                file[at], sheet[at], cell[at], printed[at], day[at], self.status(row)
            )
        return found

    def sources(self, rows: IntArray) -> list[Source]:
        """Say where many rows were read, of one part."""
        (held,) = self.words.parts
        read = (column[rows].tolist() for column in held.read)
        firmness = map(_STATUSES.__getitem__, self.firmness[rows].tolist())
        return list(map(Source, *read, firmness))

    def unit(self, row: int) -> str:
        """Name the unit of a row's value."""
        return str(self.words.at(row, "unit"))

    def followed_by(self, others: Read) -> Rows:
        """Put rows behind these, which keep their numbers: none is of an earlier day."""
        count, room, (last, day) = self.count, self.room, self.newest
        later = last + (others.oldest > day)
        more = others.numbers.copy()
        more[1] += later
        if not room.put_behind(count, more):
            room = _Room(np.hstack([room.table[:, :count], more]))
        end = count + more.shape[1]
        words = self.words.followed_by(others.words, count, end)
        newest = later + others.days - 1, others.newest
        return Rows(words, room, end, newest)

    def status(self, row: int) -> Status:
        """How firm the row is."""
        return _STATUSES[int(self.firmness[row])]


def rows_of(columns: Taken) -> Rows:
    """Make rows of columns, all of them."""
    return rows_read(read_of(columns))


def rows_read(read: Read) -> Rows:
    """Begin with rows that were read."""
    room = _Room(read.numbers)
    return Rows(read.words, room, room.used, (read.days - 1, read.newest))


def read_of(columns: Taken) -> Read:
    """Read rows of columns, all of them."""
    days = columns["reported_on"]
    date = _ranked(days)
    numbers = np.array([columns["value"], date, columns.firmness()], np.int64)
    oldest, newest = (str(days[row]) for row in (date.argmin(), date.argmax()))
    return Read(Words((columns.words(),)), numbers, oldest, newest)


def _ranked(days: ObjectArray) -> IntArray:
    """Rank days (ISO) by date, the oldest 0."""
    names = days.tolist()
    if names.count(names[0]) == len(names):
        return np.zeros(len(days), np.int64)
    import pandas as pd  # noqa: PLC0415 - the archive takes rows before first paint

    numbers, distinct = pd.factorize(days)
    return np.asarray(np.argsort(np.argsort(distinct.astype(str)))[numbers])
