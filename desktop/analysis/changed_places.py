"""Columns that changed places: months and years to date, value and quantity, exports and imports.

Each is told by arithmetic, over most figures of a column and never by one: no year to date is
less than its month; growth as printed follows from one order of two columns only; a price does
not turn over; what an office sells is not what it buys.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from desktop.analysis.changed_flows import flows_exchanged
from desktop.analysis.changed_prices import Prices
from desktop.analysis.columns_held import (
    FEW,
    Columns,
    Errors,
    Figures,
    Key,
    decided,
    measured,
)
from desktop.analysis.history import History, Span, is_to_date, month_span, spans_to_date
from desktop.figures.figure import FigureRow
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import SCALE, Measure

_TELLING = 0.03
"""Growth of less than this share looks the same both ways."""
_GROWN = 0.02
"""How near growth must be to the printed one after the exchange."""
_USUAL = 0.4
"""How near, in natural logarithm, prices must be to the usual ones after the exchange."""

_INDEX = 100 * SCALE
_GROWTHS = {
    Measure.VALUE.value: Measure.GROWTH_VALUE.value,
    Measure.QUANTITY.value: Measure.GROWTH_QUANTITY.value,
}


class Exchange(NamedTuple):
    """Two columns that changed places, by their first figures, and how many figures say so.

    `kind` is the finding's code; of flows, which stand in tables apart, `other` is the same row.
    """

    kind: str
    row: FigureRow
    other: FigureRow
    figures: int


def changed_places(columns: Columns, history: History) -> Iterator[Exchange]:
    """Find the columns of a return that its own figures, or what was told before, exchange."""
    prices = Prices(columns, history)
    for one, other, kind in _pairs(columns):
        if kind == "exchanged_measures":
            errors, near = prices.turned(one), _USUAL
        else:
            judge, near = _JUDGES[kind]
            errors = judge(columns, one, other, history)
        if count := decided(errors, len(columns[one]), near):
            yield Exchange(kind, *_first(columns[one], columns[other]), count)
    for row, figures in flows_exchanged(columns, history):
        yield Exchange("exchanged_flows", row, row, figures)


def _pairs(columns: Columns) -> Iterator[tuple[Key, Key, str]]:
    """Every two columns of a sheet that might be taken for each other."""
    for key in columns:
        sheet, flow, measure, (basis, start, end) = key
        if measure == Measure.VALUE:
            quantity = Key(sheet, flow, Measure.QUANTITY.value, key.span)
            if quantity in columns:
                yield key, quantity, "exchanged_measures"
        if measure not in _GROWTHS:
            continue
        month, last = (Key(sheet, flow, measure, month_span(at)) for at in (end, end - 1))
        if start < end and month in columns:
            yield month, key, "exchanged_bases"
        if start == end and last in columns:
            yield key, last, "exchanged_months"
        before = (basis, start - MONTHS_PER_YEAR, end - MONTHS_PER_YEAR)
        for span in dict.fromkeys((before, *_same_dates(key.span))):
            year = Key(sheet, flow, measure, span)
            if year in columns:
                yield key, year, "exchanged_years"


def _same_dates(span: Span) -> tuple[Span, ...]:
    return spans_to_date(span[2] - MONTHS_PER_YEAR) if is_to_date(span) else ()


def _first(one: Figures, other: Figures) -> tuple[FigureRow, FigureRow]:
    about = next(about for about in one if about in other)
    return one[about], other[about]


# Judges: one for each kind ---------------------------------------------------------------------


def _bases(columns: Columns, one: Key, other: Key, _: History) -> Iterator[Errors]:
    """By how much each month exceeds its year to date, as it stands and exchanged."""
    to_dates = columns[other]
    for about, month in columns[one].items():
        if (to_date := to_dates.get(about)) and month.value != to_date.value:
            excess = math.log(month.value / to_date.value)
            yield max(0.0, excess), max(0.0, -excess)


def _years(columns: Columns, one: Key, other: Key, history: History) -> Iterator[Errors]:
    """How far each growth is from the printed one, or each of last year from the archive's."""
    growths = columns.get(one._replace(measure=_GROWTHS[one.measure]), {})
    now, before = columns[one], columns[other]
    grown = [
        (abs(ours - printed), abs(-ours - printed))
        for about, growth in growths.items()
        if about in now and about in before
        for printed in (math.log(growth.value / _INDEX),)
        for ours in (math.log(now[about].value / before[about].value),)
        if abs(printed) > _TELLING
    ]
    return iter(grown) if len(grown) >= FEW else _by_archive(now, before, other, history)


def _months(columns: Columns, one: Key, other: Key, history: History) -> Iterator[Errors]:
    """How far growth on the base held here is from the printed one, of either month."""
    growths = columns.get(one._replace(measure=_GROWTHS[one.measure]), {})
    span = month_span(one.span[2] - MONTHS_PER_YEAR)
    bases = columns.get(one._replace(span=span), {})
    now, last = columns[one], columns[other]
    for about, growth in growths.items():
        if about not in now or about not in last:
            continue
        base = bases.get(about) or history.told(measured(about, one.measure), span)
        if base and base.value > 0:
            due = math.log(base.value * growth.value / _INDEX)
            said, turned = (math.log(row.value) - due for row in (now[about], last[about]))
            yield abs(said), abs(turned)


def _by_archive(now: Figures, before: Figures, key: Key, history: History) -> Iterator[Errors]:
    if not history:
        return
    spans = spans_to_date(key.span[2]) if is_to_date(key.span) else (key.span,)
    for about, row in before.items():
        past = history.told(measured(about, key.measure), *spans) if about in now else None
        if past and past.value > 0:
            said, turned = (math.log(told.value / past.value) for told in (row, now[about]))
            yield abs(said), abs(turned)


_Judge = Callable[[Columns, Key, Key, History], Iterator[Errors]]
_JUDGES: Mapping[str, tuple[_Judge, float]] = {
    "exchanged_bases": (_bases, 0.0),
    "exchanged_months": (_months, _GROWN),
    "exchanged_years": (_years, _GROWN),
}
"""How each other kind of exchange is judged, and how near to what is expected it must lead."""
