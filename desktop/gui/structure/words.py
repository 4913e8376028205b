"""The words that the pages on structure share: growth, shares, paths, a part read out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, partial
from typing import TypeVar

from desktop.analysis.inside_results import Apart
from desktop.analysis.inside_wording import apart_told, less_months
from desktop.analysis.structure.names import name_in
from desktop.analysis.structure.wording import why_no_growth
from desktop.analysis.structure_results import Part, Split, Window
from desktop.analysis.structure_view import PartPath
from desktop.figures.groupings import Dimension
from desktop.figures.series import TRADE, Flow
from desktop.figures.target import SCHEME_MARK
from desktop.figures.target_names import FLOW_NAMES
from desktop.figures.wording import N_, Language, fitting
from desktop.gui.charts.firmness import firm_words
from desktop.gui.parts.cells import Cell
from desktop.gui.structure.lines import Head
from desktop.gui.tokens import Tone

NameOf = Callable[[str], str]
HeadOf = Callable[[str], Head]
_Said = TypeVar("_Said")
UNKNOWN = "–"
BOTH_NEEDED = N_(
    "No return held tells items by market: import a customs return by partner and item (5X, 5N)."
)
"""Why there is nothing within a market or an item."""
NOTED = "*"
"""Beside a number of which there is something to explain."""
NOTED_MEANS = N_("* The year to date is not the sum of its months: the line's tip says why.")
FLOWS = {flow: FLOW_NAMES[flow] for flow in TRADE}
SHORT_WINDOWS = {
    Window.TO_DATE: N_("Cumulative"),
    Window.MONTH: N_("Month"),
    Window.ROLLING_12: N_("12 months"),
}


class _ByCode(dict[str, _Said]):
    """What codes are called: those of a catalogue stay, an office may name its own groups anew."""

    def __init__(self, say: Callable[[str], _Said]) -> None:
        super().__init__()
        self._say = say

    def __missing__(self, code: str) -> _Said:
        """Look a code up."""
        said = self._say(code)
        if SCHEME_MARK not in code:
            self[code] = said
        return said


@cache
def namer(flow: Flow, dimension: Dimension, lang: Language) -> NameOf:
    """Give the road from a code to its short name."""
    return _ByCode(partial(name_in, flow, dimension, language=lang)).__getitem__


@cache
def header(flow: Flow, dimension: Dimension, lang: Language) -> HeadOf:
    """Give the road from a code to the head of its line."""
    name_of = namer(flow, dimension, lang)
    return _ByCode(lambda code: Head(code, name_of(code))).__getitem__


def growth_words(growth: float, lang: Language) -> str:
    """Say a growth in a sentence: up 28.2%, down 3.1%."""
    amount = lang.percent(abs(growth))
    return (
        lang._("up {amount}", amount=amount)
        if growth >= 0
        else lang._("down {amount}", amount=amount)
    )


def usd(
    amount: float | None, lang: Language, *, sign: bool = False, places: int | None = None
) -> str:
    """Write billions; a dash for none.

    With as many digits as the amount has weight, or so many decimals as its column has.
    """
    if amount is None:
        return UNKNOWN
    return lang.billions(amount, fitting(amount) if places is None else places, sign=sign)


def growth_short(part: Part, lang: Language) -> str:
    """Write a growth for a column."""
    return UNKNOWN if part.growth is None else lang.percent(part.growth, sign=True)


def points_short(part: Part, lang: Language) -> str:
    """Write a contribution in percentage points for a column."""
    if part.points is not None:
        return lang.number(part.points, 1, sign=True)
    return UNKNOWN if part.contribution is None else lang.points(part.contribution)


def tone_of(amount: float | None) -> Tone:
    """Give the tone of a change; it carries a sign as well."""
    if amount is None or not round(amount, 3):
        return Tone.MUTED
    return Tone.GOOD if amount > 0 else Tone.BAD


def told(part: Part, split: Split, path: PartPath | None, lang: Language) -> str:
    """Tell all that is known of a part, line by line: tip, and what is read out."""
    name = name_in(split.flow, split.dimension, part.code, lang)
    say = lang._
    amount = say("{amount} bn USD", amount=usd(part.value, lang))
    lines = [name, amount if part.value is not None else say("no figure")]
    released = max((s.reported_on for s in part.sources), default="")
    if firm := firm_words(part.status, released, lang):
        lines.append(firm)
    if part.growth is not None:
        lines.append(say("{change} on a year before", change=growth_words(part.growth, lang)))
    elif why := why_no_growth(part, lang):
        lines.append(why)
    if part.share is not None:
        lines.append(say("{share} of the total", share=lang.percent(part.share)))
    if part.contribution is not None:
        lines.append(say("{points} points of growth", points=lang.points(part.contribution, 2)))
    if path is not None and part.value is not None:
        lines.append(path_words(part.value, path, lang))
    if part.missing:
        lines.append(say("no figures of {count} members", count=len(part.missing)))
    if apart := split.apart.get(part.code):
        lines.append(apart_told(apart, lang))
    return "\n".join(lines)


def apart_cells(every: Sequence[Apart | None], lang: Language) -> list[tuple[Cell, ...]]:
    """Write by how much years to date are not the sums of their months, and why: a cell a row.

    Where all are, there is no such column.
    """
    if not any(every):
        return [()] * len(every)
    written = zip(less_months(every, lang), every, strict=True)
    return [(Cell(text, tip=apart_told(one, lang) if one else ""),) for text, one in written]


def path_words(value: float, path: PartPath, lang: Language) -> str:
    """Say where a part stands against its path, and whose path that is."""
    share = lang.percent(value / path.path) if path.path else UNKNOWN
    if path.target is not None:
        return lang._("{share} of the path of its own target", share=share)
    return lang._("{share} of its share of the total's path", share=share)
