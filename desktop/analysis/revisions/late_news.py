"""Which series were revised lately, found without laying out what each release told since ever.

What stood before the first of some days, and what stood on each of them, says by how much that day
revised it: the same as a triangle would, of which most rows are history.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.revisions.released import Sheet, plain_columns
from desktop.analysis.rows import counting
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import Measure, Series

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    import pandas as pd

    from desktop.analysis.rows import IntArray, Taken
    from desktop.figures.month import Month

_SUBJECT = ("flow", "item", "market", "ownership", "province")
_NEARLY = 1 - 1e-9
"""What is rounded elsewhere is not left out here."""


def moved(
    figures: pd.DataFrame,
    series: Iterable[Series],
    *,
    told: tuple[date, date],
    since: Month,
    least: float,
) -> tuple[Series, ...]:
    """Choose the series of which a month was revised by at least so much, in the order given.

    Args:
        figures: Rows with `FIGURE_COLUMNS`, every release of the years from that of `since` on.
        series: Those that are looked at, all of values.
        told: The first and the last day on which a revision counts.
        since: The year of this month is the first whose months count.
        least: The size of a revision, as a fraction of what stood before.
    """
    asked = tuple(series)
    first, last = (day.isoformat() for day in told)
    recent = figures[
        (figures["measure"] == Measure.VALUE)
        & (figures["period_end"] >= since.year * MONTHS_PER_YEAR)
        & (figures["reported_on"] <= last)
    ]
    places = {_subject(one): place for place, one in enumerate(asked)}
    about = zip(*(recent[name].tolist() for name in _SUBJECT), strict=True)
    numbers = np.array([places.get(subject, -1) for subject in about], np.int64)
    columns, numbers = _counting(recent[numbers >= 0], numbers[numbers >= 0])
    if not len(numbers):
        return ()
    sizes = _largest(columns, numbers, first)
    return tuple(asked[n] for n, size in enumerate(sizes) if size >= least * _NEARLY)


def _subject(series: Series) -> tuple[str, ...]:
    return tuple(str(getattr(series, name)) for name in _SUBJECT)


def _counting(own: pd.DataFrame, numbers: IntArray) -> tuple[Taken, IntArray]:
    """Take the rows that count. What a return tells of two series is as if of two returns."""
    returned = own["return_id"].to_numpy(np.int64)
    apart = numbers * (returned.max(initial=0) + 1) + returned
    columns = plain_columns(own, return_id=apart)
    kept = counting(columns, every_subject=True)
    return columns.of(kept), numbers[kept]


def _largest(columns: Taken, numbers: IntArray, first: str) -> list[float]:
    """Give the size of the largest revision of each series that was told from a day on, or -1."""
    dates, day = np.unique(columns["reported_on"].astype(str), return_inverse=True)
    before = int(np.searchsorted(dates, first))
    ranks = np.arange(before - 1, len(dates))  # what stood before, and on each day since
    rows = [np.flatnonzero(day <= rank) for rank in ranks]
    vintages = np.repeat(np.arange(len(ranks)), [len(kept) for kept in rows])
    every = np.concatenate(rows)
    sheet = Sheet.of(columns.of(every), numbers[every] * len(ranks) + vintages, ())
    known, date, value, _ = (
        array.reshape(-1, len(ranks), *array.shape[1:]) for array in sheet.months()
    )
    told = known[:, 1:] & known[:, :-1] & (date[:, 1:] == ranks[1:, None, None])
    base = np.abs(value[:, :-1]).astype(float)
    sizes = np.full(base.shape, -1.0)
    np.divide(np.abs(value[:, 1:] - value[:, :-1]), base, out=sizes, where=told & (base > 0))
    largest: list[float] = sizes.reshape(len(sizes), -1).max(axis=1, initial=-1.0).tolist()
    return largest
