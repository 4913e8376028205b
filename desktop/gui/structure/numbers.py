"""Which numbers the pages on structure show where, for the question where they come from.

Every line of a ranking has its numbers, of either flow and any window; within a market, an item, a
bloc or a group too.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from desktop.figures.month import Month
from desktop.figures.wording import N_
from desktop.gui.charts.plot import Plot
from desktop.gui.provenance.offer import Number, Offer
from desktop.gui.structure.ranking import Ranking

if TYPE_CHECKING:
    from desktop.analysis.structure_results import Split, Structure
    from desktop.analysis.structure_view import BalanceView
    from desktop.analysis.tracing.structure import Spot

_OF_A_PART = ("value", "growth", "growth_printed", "share", "contribution", "base", "share_change")
_OF_AN_ITEM = ("price", "price_growth", "volume_growth", "price_effect", "volume_effect")
_WORDS = {"share": N_("Share of the whole"), "contribution": N_("Contribution to its growth")}
_OF_A_BALANCE = ("value", "change", "base", "from_exports", "from_imports")


def offer_of_lines(ranking: Ranking, shown: Callable[[], tuple[Split, Structure] | None]) -> Offer:
    """Offer the numbers of the current line of a ranking; Enter chooses the line instead."""

    def here() -> Sequence[Number]:
        from desktop.analysis.tracing.structure import (  # noqa: PLC0415 - when asked
            has_path,
            numbers_of,
        )

        told, place = shown(), ranking.list.currentIndex().row()
        if told is None or place < 0:
            return ()
        split, structure = told
        spot = _line_of(ranking, place, split, structure)
        known = numbers_of(spot)
        names = [name for name in (*_OF_A_PART, *_OF_AN_ITEM) if name in known]
        names += ["path"] if has_path(spot) else []
        return tuple(
            Number(f"{spot.name}.{name}", structure.through, _WORDS.get(name, "")) for name in names
        )

    return Offer(ranking.list, here, by_enter=False)


def _line_of(ranking: Ranking, place: int, split: Split, structure: Structure) -> Spot:
    """Say what a line is: a part, or, of those without a code, the total behind the rest."""
    from desktop.analysis.tracing.structure import Spot  # noqa: PLC0415 - after first paint
    from desktop.analysis.tracing.structure.spots import SpotKind  # noqa: PLC0415 - as above

    whole = Spot(split.flow, structure.window, dimension=split.dimension, of=split.of)
    lines = ranking.list.shown.ranked.lines
    if code := lines[place].code:
        return whole.part(code)
    is_total = place == len(lines) - 1
    rest = Spot(
        split.flow, structure.window, SpotKind.REST, split.dimension, split.scheme, split.of
    )
    return whole if is_total else rest


def offer_of_partners(ranking: Ranking, shown: Callable[[], BalanceView | None]) -> Offer:
    """Offer the numbers of the current partner of the balance; Enter chooses the line instead."""

    def here() -> Sequence[Number]:
        told, place = shown(), ranking.list.currentIndex().row()
        if told is None or place < 0 or told.market:
            return ()
        structure = told.view.structure
        of = f"item:{told.item}+" if told.item else ""
        code = ranking.list.shown.ranked.lines[place].code
        part = f"market:{code}" if code else "rest:market"
        name = f"balance+{of}{part}@{structure.window.value}"
        return tuple(Number(f"{name}.{number}", structure.through) for number in _OF_A_BALANCE)

    return Offer(ranking.list, here, by_enter=False)


def offer_of_months(
    chart: Plot, names: Mapping[str, str], year: Callable[[], int | None]
) -> Offer:  # fmt: skip
    """Offer the numbers, by name with their words, of the month that a chart's line stands on."""

    def here() -> Sequence[Number]:
        slot, of = chart.slot, year()
        if slot is None or of is None:
            return ()
        return tuple(Number(n, Month(of, slot + 1), words) for n, words in names.items())

    return Offer(chart, here)
