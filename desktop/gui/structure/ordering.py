"""In which order parts are ranked: by value, growth, contribution, or by name."""

from __future__ import annotations

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
    """Give the parts in an order."""
    return tuple([split.parts[place] for place in places(split, order, lang)])


def places(split: Split, order: Order, lang: Language) -> list[int]:
    """Put the places of parts in an order; those within another stand behind it, in the same."""
    codes, within = split.column("code"), split.column("within")
    numbers, keys = list(range(len(codes))), _keys(split, order, lang)
    if keys is not None:
        numbers.sort(key=keys.__getitem__)
    if not any(within):
        return numbers
    inner = [n for n in numbers if within[n]]
    outer = (n for n in numbers if not within[n])
    return [n for one in outer for n in (one, *(i for i in inner if within[i] == codes[one]))]


def _keys(split: Split, order: Order, lang: Language) -> list[Any] | None:
    if order is Order.NAME:
        name_of = namer(split.flow, split.dimension, lang)
        return [alphabetical(name_of(code)) for code in split.column("code")]
    if order not in _COLUMNS:
        return None
    return [(told is None, -(told or 0.0)) for told in split.column(_COLUMNS[order])]


_COLUMNS = {Order.GROWTH: "growth", Order.POINTS: "contribution"}
"""What parts are ranked by, the largest first."""
