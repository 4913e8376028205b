"""How every target stands whose period touches a year."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING

import pandas as pd

from desktop.analysis.targets.case import Case
from desktop.analysis.targets.force import versions
from desktop.analysis.targets.scopes import every_series
from desktop.analysis.targets.shelf import shelf
from desktop.analysis.targets.shelves import Shelves, base_day
from desktop.analysis.targets.standing import target_progress
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.phasing import PathChoice, PathWish, Phasing, chosen
from desktop.figures.series import NATIONAL, TOTAL, TRADE, WORLD, Flow
from desktop.figures.target import Scope, is_group

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from datetime import date

    from desktop.analysis.lines import Book
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.series import Series
    from desktop.figures.target import Target
    from desktop.figures.vintage import Vintage


_FLOWS = tuple(Flow)
Key = tuple[Scope, Month, Month, bool]
"""What versions of one target have in common (`Target.key`)."""


@dataclass(frozen=True, eq=False)
class Evidence:
    """The figures that targets are held against, as frames with `FIGURE_COLUMNS`.

    `figures` gives those asked for, every release of them, where a book does not hold them;
    `then` those that were known on the days that fix a base (`base_days`). `book` is the
    overview's, where there is one already.
    """

    figures: Callable[[], pd.DataFrame]
    vintage: Vintage
    book: Book | None = None
    then: Mapping[date, pd.DataFrame] = field(default_factory=dict)


@dataclass(frozen=True, eq=False)
class TargetFrames:
    """What targets need beyond the overview's figures, as frames with `FIGURE_COLUMNS`.

    `detail` holds items within markets; `then` what was known on the days that fix a base.
    """

    detail: pd.DataFrame | None = None
    then: Mapping[date, pd.DataFrame] = field(default_factory=dict)

    def added_to(self, figures: pd.DataFrame) -> pd.DataFrame:
        """Give the overview's figures with the detail beneath them."""
        if self.detail is None or self.detail.empty:
            return figures
        return pd.concat([figures, self.detail], ignore_index=True)


NOTHING_BESIDE = TargetFrames()


@dataclass(frozen=True, slots=True)
class Paths:
    """How paths are wished: one way for all, or as was chosen for each."""

    phasing: Phasing | None = None
    choices: Sequence[PathChoice] = ()

    def wish(self, target: Target) -> PathWish:
        """Give the wish for a target's path."""
        return self._wish(target.scope, target.start, target.end)

    def of_total(self, flow: Flow, year: int) -> PathWish:
        """Give the wish for the path of a flow's total through a year."""
        return self._wish(Scope(flow), Month(year, 1), Month(year, MONTHS_PER_YEAR))

    def _wish(self, s: Scope, start: Month, end: Month) -> PathWish:
        if self.phasing is not None:
            return PathWish(self.phasing)
        about = PathChoice(s.flow, start, end, PathWish(), s.item, s.market, s.province)
        return chosen(self.choices, about.scope)


def touching(targets: Iterable[Target], year: int) -> list[Target]:
    """Give the targets whose period has a month in a calendar year."""
    return [
        t for t in targets if t.start <= Month(year, MONTHS_PER_YEAR) and Month(year, 1) <= t.end
    ]


def series_wanted(targets: Iterable[Target]) -> set[Series]:
    """Give every series that targets may need."""
    return {s for t in targets for s in every_series(t.scope, t.end)}


def base_days(targets: Iterable[Target], as_of: date | None) -> set[date]:
    """Give the days as of which the bases of targets are asked for."""
    return {day for t in targets if (day := base_day(t, as_of))}


def every_progress(
    targets: Sequence[Target],
    evidence: Evidence,
    through: Month,
    paths: Paths,
    *,
    whole: bool = False,
) -> tuple[TargetProgress, ...]:
    """Say how each target in force stands whose period touches the year of `through`.

    With `whole` of every year. They come in the order of `place`.
    """
    as_of = evidence.vintage.as_of
    groups = versions(targets if whole else touching(targets, through.year), as_of)
    shelves = put_up([t for group in groups for t in group], evidence)
    if shelves is None:
        return ()
    cases = [Case(group[-1], shelves, through, paths.wish(group[-1])) for group in groups]
    by_key = {case.target.key: case for case in cases}
    found = [
        target_progress(replace(case, trade=_trade_of(case, by_key)), group)
        for case, group in zip(cases, groups, strict=True)
    ]
    return tuple(sorted(found, key=place))


def _trade_of(case: Case, by_key: Mapping[Key, Case]) -> tuple[Case, Case] | None:
    """Give exports and imports of a surplus's scope and months, where both have targets.

    None where another way than the season was chosen for the surplus itself.
    """
    target = case.target
    if target.flow is not Flow.BALANCE or target.is_share:
        return None
    if case.wish.phasing is not Phasing.SEASONAL:
        return None
    keys = [replace(target, flow=flow).key for flow in TRADE]
    exports, imports = (by_key.get(key) for key in keys)
    return (exports, imports) if exports and imports else None


def put_up(targets: Sequence[Target], evidence: Evidence) -> Shelves | None:
    """Put up the figures for some targets; None where nothing is known of any."""
    wanted = series_wanted(targets)
    first = evidence.vintage.first_release
    now = shelf(evidence.figures, wanted, book=evidence.book, first_release=first)
    if now is None:
        return None
    then = {day: shelf(partial(_itself, frame), wanted) for day, frame in evidence.then.items()}
    return Shelves(now, then, evidence.vintage.as_of)


def _itself(frame: pd.DataFrame) -> pd.DataFrame:
    return frame


def place(told: TargetProgress) -> tuple[object, ...]:
    """Say where a target stands in a list: totals before their parts, groups and large ones first.

    Else what a resolution asks of a group is lost among the parts that shares gave every item.
    """
    target, s = told.target, told.target.scope
    part = not (is_group(s.item) or is_group(s.market))
    return (
        target.start, -target.months, s.province != NATIONAL, s.market != WORLD, s.item != TOTAL,
        _FLOWS.index(s.flow), target.is_share, part, -(told.low or 0), s,
    )  # fmt: skip
