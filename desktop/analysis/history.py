"""What a sender's earlier returns said, for a new return of the same sender to be held against."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis

Subject = tuple[str | int, ...]
"""Flow, measure, item, market, ownership, province: the first fields of a `FigureRow`."""
Span = tuple[str, int, int]
"""Basis, first and last month."""

MEASURE = 1
"""Where the measure stands in a subject."""
_SUBJECT_FIELDS = 6
_QUARTER = 3


class Past(NamedTuple):
    """A figure as an earlier return told it; of two the larger `rank` wins.

    `rank` begins with the day of the return and the firmness of the figure.
    """

    rank: tuple[str, int, int]
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
    return row[:_SUBJECT_FIELDS]


def span_of(row: FigureRow) -> Span:
    """What a figure covers."""
    return row.basis, row.period_start, row.period_end


def by_place(rows: Iterable[FigureRow]) -> dict[tuple[Subject, Span], FigureRow]:
    """Lay a return's figures out by subject and span."""
    return {(row[:_SUBJECT_FIELDS], span_of(row)): row for row in rows}


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


class History:
    """Figures of earlier returns by subject and span; each as every return told it."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._told: dict[Subject, dict[Span, list[Past]]] = {}

    def add(self, subject: Subject, span: Span, told: Sequence[Past]) -> None:
        """Add a figure as returns told it."""
        self._told.setdefault(subject, {}).setdefault(span, []).extend(told)

    def __bool__(self) -> bool:
        """True where anything is known."""
        return bool(self._told)

    def releases(self, subject: Subject, span: Span) -> list[Past]:
        """The figure as every return told it."""
        return self._told.get(subject, {}).get(span, [])

    def told(self, subject: Subject, *spans: Span) -> Past | None:
        """The figure as it stands, under the first of the names that it goes by."""
        spoken = self._told.get(subject, {})
        for span in spans:
            if every := spoken.get(span):
                return _standing(every)
        return None

    def of(self, subject: Subject) -> dict[Span, Past]:
        """Every figure of a subject, as it stands."""
        return {span: _standing(every) for span, every in self._told.get(subject, {}).items()}


def _standing(every: list[Past]) -> Past:
    return every[0] if len(every) == 1 else max(every)
