"""The parts of a flow by item or by market, on the joint paths of its total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.growth import growth
from desktop.analysis.outlook.bands import of_many
from desktop.analysis.outlook.monthly import months_of, to_date_of
from desktop.analysis.outlook.reconciled import reconciled
from desktop.analysis.outlook.results import PartOutlook, PartsOutlook
from desktop.analysis.outlook.shares import shares
from desktop.figures.groupings import Dimension, every_code
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import Flow, Measure, Series

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from desktop.analysis.landing import History
    from desktop.analysis.lines import Book
    from desktop.analysis.outlook.paths import Paths

    Array = NDArray[np.float64]

_LOOK_BACK = 7 * MONTHS_PER_YEAR
_LEAST_REST = 1e-4
"""What no part holds is never taken for nothing at all."""
_REST_SPREAD = 0.1
_STREAMS = {
    (Flow.EXPORT, Dimension.ITEM): 11, (Flow.EXPORT, Dimension.MARKET): 12,
    (Flow.IMPORT, Dimension.ITEM): 13, (Flow.IMPORT, Dimension.MARKET): 14,
}  # fmt: skip


@dataclass(frozen=True, slots=True, eq=False)
class PartPaths:
    """Parts of a flow: what is known of each (p), and what each path adds (p x paths), in USD.

    The last row is the rest beyond the parts named. `share` is each one's of what is added,
    `before` (p x h) what each of the months left brought a year before (NaN where unknown; of the
    parts named), `years` are those known of each part.
    """

    flow: Flow
    dimension: Dimension
    codes: tuple[str, ...]
    known: Array
    added: Array
    share: Array
    before: Array
    base: tuple[float | None, ...]
    years: tuple[int, ...]
    silent: tuple[str, ...]

    @property
    def last_year(self) -> Array:
        """What the months left brought a year before together (p; NaN where unknown)."""
        return np.asarray(self.before.sum(axis=1))

    def of(self, codes: Iterable[str]) -> tuple[float, Array] | None:
        """Give what is known of some parts together, and what each path adds; None for none."""
        places = [self.codes.index(code) for code in codes if code in self.codes]
        if not places:
            return None
        return float(self.known[places].sum()), np.asarray(self.added[places].sum(axis=0))


def part_paths(
    book: Book, flow: Flow, dimension: Dimension, whole: History, paths: Paths
) -> PartPaths | None:
    """Forecast the parts; None where no figure of any tells enough."""
    end = whole.through
    first = max(whole.first, end - (_LOOK_BACK - 1))
    total = np.array(whole.values[first - whole.first :], dtype=float)
    lines = _lines(book, flow, dimension, first, end)
    if lines is None or not np.isfinite(lines.to_date).any():
        return None
    left = MONTHS_PER_YEAR - end.number
    if left:
        told = shares(lines.months, total, left)
        share, spread = told.share, told.spread
    else:
        share, spread = lines.to_date / paths.known, np.full(len(lines.codes), _REST_SPREAD)
    good = np.isfinite(share) & (share > 0) & np.isfinite(lines.to_date)
    if not good.any():
        return None
    share, spread = _with_rest(share[good], spread[good])
    added = (
        reconciled(share, spread, paths.rest, _STREAMS[flow, dimension])
        if left else share[:, None] * paths.rest
    )  # fmt: skip
    to_date = lines.to_date[good]
    known = np.append(to_date, paths.known - to_date.sum())
    return PartPaths(
        flow, dimension, tuple(c for c, ok in zip(lines.codes, good, strict=True) if ok), known,
        added, share, left_last_year(lines.months[good], left),
        tuple(_usd(v) for v in lines.base[good]), tuple(lines.years[good].tolist()),
        tuple(c for c, ok in zip(lines.codes, good, strict=True) if not ok),
    )  # fmt: skip


def left_last_year(months: Array, left: int) -> Array:
    """Give the months left as they were a year before: of series x months to the last known."""
    end = months.shape[1] - MONTHS_PER_YEAR
    return months[:, max(end, 0) : max(end + left, 0)]


def _with_rest(share: Array, spread: Array) -> tuple[Array, Array]:
    """Put what no part holds beside the parts, and let all sum to one."""
    beyond = max(1.0 - float(share.sum()), _LEAST_REST)
    whole = np.append(share, beyond)
    return whole / whole.sum(), np.append(spread, _REST_SPREAD)


@dataclass(frozen=True, slots=True, eq=False)
class _Lines:
    """Each part: its months (NaN where unknown), the year to date, the year before (USD)."""

    codes: tuple[str, ...]
    months: Array
    to_date: Array
    base: Array
    years: NDArray[np.int64]


def _lines(book: Book, flow: Flow, dimension: Dimension, first: Month, end: Month) -> _Lines | None:
    every = {code: _series(flow, dimension, code) for code in sorted(every_code(dimension, flow))}
    held = {code: one for code, one in every.items() if one in book.printed.series}
    if not held:
        return None
    series = list(held.values())
    months = months_of(book, series, first, end)
    return _Lines(
        tuple(held), months, to_date_of(book, series, end),
        to_date_of(book, series, Month(end.year - 1, MONTHS_PER_YEAR)),
        np.isfinite(months).sum(axis=1) // MONTHS_PER_YEAR,
    )  # fmt: skip


def _series(flow: Flow, dimension: Dimension, code: str) -> Series:
    if dimension is Dimension.ITEM:
        return Series(flow, Measure.VALUE, code)
    return Series(flow, Measure.VALUE, market=code)


def _usd(amount: float) -> float | None:
    return float(amount) if np.isfinite(amount) else None


def told(parts: PartPaths) -> PartsOutlook:
    """Tell the parts, the largest at the year's end first."""
    *bands, rest = of_many(parts.known[:, None] + parts.added)
    found = []
    for place, code in enumerate(parts.codes):
        band, base = bands[place], parts.base[place]
        found.append(
            PartOutlook(
                code, float(parts.known[place]), base, band, growth(band.median, base),
                parts.years[place],
            )
        )  # fmt: skip
    found.sort(key=lambda part: (-part.band.median, part.code))
    return PartsOutlook(parts.flow, parts.dimension, tuple(found), rest, parts.silent)
