"""What the page of sectors asks, and what comes back: the view, the items, the chosen one."""

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

ITEMS = "ITEMS"
"""No scheme: item by item."""


@dataclass(frozen=True, slots=True)
class SectorsAsked:
    """What is to be shown."""

    scheme: str
    window: Window
    flow: Flow


@dataclass(frozen=True, slots=True)
class SectorsAnswer:
    """The view; items one by one and as they are ranked; the item looked at, by market.

    `items` and `ranked` are of the focused market where there is one.
    """

    view: View
    items: Split
    ranked: Split
    item: str
    detail: Detail | None


def question(
    asked: SectorsAsked, selection: Selection, focus: Focus
) -> Callable[[Office, Any], SectorsAnswer | None]:
    """Give the errand that fetches the answer."""

    def ask(office: Office, progress: Any) -> SectorsAnswer | None:
        schemes = () if asked.scheme == ITEMS else (asked.scheme,)
        view = office.view(
            selection.year, selection.through, selection.vintage,
            window=asked.window, groupings=schemes,
        )  # fmt: skip
        if view is None:
            return None
        progress(0, 0, "")
        items, ranked = _splits(office, asked, view, focus.market)
        item = focus.item or next((p.code for p in items.parts), "")
        detail = item and office.detail(
            asked.flow, item, view.overview.through, selection.vintage,
            by=Dimension.MARKET, window=asked.window,
        )  # fmt: skip
        return SectorsAnswer(view, items, ranked, item, detail or None)

    return ask


def _splits(office: Office, asked: SectorsAsked, view: View, market: str) -> tuple[Split, Split]:
    told = view.structure
    flow = told.exports if asked.flow is Flow.EXPORT else told.imports
    if market:
        items, ranked = (
            office.detail(
                asked.flow, market, told.through, told.vintage,
                window=asked.window, grouping=grouping,
            )
            for grouping in ("", "" if asked.scheme == ITEMS else asked.scheme)
        )  # fmt: skip
        if items and ranked:
            return items.split, ranked.split
    grouped = (g for g in told.groupings if g.flow is asked.flow and g.scheme == asked.scheme)
    return flow.items, next(grouped, flow.items)
