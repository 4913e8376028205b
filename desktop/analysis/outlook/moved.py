"""How the answer moved since January, by what was known after each month; and what moved it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from desktop.analysis.landing import History, Landing, land
from desktop.analysis.landing.backtest import cut
from desktop.analysis.lines import book_of
from desktop.analysis.outlook.histories import history_of, usual_spread
from desktop.analysis.outlook.results import Move, Seen
from desktop.analysis.printed import Named, lay_numbered
from desktop.analysis.rows import columns_of, counting
from desktop.analysis.rows_told import read_of
from desktop.figures.figure import FIGURE_COLUMNS
from desktop.figures.holidays import tet_days
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Measure, Ownership, Series

if TYPE_CHECKING:
    from collections.abc import Mapping

    from desktop.analysis.lines import Book
    from desktop.analysis.revisions import Triangle
    from desktop.analysis.rows import Columns, Taken

_TELLING = (Basis.MONTH.value, Basis.CUMULATIVE.value)
_NEVER = "9999-12-31"


@dataclass(frozen=True, slots=True, eq=False)
class Then:
    """What was known after a month: its landing, and whether today's figures had to serve."""

    month: Month
    landing: Landing
    by_hindsight: bool


def of_series(figures: pd.DataFrame | Columns, series: Series) -> pd.DataFrame:
    """Give the rows about a flow's national total."""
    about = {
        "item": TOTAL, "market": WORLD, "flow": series.flow.value, "measure": Measure.VALUE.value,
        "ownership": Ownership.ALL.value, "province": NATIONAL,
    }  # fmt: skip
    columns = columns_of(figures) if isinstance(figures, pd.DataFrame) else figures
    rows = np.arange(len(columns["value"]))
    for name, word in about.items():  # the first leave little to look at
        rows = rows[columns[name][rows] == word]
    return pd.DataFrame({name: columns[name][rows] for name in FIGURE_COLUMNS})


def as_then(
    figures: pd.DataFrame, released: Triangle, now: History, *, first_release: bool
) -> list[Then]:
    """Land the year after each of its months, by what had been reported before the next month was.

    `figures` are the rows of the series, `released` what each release told of it, `now` what is
    known today.
    """
    year, columns = now.through.year, columns_of(figures)
    first_day = _first_days(columns)
    months = [Month(year, number) for number in range(1, now.through.number)]
    days = {m: day for m in months if (day := first_day.get((m + 1).ordinal)) is not None}
    books = _known_by(columns, days, released.series, direction=-1 if first_release else 1)
    found = []
    for month in months:
        then = None
        if month in books:
            told = released.before(date.fromisoformat(days[month]))
            then = _landed(books[month], told, month)
        found.append(Then(month, then or land(cut(now, month), year), then is None))
    return [*found, Then(now.through, land(now, year), by_hindsight=False)]


def _first_days(columns: Taken) -> dict[int, str]:
    """Give the day on which each month was first told of."""
    names = ("basis", "period_end", "reported_on")
    found: dict[int, str] = {}
    for basis, end, day in zip(*(columns[name].tolist() for name in names), strict=True):
        if basis in _TELLING and day < found.get(end, _NEVER):
            found[end] = day
    return found


def _known_by(
    columns: Taken, days: Mapping[Month, str], series: Series | None, *, direction: int
) -> dict[Month, Book]:
    """Lay out what had been reported before each of several days, as if each were a series."""
    told = columns.of(counting(columns, every_subject=True))
    rows = [np.flatnonzero(told["reported_on"] < day) for day in days.values()]
    numbers = np.repeat(np.arange(len(rows)), [len(known) for known in rows])
    if not len(numbers) or series is None:
        return {}
    every = told.of(np.concatenate(rows))
    together = Named(numbers, {}, numbers[:0])
    book = book_of(*lay_numbered(every, read_of(every), together, direction=direction))
    return {
        month: replace(book, printed=replace(book.printed, series={series: number}))
        for number, month in enumerate(days)
        if len(rows[number])
    }


def _landed(book: Book, released: Triangle, month: Month) -> Landing | None:
    series = released.series
    if series is None:
        return None
    revision = usual_spread(released, book, series, month)
    history = history_of(book, series, month, revision)
    if history is None or history.values[-1] is None:
        return None
    landing = land(history, month.year)
    return landing if landing.quantiles else None


def seen(then: list[Then], target: float | None) -> tuple[Seen, ...]:
    """Tell the median, the 80 % band and the target's chance of each month that has them."""
    return tuple(
        Seen(
            one.month, one.landing.median, one.landing.quantile(0.1) or 0.0,
            one.landing.quantile(0.9) or 0.0,
            None if target is None else one.landing.chance(target), one.by_hindsight,
        )
        for one in then if one.landing.median is not None
    )  # fmt: skip


def move(then: list[Then], now: History) -> Move | None:
    """Take apart what moved the median since the month before; None in January.

    Tết's part is what the landing that knows it moved beyond one that knows of no holiday, in the
    months that hold it.
    """
    if len(then) < 2 or then[-1].landing.median is None or then[-2].landing.median is None:
        return None
    year, before = now.through.year, cut(now, then[-2].month)
    revised = land(before, year).median
    plain, plain_before = (land(_without(h), year).median for h in (now, before))
    if revised is None or plain is None or plain_before is None:
        return None
    after, first = then[-1].landing.median, then[-2].landing.median
    holiday = now.through.number in tet_days(year)
    tet = (after - plain) - (revised - plain_before) if holiday else 0.0
    surprises = then[-1].landing.surprises
    return Move(
        change=after - first,
        revision=revised - first,
        tet=tet,
        news=after - revised - tet,
        surprise=surprises[-1] if len(surprises) and np.isfinite(surprises[-1]) else None,
    )


def _without(history: History) -> History:
    return replace(history, lunar=False)
