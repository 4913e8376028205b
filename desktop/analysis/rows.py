"""The rows of a frame that count, as arrays: values, dates, firmness and where they were read."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from threading import Lock
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from desktop.analysis.year import NONE
from desktop.figures.figure import FIGURE_COLUMNS, Source, Status
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.series import NATIONAL, TOTAL, TRADE, WORLD, Flow, Measure, Ownership

if TYPE_CHECKING:
    import pandas as pd

IntArray = npt.NDArray[np.int64]
BoolArray = npt.NDArray[np.bool_]
ObjectArray = npt.NDArray[np.object_]
Subject = tuple[str, str, str, str, str]
"""Flow, item, market, ownership and province, as rows write them."""
Amounts = tuple[Measure, Measure]
"""A measure, and the one of its growth."""

VALUES: Amounts = (Measure.VALUE, Measure.GROWTH_VALUE)
QUANTITIES: Amounts = (Measure.QUANTITY, Measure.GROWTH_QUANTITY)

SUBJECT = ("flow", "item", "market", "ownership", "province")
_READ = ("source_file", "sheet", "cell", "printed", "reported_on")
_WORDS = (*_READ, "unit")
_WHOLE = ("value", "period_start", "period_end", "return_id", "return_rank")
_STATUSES = tuple(Status)
_NEITHER = frozenset((
    Basis.YEAR_FORECAST.value, Basis.FIRST_HALF_MONTH.value, Basis.SECOND_HALF_MONTH.value,
    Basis.TO_MID_MONTH.value,
))  # fmt: skip
"""Neither a month's figures nor cumulative ones."""
_MOST_PARTS = 12
_MOST_SOURCES = 1024
"""Of so many rows it is kept where they were read: a page tells most of them after each return."""

SORT = "sort"
"""What sort of figure a row holds, in one number; not a column of a frame, but made of six."""
_SORTED_BY = ("measure", "basis", "status", "flow")
_MEASURES = {measure.value: place for place, measure in enumerate(Measure)}
_MEASURE = 7
GROWTH, MONTHLY, _COUNTS = 8, 16, 32
_FIRMNESS, _NAME = 7, 11
"""Bits of a sort: its measure's place, what holds of it, then how firm it is, and its name.

One says whether a row counts where its measure is asked for.
"""
_GROWTHS = frozenset((Measure.GROWTH_VALUE.value, Measure.GROWTH_QUANTITY.value))
_TRADE = frozenset(flow.value for flow in TRADE)
_BASES = (Basis.CUMULATIVE, *(basis for basis in Basis if basis is not Basis.CUMULATIVE))
_NAMES = {basis.value: len(_BASES) - place for place, basis in enumerate(_BASES)}
"""Ranks of what a figure is printed as: the name that wins is the highest."""


class _Sorts(dict[tuple[str, str, str, str], int]):
    """Sorts by the words of rows, each worked out once."""

    def __missing__(self, words: tuple[str, str, str, str]) -> int:
        """Work out a sort."""
        measure, basis, status, flow = words
        self[words] = (
            _MEASURES[measure]
            | GROWTH * (measure in _GROWTHS)
            | MONTHLY * (basis == Basis.MONTH.value)
            | _COUNTS * (flow in _TRADE and basis not in _NEITHER)
            | Status(status).rank << _FIRMNESS
            | _NAMES[basis] << _NAME
        )
        return self[words]


_SORTS = _Sorts()


Columns = Mapping[str, npt.NDArray[Any]]
"""Columns of a frame with `FIGURE_COLUMNS` as arrays of one length, whole numbers or objects."""


class Numbered(NamedTuple):
    """The sort of each row, and the number of what it is about among subjects."""

    sort: IntArray
    numbers: IntArray
    subjects: Sequence[Subject]


