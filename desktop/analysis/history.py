"""What a sender's earlier returns said, for a new return of the same sender to be held against."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from desktop.figures.figure import FigureRow

Subject = tuple[str | int, ...]
"""Flow, measure, item, market, ownership, province: the first fields of a `FigureRow`."""
Span = tuple[str, int, int]
"""Basis, first and last month."""

_SUBJECT_FIELDS = 6


class Past(NamedTuple):
    """A figure as an earlier return told it; of two the larger `rank` wins."""

    rank: tuple[str, int, int]
    value: int
    unit: str
    number: int
    reported_on: str
    file: str


def subject_of(row: FigureRow) -> Subject:
    """What a figure is about."""
    return row[:_SUBJECT_FIELDS]


def span_of(row: FigureRow) -> Span:
    """What a figure covers."""
    return row.basis, row.period_start, row.period_end


class History:
    """Figures of earlier returns by subject and span; each as every return told it."""

    def __init__(self, told: Iterable[tuple[Subject, Span, Past]] = ()) -> None:
        """Take figures in any order."""
        self._told: dict[tuple[Subject, Span], list[Past]] = {}
        for subject, span, past in told:
            self.add(subject, span, past)

    def add(self, subject: Subject, span: Span, past: Past) -> None:
        """Add a figure as one return told it."""
        self._told.setdefault((subject, span), []).append(past)

    def __bool__(self) -> bool:
        """True where anything is known."""
        return bool(self._told)

    def told(self, subject: Subject, span: Span) -> Past | None:
        """The figure as it stands: the best of the returns that told it."""
        every = self._told.get((subject, span))
        return max(every) if every else None

    def releases(self, subject: Subject, span: Span) -> list[Past]:
        """The figure as every return told it."""
        return self._told.get((subject, span), [])

    def told_in(self, number: int, subject: Subject, span: Span) -> Past | None:
        """The figure as a certain return told it."""
        return next((p for p in self.releases(subject, span) if p.number == number), None)
