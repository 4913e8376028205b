"""The cumulative rule: which of the ways to know a year-to-date figure is the best informed.

For each series, year and month m there may be three candidates: the cumulative that a return
printed; the one implied by the next month's return, its cumulative less its own month (so
January's revision is known from February's return); and the cumulative to m - 1 plus month m.
The one with the newest report wins, and among equals printed, then implied, then summed. Where
the first releases are asked for, the oldest report wins.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.results import CumulativeOrigin
from desktop.analysis.year import (
    DATE,
    MONTH_KNOWN,
    MONTH_ROW,
    NEXT_TO_DATE,
    NONE,
    PRINTED,
    TO_DATE_ROW,
)

if TYPE_CHECKING:
    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.analysis.rows_told import Rows
    from desktop.analysis.year import Whole

ORIGINS = tuple(CumulativeOrigin)
_PRINTED, _IMPLIED, _SUMMED = map(
    ORIGINS.index, (CumulativeOrigin.PRINTED, CumulativeOrigin.IMPLIED, CumulativeOrigin.SUMMED)
)

_VALUE, _DATE, _FIRMNESS, _ROW, _ORIGIN = _FIELDS = range(5)
"""The fields of candidates, ways to know each figure: in one array, to choose all at once.

The value is in thousandths; the date is `NONE` where a way gives none.
"""


def cumulatives(
    rows: Rows, places: Whole, direction: int, before: IntArray | None = None
) -> tuple[IntArray, Whole]:
    """Apply the rule to series, years and months: give `year.Fields`, amounts and told.

    `places` are the fields that say which rows hold what; see `Fields`. The first month is January,
    or one of which it is known what is best (`before`, as `Fields.best` gives it), and not told.
    """
    if before is not None:
        places[..., 0] = NONE
    both = _candidates(rows, places[: TO_DATE_ROW + 1])
    months, told = both[:, MONTH_ROW], both[:, TO_DATE_ROW]
    months[_ORIGIN], told[_ORIGIN] = _SUMMED, _PRINTED
    _put_implied(told, rows, places[NEXT_TO_DATE:], direction)
    if before is not None:
        told[..., 0] = before[:, None]
    for m in _sums_from(told[_DATE], months[_DATE], direction):
        _put_sum(told, months, m, direction)
    begin = 0 if before is None else 1
    amounts, known = _with_months(told, months, places)
    return amounts[..., begin:], known[..., begin:]


def _candidates(rows: Rows, row: Whole) -> IntArray:
    """Take what rows tell; the origin is still to be said."""
    out = np.empty((len(_FIELDS), *row.shape), np.int64)
    rows.room.table.take(row, axis=1, out=out[: _FIRMNESS + 1], mode="wrap")  # no row is the last
    out[_ROW] = row
    return out


def _put_implied(told: IntArray, rows: Rows, following: Whole, direction: int) -> None:
    """Put the next month's cumulative less that month, both from its return, where it is better."""
    following = following.reshape(len(following), -1)
    at = (following[0] != NONE).nonzero()[0]
    both = _candidates(rows, following[:, at])
    found, month = both[:, 0], both[:, 1]
    found[_VALUE] -= month[_VALUE]
    np.minimum(found[_FIRMNESS], month[_FIRMNESS], out=found[_FIRMNESS])
    found[_ORIGIN] = _IMPLIED
    held = told.reshape(len(told), -1)
    take = _better(held[_DATE, at], found[_DATE], direction)
    if np.count_nonzero(take) < len(take):
        at, found = at[take], found[:, take]
    held[:, at] = found


def _sums_from(told: IntArray, months: IntArray, direction: int) -> range:
    """Give the months from the first whose sum is better on: mostly none is, as offices add up.

    As long as no sum is put, those behind it are made of what is told.
    """
    date = months.copy()
    date[..., 1:] = _of_both(told[..., :-1], months[..., 1:])
    better = _better(told, date, direction)
    if not np.count_nonzero(better):
        return range(0)
    count = date.shape[-1]
    return range(int(better.reshape(-1, count).any(axis=0).argmax()), count)


def _put_sum(told: IntArray, months: IntArray, m: int, direction: int) -> None:
    """Put the cumulative to the month before with this month, where it is better."""
    held, summed = told[..., m], months[..., m]
    date = summed[_DATE]
    if m:
        date = _of_both(told[_DATE, ..., m - 1], date)
    take = _better(held[_DATE], date, direction)
    if not take.any():
        return
    summed = summed.copy()
    if m:
        summed[_VALUE] += told[_VALUE, ..., m - 1]
        summed[_DATE] = date
        np.minimum(summed[_FIRMNESS], told[_FIRMNESS, ..., m - 1], out=summed[_FIRMNESS])
    np.copyto(held, summed, where=take)


def _of_both(date: IntArray, other: IntArray) -> IntArray:
    """Give the newer date of two, where both are known."""
    return np.where(np.minimum(date, other) == NONE, NONE, np.maximum(date, other))


def _better(date: IntArray, offered: IntArray, direction: int) -> BoolArray:
    """Say where another is better informed; the one stays where both are equal."""
    if direction > 0:
        return np.asarray(offered > date, np.bool_)  # what is not known is older than any day
    better: BoolArray = (offered != NONE) & ((date == NONE) | (offered < date))
    return better


def _with_months(best: IntArray, months: IntArray, places: Whole) -> tuple[IntArray, Whole]:
    value, known, printed = best[_VALUE], best[_DATE] != NONE, months[_DATE] != NONE
    derived = known > printed
    derived[..., 1:] &= known[..., :-1]
    amounts = np.array([value, value])
    step = amounts[1]
    step[..., 1:] -= value[..., :-1]
    np.copyto(step, months[_VALUE], where=~derived)
    told = np.empty((MONTH_KNOWN + 1, *value.shape), np.int32)
    told[:PRINTED], told[DATE:MONTH_KNOWN] = places, best[_DATE:]
    told[MONTH_KNOWN] = printed | derived
    return amounts, told