class Taken(Mapping[str, npt.NDArray[Any]]):
    """Taken of a frame with `FIGURE_COLUMNS` as arrays of one length, and each row's `SORT`.

    They hold whole numbers, or words as objects; each is taken when it is first asked for.
    """

    def __init__(
        self, columns: Mapping[str, Any], rows: IntArray | None = None,
        numbered: Numbered | None = None,
    ) -> None:  # fmt: skip
        """Take none yet of some rows; all of them if left out. They may be numbered already."""
        self._columns, self._rows, self._numbered = columns, rows, numbered
        self._held: dict[str, npt.NDArray[Any]] = {SORT: numbered.sort} if numbered else {}

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        """Give a column."""
        held = self._held.get(name)
        if held is None:
            held = self._held[name] = self._sort() if name == SORT else self._take(name)
        return held

    def __iter__(self) -> Iterator[str]:
        """Name the columns of the frame."""
        return iter(self._columns)

    def __len__(self) -> int:
        """Count them."""
        return len(self._columns)

    def _take(self, name: str) -> npt.NDArray[Any]:
        whole = np.asarray(self._columns[name], np.int64 if name in _WHOLE else object)
        return whole if self._rows is None else whole[self._rows]

    def _sort(self) -> IntArray:
        """Sort rows; those count that are of trade, monthly or from January, within one year."""
        words = zip(*(self._take(name).tolist() for name in _SORTED_BY), strict=True)
        sort = np.array(list(map(_SORTS.__getitem__, words)), np.int64)
        starts, ends = self["period_start"], self["period_end"]
        in_year = starts % MONTHS_PER_YEAR
        counts = (in_year == 0) | (starts == ends) & (sort & MONTHLY > 0)
        counts &= in_year + ends - starts < MONTHS_PER_YEAR
        return sort & np.where(counts, -1, ~_COUNTS)

    @property
    def numbered(self) -> Numbered:
        """Number what the rows are about, the first time by their words."""
        if self._numbered is None:
            numbers: dict[Subject, int] = {}
            words = zip(*(self[name].tolist() for name in SUBJECT), strict=True)
            rows = [numbers.setdefault(subject, len(numbers)) for subject in words]
            self._numbered = Numbered(self[SORT], np.array(rows, np.int64), tuple(numbers))
        return self._numbered

    def of(self, rows: IntArray) -> Taken:
        """Keep some rows; what was taken of the others is let go with these columns."""
        if len(rows) == len(self[SORT]) and (rows[:-1] < rows[1:]).all():  # all as they are
            return self
        told, sort = self._numbered, self[SORT][rows]
        numbered = told and Numbered(sort, told.numbers[rows], told.subjects)
        kept = Taken(self._columns, rows if self._rows is None else self._rows[rows], numbered)
        kept._held[SORT] = sort
        return kept

    def words(self) -> Taken:
        """Keep the columns that say where rows were read; the others are let go with these."""
        if not isinstance(self._columns, dict):  # they are made when somebody looks
            return Taken(self._columns, self._rows)
        return Taken({name: self._columns[name] for name in _WORDS}, self._rows)

    @cached_property
    def read(self) -> tuple[ObjectArray, ...]:
        """The columns that say where rows were read, in a `Source`'s order."""
        return tuple([self[name] for name in _READ])

    def names(self) -> IntArray:
        """Rank what each row's figure is printed as, the name that wins highest."""
        ranks: IntArray = self[SORT] >> _NAME
        return ranks


class _Joined(Mapping[str, npt.NDArray[Any]]):
    """Columns of parts put one behind another, each when it is asked for."""

    def __init__(self, parts: Sequence[Taken]) -> None:
        self._parts = tuple(parts)

    def __getitem__(self, name: str) -> npt.NDArray[Any]:
        return np.concatenate([part[name] for part in self._parts])

    def __iter__(self) -> Iterator[str]:
        return iter(self._parts[0])

    def __len__(self) -> int:
        return len(self._parts[0])


def joined(parts: Sequence[Taken]) -> Taken:
    """Put what several returns tell one behind another; what is numbered of each stays so."""
    numbers: dict[Subject, int] = {}
    sorts, rows = [], []
    for sort, theirs, subjects in (part.numbered for part in parts):
        at = [numbers.setdefault(subject, len(numbers)) for subject in subjects]
        rows.append(np.array(at, np.int64)[theirs])
        sorts.append(sort)
    numbered = Numbered(np.concatenate(sorts), np.concatenate(rows), tuple(numbers))
    return Taken(_Joined(parts), numbered=numbered)


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

    def followed_by(self, others: Words, length: int) -> Words:
        """Put others behind, of which there are so many rows here."""
        starts = (*self.starts, *(length + start for start in others.starts))
        joined = Words((*self.parts, *others.parts), starts)
        if len(starts) <= _MOST_PARTS:
            return joined
        return Words((Taken({name: joined.column(name) for name in _WORDS}),))


