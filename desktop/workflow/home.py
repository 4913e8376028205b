"""Whose trade an archive is about, where nobody says it: the nation's, or that of one province."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from desktop.figures.period import HALF_MONTHS
from desktop.figures.phasing import PathChoice
from desktop.figures.provinces import MERGED, units_before
from desktop.figures.series import NATIONAL, TOTAL, UNKNOWN, WORLD, Flow, Measure
from desktop.figures.target import Target

if TYPE_CHECKING:
    from collections.abc import Iterable

    import pandas as pd

    from desktop.figures.month import Month

Scoped = TypeVar("Scoped", Target, PathChoice)

OF_ANY: dict[str, Any] = {
    "flow": Flow.EXPORT, "items": (TOTAL,), "markets": (WORLD,), "measures": (Measure.VALUE,),
    "split_by_both": False,
}  # fmt: skip
"""What is asked for to see which provinces' totals are held."""


@dataclass(frozen=True, slots=True)
class Home:
    """The unit whose office keeps an archive; of the nation's own nothing is said.

    Where an archive holds one province's totals and none of the nation's, its province need not
    be named: figures, targets and paths of it are seen as those of the whole, and a target that
    names no province is kept as its own.

    `since` and `until` name it as of July 2025 and before. Where the unit of today was made of
    several, figures from before are of another territory, and `held_before` is false: what it was
    then is the sum of its `parts`, where all of these are held. `lacking` names those that are not.
    """

    since: str = NATIONAL
    until: str = NATIONAL
    held_before: bool = False
    parts: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()

    def named(self, month: Month) -> str:
        """Give the unit's name in a month; `NATIONAL` for the nation."""
        return self.since if month >= MERGED else self.until

    def asked(self, wanted: dict[str, Any]) -> dict[str, Any]:
        """Ask for the unit where the nation is asked for."""
        if self == NATION or wanted.get("provinces") != (NATIONAL,):
            return wanted
        units = {self.since, self.until} if self.held_before else {self.since, *self.parts}
        return wanted | {"provinces": tuple(sorted(units))}

    def seen(self, frame: pd.DataFrame) -> pd.DataFrame:
        """Give the unit's rows of a frame (`FIGURE_COLUMNS`) as those of the whole."""
        lately = frame["period_end"] >= MERGED.ordinal
        ours = lately & (frame["province"] == self.since)
        if self.held_before:
            ours |= ~lately & (frame["province"] == self.until)
        province = frame["province"].dtype
        own = frame[ours].assign(province=NATIONAL).astype({"province": province})
        if not self.parts:
            return own
        from desktop.workflow.merged import added_up  # noqa: PLC0415 - pandas comes late

        return added_up(frame[~lately], own, self.parts, self.since)

    def inside(self, about: Scoped) -> Scoped:
        """See a target or path of the unit as one of the whole."""
        ours = {self.named(about.end), self.until if self.held_before else NATIONAL} - {NATIONAL}
        return replace(about, province=NATIONAL) if about.province in ours else about

    def own(self, every: Iterable[Scoped]) -> list[Scoped]:
        """Give the targets or paths of the unit, each as one of the whole; none of the nation's."""
        of_units = (about for about in every if about.province != NATIONAL)
        return [own for about in of_units if (own := self.inside(about)).province == NATIONAL]

    def outside(self, about: Scoped) -> Scoped:
        """Name the unit in a target or path of the whole, as the archive keeps it."""
        own = self.named(about.end)
        return replace(about, province=own) if about.province == NATIONAL and own else about


NATION = Home()


def home_of(totals: Iterable[tuple[str, str, int]]) -> Home:
    """Give the one unit that totals are of; the nation where they are of several, or of none.

    `totals` are province, basis and the last month's ordinal of each.
    """
    homes = homes_of(totals)
    return homes[0] if len(homes) == 1 else NATION


def homes_of(totals: Iterable[tuple[str, str, int]]) -> list[Home]:
    """Give every unit that totals are of; of one that is part of another since, that one alone."""
    whole = [(name, end >= MERGED.ordinal) for name, basis, end in totals
             if name not in {NATIONAL, UNKNOWN} and basis not in HALF_MONTHS]  # fmt: skip
    lately = {name for name, since in whole if since}
    before = {name for name, since in whole if not since}
    merged = {part for unit in lately for part in units_before(unit)}
    gone = (Home(unit, unit, held_before=True) for unit in sorted(before - merged))
    return [*(_since_merged(unit, before) for unit in sorted(lately)), *gone]


def _since_merged(unit: str, before: set[str]) -> Home:
    """Give a unit of today, and what it was where that is held."""
    merged = units_before(unit)
    if len(merged) == 1:
        return Home(unit, merged[0], held_before=True)
    lacking = tuple(part for part in merged if part not in before)
    return Home(unit, unit, parts=() if lacking else merged, lacking=lacking)
