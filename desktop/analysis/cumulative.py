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


@dataclass(frozen=True, eq=False)
class Cumulatives:
    """The cumulatives of every series, shape (series, years, 12), and the months behind them.

    `month` holds each month's own value in thousandths where `month_known`: as printed, or
    derived (`month_row` is `NONE`) as the step between the cumulatives of two months.
    """

    best: Candidates
    known: BoolArray
    month: IntArray
    month_known: BoolArray
    month_row: IntArray


def cumulatives(printed: Printed) -> Cumulatives:
    """Apply the rule to every series, year and month."""
    told = _candidates(printed, printed.to_date, CumulativeOrigin.PRINTED)
    _choose(told, _implied(printed), printed.direction)
    months = _candidates(printed, printed.month, CumulativeOrigin.SUMMED)
    monthly = np.flatnonzero((months[_DATE] != NONE).any(axis=(0, 1)))
    for m in range(monthly[-1] + 1 if len(monthly) else 0):  # no sum is known behind the last
        summed = _sum(told[..., m - 1], months[..., m]) if m else months[..., 0]
        _choose(told[..., m], summed, printed.direction)
    return _with_months(Candidates(*told), months, printed.month)


def _candidates(printed: Printed, row: IntArray, origin: CumulativeOrigin) -> IntArray:
    rows, known = printed.rows, row != NONE
    out = np.empty((len(Candidates._fields), *row.shape), np.int64)
    out[_VALUE] = np.where(known, rows.value[row], 0)
    out[_DATE] = np.where(known, rows.date[row], NONE)
    out[_FIRMNESS] = rows.firmness[row]
    out[_ROW] = row
    out[_ORIGIN] = ORIGINS.index(origin)
    return out


def _implied(printed: Printed) -> IntArray:
    """Take the next month's cumulative less that month, both from the return for that month."""
    found = _candidates(printed, printed.next_to_date, CumulativeOrigin.IMPLIED)
    month = _candidates(printed, printed.next_month, CumulativeOrigin.IMPLIED)
    found[_VALUE] -= month[_VALUE]
    np.minimum(found[_FIRMNESS], month[_FIRMNESS], out=found[_FIRMNESS])
    return found


def _sum(before: IntArray, month: IntArray) -> IntArray:
    out = month.copy()
    out[_VALUE] += before[_VALUE]
    known = (before[_DATE] != NONE) & (month[_DATE] != NONE)
    out[_DATE] = np.where(known, np.maximum(before[_DATE], month[_DATE]), NONE)
    np.minimum(before[_FIRMNESS], month[_FIRMNESS], out=out[_FIRMNESS])
    return out


def _choose(one: IntArray, other: IntArray, direction: int) -> None:
    """Put the other where it is better informed; the one stays where both are equal."""
    date, offered = one[_DATE], other[_DATE]
    newer = offered > date if direction > 0 else offered < date
    take = (offered != NONE) & ((date == NONE) | newer)
    np.copyto(one, other, where=take)


def _with_months(best: Candidates, months: IntArray, month_row: IntArray) -> Cumulatives:
    known = best.date != NONE
    printed = months[_DATE] != NONE
    before = np.zeros_like(best.value)
    before[..., 1:] = best.value[..., :-1]
    before_known = np.ones_like(known)
    before_known[..., 1:] = known[..., :-1]
    derived = ~printed & known & before_known
    month = np.where(derived, best.value - before, months[_VALUE])
    return Cumulatives(best, known, month, printed | derived, month_row)
