"""Which numbers the page of markets shows beside its ranking: cells of months, lines of words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.figures.series import TRADE, Flow
from desktop.figures.target_names import FLOW_NAMES
from desktop.figures.wording import N_
from desktop.gui.provenance.offer import Number, Offer, OfRow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.analysis.structure_results import Heat, Split, Structure
    from desktop.analysis.structure_view import View
    from desktop.figures.month import Month
    from desktop.gui.structure.heat_map import HeatMap

_OF_A_CELL = ("growth", "value", "base")
_BEFORE_MONTHS = 2
"""Columns of the table before its months: the name, and the value."""
_CONCENTRATION = ("markets_hhi", "markets_hhi_change", "markets_top_share")
Cells = Callable[[], "tuple[Heat, Split] | None"]
_OF_ALL_MONTHS = 1
"""The column of the table with the value in the months that the page looks at."""
Shown = Callable[[], "tuple[Split, View] | None"]


def offer_of_cells(drawing: HeatMap, cells: Cells) -> Offer:
    """Offer the numbers of the cell that is walked to; Enter looks at its row instead."""

    def here() -> Sequence[Number]:
        told, place = cells(), drawing.current
        if told is None or place is None:
            return ()
        row, column = divmod(place, drawing.across)
        return _of_cell(*told, row, told[0].months[column])

    return Offer(drawing, here, by_enter=False)


def of_heat_rows(cells: Cells, structure: Callable[[], Structure | None]) -> OfRow:
    """Give what the table shows in a row: the month of the column, or the newest."""

    def of_row(row: int, column: int) -> Sequence[Number]:
        told = cells()
        if told is None:
            return ()
        held = structure()
        if column == _OF_ALL_MONTHS and held is not None:
            return _of_row(*told, row, held)
        months = told[0].months
        at = column - _BEFORE_MONTHS
        return _of_cell(*told, row, months[at if at >= 0 else -1])

    return of_row


def _of_row(heat: Heat, split: Split, row: int, structure: Structure) -> tuple[Number, ...]:
    from desktop.analysis.tracing.structure import Spot  # noqa: PLC0415 - when asked

    whole = Spot(split.flow, structure.window, dimension=split.dimension, of=split.of)
    name = f"{whole.part(heat.rows[row].code).name}.value"
    return (Number(name, structure.through),) if heat.rows[row].value is not None else ()


def _of_cell(heat: Heat, split: Split, row: int, month: Month) -> tuple[Number, ...]:
    from desktop.analysis.structure_results import Window  # noqa: PLC0415 - when asked
    from desktop.analysis.tracing.structure import Spot  # noqa: PLC0415 - when asked

    whole = Spot(split.flow, Window.MONTH, dimension=split.dimension, of=split.of)
    about = whole.part(heat.rows[row].code).name
    return tuple(Number(f"{about}.{name}", month) for name in _OF_A_CELL)


def offer_of_concentration(line: QWidget, shown: Shown) -> Offer:
    """Offer the numbers of the line on how far the total rests on few."""

    def here() -> Sequence[Number]:
        from desktop.analysis.tracing.structure import Spot  # noqa: PLC0415 - when asked

        told = shown()
        if told is None:
            return ()
        split, structure = told[0], told[1].structure
        whole = Spot(split.flow, structure.window, dimension=split.dimension, of=split.of)
        return tuple(Number(f"{whole.name}.{n}", structure.through) for n in _CONCENTRATION)

    return Offer(line, here)


def offer_of_partner(line: QWidget, shown: Callable[[], tuple[str, Structure] | None]) -> Offer:
    """Offer the numbers of the line on the balance with a market, or with a group of them."""

    def here() -> Sequence[Number]:
        from desktop.analysis.tracing.structure import Spot  # noqa: PLC0415 - when asked
        from desktop.figures.groupings import Dimension  # noqa: PLC0415 - when asked

        told = shown()
        if told is None or not told[0]:  # no market is looked at
            return ()
        code, structure = told
        of_all = Spot(Flow.BALANCE, structure.window, dimension=Dimension.MARKET)
        with_it, through = of_all.part(code), structure.through
        flows = (
            Number(f"{replace(with_it, flow=flow).name}.value", through, FLOW_NAMES[flow])
            for flow in TRADE
        )
        balance = (
            Number(f"{with_it.name}.value", through, N_("Balance")),
            Number(f"{with_it.name}.base", through, N_("Balance a year before")),
        )
        return (*flows, *balance)

    return Offer(line, here)
