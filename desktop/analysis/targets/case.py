"""One target's figures: its period so far, its base, the season, and the path of any version."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from desktop.analysis import spreading
from desktop.analysis.phasing import season
from desktop.analysis.season import Season, SeasonNote
from desktop.analysis.targets.scopes import whole_of
from desktop.analysis.targets.surplus import surplus_path
from desktop.analysis.targets.values import Annual, annual, times
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import TRADE, Flow
from desktop.figures.target import Scope, Target

if TYPE_CHECKING:
    from desktop.analysis.targets.ledgers import Ledger
    from desktop.analysis.targets.shelf import Shelf
    from desktop.analysis.targets.shelves import Shelves
    from desktop.figures.phasing import PathWish

Run = tuple[int | None, ...]
"""Running sums over the months of a period, in thousandths; None for unknown."""


@dataclass(frozen=True, eq=False)
class Case:
    """A target, the figures, and the last month that counts. Amounts in thousandths.

    `trade` are exports and imports of the same scope and months where a surplus is asked for and
    both have targets of their own.
    """

    target: Target
    shelves: Shelves
    asked_through: Month
    wish: PathWish
    trade: tuple[Case, Case] | None = None

    @property
    def elapsed(self) -> int:
        """How many months of the period count; 0 before it has begun."""
        return max(0, min(self.asked_through - self.target.start + 1, self.target.months))

    @cached_property
    def ledger(self) -> Ledger:
        """The scope's months."""
        return self._of(self.shelves.now, self.target.scope)

    @cached_property
    def run(self) -> Run:
        """The period to date, month by month."""
        return self._so_far(self.ledger)

    @cached_property
    def base(self) -> Run:
        """The same months of the year before, on the target's own base."""
        return self._base_of(self.target)

    @cached_property
    def alike(self) -> tuple[int | None, int | None]:
        """The period and the year before, to date, of those members that both tell of.

        A member of a group that one of the two years lists and the other does not is in neither.
        """
        target, shelf = self.target, self.shelves.base(self.target)
        if not self.elapsed:
            return None, None
        now, base = (run[self.elapsed - 1] for run in (self.run, self.base))
        if shelf is None or not target.of_group or now is None or base is None:
            return now, base
        before = target.start - MONTHS_PER_YEAR
        return (
            now - self._of_those_silent(shelf, before, self.shelves.now, target.start),
            base - self._of_those_silent(self.shelves.now, target.start, shelf, before),
        )

    def _of_those_silent(self, there: Shelf, then: Month, here: Shelf, since: Month) -> int:
        """Sum here what the members brought of which nothing is known there."""
        silent = there.silent(self.target.scope, self.target.end, then, self.elapsed)
        told = [(s.flow, here.one(s).through(since, self.elapsed) or 0) for s in silent]
        away = self.target.flow is Flow.BALANCE
        return sum(-n if away and flow is Flow.IMPORT else n for flow, n in told)

    @cached_property
    def whole(self) -> Run:
        """What the scope is a share of, to date."""
        return self._so_far(self._of(self.shelves.now, whole_of(self.target.scope)))

    @cached_property
    def season(self) -> Season:
        """How the target is spread over its months."""
        target = self.target
        if target.flow is not Flow.BALANCE:
            total = self._of(self.shelves.now, Scope(target.flow)).history()
            return season(self.ledger.history(), target.start, target.months, self.wish, total)
        found = season(self._trade(target.scope), target.start, target.months, self.wish,
                       self._trade(Scope(Flow.BALANCE)))  # fmt: skip
        note = SeasonNote.OF_TARGETS if self.between else SeasonNote.OF_TRADE
        return found if found.shares is None else replace(found, note=note)

    @cached_property
    def between(self) -> tuple[int, ...] | None:
        """The path of exports less that of imports; None where either has none."""
        if self.trade is None:
            return None
        both = zip(*(case.path(case.target) for case in self.trade), strict=True)
        steps = [e - i for e, i in both if e is not None and i is not None]
        return tuple(steps) if len(steps) == self.target.months else None

    def annual(self, version: Target) -> Annual:
        """Give the values that a version of the target asks for, on its own base."""
        base = self.base if version.base_as_of == self.target.base_as_of else self._base_of(version)
        return annual(version, base[-1])

    def path(self, version: Target) -> Run:
        """Give the path to a version's lower value; of a share, as far as the whole is known."""
        if version.is_share:
            return tuple(None if w is None else times(w, version.low) for w in self.whole)
        low = self.annual(version).low
        if low is None or self.season.shares is None:
            return (None,) * self.target.months
        if self.between:
            return surplus_path(low, self.between, self.season.shares)
        return spreading.path(low, self.season.shares)

    def _base_of(self, version: Target) -> Run:
        shelf = self.shelves.base(version)
        if shelf is None:
            return (None,) * version.months
        before = version.start - MONTHS_PER_YEAR
        return self._of(shelf, version.scope).run(before, version.months)

    def _of(self, shelf: Shelf, scope: Scope) -> Ledger:
        return shelf.of(scope, self.target.end)

    def _so_far(self, ledger: Ledger) -> Run:
        known = ledger.run(self.target.start, self.elapsed)
        return known + (None,) * (self.target.months - self.elapsed)

    def _trade(self, scope: Scope) -> dict[int, int]:
        """Give exports and imports together, month by month, where both are known."""
        one, other = (
            self._of(self.shelves.now, replace(scope, flow=flow)).history() for flow in TRADE
        )
        return {month: one[month] + other[month] for month in one.keys() & other.keys()}
