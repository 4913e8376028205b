"""A return's figures laid out by subject and span: each of them once, and the rows by number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from desktop.analysis.history import SUBJECT_FIELDS, Span, Subject
from desktop.figures.figure import ROW_COLUMNS, FigureRow, by_column

_SUBJECT = ROW_COLUMNS[:SUBJECT_FIELDS]
_SPAN = ("basis", "period_start", "period_end")


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
        numbers: dict[Subject, int] = {}
        columns: dict[Span, int] = {}
        self.lines = [numbers.setdefault(s, len(numbers)) for s in self._each(_SUBJECT)]
        self.columns = [columns.setdefault(s, len(columns)) for s in self._each(_SPAN)]
        self.numbers = numbers
        self.subjects: Sequence[Subject] = tuple(numbers)
        self.spans: Sequence[Span] = tuple(columns)
        self.figures: list[dict[Span, FigureRow]] = [{} for _ in numbers]
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
