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


ToldOfSpan = tuple[Span, Sequence[int], Sequence[Past]]
"""What a return told of a span: numbers of subjects, and a figure for each."""
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
        self._tellers: dict[Span, set[int]] = defaultdict(set)
        self._window: Window | None = None
        self._whence: tuple[Levels, Collection[Span]] | None = None
        self._asked: tuple[Sequence[Subject], Sequence[Line]] = ((), ())

    @cached_property
    def _levels(self) -> Levels:
        from desktop.analysis.levels import Levels  # noqa: PLC0415 - a process that reads has none

        if self._whence is None:
            return Levels()
        every, wholly = self._whence
        theirs = every.only(wholly)
        for span in self._standing.keys() - wholly:
            theirs.tell(span, self._standing[span])
        return theirs

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
                now = dict(every)
                if len(now) == len(every):
                    self._tell(spans[column], now)
                else:  # several returns, one after another
                    for pair in every:
                        self._tell(spans[column], dict((pair,)))

    def tell_spans(self, names: Mapping[int, Subject], told: Sequence[ToldOfSpan]) -> None:
        """Add what returns told, by the span; `names` says of which subject a number is.

        What each return told of a span it tells of a subject once.
        """
        self._asked = ((), ())
        known = self._numbers
        subjects = {number for _, numbers, _ in told for number in numbers}
        ours = {number: known.setdefault(names[number], len(known)) for number in subjects}
        for span, numbers, pasts in told:
            self._tell(span, dict(zip(map(ours.__getitem__, numbers), pasts, strict=True)))

    def _tell(self, span: Span, now: dict[int, Past]) -> None:
        """Add what one return told of a span."""
        self._add(span, now)
        self._levels.tell(span, now)

    def _add(self, span: Span, now: dict[int, Past]) -> None:
        standing = self._standing.setdefault(span, {})
        self._tellers[span].update({past.number for past in now.values()})
        for number in standing.keys() & now.keys():
            before, past = standing[number], now[number]
            self._again.setdefault(span, {}).setdefault(number, [before]).append(past)
            if before > past:
                now[number] = before
        standing.update(now)

    def __bool__(self) -> bool:
        """True where anything is known."""
        return bool(self._numbers)

    def knows(self, span: Span) -> bool:
        """Say whether anything may have been told of a span."""
        return span in self._standing

    def known(self, periods: Iterable[tuple[Span, ...]]) -> Sequence[tuple[Span, ...]]:
        """Give those of periods, each under all of its names, that `knows` something of."""
        return [names for names in periods if any(map(self.knows, names))]

    def within(self, window: Window, subjects: Iterable[Subject]) -> History:
        """Give the same history, of which only these months and subjects are looked at."""
        seen, known = History(), self._numbers
        seen._numbers = {s: number for s in subjects if (number := known.get(s)) is not None}
        seen._standing, seen._again = self._standing, self._again
        seen._tellers = self._tellers
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
        known, told, wholly = self._numbers, set[int](), set[Span]()
        asked = {known[s]: s for s in subjects if s in known}
        for span in self._seen(self._standing if spans is None else spans):
            if self._tellers[span].isdisjoint(numbers):
                continue
            if self._tellers[span].issubset(numbers):
                wholly.add(span)
                theirs._standing[span] = self._standing[span]
                theirs._again[span] = self._again.get(span, {})
                theirs._tellers[span] = self._tellers[span]
            else:
                for one in self._told_by(numbers, asked.keys(), span):
                    theirs._add(span, one)
            told |= asked.keys() & theirs._standing.get(span, {}).keys()
        theirs._numbers = {asked[number]: number for number in told}
        theirs._whence = self._levels, wholly
        return theirs

    def _seen(self, spans: Iterable[Span]) -> list[Span]:
        """Give the spans that are looked at, of which anything was told."""
        months = self._window and {*self._window.wholes, *self._window.details}
        return [s for s in spans if s in self._standing and (months is None or s[2] in months)]

    def _told_by(
        self, returns: Collection[int], asked: Collection[int], span: Span
    ) -> Iterator[dict[int, Past]]:
        """Give what certain returns told of a span, return by return."""
        by_return: dict[int, dict[int, Past]] = defaultdict(dict)
        standing, again = self._standing[span], self._again.get(span, _NOTHING_MORE)
        for number in asked & standing.keys():
            for past in again.get(number) or (standing[number],):
                if past.number in returns:
                    by_return[past.number][number] = past
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
