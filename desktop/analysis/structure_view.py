"""The structure of trade beside the overview it belongs to, and the paths of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.figures.series import Flow

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from desktop.analysis.results import Overview
    from desktop.analysis.structure_results import Bridge, Structure
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.figure import Status
    from desktop.figures.month import Month
    from desktop.figures.target import Target


@dataclass(frozen=True, slots=True)
class PartPath:
    """Where a part's figure to date should be (US dollars).

    By the target set for it, or, without one, by the total's path in the part's share of last
    year: `target` is None then.
    """

    flow: Flow
    code: str
    path: float
    target: Target | None


@dataclass(frozen=True, slots=True)
class PartPaths:
    """The paths of parts by flow and code, each with the target of the part itself, if any."""

    held: Mapping[tuple[Flow, str], tuple[float, Target | None]]

    def __bool__(self) -> bool:
        """Say whether any part has a path."""
        return bool(self.held)

    def __iter__(self) -> Iterator[PartPath]:
        """Give one after another."""
        return (PartPath(*key, *told) for key, told in self.held.items())

    def of(self, flow: Flow, code: str) -> PartPath | None:
        """The path of a code of a flow, if it has one."""
        told = self.held.get((flow, code))
        return PartPath(flow, code, *told) if told else None


@dataclass(frozen=True, slots=True)
class View:
    """The structure of trade beside the overview that it belongs to, with the paths of its parts.

    `paths` are of the year to date; there are none for other windows.
    """

    overview: Overview
    structure: Structure
    paths: PartPaths

    def path(self, flow: Flow, code: str) -> PartPath | None:
        """The path of a code of a flow, if it has one."""
        return self.paths.of(flow, code)


@dataclass(frozen=True, slots=True)
class BalanceMonth:
    """One month of exports, imports and the balance (US dollars; None is not known).

    `status` is the least firm of both flows, `reported_on` the newer release of the two (ISO, or
    empty); `cumulative` and `path` run from January.
    """

    month: Month
    exports: float | None
    imports: float | None
    balance: float | None
    status: Status | None
    last_year: float | None
    cumulative: float | None
    cumulative_last_year: float | None
    path: float | None
    reported_on: str = ""


@dataclass(frozen=True, slots=True)
class BalanceCourse:
    """The balance through a year, of all trade or within one market or item; and its target."""

    months: tuple[BalanceMonth, ...]
    target: TargetProgress | None


@dataclass(frozen=True, slots=True)
class BalanceView:
    """The balance by month, and what led from last year's to this one's.

    `market` or `item` is what it is narrowed to; both are empty for all trade.
    """

    view: View
    course: BalanceCourse
    bridge: Bridge
    market: str
    item: str
