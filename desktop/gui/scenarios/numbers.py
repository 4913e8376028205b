"""Which numbers the tables of scenarios show where, for the question where they come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.analysis.outlook.scenario_wording import REQUIRED, effects, part_rows
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.figures.wording import N_, language
from desktop.gui.provenance.offer import Number, Offer, offer_of_rows

if TYPE_CHECKING:
    from desktop.analysis.outlook import Assumed, Outlook
    from desktop.gui.scenarios.card import ScenarioCard

Shown = Callable[[], "tuple[Outlook, Sequence[Assumed]] | None"]
_ANY = language("en")
"""Rows are the same in every language."""


def offers_of(card: ScenarioCard, shown: Shown) -> list[Offer]:
    """Offer the question on what changes, on markets and on items."""

    def of_effects(row: int, _column: int) -> Sequence[Number]:
        told = shown()
        rows = effects(*told, _ANY) if told else []
        return _told(*told, rows[row].numbers) if told and row < len(rows) else ()

    def of_parts(dimension: Dimension) -> Callable[[int, int], Sequence[Number]]:
        def of_row(row: int, _column: int) -> Sequence[Number]:
            told = shown()
            rows = part_rows(told[1], Flow.EXPORT, dimension, _ANY) if told else []
            if not told or row >= len(rows) or not rows[row].code:
                return ()
            about = f"{dimension.value}:{rows[row].code}"
            return _told(*told, (f"{about}.change", f"{about}.median"))

        return of_row

    return [
        offer_of_rows(card.effects.table, of_effects),
        offer_of_rows(card.markets.table, of_parts(Dimension.MARKET)),
        offer_of_rows(card.items.table, of_parts(Dimension.ITEM)),
    ]


def _told(outlook: Outlook, found: Sequence[Assumed], names: Sequence[str]) -> tuple[Number, ...]:
    """Name what a row shows with each scenario, then without any."""
    from desktop.analysis.tracing.assumed import MARK, assumed_numbers  # noqa: PLC0415 - when asked

    through = outlook.through
    asked = [
        Number(f"{MARK}{one.scenario.number}:{name}", through, _words(name), one.scenario.name)
        for one in found
        for name in names
        if name in assumed_numbers(one)
    ]
    without = [name for name in names if name.rpartition(".")[2] in _WITHOUT]
    asked += [Number(f"outlook:{name}", through) for name in without]
    if REQUIRED in names:
        asked.append(Number(REQUIRED, through))
    return tuple(asked)


def _words(name: str) -> str:
    return N_("Change by the scenario") if name.endswith(".change") else ""


_WITHOUT = frozenset({"median", "low_80", "high_80", "growth", "chance"})
