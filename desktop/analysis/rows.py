"""The columns of rows as arrays, what each row is about, and which of them count."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress, count
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
import numpy.typing as npt

from desktop.figures.figure import FIGURE_COLUMNS, Status
from desktop.figures.kept_property import kept_property
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
WORDS = (*_READ, "unit")
"""The columns that say where a row was read, and its unit."""
_WHOLE = ("value", "period_start", "period_end", "return_id", "return_rank")
_NEITHER = frozenset((
    Basis.YEAR_FORECAST.value, Basis.FIRST_HALF_MONTH.value, Basis.SECOND_HALF_MONTH.value,
    Basis.TO_MID_MONTH.value,
))  # fmt: skip
"""Neither a month's figures nor cumulative ones."""

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


def sorts(
    words: Iterable[tuple[str, str, str, str]], of_row: IntArray | slice,
    starts: IntArray, ends: IntArray,
) -> IntArray:  # fmt: skip
    """Sort rows; those count that are of trade, monthly or from January, within one year.

    `words` are measure, basis, status and flow, and `of_row` says which of them each row has.
    """
    sort = np.array([_SORTS[four] for four in words], np.int64)[of_row]
    in_year = starts % MONTHS_PER_YEAR
    counts = (in_year == 0) | (starts == ends) & (sort & MONTHLY > 0)
    counts &= in_year + ends - starts < MONTHS_PER_YEAR
    return np.asarray(sort & np.where(counts, -1, ~_COUNTS), np.int64)


Columns = Mapping[str, npt.NDArray[Any]]
"""Columns of a frame with `FIGURE_COLUMNS` as arrays of one length, whole numbers or objects."""


class Numbered(NamedTuple):
    """The sort of each row, and the number of what it is about among subjects.

    `ready` keeps what was made of the rows to lay them on a book, by the measure.
    """

    sort: IntArray
    numbers: IntArray
    subjects: Sequence[Subject]
    ready: dict[str, Any]


class Taken(Mapping[str, npt.NDArray[Any]]):
    """Taken of a frame with `FIGURE_COLUMNS` as arrays of one length, and each row's `SORT`.

    They hold whole numbers, or words as objects; each is taken when it is first asked for.
    """

    def __init__(
        self, columns: Mapping[str, Any], rows: IntArray | None = None,
        numbered: Numbered | None = None, parts: Sequence[Taken] = (),
    ) -> None:  # fmt: skip
        """Take none yet of some rows; all of them if left out. They may be numbered already.

        `parts` are what columns were put together of, one behind another.
        """
        self._columns, self._rows, self._numbered = columns, rows, numbered
        self._parts = parts
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

    @property
    def parts(self) -> Sequence[Taken]:
        """What they were put together of; themselves where that is nothing else.

        Who kept itself would be a circle, and stay until the collector of cycles comes.
        """
        return self._parts or (self,)

    def _take(self, name: str) -> npt.NDArray[Any]:
        whole = np.asarray(self._columns[name], np.int64 if name in _WHOLE else object)
        return whole if self._rows is None else whole[self._rows]

    def _sort(self) -> IntArray:
        if self.parts[0] is not self:
            return np.concatenate([part[SORT] for part in self.parts])
        words = zip(*(self._take(name).tolist() for name in _SORTED_BY), strict=True)
        return sorts(words, slice(None), self["period_start"], self["period_end"])

    @property
    def numbered(self) -> Numbered:
        """Number what the rows are about, the first time by their words."""
        if self._numbered is None and self.parts[0] is not self:
            self._numbered = _numbered_together(self.parts)
        if self._numbered is None:
            numbers: dict[Subject, int] = {}
            words = zip(*(self[name].tolist() for name in SUBJECT), strict=True)
            rows = [numbers.setdefault(subject, len(numbers)) for subject in words]
            self._numbered = Numbered(self[SORT], np.array(rows, np.int64), tuple(numbers), {})
        return self._numbered

    def spoken_of(self) -> tuple[Sequence[Subject], IntArray]:
        """Give what the rows are about, each once, and each row's place among it."""
        _, numbers, subjects, _ = self.numbered
        spoken_of = np.zeros(len(subjects), np.bool_)
        spoken_of[numbers] = True
        if spoken_of.all():
            return subjects, numbers
        return list(compress(subjects, spoken_of.tolist())), (spoken_of.cumsum() - 1)[numbers]

    def of(self, rows: IntArray) -> Taken:
        """Keep some rows; what was taken of the others is let go with these columns."""
        if len(rows) == len(self[SORT]) and (rows[:-1] < rows[1:]).all():  # all as they are
            return self
        told, sort = self._numbered, self[SORT][rows]
        numbered = told and Numbered(sort, told.numbers[rows], told.subjects, {})
        kept = Taken(self._columns, rows if self._rows is None else self._rows[rows], numbered)
        kept._held[SORT] = sort
        return kept

    def words(self) -> Taken:
        """Keep the columns that say where rows were read; the others are let go with these."""
        if not isinstance(self._columns, dict):  # they are made when somebody looks
            return Taken(self._columns, self._rows)
        return Taken({name: self._columns[name] for name in WORDS}, self._rows)

    @kept_property
    def read(self) -> tuple[ObjectArray, ...]:
        """The columns that say where rows were read, in a `Source`'s order."""
        return tuple([self[name] for name in _READ])

    def names(self) -> IntArray:
        """Rank what each row's figure is printed as, the name that wins highest."""
        ranks: IntArray = self[SORT] >> _NAME
        return ranks

    def firmness(self) -> IntArray:
        """Rank how firm each row is, as `Status.rank` does."""
        ranks: IntArray = self[SORT] >> _FIRMNESS & (1 << _NAME - _FIRMNESS) - 1
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
    return Taken(_Joined(parts), parts=parts)


def _numbered_together(parts: Sequence[Taken]) -> Numbered:
    numbers: dict[Subject, int] = {}
    sorts, rows = [], []
    for sort, theirs, subjects, _ in (part.numbered for part in parts):
        at = [numbers.setdefault(subject, len(numbers)) for subject in subjects]
        rows.append(np.array(at, np.int64)[theirs])
        sorts.append(sort)
    return Numbered(np.concatenate(sorts), np.concatenate(rows), tuple(numbers), {})


class _Everywhere(dict[Subject, int]):
    """Subjects by number; two that ask for a new one at the same time get the same."""

    def __missing__(self, subject: Subject) -> int:
        """Number one more."""
        return self.setdefault(subject, next(_NEXT))


_EVERYWHERE, _NEXT = _Everywhere(), count()


def numbers_everywhere(subjects: Iterable[Subject]) -> IntArray:
    """Number subjects, each as it is numbered wherever the program speaks of it.

    By these a return that was made ready is laid on, whatever on, and its words not read again.
    """
    return np.array(list(map(_EVERYWHERE.__getitem__, subjects)), np.int64)


def taken(columns: Columns) -> Taken:
    """Take columns that are laid out already; those of an archive are numbered already."""
    if isinstance(columns, Taken):
        return columns
    return Taken(columns, numbered=getattr(columns, "numbered", None))


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
    if every_subject:
        return rows
    _, numbers, subjects, _ = columns.of(rows).numbered
    return rows[np.array(list(map(_is_national, subjects)), np.bool_)[numbers]]


def _is_national(subject: Subject) -> bool:
    flow, item, market, ownership, province = subject
    export, total = flow == Flow.EXPORT.value, item == TOTAL
    if market == WORLD:
        return province == NATIONAL and (export or total)
    return province == NATIONAL and export and total and ownership == Ownership.ALL.value
