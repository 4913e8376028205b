"""In which order parts are ranked: by value, growth, contribution, or by name."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from desktop.analysis.structure_results import Part, Split
from desktop.figures.collation import alphabetical
from desktop.figures.wording import N_, Language
from desktop.gui.structure.words import namer


class Order(StrEnum):
    """What parts are ranked by."""

    VALUE = "value"
    GROWTH = "growth"
    POINTS = "points"
    NAME = "name"


ORDERS = {
    Order.VALUE: N_("value"),
    Order.GROWTH: N_("growth"),
    Order.POINTS: N_("contribution"),
    Order.NAME: N_("name"),
}


def ordered(split: Split, order: Order, lang: Language) -> tuple[Part, ...]:
    """Give the parts in an order; those within another stand behind it, in the same order."""
    name_of = namer(split.flow, split.dimension, lang)
    key: Callable[[Part], Any] | None = _KEYS.get(order)
    if order is Order.NAME:
        key = lambda p: alphabetical(name_of(p.code))  # noqa: E731 - as the others are
    outer = [p for p in split.parts if not p.within]
    inner = [p for p in split.parts if p.within]
    if key is not None:
        outer, inner = sorted(outer, key=key), sorted(inner, key=key)
    placed = [p for one in outer for p in (one, *(i for i in inner if i.within == one.code))]
    return tuple(placed)


_KEYS: dict[Order, Callable[[Part], tuple[bool, float]]] = {
    Order.GROWTH: lambda p: (p.growth is None, -(p.growth or 0.0)),
    Order.POINTS: lambda p: (p.contribution is None, -(p.contribution or 0.0)),
}
