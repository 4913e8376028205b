"""The whole outlook of a year, from the same figures that its overview was made of."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.growth import growth
from desktop.analysis.landing import History, Landing
from desktop.analysis.landing.results import Reason, Why
from desktop.analysis.lines import laid_out
from desktop.analysis.outlook import bands, moved
from desktop.analysis.outlook.chances import Ground, chances
from desktop.analysis.outlook.histories import history_of, usual_spread
from desktop.analysis.outlook.parted import PartPaths, part_paths, told
from desktop.analysis.outlook.paths import Paths, correlation, joint_paths, single_paths
from desktop.analysis.outlook.recorded import record
from desktop.analysis.outlook.required import needed
from desktop.analysis.outlook.results import BalanceOutlook, FlowOutlook, Needed, Outlook
from desktop.analysis.targets import in_force
from desktop.figures.groupings import Dimension
from desktop.figures.series import TRADE, Flow, Series

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd

    from desktop.analysis.lines import Book
    from desktop.analysis.results import Overview
    from desktop.figures.figure import Status


@dataclass(frozen=True, slots=True, eq=False)
class _Flow:
    """One flow on the way: what is known, how the year looked after each month."""

    history: History | None
    status: Status | None
    then: list[moved.Then]
    landing: Landing


def outlook(figures: pd.DataFrame, overview: Overview) -> Outlook | None:
    """Say where the year of an overview ends, and how likely its targets are met.

    Args:
        figures: What the overview was made of: rows with `FIGURE_COLUMNS`, every release of them.
        overview: The year, the last month that counts, the vintage, and how the targets stand.

    Returns:
        The outlook; None where no figure of trade is held at all.
    """
    book = laid_out(figures, first_release=overview.vintage.first_release)
    if book is None:
        return None
    flows = {flow: _landed(figures, book, flow, overview) for flow in TRADE}
    paths = _paths(flows)
    parts = [p for p in _parts(book, flows, paths) if p]
    ground = Ground(
        overview.through,
        {flow: f.landing for flow, f in flows.items() if flow in paths}, paths, parts,
    )  # fmt: skip
    found, joint = chances(overview.targets, ground)
    return Outlook(
        year=overview.year,
        through=overview.through,
        vintage=overview.vintage,
        exports=_flow_told(Flow.EXPORT, flows[Flow.EXPORT], paths, overview),
        imports=_flow_told(Flow.IMPORT, flows[Flow.IMPORT], paths, overview),
        balance=_balance(flows, paths),
        chances=found,
        joint=joint,
        parts=tuple(told(p) for p in parts),
        needed=_needed(flows[Flow.EXPORT], overview),
    )


def _needed(exports: _Flow, overview: Overview) -> tuple[Needed, ...]:
    asked = _asked(Flow.EXPORT, overview)
    if asked is None or exports.history is None or not exports.landing.quantiles:
        return ()
    return needed(exports.landing, exports.history, asked)


def _asked(flow: Flow, overview: Overview) -> float | None:
    """Give what the target of a flow's total asks of the year."""
    target = in_force([p.target for p in overview.targets], flow=flow, year=overview.year)
    return next((p.low for p in overview.targets if p.target is target), None)


def _landed(figures: pd.DataFrame, book: Book, flow: Flow, overview: Overview) -> _Flow:
    series, through = Series(flow), overview.through
    ours = moved.of_series(figures, series)
    revision = usual_spread(ours, book, series, through)
    history = history_of(book, series, through, revision)
    if history is None:
        reason = Reason(Why.NOTHING_YET)
        return _Flow(None, None, [], Landing(through.year, through, 0.0, None, None, (), (reason,)))
    first = overview.vintage.first_release
    then = moved.as_then(ours, series, history, first_release=first)
    last = book.line(series, through.year).months[through.number - 1]
    return _Flow(history, last and last.status, then, then[-1].landing)


def _paths(flows: Mapping[Flow, _Flow]) -> dict[Flow, Paths]:
    landed = {flow: f.landing for flow, f in flows.items() if f.landing.quantiles}
    if len(landed) == len(TRADE):
        both = joint_paths(*(landed[flow] for flow in TRADE))
        return dict(zip(TRADE, both, strict=True))
    return {flow: single_paths(landing) for flow, landing in landed.items()}


def _parts(
    book: Book, flows: Mapping[Flow, _Flow], paths: Mapping[Flow, Paths]
) -> list[PartPaths | None]:
    return [
        part_paths(book, flow, dimension, history, paths[flow])
        for flow in paths
        for dimension in Dimension
        if (history := flows[flow].history) is not None
    ]


def _flow_told(
    flow: Flow, found: _Flow, paths: Mapping[Flow, Paths], overview: Overview
) -> FlowOutlook:
    landing, history = found.landing, found.history
    band, through = bands.of_landing(landing), overview.through
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


def _balance(flows: Mapping[Flow, _Flow], paths: Mapping[Flow, Paths]) -> BalanceOutlook | None:
    if len(paths) < len(TRADE):
        return None
    sold, bought = (paths[flow] for flow in TRADE)
    exports, imports = (flows[flow].landing for flow in TRADE)
    known_base = exports.base is not None and imports.base is not None
    return BalanceOutlook(
        known=sold.known - bought.known,
        base=(exports.base or 0.0) - (imports.base or 0.0) if known_base else None,
        band=bands.of_paths(sold.year - bought.year),
        correlation=correlation(exports, imports),
    )
