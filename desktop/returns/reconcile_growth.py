"""Growth and months of one return held against its own figures, quantities too."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import eq, itemgetter

from desktop.analysis.history import (
    MEASURE,
    SUBJECT_FIELDS,
    Span,
    Subject,
    is_to_date,
    spans_to_date,
)
from desktop.figures.figure import ROW_COLUMNS, FigureRow
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

_start, _end = (itemgetter(ROW_COLUMNS.index(f"period_{name}")) for name in ("start", "end"))
_span = itemgetter(*map(ROW_COLUMNS.index, ("basis", "period_start", "period_end")))
_place = itemgetter(*range(SUBJECT_FIELDS), *map(ROW_COLUMNS.index, ("basis", "period_start",
                                                                    "period_end")))  # fmt: skip
_ByPeriod = Mapping[tuple[int, int], FigureRow]


def growth_checks(rows: Sequence[FigureRow]) -> list[Check]:
    """Hold each printed growth against the two figures that the return prints itself."""
    grown = [row for row in rows if row.measure in _GROWN]
    own = _levels(rows) if grown else {}
    printed = {*map(_span, own.values())}
    before: dict[Span, list[Span]] = {}
    found = []
    for row in grown:
        span = _span(row)
        if span not in before:
            before[span] = [base for base in _a_year_before(span) if base in printed]
        if not before[span] or row.basis == Basis.YEAR_FORECAST or row.value <= 0:
            continue
        subject = (row.flow, _GROWN[row.measure], *row[MEASURE + 1 : SUBJECT_FIELDS])
        now = own.get((*subject, *span))
        bases = (own.get((*subject, *base)) for base in before[span])
        base = next(filter(None, bases), None)
        if now and base and base.value > 0 and now.unit == base.unit:
            found.append(_grown(row, now, base))
    return found


def _levels(rows: Sequence[FigureRow]) -> dict[tuple[object, ...], FigureRow]:
    """What a return's growths may speak of, by subject and span."""
    levels = [row for row in rows if row.measure in _LEVELS]
    return dict(zip(map(_place, levels), levels, strict=True))


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
    series: dict[Subject, dict[tuple[int, int], FigureRow]] = defaultdict(dict)
    rows = tuple(rows)
    if all(map(eq, map(_start, rows), map(_end, rows))):
        return []
    for row in rows:
        if row.basis in _SPANS and row.measure in _LEVELS and row.flow in _FLOWS:
            series[row[:SUBJECT_FIELDS]][row.period_start, row.period_end] = row
    return [
        check
        for figures in series.values()
        if len(figures) > 1
        for check in _of_series(figures)
    ]  # fmt: skip


def _of_series(figures: _ByPeriod) -> Iterator[Check]:
    single = [(at, row.value) for (start, at), row in figures.items() if start == at]
    for (start, end), row in figures.items():
        if start % MONTHS_PER_YEAR or start == end:
            continue
        month, before = figures.get((end, end)), figures.get((start, end - 1))
        if month and len(figures) <= _PAIR:
            continue
        if month and before and row.measure == _QUANTITY:
            ours = before.value + month.value
            agrees = abs(ours - row.value) <= _tolerance(row)
            yield Check.of("previous_plus_month", row, ours, agrees=agrees)
        months = [value for at, value in single if start <= at <= end]
        if len(months) > 1 or (months and month is None):
            total = sum(months)
            if total > row.value + _tolerance(row):
                yield Check.of("months_within_cumulative", row, total, agrees=False)


def _tolerance(row: FigureRow) -> float:
    least = 4 * _ROUNDED if row.measure == _VALUE else _THOUSAND
    return max(least, abs(row.value) * _MONTHS)
