"""Which numbers the page of the outlook shows where, for the question where they come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.figures.groupings import Dimension
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.gui.provenance.offer import Number, Offer

if TYPE_CHECKING:
    from desktop.analysis.outlook import Outlook
    from desktop.gui.charts.plot import Plot
    from desktop.gui.parts.grid import GridView

_BAND = ("median", "low_80", "high_80", "low_50", "high_50", "low_95", "high_95")
_OF_A_FLOW = ("median", "growth", "known", "base", *_BAND[1:])
_OF_A_PART = ("median", "growth", "known", *_BAND[1:])
_FLOWS = ("exports", "imports", "balance")
Shown = Callable[[], "Outlook | None"]


def offers_of(
    tables: Sequence[GridView], charts: tuple[Plot, Plot], shown: Shown
) -> list[Offer]:  # fmt: skip
    """Offer the question on the flows, the chances, the parts, and the charts' months to come.

    `tables` are those of flows, chances, items and markets; `charts` to date and month by month.
    """
    flows, chances, items, markets = tables
    made = [
        _of_rows(flows, shown, _flow),
        _of_rows(chances, shown, _chance),
        _of_rows(items, shown, lambda told, row: _part(told, Dimension.ITEM, row)),
        _of_rows(markets, shown, lambda told, row: _part(told, Dimension.MARKET, row)),
    ]
    to_date, alone = charts
    return [*made, _of_months(to_date, shown, ""), _of_months(alone, shown, "alone_")]


def _of_rows(
    table: GridView, shown: Shown, names: Callable[[Outlook, int], Sequence[str]]
) -> Offer:  # fmt: skip
    def here() -> Sequence[Number]:
        told, row = shown(), table.currentIndex().row()
        if told is None or row < 0:
            return ()
        return tuple(Number(f"outlook:{name}", told.through) for name in names(told, row))

    return Offer(table, here)


def _flow(told: Outlook, row: int) -> Sequence[str]:
    shown = _FLOWS if told.balance else _FLOWS[:2]
    return [f"{shown[row]}.{name}" for name in _OF_A_FLOW] if row < len(shown) else ()


def _chance(told: Outlook, row: int) -> Sequence[str]:
    if row >= len(told.chances) or told.chances[row].chance is None:
        return ()
    return (f"target:{told.chances[row].target.number}.chance",)


def _part(told: Outlook, dimension: Dimension, row: int) -> Sequence[str]:
    parts = told.parts_of(Flow.EXPORT, dimension)
    if parts is None or row >= len(parts.parts):
        return ()
    code = parts.parts[row].code
    return [
        f"{dimension.value}:{code}.{name}" for name in ("median", "growth", "known", *_BAND[1:])
    ]


def _of_months(chart: Plot, shown: Shown, which: str) -> Offer:
    """Offer a month to come by its band; one that is over by its figure."""

    def here() -> Sequence[Number]:
        told, slot = shown(), chart.slot
        if told is None or slot is None:
            return ()
        month = Month(told.year, slot + 1)
        if month <= told.through:
            name = "exports.month" if which else "exports.cumulative"
            return (Number(name, month),)
        about = f"outlook:exports@{month}"
        return tuple(Number(f"{about}.{which}{name}", told.through) for name in _BAND)

    return Offer(chart, here)
