"""A part of a split as a place of a drawing: its code, and all that is known of it."""

from __future__ import annotations

from desktop.analysis.on_sight import Later
from desktop.analysis.structure_results import Split
from desktop.analysis.structure_view import View
from desktop.figures.figure import Status
from desktop.figures.wording import Language
from desktop.gui.parts.text import Line, Span
from desktop.gui.structure.walkable import Spot
from desktop.gui.structure.words import namer, told
from desktop.gui.tokens import Tone


def has_estimates(split: Split) -> bool:
    """Say whether any part is an estimate, which is hatched and explained then."""
    return Status.ESTIMATE in split.column("status")


class _Told(Later[Line]):
    """Lines that are the same only where they are made of the very same: to hold them costs more.

    A drawing of eighty places would make the lines of all of them, twice, to find that none
    changed.
    """

    __slots__ = ()

    def __eq__(self, other: object) -> bool:
        """Say whether they are told of the same things."""
        return self is other or (isinstance(other, _Told) and self.alike(other))

    __hash__ = Later.__hash__


def spot_of(split: Split, place: int, view: View, lang: Language) -> Spot:
    """Tell the part at a place under its name, once somebody walks to it."""
    return Spot(split.column("code")[place], _Told(_lines, split, place, view, lang))


def _lines(split: Split, place: int, view: View, lang: Language) -> tuple[Line, ...]:
    part = split.parts[place]
    name = namer(split.flow, split.dimension, lang)(part.code)
    lines = told(part, split, view.path_in(split, part.code), lang).split("\n")[1:]
    return (Span(name, Tone.PLAIN, bold=True),), *((Span(line),) for line in lines)
