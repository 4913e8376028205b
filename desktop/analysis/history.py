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


class Line(NamedTuple):
    """What was told of one subject, by span, as it stands and as every return told it.

    `months` are those that are looked at; None for all.
    """

    standing: Mapping[Span, Past]
    every: Mapping[Span, Sequence[Past]]
    months: Collection[int] | None

    def told(self, *spans: Span) -> Past | None:
        """The figure as it stands, under the first of the names that it goes by."""
        standing, months = self.standing, self.months
        for span in spans:
            past = standing.get(span)
            if past and (months is None or span[2] in months):
                return past
        return None

    def releases(self, span: Span) -> Sequence[Past]:
        """The figure as every return told it."""
        looked_at = self.months is None or span[2] in self.months
        return self.every.get(span, ()) if looked_at else ()


class History:
    """Figures of earlier returns by subject and span; each as every return told it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._told: dict[Subject, dict[Span, list[Past]]] = {}
        self._standing: dict[Subject, dict[Span, Past]] = {}
        self._spans: set[Span] = set()
        self._window: Window | None = None
        self._lines: dict[Subject, Line] = {}
        self._asked: tuple[Sequence[Subject], Sequence[Line]] = ((), ())

    @cached_property
    def _levels(self) -> Levels:
        from desktop.analysis.levels import Levels  # noqa: PLC0415 - a process that reads has none

        return Levels()

    def add(self, subject: Subject, span: Span, told: Iterable[Past]) -> None:
        """Add a figure as returns told it."""
        self.add_all((subject, span, past) for past in told)

    def add_all(self, told: Iterable[tuple[Subject, Span, Past]]) -> None:
        """Add figures as returns told them."""
        numbers: dict[Subject, int] = {}
        numbered = [(numbers.setdefault(s, len(numbers)), span, past) for s, span, past in told]
        self.tell(tuple(numbers), numbered)

    def tell(self, subjects: Sequence[Subject], told: Iterable[tuple[int, Span, Past]]) -> None:
        """Add figures as returns told them, each with the number of its subject among these."""
        self._asked, self._lines = ((), ()), {}
        spoken = [self._told.setdefault(subject, {}) for subject in subjects]
        standing = [self._standing.setdefault(subject, {}) for subject in subjects]
        stands: list[tuple[int, Span, Past]] = []
        for one in told:
            number, span, past = one
            every = spoken[number].get(span)
            if every is None:
                spoken[number][span] = [past]
                self._spans.add(span)
            else:
                every.append(past)
                if standing[number][span] > past:
                    continue
            standing[number][span] = past
            stands.append(one)
        if stands:
            self._levels.tell(subjects, stands)

    def __bool__(self) -> bool:
        """True where anything is known."""
        return bool(self._told)

    def knows(self, span: Span) -> bool:
        """Say whether anything may have been told of a span."""
        return span in self._spans

    def within(self, window: Window, subjects: Iterable[Subject]) -> History:
        """Give the same history, of which only these months and subjects are looked at."""
        seen, known = History(), [s for s in subjects if s in self._told]
        seen._told = {subject: self._told[subject] for subject in known}
        seen._standing = {subject: self._standing[subject] for subject in known}
        seen._levels, seen._spans, seen._window = self._levels, self._spans, window
        return seen

    def by(
        self,
        numbers: Collection[int],
        subjects: Iterable[Subject],
        spans: Iterable[Span] | None = None,
    ) -> History:
        """Give what certain returns told of subjects, over some spans or over all."""
        theirs = History()
        theirs._window = self._window
        if numbers:
            theirs.add_all(self._told_by(numbers, subjects, spans))
        return theirs

    def _told_by(
        self, numbers: Collection[int], subjects: Iterable[Subject], spans: Iterable[Span] | None
    ) -> Iterator[tuple[Subject, Span, Past]]:
        for subject in subjects:
            months = self._months(subject)
            spoken = self._told.get(subject, {})
            for span in spoken if spans is None else spans:
                if months is None or span[2] in months:
                    for past in spoken.get(span, ()):
                        if past.number in numbers:
                            yield subject, span, past

    def _months(self, subject: Subject) -> Collection[int] | None:
        """The months that are looked at; None for all."""
        return None if self._window is None else self._window[is_split(subject)]

    def releases(self, subject: Subject, span: Span) -> Sequence[Past]:
        """The figure as every return told it."""
        return self.line(subject).releases(span)

    def line(self, subject: Subject) -> Line:
        """What stands of a subject."""
        line = self._lines.get(subject)
        if line is None:
            standing = self._standing.get(subject)
            line = _NOTHING
            if standing is not None:
                line = Line(standing, self._told[subject], self._months(subject))
            self._lines[subject] = line
        return line

    def lines(self, subjects: Sequence[Subject]) -> Sequence[Line]:
        """What was told of each of some subjects; the same ones are looked up once."""
        if self._asked[0] is not subjects:
            self._asked = subjects, tuple(map(self.line, subjects))
        return self._asked[1]

    def told(self, subject: Subject, *spans: Span) -> Past | None:
        """The figure as it stands, under the first of the names that it goes by."""
        return self.line(subject).told(*spans)

    def both(
        self, one: Subject, other: Subject, periods: Iterable[tuple[Span, ...]]
    ) -> Iterator[tuple[Past, Past]]:
        """Two figures as they stand, both above zero, period by period, each under any name."""
        ours, theirs = self.line(one), self.line(other)
        if not (ours.standing and theirs.standing):
            return
        for spans in periods:
            said = ours.told(*spans)
            turned = theirs.told(*spans) if said else None
            if said and turned and said.value > 0 < turned.value:
                yield said, turned

    def levels(self) -> tuple[Levels, Window | None]:
        """Everything as it stands, as arrays, and which months of it are looked at."""
        return self._levels, self._window


_NOTHING = Line({}, {}, None)
