"""Which numbers the page of the balance shows where: months, steps of the bridge, partners."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.figures.groupings import Dimension
from desktop.figures.series import OTHER, Flow
from desktop.figures.wording import N_
from desktop.gui.provenance.offer import Number, Offer, OfRow

if TYPE_CHECKING:
    from desktop.analysis.structure_results import Window
    from desktop.analysis.structure_view import BalanceView
    from desktop.analysis.tracing.structure import Spot
    from desktop.figures.month import Month
    from desktop.gui.charts.plot import Plot
    from desktop.gui.structure.ranking import Ranking
    from desktop.gui.structure.walkable import Walkable

Shown = Callable[[], "BalanceView | None"]
_OF_A_PARTNER = {
    "value": "balance", "change": "change", "base": "base_balance", "from_exports": "from_exports",
    "from_imports": "from_imports",
}  # fmt: skip
"""What is offered of a partner, by what it is among its results."""
_NEVER = -1
_BY_THEN = 2
"""The column of the bridge's table with the balance as the steps so far leave it."""


def offer_of_months(chart: Plot, first: Sequence[str], shown: Shown) -> Offer:
    """Offer the numbers of the month that a chart's line stands on, the chart's own first."""
    return Offer(chart, lambda: _of_month(shown(), chart.slot, first))


def of_month_rows(shown: Shown) -> OfRow:
    """Give what the table of months shows in a row."""
    return lambda row, _column: _of_month(shown(), row, ())


def _of_month(told: BalanceView | None, slot: int | None, first: Sequence[str]) -> list[Number]:
    if told is None or slot is None or slot >= len(told.course.months):
        return []
    named = _named(told, slot)
    return [named[name] for name in dict.fromkeys((*first, *named)) if name in named]


def _named(told: BalanceView, slot: int) -> dict[str, Number]:
    """The numbers of a month by what they are in the course; those that are known."""
    from desktop.analysis.structure_results import Window  # noqa: PLC0415 - when asked

    held = told.course.months[slot]
    alone, to_date = (_whole(told, window) for window in (Window.MONTH, Window.TO_DATE))
    sold, bought = (alone.leg(flow).name for flow in (Flow.EXPORT, Flow.IMPORT))
    every = {
        "exports": (f"{sold}.value", N_("Exports")),
        "imports": (f"{bought}.value", N_("Imports")),
        "balance": (f"{alone.name}.value", N_("Balance")),
        "last_year": (f"{alone.name}.base", N_("Balance a year before")),
        "cumulative": (f"{to_date.name}.value", N_("Balance from January on")),
        "cumulative_last_year": (f"{to_date.name}.base", N_("The same a year before")),
    }
    if target := told.course.target:
        name = f"target:{target.target.number}@{held.month}.path"
        every["path"] = name, N_("Path of the target")
    return {
        of: Number(name, held.month, words)
        for of, (name, words) in every.items()
        if getattr(held, of) is not None
    }


def _whole(told: BalanceView, window: Window) -> Spot:
    """The balance that the page is about: of all trade, or within what it is narrowed to."""
    from desktop.analysis.tracing.structure import Spot  # noqa: PLC0415 - when asked

    spot = Spot(Flow.BALANCE, window)
    if told.market and told.item:
        return Spot(Flow.BALANCE, window, of=told.market).part(told.item)
    if told.market:
        return Spot(Flow.BALANCE, window, dimension=Dimension.MARKET).part(told.market)
    return spot.part(told.item) if told.item else spot


def offer_of_steps(drawing: Walkable, shown: Shown, by_partner: Callable[[], bool]) -> Offer:
    """Offer the number of the step that is walked to; Enter looks at its part instead."""
    of_row = of_step_rows(shown, by_partner)
    return Offer(
        drawing,
        lambda: of_row(_NEVER if drawing.current is None else drawing.current, 0),
        by_enter=False,
    )