class _Room:
    """Numbers of rows with room behind them, so that rows that follow copy none of the others.

    The last place is of no row (`NONE`): nothing, on no day.
    """

    def __init__(self, value: IntArray, date: IntArray, firmness: IntArray) -> None:
        """Take the numbers over; there is room for a quarter as many."""
        count = len(value)
        self.table: IntArray = np.zeros((3, count + count // 4 + 1), np.int64)
        self.table[0, :count], self.table[1, :count], self.table[2, :count] = value, date, firmness
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

    @cached_property
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

    def unit(self, row: int) -> str:
        """Name the unit of a row's value."""
        return str(self.words.at(row, "unit"))

    def followed_by(self, others: Rows) -> Rows:
        """Put rows of later days behind these, which keep their numbers."""
        count, room, later = self.count, self.room, self.newest[0] + 1
        more = others.room.table[:, : others.count].copy()
        more[1] += later
        if not room.put_behind(count, more):
            room = _Room(*np.hstack([room.table[:, :count], more]))
        words = self.words.followed_by(others.words, count)
        last, day = others.newest
        return Rows(words, room, count + more.shape[1], (last + later, day))

    def status(self, row: int) -> Status:
        """How firm the row is."""
        return _STATUSES[int(self.firmness[row])]


def taken(columns: Columns) -> Taken:
    """Take columns that are laid out already."""
    return columns if isinstance(columns, Taken) else Taken(columns)


def columns_of(frame: pd.DataFrame) -> Taken:
    """Take the columns that rows are made of out of a frame with `FIGURE_COLUMNS`."""
    return Taken({name: frame[name].array for name in FIGURE_COLUMNS})


def counting(
    columns: Taken,
    *,
    every_subject: bool = False,
    amounts: Amounts = VALUES,
) -> IntArray:
    """Give the rows that count: national amounts and printed growth, monthly or from January.

    Of exports every item and ownership for all markets together, and every market for all items
    together; of imports the totals; with `every_subject` all that is traded, of provinces too.
    `amounts` is what is measured.
    """
    amount, growth = (_COUNTS | _MEASURES[measure.value] for measure in amounts)
    measured = columns[SORT] & (_COUNTS | _MEASURE)
    rows: IntArray = ((measured == amount) | (measured == growth)).nonzero()[0]
    return rows if every_subject else rows[_national(columns.of(rows))]


def _national(columns: Taken) -> BoolArray:
    export = columns["flow"] == Flow.EXPORT.value
    everywhere, total = columns["market"] == WORLD, columns["item"] == TOTAL
    subject = (everywhere & (export | total)) | (
        ~everywhere & export & total & (columns["ownership"] == Ownership.ALL.value)
    )
    return np.asarray(subject & (columns["province"] == NATIONAL), np.bool_)


def rows_of(columns: Taken) -> Rows:
    """Make rows of columns, all of them."""
    firmness: IntArray = columns[SORT] >> _FIRMNESS & (1 << _NAME - _FIRMNESS) - 1
    date = _ranked(columns["reported_on"])
    newest = int(date.argmax())
    room = _Room(columns["value"], date, firmness)
    day = str(columns["reported_on"][newest])
    return Rows(Words((columns.words(),)), room, room.used, (int(date[newest]), day))


def _ranked(days: ObjectArray) -> IntArray:
    """Rank days (ISO) by date, the oldest 0."""
    names = days.tolist()
    if names.count(names[0]) == len(names):
        return np.zeros(len(days), np.int64)
    import pandas as pd  # noqa: PLC0415 - the archive takes rows before first paint

    numbers, distinct = pd.factorize(days)
    return np.asarray(np.argsort(np.argsort(distinct.astype(str)))[numbers])
