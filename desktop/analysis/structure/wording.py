"""The words of growth and structure: what a window or a reason is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.structure.names import name_in
from desktop.analysis.structure_results import FlowStructure, Part, Split, Unsaid, Window
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow, Ownership, Series
from desktop.figures.target import Scope
from desktop.figures.target_names import FLOW_NAMES, scope_name
from desktop.figures.wording import BILLION, MILLION, N_, Language, in_millions, side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence

WINDOWS = {
    Window.TO_DATE: N_("cumulative"),
    Window.MONTH: N_("the month"),
    Window.ROLLING_12: N_("last 12 months"),
}
REASONS = {
    Unsaid.NO_FIGURE: N_("no figure"),
    Unsaid.NO_BASE: N_("no figure a year before"),
    Unsaid.ZERO_BASE: N_("nothing a year before"),
    Unsaid.NEGATIVE_BASE: N_("below zero a year before"),
    Unsaid.NO_QUANTITY: N_("no quantity"),
    Unsaid.NO_BASE_QUANTITY: N_("no quantity a year before"),
    Unsaid.ZERO_QUANTITY: N_("no quantity to take a price from"),
    Unsaid.UNIT_CHANGED: N_("the unit of the quantity has changed"),
    Unsaid.PARTS_EXCEED: N_("the parts exceed the total: their returns do not agree"),
}
SECTORS = {Ownership.DOMESTIC: N_("Domestic"), Ownership.FDI: N_("Foreign-invested")}
DIMENSIONS = {
    Dimension.ITEM: N_("Item"),
    Dimension.MARKET: N_("Market"),
}


_MORE, _LESS = (
    N_("The two sectors add up to {amount} m USD more than the total: it is rounded, or of "
       "another return."),
    N_("The two sectors add up to {amount} m USD less than the total: it is rounded, or of "
       "another return."),
)  # fmt: skip
_FAST = N_("Fast, from {least} m USD up: {names}")
_NEW_TOO = N_("New: {names}")
_NEW = N_("New, under {least} m USD a year before: {names}")
FEW = 4
"""So many codes are named; of more it is said how many."""


def series_told(series: Series | None, language: Language) -> str:
    """Name a series in words; the balance for None."""
    if series is None:
        return language._(FLOW_NAMES[Flow.BALANCE])
    scope = Scope(series.flow, series.item, series.market, series.province)
    name = scope_name(scope, language)
    whose = SECTORS.get(series.ownership)
    return f"{name} · {language._(whose)}" if whose else name


def counted_in_part(part: Part, by: Dimension, language: Language) -> list[str]:
    """Name those whose growth a part leaves out, of the rest takes in, and those without figures.

    Without it value, base and growth of such a part would contradict each other.
    """
    told = []
    for codes, words in (
        (part.alone, N_("in one period only: {names}")),
        (part.missing, N_("no figures of: {names}")),
    ):
        if codes:
            told.append(language._(words, names=_few(Flow.EXPORT, by, codes, language)))
    return told


def _few(
    flow: Flow, by: Dimension, codes: Sequence[str], language: Language, few: int = FEW
) -> str:
    names = [name_in(flow, by, code, language) for code in codes[:few]]
    return ", ".join(names + ([others_told(by, len(codes) - few, language)] if codes[few:] else []))


def others_told(by: Dimension, count: int, language: Language) -> str:
    """Count the items or the markets that are not named."""
    if by is Dimension.MARKET:
        return language.plural("{count} other market", "{count} other markets", count)
    return language.plural("{count} other item", "{count} other items", count)


def risers_told(
    split: Split, language: Language, few: int = FEW, *, brief: bool = False
) -> list[str]:
    """Name what grew fast, and what is new: a few, each with the base that it is measured by.

    `brief` tells the base of both once.
    """
    held = split.risers
    new = _NEW_TOO if brief and held.fast else _NEW
    places = sum(held.least < size for size in (10 * MILLION, MILLION, MILLION / 10))
    least = language.millions(held.least, places)  # of a small market's month less than a million
    return [
        language._(
            words, least=least, names=_few(split.flow, split.dimension, codes, language, few)
        )
        for codes, words in ((held.fast, _FAST), (held.new, new))
        if codes
    ]


def sectors_apart(flow: FlowStructure, language: Language) -> str:
    """Say by how much the two sectors miss the total beside them; empty where both are the same.

    A total that is printed in rounded numbers is not their sum, nor is one of another release.
    """
    total = flow.items.total.value
    held = [sector.part.value for sector in flow.sectors]
    known = [value for value in held if value is not None]
    if total is None or len(known) < len(held):
        return ""
    beside = sum(known) - total
    if abs(beside) < BILLION / 10 ** side_by_side((total, *known)):
        return ""
    words = _MORE if beside > 0 else _LESS
    return language._(words, amount=language.millions(abs(beside), in_millions((beside,))))


def why_no_growth(part: Part, language: Language) -> str:
    """Say why there is no growth, and what can be said instead: that of the common months."""
    if part.common_growth is not None:
        return language.plural(
            "{growth} in {count} month that both years have",
            "{growth} in {count} months that both years have",
            part.common_months,
            growth=language.percent(part.common_growth, sign=True),
        )
    return language._(REASONS[part.reason]) if part.reason else ""
