"""What an outlook is told from: each flow's months and landing, the joint paths, the parts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop.analysis.landing import History, Landing
from desktop.analysis.landing.results import Reason, Why
from desktop.analysis.lines import laid_out
from desktop.analysis.outlook import moved
from desktop.analysis.outlook.histories import history_of, usual_spread
from desktop.analysis.outlook.inside import Inside, inside
from desktop.analysis.outlook.parted import PartPaths, part_paths
from desktop.analysis.outlook.paths import Paths, joint_paths, single_paths
from desktop.analysis.revisions import triangle
from desktop.figures.groupings import Dimension
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import TRADE, Flow, Series

if TYPE_CHECKING:
    import pandas as pd

    from desktop.analysis.lines import Book
    from desktop.analysis.results import Overview
    from desktop.analysis.rows import Columns
    from desktop.figures.figure import Status


@dataclass(frozen=True, slots=True, eq=False)
class Landed:
    """One flow: what is known, how the year looked after each month, where it ends."""

    history: History | None
    status: Status | None
    then: list[moved.Then]
    landing: Landing


@dataclass(frozen=True, slots=True, eq=False)
class Ground:
    """The last month, each flow, the paths of those that have a law, their parts.

    `inside` has the items within markets of the flows whose detail was given. `assumed` are the
    flows that something was assumed of: their paths are no longer those of their landings.
    """

    through: Month
    flows: Mapping[Flow, Landed]
    paths: Mapping[Flow, Paths]
    parts: Sequence[PartPaths]
    inside: Mapping[Flow, Inside] = field(default_factory=dict)
    assumed: frozenset[Flow] = frozenset()

    @property
    def december(self) -> Month:
        """The last month of the year."""
        return Month(self.through.year, MONTHS_PER_YEAR)

    def parts_of(self, flow: Flow, dimension: Dimension) -> PartPaths | None:
        """Give the parts of a flow by item or by market."""
        return next((p for p in self.parts if (p.flow, p.dimension) == (flow, dimension)), None)

    def law(self, flow: Flow) -> Landing | None:
        """Give the landing whose law holds of a flow; None without one."""
        return self.flows[flow].landing if flow in self.paths and flow not in self.assumed else None


def ground_of(
    figures: pd.DataFrame | Columns,
    book: Book,
    overview: Overview,
    detail: Mapping[Flow, pd.DataFrame],
) -> Ground:
    """Land both flows, draw their paths, and share these out among the parts.

    `detail` holds, by flow, rows about items within markets of the last few years.
    """
    flows = {flow: _landed(figures, book, flow, overview) for flow in TRADE}
    paths = _paths(flows)
    ground = Ground(overview.through, flows, paths, _parts(book, flows, paths))
    first = overview.vintage.first_release
    found = {}
    for flow in paths:
        laid = laid_out(detail[flow], first_release=first) if flow in detail else None
        history = flows[flow].history
        if laid is not None and history is not None:
            both = [ground.parts_of(flow, dimension) for dimension in Dimension]
            within = inside(laid, flow, history, paths[flow], both)
            if within is not None:
                found[flow] = within
    return Ground(ground.through, flows, paths, ground.parts, found)


def _landed(figures: pd.DataFrame | Columns, book: Book, flow: Flow, overview: Overview) -> Landed:
    series, through = Series(flow), overview.through
    ours = moved.of_series(figures, series)
    released = triangle(ours, series)
    revision = usual_spread(released, book, series, through)
    history = history_of(book, series, through, revision)
    if history is None:
        reason = Reason(Why.NOTHING_YET)
        nothing = Landing(through.year, through, 0.0, None, None, (), (reason,))
        return Landed(None, None, [], nothing)
    first = overview.vintage.first_release
    then = moved.as_then(ours, released, history, first_release=first)
    last = book.line(series, through.year).months[through.number - 1]
    return Landed(history, last and last.status, then, then[-1].landing)


def _paths(flows: Mapping[Flow, Landed]) -> dict[Flow, Paths]:
    landed = {flow: f.landing for flow, f in flows.items() if f.landing.quantiles}
    if len(landed) == len(TRADE):
        both = joint_paths(*(landed[flow] for flow in TRADE))
        return dict(zip(TRADE, both, strict=True))
    return {flow: single_paths(landing) for flow, landing in landed.items()}


def _parts(
    book: Book, flows: Mapping[Flow, Landed], paths: Mapping[Flow, Paths]
) -> tuple[PartPaths, ...]:
    found = (
        part_paths(book, flow, dimension, history, paths[flow])
        for flow in paths
        for dimension in Dimension
        if (history := flows[flow].history) is not None
    )
    return tuple(parts for parts in found if parts)
