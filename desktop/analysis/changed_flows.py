"""Exports under the heading of imports, and imports under that of exports."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from desktop.analysis.columns_held import (
    BETTER,
    Columns,
    Errors,
    Figures,
    Key,
    decided,
    earlier,
    measured,
)
from desktop.analysis.history import History, Past, Span, Subject, span_of
from desktop.figures.figure import FigureRow
from desktop.figures.period import Basis
from desktop.figures.series import Flow, Measure

_FEWEST = 3
"""So many figures suffice where each is known exactly: a total and its two sectors."""
_EXACT = 0.02
"""How near they must be then, in the middle."""
_APART = 0.5
"""Goods whose exports and imports are nearer to each other, in natural logarithm, do not tell."""
_USUAL = 0.4
"""How near, in natural logarithm, figures must be to what is usual after the exchange."""
_Periods = Sequence[tuple[Span, ...]]
"""Earlier periods, the nearest first, each under all of its names."""
_OTHER_FLOW = {Flow.EXPORT.value: Flow.IMPORT.value, Flow.IMPORT.value: Flow.EXPORT.value}


def flows_exchanged(columns: Columns, history: History) -> Iterator[tuple[FigureRow, int]]:
    """Tables like what the archive has of the other flow: a first figure, how many say so.

    The newest month is held against what was usual; what is printed again of earlier periods
    against what was told of them, which decides it where the flows have few goods in common.
    """
    if not history:  # a return by itself says nothing of what is usual
        return
    for flow, other in _OTHER_FLOW.items():
        newest = _newest(columns, flow)
        spans = {span_of(row) for row in newest.values()}  # one, of a column
        periods = [names for span in spans for names in history.known(earlier(span))]
        usual = (
            _as_other_flow(about, row, other, history, periods) for about, row in newest.items()
        )
        count = decided(filter(None, usual), len(newest), _USUAL) or _told_again(
            _again(columns, flow, other, history)
        )
        if count:
            first = newest or next(f for key, f in columns.items() if _is_value(key, flow))
            yield next(iter(first.values())), count


def _again(columns: Columns, flow: str, other: str, history: History) -> Iterator[Errors]:
    """How far what is printed again is from this flow's and the other's, as told of that time."""
    for key, figures in columns.items():
        if not (_is_value(key, flow) and history.knows(key.span)):
            continue
        for about, row in figures.items():
            subject = measured(about, Measure.VALUE)
            if told := history.both(subject, (other, *subject[1:]), ((key.span,),)):
                yield _away(row, *told)


def _told_again(errors: Iterable[Errors]) -> int:
    """How many figures are the other flow's, where every one is nearer to it, and very near."""
    found: list[Errors] = []
    for said, other in errors:
        if other >= said:
            return 0
        found.append((said, other))
    if len(found) < _FEWEST:
        return 0
    said, other = (median(pair[n] for pair in found) for n in (0, 1))
    return len(found) if other <= _EXACT and other * BETTER < said else 0


def _newest(columns: Columns, flow: str) -> Figures:
    months = [key for key in columns if _is_value(key, flow) and key.span[0] == Basis.MONTH]
    return columns[max(months, key=lambda key: key.span[2])] if months else {}


def _is_value(key: Key, flow: str) -> bool:
    return key.flow == flow and key.measure == Measure.VALUE


def _as_other_flow(
    about: Subject, row: FigureRow, other: str, history: History, periods: _Periods
) -> Errors | None:
    """How far a figure is from what this flow came to before, and from what the other did."""
    subject = measured(about, Measure.VALUE)
    told = history.both(subject, (other, *subject[1:]), periods)
    if told is None or abs(math.log(told[0].value / told[1].value)) <= _APART:
        return None
    return _away(row, *told)


def _away(row: FigureRow, said: Past, turned: Past) -> Errors:
    return abs(math.log(row.value / said.value)), abs(math.log(row.value / turned.value))
