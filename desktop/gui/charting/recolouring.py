"""The colour of the same meaning in other colours: what a legend wears on paper."""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING

from desktop.gui.structure.shades import fill
from desktop.gui.tokens import Colours

if TYPE_CHECKING:
    from desktop.gui.parts.legend import Entry

_STEPS = (None, *range(-3, 4))


@cache
def _meanings(worn: Colours, wanted: Colours) -> dict[str, str]:
    shades = {fill(step, worn): fill(step, wanted) for step in _STEPS}
    return shades | {getattr(worn, f.name): getattr(wanted, f.name) for f in fields(Colours)}


def recoloured(entry: Entry, worn: Colours, wanted: Colours) -> Entry:
    """Give an entry of a legend in other colours."""
    known = _meanings(worn, wanted)
    return replace(
        entry,
        colour=known.get(entry.colour, entry.colour),
        edge=known.get(entry.edge, entry.edge),
        shades=tuple(known.get(shade, shade) for shade in entry.shades),
    )
