"""Growth and months of one return held against its own figures, quantities too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import NamedTuple

from desktop.analysis.history import (
    MEASURE,
    SUBJECT_FIELDS,
    Span,
    Subject,
    is_to_date,
    spans_to_date,
)
from desktop.figures.figure import ROW_COLUMNS, FigureRow, fields_of
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.period import Basis
from desktop.figures.reading import Check
from desktop.figures.series import SCALE, TRADE, Measure, Unit

_GROWN = {
    Measure.GROWTH_VALUE.value: Measure.VALUE.value,
    Measure.GROWTH_QUANTITY.value: Measure.QUANTITY.value,
}
GROWTHS = frozenset(_GROWN)
"""Measures of growth as printed."""
_VALUE, _QUANTITY = Measure.VALUE.value, Measure.QUANTITY.value
_LEVELS = frozenset({_VALUE, _QUANTITY})
_FLOWS = frozenset(flow.value for flow in TRADE)
_SPANS = frozenset(b.value for b in (Basis.MONTH, Basis.CUMULATIVE, Basis.QUARTER, Basis.YEAR))
_INDEX = 100 * SCALE
_GROWTH = 0.01
"""Growth of figures that are both printed may differ by this share of the index."""
_ROUNDED = 1_000_000 * SCALE // 2
"""Half a million US dollars: what a figure printed in millions may be rounded by."""
_MONTHS = 0.02
"""Quantities printed in thousand tonnes may add up to within this share."""
_THOUSAND = 2_000 * SCALE
"""Two thousand tonnes: three quantities rounded to thousands may differ by so much."""

_PAIR = 2
"""A month and a year to date by themselves: there is nothing to add up."""

_dates = fields_of("period_start", "period_end")
_span = itemgetter(*map(ROW_COLUMNS.index, ("basis", "period_start", "period_end")))
_place = itemgetter(*range(SUBJECT_FIELDS), *map(ROW_COLUMNS.index, ("basis", "period_start",
                                                                    "period_end")))  # fmt: skip
_Dates = tuple[int, int]
"""First and last month of a figure."""


def growth_checks(rows: Sequence[FigureRow]) -> list[Check]:
    """Hold each printed growth against the two figures that the return prints itself."""
    levels = [row for row in rows if row.measure in _LEVELS]
    grown = [row for row in rows if row.measure in _GROWN]
    printed = {*map(_span, levels)}
    before = {
        span: [base for base in _a_year_before(span) if base in printed]
        for span in {*map(_span, grown)} & printed
    }
    if not any(before.values()):
        return []
    own = dict(zip(map(_place, levels), levels, strict=True))
    found = []
    for row in grown:
        span = _span(row)
        if not before.get(span) or row.basis == Basis.YEAR_FORECAST or row.value <= 0:
            continue
        subject = (row.flow, _GROWN[row.measure], *row[MEASURE + 1 : SUBJECT_FIELDS])
        now = own.get((*subject, *span))
        bases = (own.get((*subject, *base)) for base in before[span])
        base = next(filter(None, bases), None)
        if now and base and base.value > 0 and now.unit == base.unit:
            found.append(_grown(row, now, base))
    return found


def _a_year_before(span: Span) -> tuple[Span, ...]:
    basis, start, end = span
    same = (basis, start - MONTHS_PER_YEAR, end - MONTHS_PER_YEAR)
    return (same, *spans_to_date(end - MONTHS_PER_YEAR)) if is_to_date(span) else (same,)


def _grown(row: FigureRow, now: FigureRow, base: FigureRow) -> Check:
    ours = round(_INDEX * now.value / base.value)
    rounding = (_ROUNDED if now.unit == Unit.USD else _THOUSAND) / base.value
    allowed = (_GROWTH + rounding) * max(ours, _INDEX)
    return Check.of("growth", row, ours, agrees=abs(row.value - ours) <= allowed)


def month_checks(rows: Iterable[FigureRow]) -> list[Check]:
    """Hold quantities to date against their months, and every year to date against all of its."""
    levels = [
        row for row in rows
        if row.measure in _LEVELS and row.basis in _SPANS and row.flow in _FLOWS
    ]  # fmt: skip
    if not _parts((*dict.fromkeys(map(_dates, levels)),)):
        return []
    series: dict[Subject, dict[_Dates, FigureRow]] = defaultdict(dict)
    for row, dates in zip(levels, map(_dates, levels), strict=True):
        series[row[:SUBJECT_FIELDS]][dates] = row
    return [check for figures in series.values() for check in _of_series(figures)]


def _of_series(figures: Mapping[_Dates, FigureRow]) -> Iterator[Check]:
    for whole, before, months in _parts((*figures,)):
        row = figures[whole]
        if before and row.measure == _QUANTITY:
            ours = sum(figures[part].value for part in before)
            agrees = abs(ours - row.value) <= _tolerance(row)
            yield Check.of("previous_plus_month", row, ours, agrees=agrees)
        if months:
            total = sum([figures[month].value for month in months])
            if total > row.value + _tolerance(row):
                yield Check.of("months_within_cumulative", row, total, agrees=False)


class _Parts(NamedTuple):
    """A year to date by its dates, and those of what it is held against.

    `before` are the one before and the last month, `months` all of its that are printed; either is
    empty where there is nothing to add up.
    """

    whole: _Dates
    before: tuple[_Dates, ...]
    months: tuple[_Dates, ...]


@lru_cache(maxsize=1024)
def _parts(dates: tuple[_Dates, ...]) -> tuple[_Parts, ...]:
    """What can be held together in a series of these dates; of fewer dates no more can."""
    found = []
    for start, end in dates:
        last, before = (end, end), (start, end - 1)
        if start % MONTHS_PER_YEAR or start == end or (last in dates and len(dates) <= _PAIR):
            continue
        months = tuple(d for d in dates if d[0] == d[1] and start <= d[1] <= end)
        both = (before, last) if {before, last} <= {*dates} else ()
        told = months if len(months) > 1 or last not in dates else ()
        if both or told:
            found.append(_Parts((start, end), both, told))
    return tuple(found)


def _tolerance(row: FigureRow) -> float:
    least = 4 * _ROUNDED if row.measure == _VALUE else _THOUSAND
    return max(least, abs(row.value) * _MONTHS)
