"""What a sender's earlier returns said, for a new return of the same sender to be held against."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from copy import copy
from functools import lru_cache
from typing import Any, NamedTuple

from desktop.analysis.levels import Levels
from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.series import TOTAL, WORLD

Subject = tuple[str | int, ...]
"""Flow, measure, item, market, ownership, province: the first fields of a `FigureRow`."""
Span = tuple[str, int, int]
"""Basis, first and last month."""

MEASURE = 1
"""Where the measure stands in a subject."""
SUBJECT_FIELDS = 6
_QUARTER = 3


class Past(NamedTuple):
    """A figure as an earlier return told it; of two the larger `rank` wins.

    `rank` begins with the day of the return and the firmness of the figure; what follows decides
    between returns of one day.
    """

    rank: tuple[str, int, Any]
    value: int
    unit: str
    number: int
    reported_on: str
    file: str

    @property
    def firmness(self) -> int:
        """`Status.rank` of the figure."""
        return self.rank[1]


Own = Mapping[tuple[Subject, Span], FigureRow]
"""The figures of the return itself, by place."""


def subject_of(row: FigureRow) -> Subject:
    """What a figure is about."""
    return row[:SUBJECT_FIELDS]


def is_split(subject: Subject) -> bool:
    """Say whether a subject is split by item and by market at once."""
    return subject[2] != TOTAL and subject[3] != WORLD


def span_of(row: FigureRow) -> Span:
    """What a figure covers."""
    return row.basis, row.period_start, row.period_end


def by_place(rows: Iterable[FigureRow]) -> dict[tuple[Subject, Span], FigureRow]:
    """Lay a return's figures out by subject and span."""
    return {(row[:SUBJECT_FIELDS], span_of(row)): row for row in rows}


def month_span(end: int) -> Span:
    """The span of one month."""
    return Basis.MONTH.value, end, end


@lru_cache(maxsize=1024)
def spans_to_date(end: int) -> tuple[Span, ...]:
    """Every name under which January to a month may be printed."""
    start = end - end % MONTHS_PER_YEAR
    names = [Basis.CUMULATIVE]
    if end == start:
        names.append(Basis.MONTH)
    if end - start + 1 == _QUARTER:
        names.append(Basis.QUARTER)
    if end - start + 1 == MONTHS_PER_YEAR:
        names.append(Basis.YEAR)
    return tuple((name.value, start, end) for name in names)


def is_to_date(span: Span) -> bool:
    """Say whether a span is January to a month, under any name."""
    return span in spans_to_date(span[2])


class Window(NamedTuple):
    """The last months of the spans that are looked at, and of those split by item and market."""

    wholes: Collection[int]
    details: Collection[int]


class History:
    """Figures of earlier returns by subject and span; each as every return told it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._told: dict[Subject, dict[Span, list[Past]]] = {}
        self._standing: dict[Subject, dict[Span, Past]] = {}
        self._levels = Levels()
        self._window: Window | None = None

    def add(self, subject: Subject, span: Span, told: Sequence[Past]) -> None:
        """Add a figure as returns told it."""
        spoken = self._told.get(subject)
        if spoken is None:
            spoken = self._told[subject] = {}
            self._standing[subject] = {}
        every = spoken.setdefault(span, [])
        every.extend(told)
        stands = every[0] if len(every) == 1 else max(every)
        standing = self._standing[subject]
        if standing.get(span) is not stands:
            standing[span] = stands
            self._levels.tell(subject, span, stands)

    def __bool__(self) -> bool:
        """True where anything is known."""
        return bool(self._told)

    def within(self, window: Window) -> History:
        """Give the same history, of which only these months are looked at."""
        seen = copy(self)
        seen._window = window  # noqa: SLF001 - its own class
        return seen

    def by(self, numbers: Collection[int], subjects: Iterable[Subject]) -> History:
        """Give what certain returns told of subjects."""
        theirs = History()
        theirs._window = self._window  # noqa: SLF001 - its own class
        for subject in subjects if numbers else ():
            for span, every in self._told.get(subject, {}).items():
                told = [past for past in every if past.number in numbers]
                if told and self._looks_at(subject, span):
                    theirs.add(subject, span, told)
        return theirs

    def _looks_at(self, subject: Subject, span: Span) -> bool:
        return self._window is None or span[2] in self._window[is_split(subject)]

    def releases(self, subject: Subject, span: Span) -> list[Past]:
        """The figure as every return told it."""
        return self._told.get(subject, {}).get(span, []) if self._looks_at(subject, span) else []

    def told(self, subject: Subject, *spans: Span) -> Past | None:
        """The figure as it stands, under the first of the names that it goes by."""
        if standing := self._standing.get(subject):
            for span in spans:
                if (past := standing.get(span)) and self._looks_at(subject, span):
                    return past
        return None

    def levels(self) -> tuple[Levels, Window | None]:
        """Everything as it stands, as arrays, and which months of it are looked at."""
        return self._levels, self._window
