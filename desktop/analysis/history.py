"""What a sender's earlier returns said, for a new return of the same sender to be held against."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache, partial
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


_NOTHING: Mapping[int, Past] = {}
_NOTHING_MORE: Mapping[int, Sequence[Past]] = {}


class Line(NamedTuple):
    """What was told of one subject, by span, as it stands and as every return told it.

    `number` is the subject's, -1 where nothing was told of it; `months` are those that are looked
    at, None for all.
    """

    number: int
    standing: Mapping[Span, Mapping[int, Past]]
    again: Mapping[Span, Mapping[int, Sequence[Past]]]
    months: Collection[int] | None

    def told(self, *spans: Span) -> Past | None:
        """The figure as it stands, under the first of the names that it goes by."""
        number, standing, months = self.number, self.standing, self.months
        for span in spans:
            column = standing.get(span)
            past = column and column.get(number)
            if past and (months is None or span[2] in months):
                return past
        return None

    def releases(self, span: Span) -> Sequence[Past]:
        """The figure as every return told it."""
        number, months = self.number, self.months
        past = self.standing.get(span, _NOTHING).get(number)
        if past is None or not (months is None or span[2] in months):
            return ()
        return self.again.get(span, _NOTHING_MORE).get(number) or (past,)


_line_of = partial(tuple.__new__, Line)
"""Makes one of a tuple of its fields, much faster than the constructor."""


class History:
    """Figures of earlier returns by span and subject; each as every return told it.

    By the span, as a return's columns are: so they are taken in and looked up by the column.
    """

    def __init__(self) -> None:
        """Begin with nothing."""
        self._numbers: dict[Subject, int] = {}
        self._standing: dict[Span, dict[int, Past]] = {}
        self._again: dict[Span, dict[int, list[Past]]] = {}
        self._window: Window | None = None
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
        lines: dict[Subject, int] = {}
        spans: dict[Span, int] = {}
        numbered = [
            (lines.setdefault(subject, len(lines)), spans.setdefault(span, len(spans)), past)
            for subject, span, past in told
        ]
        self.tell(tuple(lines), tuple(spans), numbered)

    def tell(
        self,
        subjects: Sequence[Subject],
        spans: Sequence[Span],
        *told: Iterable[tuple[int, int, Past]],
    ) -> None:
        """Add figures as returns told them, by the numbers of subject and span among these.

        What each return told is best given by itself.
        """
        self._asked = ((), ())
        known = self._numbers
        numbers = [known.setdefault(subject, len(known)) for subject in subjects]
        for one in told:
            columns: dict[int, list[tuple[int, Past]]] = defaultdict(list)
            for line, column, past in one:
                columns[column].append((numbers[line], past))
            for column, every in columns.items():
                self._levels.tell(spans[column], self._tell(spans[column], every))

    def _tell(self, span: Span, told: Sequence[tuple[int, Past]]) -> Mapping[int, Past]:
        """Add what was told of one span; give what stands of it now."""
        standing, now = self._standing.setdefault(span, {}), dict(told)
        if len(now) < len(told):  # several returns, one after another
            for pair in told:
                now |= self._tell(span, (pair,))
            return now
        for number in standing.keys() & now.keys():
            before, past = standing[number], now[number]
            self._again.setdefault(span, {}).setdefault(number, [before]).append(past)
            if before > past:
                now[number] = before
        standing.update(now)
        return now

    def __bool__(self) -> bool:
        """True where anything is known."""
        return bool(self._numbers)

    def knows(self, span: Span) -> bool:
        """Say whether anything may have been told of a span."""
        return span in self._standing

    def within(self, window: Window, subjects: Iterable[Subject]) -> History:
        """Give the same history, of which only these months and subjects are looked at."""
        seen, known = History(), self._numbers
        seen._numbers = {s: number for s in subjects if (number := known.get(s)) is not None}
        seen._standing, seen._again = self._standing, self._again
        seen._levels, seen._window = self._levels, window
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
            columns = tuple(self._standing if spans is None else spans)
            theirs.tell(*self._told_by(numbers, subjects, columns))
        return theirs

    def _told_by(
        self, numbers: Collection[int], subjects: Iterable[Subject], spans: Sequence[Span]
    ) -> Iterator[Any]:
        """Give the subjects told of, the spans, and what each return told: what `tell` takes."""
        asked = tuple(subjects)
        told = {line.number: (at, line) for at, line in enumerate(self._lines(asked))}
        lines: dict[int, int] = {}
        by_return: dict[int, list[tuple[int, int, Past]]] = defaultdict(list)
        for column, span in enumerate(spans):
            for number in told.keys() & self._standing.get(span, {}).keys():
                at, line = told[number]
                for past in line.releases(span):
                    if past.number in numbers:
                        known = lines.setdefault(at, len(lines))
                        by_return[past.number].append((known, column, past))
        yield tuple(map(asked.__getitem__, lines))
        yield spans
        yield from (each for _, each in sorted(by_return.items()))

    def releases(self, subject: Subject, span: Span) -> Sequence[Past]:
        """The figure as every return told it."""
        return self.line(subject).releases(span)

    def line(self, subject: Subject) -> Line:
        """What stands of a subject."""
        return next(self._lines((subject,)))

    def lines(self, subjects: Sequence[Subject]) -> Sequence[Line]:
        """What was told of each of some subjects; the same ones are looked up once."""
        if self._asked[0] is not subjects:
            self._asked = subjects, tuple(self._lines(subjects))
        return self._asked[1]

    def _lines(self, subjects: Iterable[Subject]) -> Iterator[Line]:
        wholes, details = self._window or (None, None)
        get, standing, again = self._numbers.get, self._standing, self._again
        return (
            _line_of((get(s, -1), standing, again, details if is_split(s) else wholes))
            for s in subjects
        )

    def told(self, subject: Subject, *spans: Span) -> Past | None:
        """The figure as it stands, under the first of the names that it goes by."""
        return self.line(subject).told(*spans)

    def lines_of(self, *subjects: Subject) -> tuple[Line, ...]:
        """What was told of subjects; none where any of them is unknown."""
        for subject in subjects:
            if subject not in self._numbers:
                return ()
        return tuple(self._lines(subjects))

    def both(
        self, one: Subject, other: Subject, periods: Iterable[tuple[Span, ...]]
    ) -> tuple[Past, Past] | None:
        """Two figures as they stand, of the first period where both are, each under any name."""
        return both_told(self.lines_of(one, other), periods)

    def numbers(self, subjects: Iterable[Subject]) -> Iterator[int]:
        """Give the lines of subjects in `levels`; -1 where nothing was told."""
        known = self._numbers
        return (known.get(subject, -1) for subject in subjects)

    def levels(self) -> tuple[Levels, Window | None]:
        """Everything as it stands, as arrays, and which months of it are looked at."""
        return self._levels, self._window


def both_told(
    lines: Sequence[Line], periods: Iterable[tuple[Span, ...]]
) -> tuple[Past, Past] | None:
    """Figures of two lines as they stand, of the first period where both are above zero."""
    if not lines:
        return None
    ours, theirs = lines
    for spans in periods:
        said = ours.told(*spans)
        turned = theirs.told(*spans) if said else None
        if said and turned and said.value > 0 < turned.value:
            return said, turned
    return None
