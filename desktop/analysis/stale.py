"""Cells left from the return before: last month's number, where all else moved on."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from desktop.analysis.columns_held import Columns, Figures, Key, measured
from desktop.analysis.history import (
    MEASURE,
    History,
    Past,
    Span,
    is_to_date,
    month_span,
    span_of,
    spans_to_date,
    subject_of,
)
from desktop.analysis.in_print import printed_number
from desktop.analysis.laid import Laid
from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import TOTAL, Measure, Ownership

_MEASURES = frozenset((Measure.VALUE.value, Measure.QUANTITY.value))
_FEW = 5
"""So many figures of the column must be known of the month before, and nearly all have changed."""
_MOST = 0.2
"""Share of a column that may be left: more of it is another month's column altogether."""
_DIGITS = 4
"""Digits that two months do not have in common by chance; zeros at the end are none."""


class Stale(NamedTuple):
    """A cell that is printed as it was for the period before, and how it was told then."""

    row: FigureRow
    past: Past


def stale(columns: Columns, own: Laid, history: History) -> Iterator[Stale]:
    """Find single cells that are last month's, in columns whose other cells changed."""
    suspected = set(_suspected(own, history))
    for key, figures in columns.items():
        if key not in suspected:
            continue
        known, same = _held(key, figures, history)
        if known >= _FEW and len(same) <= _MOST * known:
            yield from (s for s in same if _tells(s.row, own))


def _suspected(own: Laid, history: History) -> Iterator[Key]:
    """Columns with a cell that some return told so for the period before."""
    lines = [
        line if subject[MEASURE] in _MEASURES and line.number >= 0 else None
        for subject, line in zip(own.subjects, history.lines(own.subjects), strict=True)
    ]
    before = [_before(span) for span in own.spans]
    for row, number, column in zip(own.rows, own.lines, own.columns, strict=True):
        line = lines[number]
        if line is None:
            continue
        for span in before[column]:
            for past in line.releases(span):
                if past.value == row.value:
                    yield Key(row.sheet, row.flow, row.measure, own.spans[column])


def _held(key: Key, figures: Figures, history: History) -> tuple[int, list[Stale]]:
    """How many figures were told for the period before, and which are the same to the digit."""
    spans, known, same = _before(key.span), 0, []
    for about, row in figures.items():
        subject = measured(about, key.measure)
        for span in spans:
            if told := history.releases(subject, span):
                known += 1
                again = [past for past in told if past.value == row.value and past.unit == row.unit]
                same += [Stale(row, past) for past in again[:1]]
                break
    return known, same


def _before(span: Span) -> tuple[Span, ...]:
    _, start, end = span
    if start == end:
        return (month_span(end - 1),)
    return spans_to_date(end - 1) if is_to_date(span) and end % MONTHS_PER_YEAR else ()


def _digits(row: FigureRow) -> int:
    number = printed_number(row)
    return len("".join(map(str, number.normalize().as_tuple().digits))) if number else 0


def _tells(row: FigureRow, own: Laid) -> bool:
    return _digits(row) >= _DIGITS and not _rests(row, own) and not _adds_up(row, own)


def _rests(row: FigureRow, own: Laid) -> bool:
    """Say whether nothing was traded: a year to date that rests is right then."""
    if row.period_start == row.period_end:
        return False
    month = own.get((subject_of(row), month_span(row.period_end)))
    return month is None or month.value == 0


def _adds_up(row: FigureRow, own: Laid) -> bool:
    """Say whether a total or sector is confirmed by the two others, as printed beside it."""
    if row.item != TOTAL:
        return False
    found = {o: own.get((subject_of(row._replace(ownership=o.value)), span_of(row)))
             for o in Ownership}  # fmt: skip
    whole, *parts = (found[o] for o in (Ownership.ALL, Ownership.DOMESTIC, Ownership.FDI))
    known = [part.value for part in parts if part]
    return whole is not None and len(known) == len(parts) and sum(known) == whole.value
