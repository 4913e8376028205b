"""The parts of a flow by item or by market, on the joint paths of its total."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.growth import growth, usd
from desktop.analysis.outlook.bands import of_many
from desktop.analysis.outlook.reconciled import reconciled
from desktop.analysis.outlook.results import PartOutlook, PartsOutlook
from desktop.analysis.outlook.shares import shares
from desktop.figures.groupings import Dimension, every_code
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import Flow, Measure, Series

if TYPE_CHECKING:
    from collections.abc import Iterable

    from numpy.typing import NDArray

    from desktop.analysis.landing import History
    from desktop.analysis.lines import Book
    from desktop.analysis.outlook.paths import Paths
    from desktop.figures.month import Month

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

    The last row is the rest beyond the parts named. `years` are those known of each part.
    """

    flow: Flow
    dimension: Dimension
    codes: tuple[str, ...]
    known: Array
    added: Array
    base: tuple[float | None, ...]
    years: tuple[int, ...]
    silent: tuple[str, ...]

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
    held = {code: line for code, line in lines.items() if line.to_date is not None}
    if not held:
        return None
    months = np.array([line.months for line in held.values()])
    left = MONTHS_PER_YEAR - end.number
    to_date = np.array([line.to_date for line in held.values()])
    if left:
        told = shares(months, total, left)
        share, spread = told.share, told.spread
    else:
        share, spread = to_date / paths.known, np.full(len(to_date), _REST_SPREAD)
    good = np.isfinite(share) & (share > 0)
    if not good.any():
        return None
    codes = tuple(code for code, ok in zip(held, good, strict=True) if ok)
    share, spread = _with_rest(share[good], spread[good])
    added = (
        reconciled(share, spread, paths.rest, _STREAMS[flow, dimension])
        if left else share[:, None] * paths.rest
    )  # fmt: skip
    known = np.append(to_date[good], paths.known - to_date[good].sum())
    return PartPaths(
        flow, dimension, codes, known, added,
        tuple(lines[code].base for code in codes), tuple(lines[code].years for code in codes),
        tuple(sorted(lines.keys() - set(codes))),
    )  # fmt: skip


def _with_rest(share: Array, spread: Array) -> tuple[Array, Array]:
    """Put what no part holds beside the parts, and let all sum to one."""
    beyond = max(1.0 - float(share.sum()), _LEAST_REST)
    whole = np.append(share, beyond)
    return whole / whole.sum(), np.append(spread, _REST_SPREAD)


@dataclass(frozen=True, slots=True, eq=False)
class _Line:
    """One part: its months (NaN where unknown), the year to date, the year before (USD)."""

    months: Array
    to_date: float | None
    base: float | None
    years: int


def _lines(
    book: Book, flow: Flow, dimension: Dimension, first: Month, end: Month
) -> dict[str, _Line]:
    found = {}
    for code in sorted(every_code(dimension, flow)):
        series = (
            Series(flow, Measure.VALUE, code) if dimension is Dimension.ITEM
            else Series(flow, Measure.VALUE, market=code)
        )  # fmt: skip
        if series in book.printed.series:
            found[code] = _line(book, series, first, end)
    return found


def _line(book: Book, series: Series, first: Month, end: Month) -> _Line:
    history = book.history(series)
    months = [history.get(n) for n in range(first.ordinal, end.ordinal + 1)]
    now, before = (book.printed.place(series, year) for year in (end.year, end.year - 1))
    return _Line(
        np.array([np.nan if v is None else v / 1000 for v in months]),
        usd(book.value((*now, end.number - 1))) if now else None,
        usd(book.value((*before, MONTHS_PER_YEAR - 1))) if before else None,
        sum(v is not None for v in months) // MONTHS_PER_YEAR,
    )


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
