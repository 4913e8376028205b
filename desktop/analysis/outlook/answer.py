"""The whole outlook of a year, from the same figures that its overview was made of."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from desktop.analysis.growth import growth
from desktop.analysis.lines import laid_out
from desktop.analysis.outlook import bands, moved
from desktop.analysis.outlook.assumed import assumed
from desktop.analysis.outlook.chances import chances
from desktop.analysis.outlook.ground import ground_of
from desktop.analysis.outlook.levers import levers
from desktop.analysis.outlook.narrowed import ahead
from desktop.analysis.outlook.parted import told
from desktop.analysis.outlook.paths import correlation
from desktop.analysis.outlook.recorded import record
from desktop.analysis.outlook.required import needed
from desktop.analysis.outlook.results import BalanceOutlook, FlowOutlook, Needed, Outlook
from desktop.analysis.outlook.together import joint
from desktop.analysis.targets import in_force
from desktop.figures.series import TRADE, Flow

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from desktop.analysis.outlook.ground import Ground, Landed
    from desktop.analysis.outlook.narrowed import PartAhead
    from desktop.analysis.outlook.scenario_results import Assumed
    from desktop.analysis.results import Overview
    from desktop.analysis.rows import Columns
    from desktop.figures.scenario import Scenario

NOTHING: Mapping[Flow, pd.DataFrame] = MappingProxyType({})


def outlook(
    figures: pd.DataFrame | Columns,
    overview: Overview,
    detail: Mapping[Flow, pd.DataFrame] = NOTHING,
) -> Outlook | None:
    """Say where the year of an overview ends, and how likely its targets are met.

    Args:
        figures: What the overview was made of: rows with `FIGURE_COLUMNS`, every release of them.
        overview: The year, the last month that counts, the vintage, and how the targets stand.
        detail: By flow, what is held of items within markets; without it they are not forecast.

    Returns:
        The outlook; None where no figure of trade is held at all.
    """
    book = laid_out(figures, first_release=overview.vintage.first_release)
    if book is None:
        return None
    return told_of(ground_of(figures, book, overview, detail), overview)


def with_scenarios(
    figures: pd.DataFrame | Columns,
    overview: Overview,
    detail: Mapping[Flow, pd.DataFrame],
    scenarios: Sequence[Scenario],
) -> tuple[Outlook, tuple[Assumed, ...]] | None:
    """Say it with what each scenario would change, on the same paths; as `outlook`."""
    book = laid_out(figures, first_release=overview.vintage.first_release)
    if book is None:
        return None
    ground = ground_of(figures, book, overview, detail)
    found = told_of(ground, overview)
    return found, tuple(assumed(ground, found, overview, one) for one in scenarios)


def within(
    figures: pd.DataFrame | Columns, overview: Overview, detail: Mapping[Flow, pd.DataFrame], *,
    item: str = "", market: str = "",
) -> PartAhead | None:  # fmt: skip
    """Say where the year of a market, an item, a group or of both ends; as `outlook`."""
    book = laid_out(figures, first_release=overview.vintage.first_release)
    if book is None:
        return None
    return ahead(ground_of(figures, book, overview, detail), item=item, market=market)


def told_of(ground: Ground, overview: Overview) -> Outlook:
    """Say all that a ground tells."""
    found = chances(overview.targets, ground)
    headline = _asked(Flow.EXPORT, overview)
    return Outlook(
        year=overview.year,
        through=overview.through,
        vintage=overview.vintage,
        exports=_flow_told(Flow.EXPORT, ground, overview),
        imports=_flow_told(Flow.IMPORT, ground, overview),
        balance=_balance(ground),
        chances=found.chances,
        joint=joint(found.chances, found.met),
        parts=tuple(told(p) for p in ground.parts),
        needed=_needed(ground.flows[Flow.EXPORT], headline),
        levers=levers(ground, headline),
        met=found.met,
    )


def _needed(exports: Landed, asked: float | None) -> tuple[Needed, ...]:
    if asked is None or exports.history is None or not exports.landing.quantiles:
        return ()
    return needed(exports.landing, exports.history, asked)


def _asked(flow: Flow, overview: Overview) -> float | None:
    """Give what the target of a flow's total asks of the year."""
    target = in_force([p.target for p in overview.targets], flow=flow, year=overview.year)
    return next((p.low for p in overview.targets if p.target is target), None)


def _flow_told(flow: Flow, ground: Ground, overview: Overview) -> FlowOutlook:
    found, paths, through = ground.flows[flow], ground.paths, ground.through
    landing, history = found.landing, found.history
    band = bands.of_landing(landing)
    return FlowOutlook(
        flow=flow,
        landing=landing,
        known=landing.known,
        base=landing.base,
        band=band,
        growth=growth(landing.median, landing.base),
        status=found.status,
        fan=bands.fan(paths[flow], through) if flow in paths else (),
        seen=moved.seen(found.then, _asked(flow, overview)),
        move=moved.move(found.then, history) if history and band else None,
        record=record(history, overview.year, through.number) if history and band else None,
    )


def _balance(ground: Ground) -> BalanceOutlook | None:
    if len(ground.paths) < len(TRADE):
        return None
    sold, bought = (ground.paths[flow] for flow in TRADE)
    exports, imports = (ground.flows[flow].landing for flow in TRADE)
    known_base = exports.base is not None and imports.base is not None
    return BalanceOutlook(
        known=sold.known - bought.known,
        base=(exports.base or 0.0) - (imports.base or 0.0) if known_base else None,
        band=bands.of_paths(sold.year - bought.year),
        correlation=correlation(exports, imports),
    )
