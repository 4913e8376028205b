"""What a page that ranks items or markets asks, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.analysis.structure_results import Detail, Split, Window
from desktop.analysis.structure_view import View
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.gui.session import Focus, Selection
    from desktop.workflow import Office

EMERGING = "EMERGING"
"""The scheme whose markets are shown one by one behind what they make together."""


@dataclass(frozen=True, slots=True)
class RankedAsked:
    """What is to be ranked: a flow by a dimension, by the groups of a scheme if one is named."""

    dimension: Dimension
    scheme: str
    window: Window
    flow: Flow


@dataclass(frozen=True, slots=True)
class RankedAnswer:
    """The view; parts one by one and as they are ranked; the part looked at, split the other way.

    `singles` and `ranked` are within the item, or the market, that the pages are narrowed to.
    """

    view: View
    singles: Split
    ranked: Split
    code: str
    detail: Detail | None


def question(
    asked: RankedAsked, selection: Selection, focus: Focus
) -> Callable[[Office, Any], RankedAnswer | None]:
    """Give the errand that fetches the answer."""
    by_market = asked.dimension is Dimension.MARKET
    own, within = (focus.market, focus.item) if by_market else (focus.item, focus.market)
    other = Dimension.ITEM if by_market else Dimension.MARKET

    def ask(office: Office, progress: Any) -> RankedAnswer | None:
        view = office.view(
            selection.year, selection.through, selection.vintage,
            window=asked.window, groupings=(asked.scheme,) if asked.scheme else (),
        )  # fmt: skip
        if view is None:
            return None
        progress(0, 0, "")
        singles, ranked = _splits(office, asked, view, within)
        code = own or next((p.code for p in singles.parts), "")
        detail = None
        if code:
            detail = office.detail(
                asked.flow, code, view.overview.through, selection.vintage,
                by=other, window=asked.window,
            )  # fmt: skip
        return RankedAnswer(view, singles, ranked, code, detail)

    return ask


def _splits(office: Office, asked: RankedAsked, view: View, within: str) -> tuple[Split, Split]:
    """Give the parts one by one, and as they are ranked."""
    told = view.structure
    flow = told.exports if asked.flow is Flow.EXPORT else told.imports
    if within:
        singles, ranked = (
            office.detail(
                asked.flow, within, told.through, told.vintage,
                by=asked.dimension, window=asked.window, grouping=grouping,
            )
            for grouping in ("", asked.scheme)
        )  # fmt: skip
        if singles and ranked:
            return singles.split, ranked.split
    whole = flow.markets if asked.dimension is Dimension.MARKET else flow.items
    if asked.scheme == EMERGING and asked.flow is Flow.EXPORT and told.emerging:
        return whole, told.emerging
    grouped = (g for g in told.groupings if g.flow is asked.flow and g.scheme == asked.scheme)
    return whole, next(grouped, whole)
