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

    def at(self, month: int) -> Candidates:
        """Give one month (0-11) of each series and year."""
        return Candidates(*(field[..., month] for field in self))


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
    told = _better(_as_printed(printed), _implied(printed), printed.direction)
    months = _candidates(printed, printed.month, CumulativeOrigin.SUMMED)
    best = Candidates(*(field.copy() for field in told))
    monthly = np.flatnonzero((months.date != NONE).any(axis=(0, 1)))
    for m in range(monthly[-1] + 1 if len(monthly) else 0):  # no sum is known behind the last
        summed = _sum(best.at(m - 1), months.at(m)) if m else months.at(0)
        chosen = _better(told.at(m), summed, printed.direction)
        for field, values in zip(best, chosen, strict=True):
            field[..., m] = values
    return _with_months(best, months, printed.month)


def _candidates(printed: Printed, row: IntArray, origin: CumulativeOrigin) -> Candidates:
    rows, known = printed.rows, row != NONE
    return Candidates(
        np.where(known, rows.value[row], 0),
        np.where(known, rows.date[row], NONE),
        rows.firmness[row],
        row,
        np.full(row.shape, ORIGINS.index(origin), np.int64),
    )


def _as_printed(printed: Printed) -> Candidates:
    return _candidates(printed, printed.to_date, CumulativeOrigin.PRINTED)


def _implied(printed: Printed) -> Candidates:
    """Take the next month's cumulative less that month, both from the return for that month."""
    found = _candidates(printed, printed.next_to_date, CumulativeOrigin.IMPLIED)
    month = _candidates(printed, printed.next_month, CumulativeOrigin.IMPLIED)
    firmness = np.minimum(found.firmness, month.firmness)
    return found._replace(value=found.value - month.value, firmness=firmness)


def _sum(before: Candidates, month: Candidates) -> Candidates:
    known = (before.date != NONE) & (month.date != NONE)
    return Candidates(
        before.value + month.value,
        np.where(known, np.maximum(before.date, month.date), NONE),
        np.minimum(before.firmness, month.firmness),
        month.row,
        month.origin,
    )


def _better(one: Candidates, other: Candidates, direction: int) -> Candidates:
    """Choose the other where it is better informed, and the one where they are equal."""
    newer = direction * other.date > direction * one.date
    take = (other.date != NONE) & ((one.date == NONE) | newer)
    return Candidates(*(np.where(take, b, a) for a, b in zip(one, other, strict=True)))


def _with_months(best: Candidates, months: Candidates, month_row: IntArray) -> Cumulatives:
    known = best.date != NONE
    printed = months.date != NONE
    before = np.zeros_like(best.value)
    before[..., 1:] = best.value[..., :-1]
    before_known = np.ones_like(known)
    before_known[..., 1:] = known[..., :-1]
    derived = ~printed & known & before_known
    month = np.where(derived, best.value - before, months.value)
    return Cumulatives(best, known, month, printed | derived, month_row)
