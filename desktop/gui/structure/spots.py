"""A part of a split as a place of a drawing: its code, and all that is known of it."""

from __future__ import annotations

from desktop.analysis.on_sight import Later
from desktop.analysis.structure_results import Part, Split
from desktop.analysis.structure_view import View
from desktop.figures.figure import Status
from desktop.figures.wording import Language
from desktop.gui.parts.text import Line, Span
from desktop.gui.structure.walkable import Spot
from desktop.gui.structure.words import namer, told
from desktop.gui.tokens import Tone


def has_estimates(split: Split) -> bool:
    """Say whether any part is an estimate, which is hatched and explained then."""
    return any(part.status is Status.ESTIMATE for part in split.parts)


def spot_of(part: Part, split: Split, view: View, lang: Language) -> Spot:
    """Tell a part under its name, once somebody walks to it."""
    return Spot(part.code, Later(_lines, part, split, view, lang))


def _lines(part: Part, split: Split, view: View, lang: Language) -> tuple[Line, ...]:
    name = namer(split.flow, split.dimension, lang)(part.code)
    lines = told(part, split, view.path_in(split, part.code), lang).split("\n")[1:]
    return (Span(name, Tone.PLAIN, bold=True),), *((Span(line),) for line in lines)
