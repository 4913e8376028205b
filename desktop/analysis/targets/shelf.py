"""The books that hold what targets are about, and the ledger of any scope out of them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from desktop.analysis.lines import Book, laid_out
from desktop.analysis.targets.ledgers import Ledger, joined, less, of_series, sum_of, tells_of
from desktop.analysis.targets.scopes import (
    UNTIL_MERGED,
    printed_whole,
    series_of,
    sides,
    units_merged,
)
from desktop.figures.provinces import MERGED
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow, Series

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable

    from desktop.figures.month import Month
    from desktop.figures.target import Scope

_SUBJECT = ("flow", "item", "market", "province")


@dataclass(eq=False)
class Shelf:
    """The overview's book, and beside it one of what that leaves out; ledgers are kept."""

    books: tuple[Book, ...]
    _series: dict[Series, Ledger] = field(default_factory=dict)
    _scopes: dict[tuple[Scope, Month], Ledger] = field(default_factory=dict)

    @property
    def years(self) -> range:
        """The calendar years of all books."""
        spans = [book.years for book in self.books]
        return range(min(span.start for span in spans), max(span.stop for span in spans))

    def of(self, scope: Scope, on: Month) -> Ledger:
        """Give the months of a scope; of a group, those of its members in a month."""
        if (scope, on) not in self._scopes:
            each = [self._side(side, on) for side in sides(scope)]
            self._scopes[scope, on] = each[0] if len(each) == 1 else less(*each)
        return self._scopes[scope, on]

    def _side(self, side: Scope, on: Month) -> Ledger:
        whole = printed_whole(side, on)
        found = self._sum((side,), on)
        if merged := units_merged(side, on):
            found = joined(self._sum(merged, MERGED - 1), found, MERGED)
        return found if whole is None or found.any_figure else self.one(whole)

    def _sum(self, scopes: Iterable[Scope], on: Month) -> Ledger:
        return sum_of([self.one(s) for scope in scopes for s in series_of(scope, on)])

    def silent(self, scope: Scope, on: Month, start: Month, months: int) -> tuple[Series, ...]:
        """Give the series of a group of which nothing is known in the years of some months."""
        return tuple(
            series
            for side in sides(scope)
            for series in series_of(side, on)
            if not tells_of(self.one(series), start, months)
        )

    def one(self, series: Series) -> Ledger:
        """Give the months of one series."""
        if series not in self._series:
            book = next((b for b in self.books if series in b.printed.series), self.books[0])
            self._series[series] = of_series(book, series, self.years)
        return self._series[series]


def shelf(
    frame: Callable[[], pd.DataFrame],
    wanted: Iterable[Series],
    *,
    book: Book | None = None,
    first_release: bool = False,
) -> Shelf | None:
    """Put up the books for some series; None where nothing is known of any.

    Args:
        frame: Gives rows with `FIGURE_COLUMNS` that hold the series; asked where the book has not
            all of them.
        wanted: The series that will be asked for.
        book: The overview's book, which holds the nation's totals, and the items and markets of
            its exports; left out, all is taken from the frame.
        first_release: Whether the oldest figure wins.
    """
    missing = {s for s in wanted if book is None or not in_overview(s)}
    books = [book] if book else []
    rows = _rows_of(frame(), missing) if missing else None
    found = None if rows is None else laid_out(rows, first_release=first_release)
    if found:
        books.append(found)
    return Shelf(tuple(books)) if books else None


def in_overview(series: Series) -> bool:
    """Say whether the overview's book holds a series."""
    if series.province != NATIONAL or (series.item != TOTAL and series.market != WORLD):
        return False
    return series.flow is Flow.EXPORT or (series.item, series.market) == (TOTAL, WORLD)


def _rows_of(frame: pd.DataFrame, wanted: Collection[Series]) -> pd.DataFrame:
    """Take the rows of some series; by each field first, which is quick, then by all together."""
    keys = {(s.flow.value, s.item, s.market, s.province) for s in wanted}
    if any(s.province != NATIONAL for s in wanted):
        frame = frame.assign(province=_units(frame))
    kept = pd.Series(data=True, index=frame.index)
    for place, name in enumerate(_SUBJECT):
        kept &= frame[name].isin({key[place] for key in keys})
    found = frame[kept]
    subjects = zip(*(found[name].to_numpy(object) for name in _SUBJECT), strict=True)
    return found[np.fromiter((key in keys for key in subjects), np.bool_, len(found))]


def _units(frame: pd.DataFrame) -> list[str]:
    ends = frame["period_end"].tolist()
    names = frame["province"].tolist()
    first = MERGED.ordinal
    return [
        UNTIL_MERGED + name if name and end < first else name
        for name, end in zip(names, ends, strict=True)
    ]
