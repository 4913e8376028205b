"""The columns of a return by what they hold, and whether most of one speaks for an exchange."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from statistics import median
from typing import Any, NamedTuple

from desktop.analysis.history import (
    MEASURE,
    Span,
    Subject,
    is_to_date,
    month_span,
    spans_to_date,
)
from desktop.figures.figure import FigureRow, fields_of
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.series import TRADE

FEW = 5
"""Fewer figures say nothing about a whole column."""
MOST = 0.8
"""Share of the figures that must speak for the exchange."""
BETTER = 3
"""How many times nearer the exchange must bring the middle figure."""
_BACK = 2 * MONTHS_PER_YEAR
"""How many months back an earlier figure may lie."""
_SPANS = frozenset(b.value for b in (Basis.MONTH, Basis.CUMULATIVE, Basis.QUARTER, Basis.YEAR))

Figures = dict[Subject, FigureRow]
"""The figures of one column, by what they are about but for the measure."""
Errors = tuple[float, float]
"""How far a figure is from what is expected, as it stands and after the exchange."""


_column = fields_of("sheet", "flow", "measure", "basis", "period_start", "period_end")
_about = fields_of("flow", "item", "market", "ownership", "province")


class Key(NamedTuple):
    """What a column of a sheet holds."""

    sheet: str
    flow: str
    measure: str
    span: Span


Columns = Mapping[Key, Figures]


def columns_of(rows: Sequence[FigureRow]) -> dict[Key, Figures]:
    """Lay out the columns that are long enough to say something."""
    columns: dict[tuple[Any, ...], list[FigureRow]] = defaultdict(list)
    for column, row in zip(map(_column, rows), rows, strict=True):
        columns[column].append(row)
    return dict(_told(columns))


def _told(columns: Mapping[tuple[Any, ...], list[FigureRow]]) -> Iterator[tuple[Key, Figures]]:
    for (sheet, flow, measure, basis, start, end), rows in columns.items():
        if basis in _SPANS and flow in TRADE and len(rows) >= FEW:
            positive = [row for row in rows if row.value > 0]
            figures = dict(zip(map(_about, positive), positive, strict=True))
            if len(figures) >= FEW:
                yield Key(sheet, flow, measure, (basis, start, end)), figures


def measured(about: Subject, measure: str) -> Subject:
    """Name a measure of what a figure is about."""
    return (*about[:MEASURE], measure, *about[MEASURE:])


@lru_cache(maxsize=1024)
def earlier(span: Span) -> tuple[tuple[Span, ...], ...]:
    """Earlier periods that what a period holds is like: those before it, the nearest first."""
    _, start, end = span
    long = is_to_date(span) and start < end
    return tuple(
        spans_to_date(end - back) if long else (month_span(end - back),)
        for back in range(1, _BACK + 1)
    )


def decided(errors: Iterable[Errors], most: int, near: float) -> int:
    """How many figures speak for the exchange, where they decide it; else 0.

    Of `most` figures at most an error is told. As soon as too many of them are nearer as they
    stand, none is asked for any more. `near` is how far the middle figure may be from what is
    expected after the exchange.
    """
    found: list[Errors] = []
    against = 0
    for pair in errors:
        found.append(pair)
        against += pair[1] >= pair[0]
        if most - against < MOST * most:
            return 0
    return _decided(found, len(found) - against, near)


def _decided(errors: Sequence[Errors], nearer: int, near: float) -> int:
    if len(errors) < FEW:
        return 0
    said, other = (median(pair[n] for pair in errors) for n in (0, 1))
    clear = other <= near and other * BETTER < said
    return nearer if clear else 0
