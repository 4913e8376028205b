"""Which numbers the page of the outlook shows where of what it is narrowed to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.figures.groupings import Dimension
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import TRADE, Flow
from desktop.gui.overview.narrowed_numbers import of_month_in_focus, spot_in
from desktop.gui.provenance.offer import Number

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from desktop.gui.outlook.within import Within

BAND = ("median", "low_80", "high_80", "low_50", "high_50", "low_95", "high_95")
_AGAINST_LAST_YEAR = ("growth", "base")
_TO_DATE, _ALONE = 0, 2
"""The charts of the overview that show a month to date and alone."""


def of_flow(within: Within, row: int) -> Sequence[Number]:
    """Give what a line of exports, imports and balance shows: its band."""
    part, flows = within.part, (*TRADE, Flow.BALANCE)
    if part is None or row >= len(flows):
        return ()
    held = (part.exports, part.imports, part.balance)[row]
    return _numbers(within, spot_in(within.focus, flows[row]).text, BAND) if held else ()


def of_answer(within: Within) -> Sequence[Number]:
    """Give what the card shows: the median, its growth, and what most outcomes lie in."""
    told = within.exports
    if told is None:
        return ()
    beside = _AGAINST_LAST_YEAR if told.growth is not None else ()
    names = ("median", *beside, "known", *BAND[1:])
    return _numbers(within, spot_in(within.focus, Flow.EXPORT).text, names)


def of_part(within: Within, dimension: Dimension, row: int) -> Sequence[Number]:
    """Give what a line of the items or markets within it shows."""
    listed = within.part.parts if within.part else None
    if listed is None or listed.dimension is not dimension or row >= len(listed.parts):
        return ()
    from desktop.analysis.tracing.structure import Spot  # noqa: PLC0415 - when asked

    focus, held = within.focus, listed.parts[row]
    of = focus.market or focus.item or ""
    about = Spot(Flow.EXPORT, dimension=dimension, of=of).part(held.code).text
    grown = ("growth",) if held.growth is not None else ()
    return _numbers(within, about, ("median", *grown, "known", *BAND[1:]))


def of_month(within: Within, slot: int | None, *, alone: bool) -> Sequence[Number]:
    """Give what a month of either chart shows: its figures, or its band where it is to come."""
    told, progress = within.exports, within.progress
    if slot is None or slot >= MONTHS_PER_YEAR:
        return ()
    month = Month(within.overview.year, slot + 1)
    if month <= within.overview.through:
        return of_month_in_focus(within.focus, progress, month, _ALONE if alone else _TO_DATE)
    if told is None or all(point.month != month for point in told.fan):
        return ()
    about = f"{spot_in(within.focus, Flow.EXPORT).text}@{month}"
    return _numbers(within, about, (f"alone_{n}" if alone else n for n in BAND))


def _numbers(within: Within, about: str, names: Iterable[str]) -> tuple[Number, ...]:
    through = within.overview.through
    return tuple(Number(f"outlook:{about}.{name}", through) for name in names)
