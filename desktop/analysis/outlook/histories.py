"""From the book of figures to what a landing sees of a series: its months, and their doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.estimates import FEWEST
from desktop.analysis.growth import usd
from desktop.analysis.landing import History
from desktop.analysis.landing.tet import calendar
from desktop.analysis.revisions import usual
from desktop.figures.figure import Status
from desktop.figures.month import Month

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.analysis.revisions import Triangle
    from desktop.figures.series import Series

_OPEN = (Status.ESTIMATE, Status.PRELIMINARY)
"""How firm a figure is that is usually revised."""


def history_of(book: Book, series: Series, through: Month, revision: float = 0.0) -> History | None:
    """Give a series up to a month in US dollars; None where nothing is held of it.

    A month is the step between published cumulatives where they are known, so that the months of
    this year sum to its cumulative as published. The years that paths leave out as exceptional
    are not marked: the landing weighs odd months down by itself, and marking them too made its
    error slightly larger (exports 2008-2025: 2.18 % against 2.15 %).
    """
    known = {n: value for n, value in book.history(series).items() if n <= through.ordinal}
    if not known:
        return None
    months = range(min(known), through.ordinal + 1)
    values = tuple(usd(known.get(n)) for n in months)
    return History(through, values, lunar=True, calendar=calendar(), revision=revision)


def usual_spread(released: Triangle, book: Book, series: Series, month: Month) -> float:
    """How far a month's figure is usually revised, as a standard deviation; 0 where it stands.

    By the archive's own history (`released`) of figures that were first released as firm; 0 too
    where there are too few of them to say.
    """
    amount = book.told_of(series, month)
    if amount is None or amount.status not in _OPEN:
        return 0.0
    size = usual(released, amount.status)
    return size.spread if size and size.count >= FEWEST else 0.0
