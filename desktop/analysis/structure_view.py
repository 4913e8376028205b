"""The structure of trade beside the overview it belongs to, and the paths of its parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from desktop.figures.series import Flow

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from desktop.analysis.results import Overview
    from desktop.analysis.structure_results import Bridge, Split, Structure
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.figure import Status
    from desktop.figures.month import Month
    from desktop.figures.target import Target

    Path = Callable[[Split], Callable[[str, float | None], tuple[float, Target | None] | None]]
    """Of a split: from a code of it and that one's base to its path, and its own target."""


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

    def __init__(self, splits: Sequence[Split], path: Path) -> None:
        """Take the splits that the parts are of; of several that have a code the last counts."""
        self._splits, self._path = splits, path

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
                told = self._path(split)(code, split.base_of[code])
                if told:
                    return PartPath(flow, code, *told)
        return None

    def within(self, split: Split) -> list[PartPath | None]:
        """The paths of all parts of one of the splits, in its order: as `of` gives each, sooner.

        A part has the same path in every split that has it.
        """
        if not any(split is one for one in self._splits):
            return [self.of(split.flow, code) for code in split.column("code")]
        path, flow = self._path(split), split.flow
        every = ((code, path(code, base)) for code, base in split.bases)
        return [PartPath(flow, code, *told) if told else None for code, told in every]


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

    def paths_in(self, split: Split) -> list[PartPath | None]:
        """The paths of all parts of a split, in its order, as `path_in` gives each."""
        return [None] * len(split.parts) if split.of else self.paths.within(split)


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
