"""The cumulative rule: which of the ways to know a year-to-date figure is the best informed.

For each series, year and month m there may be three candidates: the cumulative that a return
printed; the one implied by the next month's return, its cumulative less its own month (so
January's revision is known from February's return); and the cumulative to m - 1 plus month m.
The one with the newest report wins, and among equals printed, then implied, then summed. Where
the first releases are asked for, the oldest report wins.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from desktop.analysis.printed import NONE
from desktop.analysis.results import CumulativeOrigin
from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from desktop.analysis.printed import Printed
    from desktop.analysis.rows import BoolArray, IntArray

ORIGINS = tuple(CumulativeOrigin)


class Candidates(NamedTuple):
    """One way to know each figure; arrays of one shape. `date` is `NONE` where it gives none.

    `value` is in thousandths, `row` the row that is shown as its source, `firmness` the least
    firm of its parts, `origin` an index of `ORIGINS`.
    """

    value: IntArray
    date: IntArray
    firmness: IntArray
    row: IntArray
    origin: IntArray


_VALUE, _DATE, _FIRMNESS, _ROW, _ORIGIN = range(5)
"""The fields of candidates where they are one array, the fields first: to choose all at once."""


_KINDS = (np.int64, np.int32, np.int8, np.int32, np.int8)
"""What they are kept as: a book that a return is laid on is copied."""


@dataclass(frozen=True, eq=False)
class Cumulatives:
    """The cumulatives of every series, shape (series, years, 12), and the months behind them.

    `best` is the best informed of the ways to know each figure. `month` holds each month's own
    value in thousandths where `month_known`: as printed, or derived (`month_row` is `NONE`) as
    the step between the cumulatives of two months.
    """

    best: Candidates
    known: BoolArray
    month: IntArray
    month_known: BoolArray
    month_row: IntArray


def cumulatives(printed: Printed) -> Cumulatives:
    """Apply the rule to every series, year and month."""
    told = _candidates(printed, printed.to_date, CumulativeOrigin.PRINTED)
    _put_implied(told, printed)
    months = _candidates(printed, printed.month, CumulativeOrigin.SUMMED)
    for m in _sums_from(told[_DATE], months[_DATE], printed.direction):
        _put_sum(told, months, m, printed.direction)
    return _with_months(told, months, printed.month)


def _candidates(printed: Printed, row: IntArray, origin: CumulativeOrigin) -> IntArray:
    known = row != NONE
    out = np.empty((len(Candidates._fields), *row.shape), np.int64)
    for column, told in zip(printed.rows.numbers, out, strict=False):
        column.take(row, out=told, mode="wrap")
    out[_VALUE] *= known
    np.copyto(out[_DATE], NONE, where=~known)
    out[_ROW] = row
    out[_ORIGIN] = ORIGINS.index(origin)
    return out


def _put_implied(told: IntArray, printed: Printed) -> None:
    """Put the next month's cumulative less that month, both from its return, where it is better."""
    at = np.flatnonzero(printed.next_to_date != NONE)
    found, month = (
        _candidates(printed, rows.reshape(-1)[at], CumulativeOrigin.IMPLIED)
        for rows in (printed.next_to_date, printed.next_month)
    )
    found[_VALUE] -= month[_VALUE]
    np.minimum(found[_FIRMNESS], month[_FIRMNESS], out=found[_FIRMNESS])
    held = told.reshape(len(told), -1)
    take = _better(held[_DATE, at], found[_DATE], printed.direction)
    held[:, at[take]] = found[:, take]


def _sums_from(told: IntArray, months: IntArray, direction: int) -> range:
    """Give the months from the first whose sum is better on: mostly none is, as offices add up.

    As long as no sum is put, those behind it are made of what is told.
    """
    date = months.copy()
    before, month = told[..., :-1], months[..., 1:]
    date[..., 1:] = np.where((before != NONE) & (month != NONE), np.maximum(before, month), NONE)
    better = _better(told, date, direction).reshape(-1, MONTHS_PER_YEAR).any(axis=0)
    return range(int(better.argmax()), MONTHS_PER_YEAR) if better.any() else range(0)


def _put_sum(told: IntArray, months: IntArray, m: int, direction: int) -> None:
    """Put the cumulative to the month before with this month, where it is better."""
    held, summed = told[..., m], months[..., m]
    date = summed[_DATE]
    if m:
        before = told[_DATE, ..., m - 1]
        known = (before != NONE) & (date != NONE)
        date = np.where(known, np.maximum(before, date), NONE)
    take = _better(held[_DATE], date, direction)
    if not take.any():
        return
    summed = summed.copy()
    if m:
        summed[_VALUE] += told[_VALUE, ..., m - 1]
        summed[_DATE] = date
        np.minimum(summed[_FIRMNESS], told[_FIRMNESS, ..., m - 1], out=summed[_FIRMNESS])
    np.copyto(held, summed, where=take)


def _better(date: IntArray, offered: IntArray, direction: int) -> BoolArray:
    """Say where another is better informed; the one stays where both are equal."""
    newer = offered > date if direction > 0 else offered < date
    better: BoolArray = (offered != NONE) & ((date == NONE) | newer)
    return better


def _with_months(best: IntArray, months: IntArray, month_row: IntArray) -> Cumulatives:
    value, known, printed = best[_VALUE], best[_DATE] != NONE, months[_DATE] != NONE
    derived = known & ~printed
    derived[..., 1:] &= known[..., :-1]
    step = value.copy()
    step[..., 1:] -= value[..., :-1]
    return Cumulatives(
        Candidates(*best),
        known,
        np.where(derived, step, months[_VALUE]),
        printed | derived,
        month_row,
    )
