"""How the answer moved since January, by what was known after each month; and what moved it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.landing import History, Landing, land
from desktop.analysis.landing.backtest import cut
from desktop.analysis.lines import laid_out
from desktop.analysis.outlook.histories import history_of, usual_spread
from desktop.analysis.outlook.results import Move, Seen
from desktop.figures.holidays import tet_days
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Measure, Ownership, Series

if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.revisions import Triangle

_TELLING = (Basis.MONTH.value, Basis.CUMULATIVE.value)


@dataclass(frozen=True, slots=True, eq=False)
class Then:
    """What was known after a month: its landing, and whether today's figures had to serve."""

    month: Month
    landing: Landing
    by_hindsight: bool


def of_series(figures: pd.DataFrame, series: Series) -> pd.DataFrame:
    """Give the rows about a flow's national total."""
    told = (
        (figures["flow"] == series.flow.value) & (figures["item"] == TOTAL)
        & (figures["market"] == WORLD) & (figures["ownership"] == Ownership.ALL.value)
        & (figures["province"] == NATIONAL) & (figures["measure"] == Measure.VALUE.value)
    )  # fmt: skip
    return figures[told]


def as_then(
    figures: pd.DataFrame, released: Triangle, now: History, *, first_release: bool
) -> list[Then]:
    """Land the year after each of its months, by what had been reported before the next month was.

    `figures` are the rows of the series, `released` what each release told of it, `now` what is
    known today.
    """
    year = now.through.year
    telling = figures[figures["basis"].isin(_TELLING)]
    first_day = telling.groupby("period_end")["reported_on"].min()
    found = []
    for number in range(1, now.through.number):
        month = Month(year, number)
        day = first_day.get((month + 1).ordinal)
        then = None
        if day is not None:
            known = figures[figures["reported_on"] < day]
            told = released.before(date.fromisoformat(day))
            then = _landed(known, told, month, first_release=first_release)
        found.append(Then(month, then or land(cut(now, month), year), then is None))
    return [*found, Then(now.through, land(now, year), by_hindsight=False)]


def _landed(
    known: pd.DataFrame, released: Triangle, month: Month, *, first_release: bool
) -> Landing | None:
    book, series = laid_out(known, first_release=first_release), released.series
    if book is None or series is None:
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
