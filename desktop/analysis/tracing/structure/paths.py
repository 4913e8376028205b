"""Where a part should be by now: the total's path in the part's share of last year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.structure_results import Window
from desktop.analysis.tracing import compared
from desktop.analysis.tracing.structure.figures import base_share, value
from desktop.analysis.tracing.structure.spots import SpotKind
from desktop.analysis.tracing.trace import Kind, Trace, TraceUnit, said
from desktop.figures.groupings import Dimension
from desktop.figures.series import TOTAL, WORLD
from desktop.figures.target import Scope
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.analysis.target_results import TargetProgress
    from desktop.analysis.tracing.structure.spots import Desk, Spot

PATH, SHARE_OF_PATH = "path", "share_of_path"


def has_path(spot: Spot) -> bool:
    """Say whether a spot is such that a path is shown of it: a part of all, the year to date."""
    part = spot.kind in {SpotKind.ONE, SpotKind.GROUP}
    return part and spot.window is Window.TO_DATE and not spot.of


def own_target(spot: Spot, targets: Iterable[TargetProgress], year: int) -> TargetProgress | None:
    """Give the target in force of a part itself, whose path is the part's then."""
    by_item = spot.dimension is Dimension.ITEM
    codes = (spot.code, WORLD) if by_item else (TOTAL, spot.code)
    scope = Scope(spot.flow, *codes)
    return next(
        (
            p for p in targets
            if p.scope == scope and p.target.is_of_year(year) and p.path is not None
        ),
        None,
    )  # fmt: skip


def share_of_path(desk: Desk, spot: Spot, path: Trace) -> Trace:
    """Give how much of its path a part has come."""
    what = said(N_("Share of its path that {subject} has come by {month}"),
                subject=spot.subject().named, month=desk.through)  # fmt: skip
    return compared.over(what, value(desk, spot), path, said(N_("the figure over the path")))


def spread_path(desk: Desk, spot: Spot, total: Trace) -> Trace:
    """Give the total's path times the part's share of the total a year before."""
    share = base_share(desk, spot)
    what = said(N_("Path of {subject} to {month}"), subject=spot.subject().named,
                month=desk.through)  # fmt: skip
    known = total.value is not None and share.value is not None
    found = total.value * share.value if known and total.value and share.value else None
    formula = said(N_("the total's path, in the share of the total a year before"))
    return Trace(what, found, TraceUnit.USD, Kind.TIMES, formula, (total, share))
