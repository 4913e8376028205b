"""What a page that ranks items or markets asks, and what comes back."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from desktop.analysis.structure.bridge import partner_of
from desktop.analysis.structure_results import Detail, Partner, Split, Window
from desktop.analysis.structure_view import View
from desktop.figures.groupings import Dimension, Group, group_named
from desktop.figures.month import Month
from desktop.figures.series import TRADE, Flow

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.gui.session import Focus
    from desktop.workflow import Office, YearAsked

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
    `group` is set where a group is looked at: `partner` is then the trade with it as a whole.
    """

    view: View
    singles: Split
    ranked: Split
    code: str
    detail: Detail | None
    group: Group | None = None
    partner: Partner | None = None


def months_asked(selection: YearAsked, focus: Focus, window: Window) -> tuple[YearAsked, Window]:
    """Give the months that a page looks at: one that is focused on stands alone."""
    if focus.month:
        return replace(selection, year=focus.month.year, through=focus.month), Window.MONTH
    return selection, window


def question(
    asked: RankedAsked, selection: YearAsked, focus: Focus
) -> Callable[[Office, Any], RankedAnswer | None]:
    """Give the errand that fetches the answer."""
    by_market = asked.dimension is Dimension.MARKET
    own, within = (focus.market, focus.item) if by_market else (focus.item, focus.market)
    other = Dimension.ITEM if by_market else Dimension.MARKET
    months, window = months_asked(selection, focus, asked.window)
    asked = replace(asked, window=window)
    group = group_named(own)
    schemes = {code for code in (asked.scheme, group.scheme if group else "") if code}

    def ask(office: Office, progress: Any) -> RankedAnswer | None:
        view = office.view(months, window=window, groupings=tuple(sorted(schemes)))
        if view is None:
            return None
        progress(0, 0, "")
        singles, ranked = _splits(office, asked, view, within)
        if group and not asked.scheme:
            grouped = _split(office, asked, view, within, group.scheme)
            ranked = among(singles, grouped, group, view.overview.through)
        code = own or next(iter(singles.column("code")), "")
        detail = None
        if code:
            detail = office.detail(
                asked.flow, code, view.overview.through, selection.vintage,
                by=other, window=window,
            )  # fmt: skip
        partner = _partner(view, code) if by_market else None
        return RankedAnswer(view, singles, ranked, code, detail, group, partner)

    return ask


def among(singles: Split, grouped: Split, group: Group, on: Month) -> Split:
    """Keep a group and its members one by one behind it."""
    members, whole = group.members(on), grouped.part(group.code)
    of_group = [p for p in singles.parts if p.code in members]
    held = [p._replace(within=group.code, points=None) for p in of_group]
    parts = (*([whole._replace(within="")] if whole else []), *held)
    return replace(
        singles, parts=parts, scheme=group.scheme, rest=singles.rest._replace(value=None)
    )


def _partner(view: View, code: str) -> Partner | None:
    """The balance with a market, or with all of a group."""
    told = view.structure
    if group_named(code) is None:
        return told.bridge.partner(code)
    sold, bought = (
        next((p for s in told.groupings if s.flow is flow and (p := s.part(code))), None)
        for flow in TRADE
    )
    return partner_of(code, sold, bought) if sold and bought else None


def _splits(office: Office, asked: RankedAsked, view: View, within: str) -> tuple[Split, Split]:
    """Give the parts one by one, and as they are ranked."""
    singles = _split(office, asked, view, within, "")
    return singles, _split(office, asked, view, within, asked.scheme) if asked.scheme else singles


def _split(office: Office, asked: RankedAsked, view: View, within: str, scheme: str) -> Split:
    """Give the parts by a scheme, or one by one without: of the whole, or within a code."""
    told = view.structure
    if within:
        found = office.detail(
            asked.flow, within, told.through, told.vintage,
            by=asked.dimension, window=asked.window, grouping=scheme,
        )  # fmt: skip
        if found:
            return found.split
    flow = told.exports if asked.flow is Flow.EXPORT else told.imports
    whole = flow.markets if asked.dimension is Dimension.MARKET else flow.items
    if scheme == EMERGING and asked.flow is Flow.EXPORT and told.emerging:
        return told.emerging
    grouped = (g for g in told.groupings if g.flow is asked.flow and g.scheme == scheme)
    return next(grouped, whole) if scheme else whole
