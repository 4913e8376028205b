"""Items within markets on the joint paths: every item's row and every market's column adds up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.outlook import draws
from desktop.analysis.outlook.fitting import Margin, fitted
from desktop.analysis.outlook.monthly import months_of, to_date_of
from desktop.analysis.outlook.shares import shares
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import Flow, Measure, Series

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from numpy.typing import NDArray

    from desktop.analysis.landing import History
    from desktop.analysis.lines import Book
    from desktop.analysis.outlook.parted import PartPaths
    from desktop.analysis.outlook.paths import Paths

    Array = NDArray[np.float64]
    Places = NDArray[np.int64]
    Marks = NDArray[np.bool_]

YEARS = 3
"""Years of items within markets that are looked at, the one told of among them."""
_LEAST_REST = 1e-3
"""Of an item, or a market, what no cell of it holds is never taken for less than this share."""
_STREAMS = {Flow.EXPORT: 21, Flow.IMPORT: 22}


@dataclass(frozen=True, slots=True, eq=False)
class Inside:
    """The cells of a flow: what is known of each (c), and what each path adds (c x paths), in USD.

    `row` and `column` say which item and which market a cell is of, by their places in `items`
    and `markets`. On every path an item's cells and what is beyond them sum to the item, a
    market's likewise to the market; nothing of either is below zero. `profile` (c x h) is each
    cell's share of the months left, as it was the year before, `base` (c) what the whole year
    before brought (NaN where unknown).
    """

    flow: Flow
    items: tuple[str, ...]
    markets: tuple[str, ...]
    row: Places
    column: Places
    known: Array
    added: Array
    profile: Array
    base: Array

    def chosen(self, items: Iterable[str] | None, markets: Iterable[str] | None) -> Marks:
        """Mark the cells of some items within some markets; None is all of them."""
        return _among(self.row, self.items, items) & _among(self.column, self.markets, markets)

    def of(self, items: Iterable[str], markets: Iterable[str]) -> tuple[float, Array] | None:
        """Give what is known of some items within some markets, and what each path adds."""
        here = self.chosen(items, markets)
        if not here.any():
            return None
        return float(self.known[here].sum()), np.asarray(self.added[here].sum(axis=0))


def _among(places: Places, codes: tuple[str, ...], wanted: Iterable[str] | None) -> Marks:
    if wanted is None:
        return np.ones(len(places), bool)
    held = set(wanted)
    return np.isin(places, [n for n, code in enumerate(codes) if code in held])


def inside(
    book: Book, flow: Flow, whole: History, paths: Paths, parts: Sequence[PartPaths | None]
) -> Inside | None:
    """Forecast items within markets; None where no figure of any tells enough.

    `parts` are the flow's own by item and by market. Each cell is drawn about its share by its
    own spread, then all are fitted to both.
    """
    by_item, by_market = parts
    if by_item is None or by_market is None:
        return None
    end = whole.through
    left = MONTHS_PER_YEAR - end.number
    first = max(whole.first, end - (YEARS * MONTHS_PER_YEAR - 1))
    named = _named(book, flow, by_item.codes, by_market.codes)
    if not named:
        return None
    series = [one for one, _, _ in named]
    months, to_date = months_of(book, series, first, end), to_date_of(book, series, end)
    total = np.array(whole.values[first - whole.first :], dtype=float)
    told = shares(months, total, max(left, 1))
    share = told.share if left else to_date / paths.known
    good = np.isfinite(share) & (share > 0) & np.isfinite(to_date)
    if not good.any():
        return None
    window = slice(months.shape[1] - MONTHS_PER_YEAR, months.shape[1] - end.number)
    at = np.array([places for _, *places in named])[good]
    places = at[:, 0], at[:, 1]
    added = (
        _drawn(share[good], told.spread[good], paths, _STREAMS[flow]) if left
        else share[good][:, None] * paths.rest
    )  # fmt: skip
    if left:
        margins = (
            _margin(at, share[good], whole_parts)
            for at, whole_parts in zip(places, (by_item, by_market), strict=True)
        )
        added = fitted(added, *margins)
    return Inside(
        flow, by_item.codes, by_market.codes, *places, to_date[good], added,
        _profile(months[good][:, window]),
        to_date_of(book, series, Month(end.year - 1, MONTHS_PER_YEAR))[good],
    )  # fmt: skip


def _drawn(share: Array, spread: Array, paths: Paths, stream: int) -> Array:
    doubt = spread[:, None] * draws.normal(len(spread), stream).T - spread[:, None] ** 2 / 2
    return np.asarray(share[:, None] * np.exp(doubt) * paths.rest)


def _margin(places: Places, share: Array, parts: PartPaths) -> Margin:
    """Say what each part's cells and what is beyond them sum to."""
    whole = parts.share[:-1]
    over = np.maximum(whole - np.bincount(places, share, len(whole)), _LEAST_REST * whole)
    added = parts.added[:-1]
    return Margin(places, added, added * (over / whole)[:, None])


def _named(
    book: Book, flow: Flow, items: Sequence[str], markets: Sequence[str]
) -> list[tuple[Series, int, int]]:
    """Give the series of items within markets that are held, with their places."""
    rows, columns = ({code: n for n, code in enumerate(codes)} for codes in (items, markets))
    found = [
        (one, rows[one.item], columns[one.market])
        for one in book.printed.series
        if one == Series(flow, Measure.VALUE, one.item, one.market)
        and one.item in rows and one.market in columns
    ]  # fmt: skip
    return sorted(found, key=lambda one: one[1:])


def _profile(months: Array) -> Array:
    """Give each cell's own months left of the year before, as shares of their sum."""
    own = np.maximum(months, 0.0)
    return np.asarray(own / np.maximum(own.sum(axis=1, keepdims=True), 1e-9))
