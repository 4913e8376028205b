"""What the page of markets asks, and what comes back: the view, the ranking, the chosen market."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from desktop.analysis.structure_results import Detail, Split, Window
from desktop.analysis.structure_view import View
from desktop.figures.groupings import Dimension
from desktop.figures.series import Flow
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.gui.session import Focus, Selection
    from desktop.workflow import Office

COUNTRIES, BLOCS, CONTINENTS, EMERGING = "COUNTRIES", "FTA", "CONTINENT", "EMERGING"
KINDS = {
    COUNTRIES: N_("Countries"),
    BLOCS: N_("FTA blocs"),
    CONTINENTS: N_("Continents"),
    EMERGING: N_("Emerging markets"),
}


@dataclass(frozen=True, slots=True)
class MarketsAsked:
    """What is to be shown."""

    kind: str
    window: Window
    flow: Flow


@dataclass(frozen=True, slots=True)
class MarketsAnswer:
    """The view; markets one by one and as they are ranked; the market looked at, by item.

    `countries` and `ranked` are of the focused item where there is one.
    """

    view: View
    countries: Split
    ranked: Split
    market: str
    detail: Detail | None


def question(
    asked: MarketsAsked, selection: Selection, focus: Focus
) -> Callable[[Office, Any], MarketsAnswer | None]:
    """Give the errand that fetches the answer."""

    def ask(office: Office, progress: Any) -> MarketsAnswer | None:
        schemes = () if asked.kind == COUNTRIES else (asked.kind,)
        view = office.view(
            selection.year, selection.through, selection.vintage,
            window=asked.window, groupings=schemes,
        )  # fmt: skip
        if view is None:
            return None
        progress(0, 0, "")
        countries, ranked = _splits(office, asked, view, focus.item)
        market = focus.market or next((p.code for p in countries.parts), "")
        detail = market and office.detail(
            asked.flow, market, view.overview.through, selection.vintage, window=asked.window
        )
        return MarketsAnswer(view, countries, ranked, market, detail or None)

    return ask


def _splits(office: Office, asked: MarketsAsked, view: View, item: str) -> tuple[Split, Split]:
    told = view.structure
    flow = told.exports if asked.flow is Flow.EXPORT else told.imports
    if item:
        countries, ranked = (
            office.detail(
                asked.flow, item, told.through, told.vintage,
                by=Dimension.MARKET, window=asked.window, grouping=grouping,
            )
            for grouping in ("", "" if asked.kind == COUNTRIES else asked.kind)
        )  # fmt: skip
        if countries and ranked:
            return countries.split, ranked.split
    if asked.kind == EMERGING and asked.flow is Flow.EXPORT and told.emerging:
        return flow.markets, told.emerging
    grouped = (g for g in told.groupings if g.flow is asked.flow and g.scheme == asked.kind)
    return flow.markets, next(grouped, flow.markets)
