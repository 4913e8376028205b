"""A return's figures laid out by subject and span: each of them once, and the rows by number."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import count
from typing import Any, TypeVar

from desktop.analysis.history import SUBJECT_FIELDS, Span, Subject
from desktop.figures.figure import ROW_COLUMNS, FigureRow, by_column

_SUBJECT = ROW_COLUMNS[:SUBJECT_FIELDS]
_SPAN = ("basis", "period_start", "period_end")
_Name = TypeVar("_Name")


class Laid:
    """The rows of a return, and for each the number of its subject and of its span.

    `figures` holds what is told of each subject, by span; of a figure that is printed twice the
    last; `is_plain` says that none is. `by_column` are the columns of the rows, by their names.
    Thousands of rows speak of a few spans and of each subject several times: what is asked of
    either is answered once.
    """

    def __init__(self, rows: Iterable[FigureRow]) -> None:
        """Lay out rows in the order in which they were read."""
        self.rows = rows if isinstance(rows, tuple) else tuple(rows)
        self.by_column = dict(zip(ROW_COLUMNS, by_column(self.rows), strict=True))
        self.numbers: dict[Subject, int]
        self.numbers, self.lines = _numbered(self._each(_SUBJECT))
        columns: dict[Span, int]
        columns, self.columns = _numbered(self._each(_SPAN))
        self.subjects: Sequence[Subject] = tuple(self.numbers)
        self.spans: Sequence[Span] = tuple(columns)
        self.figures: list[dict[Span, FigureRow]] = [{} for _ in self.subjects]
        spans, figures = self.spans, self.figures
        for row, line, column in zip(self.rows, self.lines, self.columns, strict=True):
            figures[line][spans[column]] = row
        self.is_plain = sum(map(len, figures)) == len(self.rows)

    def _each(self, names: Sequence[str]) -> Iterator[tuple[Any, ...]]:
        """Give some fields of each row."""
        return zip(*map(self.by_column.__getitem__, names), strict=True)

    def told(self, subject: Subject) -> dict[Span, FigureRow]:
        """What the return tells of a subject, by span."""
        number = self.numbers.get(subject)
        return {} if number is None else self.figures[number]

    def get(self, place: tuple[Subject, Span]) -> FigureRow | None:
        """The figure of a subject and span."""
        return self.told(place[0]).get(place[1])


def _numbered(names: Iterable[_Name]) -> tuple[dict[_Name, int], list[int]]:
    """Number names in the order in which each comes first; and give the number of every one."""
    numbers: dict[_Name, int] = defaultdict(count().__next__)
    every = list(map(numbers.__getitem__, names))
    return dict(numbers), every