def of_step_rows(shown: Shown, by_partner: Callable[[], bool]) -> OfRow:
    """Give what the bridge, and its table, show in a line."""

    def of_row(row: int, column: int) -> Sequence[Number]:
        told = shown()
        names = _steps(told, by_partner=by_partner()) if told else []
        if told is None or not 0 <= row < len(names):
            return ()
        through, last = told.view.structure.through, len(names) - 1
        words = {0: N_("Balance a year before"), last: N_("Balance")}.get(row, "")
        step = [Number(names[row], through, words)] if names[row] else []
        if row in (0, last):
            return step
        by_then = _by_then(told, row, through, by_partner=by_partner())
        return [by_then, *step] if column == _BY_THEN else [*step, by_then]

    return of_row


def _by_then(told: BalanceView, row: int, through: Month, *, by_partner: bool) -> Number:
    from desktop.analysis.tracing.structure import Spot  # noqa: PLC0415 - when asked

    window, which = told.view.structure.window, "partner" if by_partner else "item"
    whole = Spot(Flow.BALANCE, window, of=told.market)
    if by_partner:
        whole = Spot(Flow.BALANCE, window, dimension=Dimension.MARKET, of=told.item)
    elif told.item:
        whole = whole.part(told.item)
    return Number(f"{whole.name}.after_{which}_{row}", through, N_("Balance by then"))


def _steps(told: BalanceView, *, by_partner: bool) -> list[str]:
    """Name what each line of the bridge shows; empty for what has no name."""
    whole = _whole(told, told.view.structure.window)
    between = _partner_steps(told) if by_partner else _item_steps(told)
    return [f"{whole.name}.base", *between, f"{whole.name}.value"]


def _item_steps(told: BalanceView) -> list[str]:
    from desktop.analysis.tracing.structure import Spot  # noqa: PLC0415 - when asked

    window, names = told.view.structure.window, []
    for step in told.bridge.steps:
        within = Spot(step.flow, window, of=told.market)
        if step.code != OTHER:
            names.append(f"{within.part(step.code).name}.balance_effect")
        elif not told.item:
            names.append(f"{within.name}.other_steps")
        elif not told.market:
            names.append(f"{within.part(told.item).name}.balance_effect")
        else:
            names.append("")
    return names


def _partner_steps(told: BalanceView) -> list[str]:
    from desktop.analysis.structure.bridge import moved_most  # noqa: PLC0415 - when asked
    from desktop.analysis.tracing.structure import Spot  # noqa: PLC0415 - when asked

    window = told.view.structure.window
    whole = Spot(Flow.BALANCE, window, dimension=Dimension.MARKET, of=told.item)
    named = [f"{whole.part(p.code).name}.change" for p in moved_most(told.bridge)]
    return [*named, f"{whole.name}.other_partners"]


def offer_of_partners(ranking: Ranking, shown: Shown) -> Offer:
    """Offer the numbers of the current partner of the balance; Enter chooses the line instead."""
    of_row = of_partner_rows(shown)
    return Offer(ranking.list, lambda: of_row(ranking.list.currentIndex().row(), 0), by_enter=False)


def of_partner_rows(shown: Shown) -> OfRow:
    """Give what the ranking of partners, and its table, show in a line."""

    def of_row(row: int, _column: int) -> Sequence[Number]:
        told = shown()
        if told is None or row < 0 or not told.bridge.partners:
            return ()
        partners = told.bridge.partners
        part = f"market:{partners[row].code}" if row < len(partners) else "rest:market"
        held = partners[row] if row < len(partners) else told.bridge.rest
        structure = told.view.structure
        of = f"item:{told.item}+" if told.item else ""
        name = f"balance+{of}{part}@{structure.window.value}"
        return tuple(
            Number(f"{name}.{n}", structure.through)
            for n, shown_as in _OF_A_PARTNER.items()
            if getattr(held, shown_as) is not None
        )

    return of_row
