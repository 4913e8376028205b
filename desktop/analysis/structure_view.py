"""The structure of trade beside the overview it belongs to, and the paths of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.analysis.on_sight import OnSight
from desktop.figures.series import Flow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from desktop.analysis.results import Overview
    from desktop.analysis.structure_results import Bridge, Split, Structure
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.figure import Status
    from desktop.figures.month import Month
    from desktop.figures.target import Target

    Paths = tuple[list[float | None], Mapping[int, Target]]
    """Where parts should be, in their order, and the targets of their own that some have."""
    PathsOf = Callable[[Split, Sequence[str], Sequence[float | None]], Paths]
    """Of codes of a split, and the bases of these: their paths."""


class PartPath(NamedTuple):
    """Where a part's figure to date should be (US dollars).

    By the target set for it, or, without one, by the total's path in the part's share of last
    year: `target` is None then.
    """

    flow: Flow
    code: str
    path: float
    target: Target | None


class PartPaths:
    """The paths of parts by flow and code, each with the target of the part itself, if any.

    None is worked out before it is asked for: a page shows those of one split.
    """

    def __init__(self, splits: Sequence[Split], paths: PathsOf) -> None:
        """Take the splits that the parts are of; of several that have a code the last counts."""
        self._splits, self._paths = splits, paths

    def __iter__(self) -> Iterator[PartPath]:
        """Give one after another."""
        rows = dict.fromkeys(
            (split.flow, code) for split in self._splits for code, _ in split.bases
        )
        return (path for key in rows if (path := self.of(*key)))

    def of(self, flow: Flow, code: str) -> PartPath | None:
        """The path of a code of a flow, if it has one."""
        for split in reversed(self._splits):
            if split.flow is flow and code in split.base_of:
                (path,), own = self._paths(split, (code,), (split.base_of[code],))
                if path is not None:
                    return PartPath(flow, code, path, own.get(0))
        return None

    def within(self, split: Split) -> PathsWithin:
        """The paths of all parts of a split of all trade: as `of` gives each, sooner.

        A part has the same path in every split that has it.
        """
        codes, flow = split.column("code"), split.flow
        amounts, own = self._paths(split, codes, split.column("base"))

        def row(place: int) -> PartPath | None:
            path = amounts[place]
            return None if path is None else PartPath(flow, codes[place], path, own.get(place))

        return PathsWithin(amounts, OnSight(len(codes), row))


class PathsWithin(NamedTuple):
    """The paths of the parts of a split, in its order: amounts of all, each put together on sight.

    Those without one have None in both.
    """

    amounts: Sequence[float | None]
    paths: Sequence[PartPath | None]


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

    def path_in(self, split: Split, code: str) -> PartPath | None:
        """The path of a part of a split; none within another part: paths are of parts of all."""
        return None if split.of else self.path(split.flow, code)

    def paths_in(self, split: Split) -> PathsWithin:
        """The paths of all parts of a split, in its order, as `path_in` gives each."""
        if not split.of:
            return self.paths.within(split)
        nothing = (None,) * len(split.parts)
        return PathsWithin(nothing, nothing)


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
