"""Whether a series can be told of at all: the reason instead of a number, or what to look at."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import TYPE_CHECKING

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view

from desktop.analysis.landing import constants as c
from desktop.analysis.landing.results import Reason, Why
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from desktop.analysis.landing.history import History

_SCALE_APART = math.log(12)
"""A single month so far from its neighbours is in another unit, or a slip of the keyboard."""
_NEIGHBOURS = 13
_AFTER = 6
"""Months after a break that are looked at."""
_BEYOND = np.log([6.0, 4.0, 2.5, 2.5, 2.5, 1.6])
"""How far 1, 2 … 6 months after a break must all lie beyond the whole year before it."""
_RECOVERY = math.log(1.3)
"""How much further changes over a year must lie: they also leap where a crisis ends."""


def seen(history: History, year: int) -> tuple[Month, tuple[float | None, ...], list[Reason]]:
    """Cut the months that a landing of the year looks at; tell why where it is fewer than held."""
    start = max(history.first, Month(year - c.YEARS_SEEN, 1))
    reasons = []
    if history.break_at and start < history.break_at <= history.through:
        start = history.break_at
        reasons.append(Reason(Why.SINCE_BREAK, start))
    values = tuple(history.values[start - history.first :])
    older = np.array(history.values[: start - history.first], dtype=float)
    if not ((older > 0) & np.isfinite(older)).all():
        reasons.append(Reason(Why.OLDER_LEFT_OUT, start))
    return start, values, reasons


def unfit(start: Month, values: Sequence[float | None]) -> Reason | None:
    """Give the reason for saying nothing, None where there is none.

    Args:
        start: The month of the first value.
        values: The months that a landing looks at.
    """
    months = np.array(values, dtype=float)
    for place in (~((months > 0) & np.isfinite(months))).nonzero()[0].tolist():
        value = values[place]
        if value is None or math.isnan(value):
            return Reason(Why.GAP, start + place)
        return Reason(Why.NOT_POSITIVE, start + place, value)
    if len(values) < c.LEAST_MONTHS:
        return Reason(Why.TOO_SHORT, amount=float(len(values)))
    logs = np.log(months)
    return _break(start, logs) or _slip(start, logs)


def _break(start: Month, logs: NDArray[np.float64]) -> Reason | None:
    """Find a month from which on everything lies far beyond the whole year before it.

    So must the months themselves, or their changes over a year, which know no season.
    """
    apart = _apart(logs)
    changes = _apart(logs[MONTHS_PER_YEAR:] - logs[:-MONTHS_PER_YEAR]) - _RECOVERY
    apart[MONTHS_PER_YEAR:] = np.maximum(apart[MONTHS_PER_YEAR:], changes)
    if not (apart > 0).any():
        return None
    place = int((apart > 0).argmax()) + MONTHS_PER_YEAR
    after, before = logs[place : place + _AFTER], logs[place - MONTHS_PER_YEAR : place]
    step = abs(float(np.median(after) - np.median(before)))
    return Reason(Why.BREAK_FOUND, start + place, math.exp(step))


def _apart(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """How much further than needed the months from each on lie from the year before it.

    The first entry is of the thirteenth month.
    """
    if len(values) <= MONTHS_PER_YEAR:
        return np.zeros(0)
    before = sliding_window_view(values[:-1], MONTHS_PER_YEAR)
    after = values[MONTHS_PER_YEAR:]
    low = sliding_window_view(np.append(after, np.full(_AFTER - 1, np.inf)), _AFTER).min(1)
    high = sliding_window_view(np.append(after, np.full(_AFTER - 1, -np.inf)), _AFTER).max(1)
    months = np.minimum(np.arange(len(after), 0, -1), _AFTER)
    apart = np.maximum(low - before.max(1), before.min(1) - high)
    return np.asarray(apart - _BEYOND[months - 1], dtype=np.float64)


def _slip(start: Month, logs: NDArray[np.float64]) -> Reason | None:
    """Find a single month on another scale than those around it."""
    around = np.sort(sliding_window_view(logs, _NEIGHBOURS), axis=1)
    medians = around[:, _NEIGHBOURS // 2]  # of an odd number
    places = np.clip(np.arange(len(logs)) - _NEIGHBOURS // 2, 0, len(medians) - 1)
    apart = np.abs(logs - medians[places])
    place = int(apart.argmax())
    if apart[place] <= _SCALE_APART:
        return None
    return Reason(Why.OUT_OF_SCALE, start + place, math.exp(float(apart[place])))
