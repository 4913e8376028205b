"""Whether a series can be told of at all: the reason instead of a number, or what to look at."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.landing import constants as c
from desktop.analysis.landing.results import Reason, Why
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.analysis.landing.history import History

_SCALE_APART = math.log(12)
"""A single month so far from its neighbours is in another unit, or a slip of the keyboard."""
_RECOVERY = math.log(1.3)
_LASTING = ((6, math.log(1.6)), (3, math.log(2.5)), (2, math.log(4)), (1, math.log(6)))
"""Months after a break, and how far all of them must lie beyond all of the year before it."""


def seen(history: History, year: int) -> tuple[Month, tuple[float | None, ...], list[Reason]]:
    """Cut the months that a landing of the year looks at; tell why where it is fewer than held."""
    start = max(history.first, Month(year - c.YEARS_SEEN, 1))
    reasons = []
    if history.break_at and start < history.break_at <= history.through:
        start = history.break_at
        reasons.append(Reason(Why.SINCE_BREAK, start))
    values = tuple(history.values[start - history.first :])
    if any(_bad(v) for v in history.values[: start - history.first]):
        reasons.append(Reason(Why.OLDER_LEFT_OUT, start))
    return start, values, reasons


def unfit(start: Month, values: Sequence[float | None]) -> Reason | None:
    """Give the reason for saying nothing, None where there is none.

    Args:
        start: The month of the first value.
        values: The months that a landing looks at.
    """
    for place, value in enumerate(values):
        if value is None or math.isnan(value):
            return Reason(Why.GAP, start + place)
        if value <= 0 or math.isinf(value):
            return Reason(Why.NOT_POSITIVE, start + place, value)
    if len(values) < c.LEAST_MONTHS:
        return Reason(Why.TOO_SHORT, amount=float(len(values)))
    logs = np.log(np.array(values, dtype=float))
    return _break(start, logs) or _slip(start, logs)


def _bad(value: float | None) -> bool:
    return value is None or not value > 0 or math.isinf(value)


def _break(start: Month, logs: NDArray[np.float64]) -> Reason | None:
    """Find a month from which on everything lies far beyond the whole year before it.

    So must the months themselves, or their changes over a year, which know no season but also
    leap where a crisis ends, and must leap further.
    """
    changes = logs[MONTHS_PER_YEAR:] - logs[:-MONTHS_PER_YEAR]
    for place in range(MONTHS_PER_YEAR, len(logs)):
        apart = max(_apart(logs, place), _apart(changes, place - MONTHS_PER_YEAR) - _RECOVERY)
        if apart > 0:
            step = np.median(logs[place : place + 6]) - np.median(
                logs[place - MONTHS_PER_YEAR : place]
            )
            return Reason(Why.BREAK_FOUND, start + place, math.exp(abs(float(step))))
    return None


def _apart(values: NDArray[np.float64], place: int) -> float:
    """How much further than needed everything from a place on lies from the year before it."""
    before, after = values[max(0, place - MONTHS_PER_YEAR) : place], values[place : place + 6]
    if len(before) < MONTHS_PER_YEAR:
        return -math.inf
    apart = float(max(after.min() - before.max(), before.min() - after.max()))
    return apart - next(limit for months, limit in _LASTING if len(after) >= months)


def _slip(start: Month, logs: NDArray[np.float64]) -> Reason | None:
    """Find a single month on another scale than those around it."""
    for place in range(len(logs)):
        around = logs[max(0, place - 6) : place + 7]
        apart = abs(float(logs[place] - np.median(around)))
        if apart > _SCALE_APART:
            return Reason(Why.OUT_OF_SCALE, start + place, math.exp(apart))
    return None
