"""The season that a path follows: each month's share, what it was taken from, what was left out."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.analysis.judgement import Reason
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.phasing import Phasing

if TYPE_CHECKING:
    from fractions import Fraction

    from desktop.figures.month import Month


class SeasonNote(StrEnum):
    """What is to be said of a season, or why there is none."""

    EXCEPTIONAL_KEPT = "exceptional_kept"
    """Fewer than three years would be left without the exceptional ones: they count too."""
    OF_TOTAL = "of_total"
    """The series has too few complete years: it is phased by the season of its flow's total."""
    OF_TRADE = "of_trade"
    """A surplus has no season of its own: it is phased by exports and imports together."""
    OF_TARGETS = "of_targets"
    """Exports and imports have targets: the surplus's path is the one's path less the other's."""
    TOO_FEW_YEARS = "too_few_years"
    """Neither the series nor its total has three complete years: there is no season."""
    NO_LAST_YEAR = "no_last_year"
    """Last year's shape was asked for, and last year is not complete."""
    NOT_TYPED = "not_typed"
    """Typed shares were asked for, and none fit the period."""


_REASONS = {
    SeasonNote.NO_LAST_YEAR: Reason.NO_LAST_YEAR,
    SeasonNote.NOT_TYPED: Reason.SHARES_UNFIT,
}


@dataclass(frozen=True, slots=True)
class HolidayEffect:
    """What Tết takes: a month that holds its whole window loses the fraction `loss`.

    `days` are the days of the window by calendar month (1-12) in the target's period, out of
    `window`; `typed` where an official gave them.
    """

    loss: float
    days: tuple[tuple[int, int], ...]
    window: int
    typed: bool = False


@dataclass(frozen=True, slots=True)
class Season:
    """How a target is spread: by what, and each month's share of it.

    - `shares`: one for each month from `start`, which sum to exactly 1; None where the season is
      not known, and `note` says why.
    - `years`: the years that shape it, oldest first, each the year in which its period began;
      `weights` say how much each counts, and sum to 1.
    - `left_out`: the exceptional years among those that would have counted.
    - `holiday`: how Tết was moved; None where it was not.
    """

    kind: Phasing
    start: Month
    shares: tuple[Fraction, ...] | None
    years: tuple[int, ...] = ()
    weights: tuple[Fraction, ...] = ()
    left_out: tuple[int, ...] = ()
    holiday: HolidayEffect | None = None
    note: SeasonNote | None = None

    @property
    def why_no_path(self) -> Reason:
        """Why a path that follows it cannot be told, where it has no shares."""
        return _REASONS.get(self.note, Reason.NO_PATH) if self.note else Reason.NO_PATH

    @property
    def incomplete(self) -> tuple[int, ...]:
        """Years between those that shape it which are not complete, and so do not."""
        between = range(self.years[0], self.years[-1]) if self.years else ()
        return tuple(y for y in between if y not in self.years and y not in self.left_out)

    @property
    def calendar(self) -> bool:
        """True where the period is a calendar year."""
        whole = self.shares is None or len(self.shares) == MONTHS_PER_YEAR
        return self.start.number == 1 and whole
