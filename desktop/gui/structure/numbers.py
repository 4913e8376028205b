"""Which numbers the pages on structure show where, for the question where they come from.

Every line of a ranking, every place of a drawing and every row of a table has its numbers, of
either flow and any window; within a market, an item, a bloc or a group too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.figures.wording import N_
from desktop.gui.provenance.offer import Number, Offer, OfRow
from desktop.gui.structure.ordering import Order, places
from desktop.gui.structure.ranking import Ranking
from desktop.gui.structure.walkable import Walkable

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desktop.analysis.structure_results import Part, Split, Structure
    from desktop.analysis.structure_view import View
    from desktop.analysis.tracing.structure import Spot
    from desktop.figures.wording import Language

Shown = Callable[[], "tuple[Split, View] | None"]
_OF_A_PART = ("value", "growth", "growth_printed", "share", "contribution", "base", "share_change")
_OF_AN_ITEM = (
    "price", "price_growth", "volume_growth", "price_effect", "volume_effect", "quantity",
)  # fmt: skip
_OF_RISERS = ("growth", "base")
_WORDS = {"share": N_("Share of the whole"), "contribution": N_("Contribution to its growth")}


def offer_of_lines(ranking: Ranking, shown: Shown) -> Offer:
    """Offer the numbers of the current line of a ranking; Enter chooses the line instead."""

    def here() -> Sequence[Number]:
        told, place = shown(), ranking.list.currentIndex().row()
        if told is None or place < 0:
            return ()
        heads = ranking.list.shown.ranked.heads
        return _numbers_at(heads[place].code, place == len(heads) - 1, *told)

    return Offer(ranking.list, here, by_enter=False)


def offer_of_places(drawing: Walkable, shown: Shown) -> Offer:
    """Offer the numbers of the part that is walked to in a drawing; Enter looks at it instead."""

    def here() -> Sequence[Number]:
        told, place = shown(), drawing.current
        if told is None or place is None:
            return ()
        return _numbers_at(drawing.spots[place].code, False, *told)

    return Offer(drawing, here, by_enter=False)


def offer_of_price(line: QWidget, code: Callable[[], str | None], shown: Shown) -> Offer:
    """Offer the numbers of the line on price and volume of an item."""

    def here() -> Sequence[Number]:
        told, about = shown(), code()
        if told is None or not about:
            return ()
        every = _numbers_at(about, False, *told)
        return tuple(n for n in every if n.name.rpartition(".")[2] in _OF_AN_ITEM)

    return Offer(line, here)


def offer_of_risers(line: QWidget, shown: Shown) -> Offer:
    """Offer what the line on fast and new is measured by: the total's growth, and its base."""

    def here() -> Sequence[Number]:
        told = shown()
        every = _numbers_at("", True, *told) if told else ()
        return tuple(n for n in every if n.name.rpartition(".")[2] in _OF_RISERS)

    return Offer(line, here)


def of_split_rows(shown: Shown, order: Callable[[], Order], lang: Callable[[], Language]) -> OfRow:
    """Give what a split's table shows in a row: its parts in order, then the rest and the total."""

    def of_row(row: int, _column: int) -> Sequence[Number]:
        told = shown()
        if told is None:
            return ()
        held = told[0].column("code")
        codes = [*(held[n] for n in places(told[0], order(), lang())), "", ""]
        last = row == len(codes) - 1
        return _numbers_at(codes[row], last, *told)

    return of_row


def _numbers_at(code: str, total: bool, split: Split, view: View) -> tuple[Number, ...]:  # noqa: FBT001 - the last line or another
    """Give every number that the pages show of a part, the rest or the total."""
    from desktop.analysis.tracing.structure import (  # noqa: PLC0415 - when asked
        PATH,
        SHARE_OF_PATH,
        has_path,
        numbers_of,
    )

    structure = view.structure
    spot = _spot_of(code, total, split, structure)
    sums = split.total if total else split.rest
    known = numbers_of(spot).keys() - _untold(split.part(code) if code else sums)
    names = [name for name in (*_OF_A_PART, *_OF_AN_ITEM) if name in known]
    if has_path(spot) and view.path_in(split, code):
        names += [PATH, SHARE_OF_PATH] if "value" in known else [PATH]
    return tuple(
        Number(f"{spot.name}.{name}", structure.through, _WORDS.get(name, "")) for name in names
    )


def _untold(part: Part | None) -> set[str]:
    """Name the numbers that no return tells of a part: they are not shown of it."""
    if part is None:
        return set()
    held = {name: getattr(part.price, name, None) for name in _OF_AN_ITEM}
    held |= {name: getattr(part, name) for name in _OF_A_PART}
    return {name for name, value in held.items() if value is None}


def _spot_of(code: str, total: bool, split: Split, structure: Structure) -> Spot:  # noqa: FBT001 - the last line or another
    """Say what a code is: a part, or, without one, the total or what no part holds."""
    from desktop.analysis.tracing.structure import Spot  # noqa: PLC0415 - after first paint
    from desktop.analysis.tracing.structure.spots import SpotKind  # noqa: PLC0415 - as above

    whole = Spot(split.flow, structure.window, dimension=split.dimension, of=split.of)
    if code:
        return whole.part(code)
    rest = Spot(
        split.flow, structure.window, SpotKind.REST, split.dimension, split.scheme, split.of
    )
    return whole if total else rest
