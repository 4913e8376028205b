"""What a sender's earlier returns said, for a new return of the same sender to be held against."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.series import TOTAL, WORLD

if TYPE_CHECKING:
    from desktop.analysis.levels import Levels

Subject = tuple[str | int, ...]
"""Flow, measure, item, market, ownership, province: the first fields of a `FigureRow`."""
Span = tuple[str, int, int]
"""Basis, first and last month."""

MEASURE = 1
"""Where the measure stands in a subject."""
SUBJECT_FIELDS = 6
_QUARTER = 3
_UNSEEN = ("", 0, 0)
"""A span of nothing."""
_MONTH = Basis.MONTH.value


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
    return _MONTH, end, end


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
        self._window: Window | None = None

    @cached_property
    def _levels(self) -> Levels:
        from desktop.analysis.levels import Levels  # noqa: PLC0415 - a process that reads has none

        return Levels()

    def add(self, subject: Subject, span: Span, told: Iterable[Past]) -> None:
        """Add a figure as returns told it."""
        self.add_all((subject, span, past) for past in told)

    def add_all(self, told: Iterable[tuple[Subject, Span, Past]]) -> None:
        """Add figures as returns told them."""
        subjects, standing, levels = self._told, self._standing, self._levels
        for subject, span, past in told:
            spoken = subjects.get(subject)
            if spoken is None:
                spoken = subjects[subject] = {}
                standing[subject] = {}
            every = spoken.get(span)
            if every is None:
                spoken[span] = [past]
            else:
                every.append(past)
                if standing[subject][span] > past:
                    continue
            standing[subject][span] = past
            levels.tell(subject, span, past)

    def __bool__(self) -> bool:
        """True where anything is known."""
        return bool(self._told)

    def within(self, window: Window, subjects: Iterable[Subject]) -> History:
        """Give the same history, of which only these months and subjects are looked at."""
        seen, known = History(), [s for s in subjects if s in self._told]
        seen._told = {subject: self._told[subject] for subject in known}
        seen._standing = {subject: self._standing[subject] for subject in known}
        seen._levels, seen._window = self._levels, window
        return seen

    def by(self, numbers: Collection[int], subjects: Iterable[Subject]) -> History:
        """Give what certain returns told of subjects."""
        theirs = History()
        theirs._window = self._window
        for subject in subjects if numbers else ():
            months, spoken = self._months(subject), self._told.get(subject, {})
            theirs.add_all(
                (subject, span, past)
                for span, every in spoken.items()
                if months is None or span[2] in months
                for past in every
                if past.number in numbers
            )
        return theirs

    def _months(self, subject: Subject) -> Collection[int] | None:
        """The months that are looked at; None for all."""
        return None if self._window is None else self._window[is_split(subject)]

    def releases(self, subject: Subject, span: Span) -> list[Past]:
        """The figure as every return told it."""
        months = self._months(subject)
        looked_at = months is None or span[2] in months
        return self._told.get(subject, {}).get(span, []) if looked_at else []

    def told(self, subject: Subject, *spans: Span) -> Past | None:
        """The figure as it stands, under the first of the names that it goes by."""
        standing = self._standing.get(subject)
        return _first_told(standing, self._months(subject), spans) if standing else None

    def both(
        self, one: Subject, other: Subject, periods: Iterable[tuple[Span, ...]]
    ) -> Iterator[tuple[Past, Past]]:
        """Two figures as they stand, both above zero, period by period, each under any name."""
        ours, theirs = self._standing.get(one), self._standing.get(other)
        if ours is None or theirs is None:
            return
        months = self._months(one), self._months(other)
        for spans in periods:
            said = _first_told(ours, months[0], spans)
            turned = _first_told(theirs, months[1], spans) if said else None
            if said and turned and said.value > 0 < turned.value:
                yield said, turned

    def each(
        self, subjects: Iterable[Subject], spans: Sequence[Span]
    ) -> Iterator[list[Past | None]]:
        """The figures of spans as they stand, subject by subject; none of an unknown one."""
        seen = [
            [span if window is None or span[2] in window else _UNSEEN for span in spans]
            for window in self._window or (None, None)
        ]
        for subject in subjects:
            standing = self._standing.get(subject)
            wanted = seen[is_split(subject)]
            yield [] if standing is None else list(map(standing.get, wanted))

    def levels(self) -> tuple[Levels, Window | None]:
        """Everything as it stands, as arrays, and which months of it are looked at."""
        return self._levels, self._window


def _first_told(
    standing: Mapping[Span, Past], months: Collection[int] | None, spans: Iterable[Span]
) -> Past | None:
    for span in spans:
        past = standing.get(span)
        if past and (months is None or span[2] in months):
            return past
    return None
