"""A target: what must be reached, of what, in which months, on what base, by which document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow


class TargetMeasure(StrEnum):
    """What a target is stated in.

    Growth on the same months of the year before, a value, a surplus (exports less imports), or a
    share: of the same flow's whole, or, of the balance, of exports.
    """

    GROWTH = "growth"
    VALUE = "value"
    SURPLUS = "surplus"
    SHARE = "share"


FRACTIONS = (TargetMeasure.GROWTH, TargetMeasure.SHARE)
"""Measures that are fractions (0.12); the others are US dollars."""
LEAST_GROWTH = -1.0
"""A growth of −100 % leaves nothing."""

SCHEME_MARK = "/"
"""Stands in the code of a group or bloc, between its scheme and its name: ``FTA/CPTPP``."""


@dataclass(frozen=True, order=True, slots=True)
class Scope:
    """What a target is about, by codes.

    `item` and `market` may be the code of a group of a scheme ("MARD/AGRO_FORESTRY_FISHERY",
    "CONTINENT/AFRICA").
    """

    flow: Flow
    item: str = TOTAL
    market: str = WORLD
    province: str = NATIONAL

    @property
    def is_total(self) -> bool:
        """True of a flow's national total."""
        return self == Scope(self.flow)


@dataclass(frozen=True, slots=True)
class Target:
    """A target: growth or share (fraction: 0.12), value or surplus (USD), for up to twelve months.

    - `year` is the year in which its months begin: January to December, unless `first_month`
      (1-12) and `months` (1-12) say otherwise (a fiscal year, a half-year).
    - `high` is the upper end of a range, or equal to `low`.
    - `base_as_of` fixes the base: growth is on the year before as it was known that day. None
      lets the base float: it is the newest.
    - `document` names the resolution or report that set it, `issued_on` its date. Of one `key` a
      later target supersedes an earlier one (`issued_on`, then `number`).
    - `withdrawn` says that it was taken back and counts no more.
    """

    flow: Flow
    measure: TargetMeasure
    year: int
    low: float
    high: float
    item: str = TOTAL
    market: str = WORLD
    document: str = ""
    issued_on: date | None = None
    number: int = 0
    province: str = NATIONAL
    first_month: int = 1
    months: int = MONTHS_PER_YEAR
    base_as_of: date | None = None
    withdrawn: bool = False

    @property
    def start(self) -> Month:
        """First month that counts."""
        return Month(self.year, self.first_month)

    @property
    def end(self) -> Month:
        """Last month that counts."""
        return self.start + (self.months - 1)

    @property
    def is_calendar_year(self) -> bool:
        """True of January to December."""
        return (self.first_month, self.months) == (1, MONTHS_PER_YEAR)

    def is_of_year(self, year: int) -> bool:
        """Say whether it asks an amount or growth, no share, of January to December of a year."""
        return self.is_calendar_year and self.year == year and not self.is_share

    @property
    def scope(self) -> Scope:
        """What it is about."""
        return Scope(self.flow, self.item, self.market, self.province)

    @property
    def is_share(self) -> bool:
        """True of a share, which stands beside a value or growth of the same scope."""
        return self.measure is TargetMeasure.SHARE

    @property
    def of_group(self) -> bool:
        """True where it is about a group of items or a bloc of markets."""
        return is_group(self.item) or is_group(self.market)

    @property
    def key(self) -> tuple[Scope, Month, Month, bool]:
        """What it has in common with the targets that it supersedes, or that supersede it."""
        return self.scope, self.start, self.end, self.is_share

    @property
    def precedence(self) -> tuple[date, int]:
        """Of one key the target with the larger precedence is in force; undated ones are oldest."""
        return self.issued_on or date.min, self.number


def is_group(code: str) -> bool:
    """Say whether the code of an item or market is a group's or bloc's of a scheme."""
    return SCHEME_MARK in code


@dataclass(frozen=True, slots=True)
class TargetChange:
    """Targets that are added, taken back or brought back at once, in one transaction.

    `withdrawn` and `restored` are numbers. Once done, `added` have theirs, and `standing` are those
    that were in force already, so that nothing was added.
    """

    added: tuple[Target, ...] = ()
    withdrawn: tuple[int, ...] = ()
    restored: tuple[int, ...] = ()
    standing: tuple[Target, ...] = ()

    def __bool__(self) -> bool:
        """True where anything changes."""
        return bool(self.added or self.withdrawn or self.restored)

    @property
    def undone(self) -> TargetChange:
        """The change that takes this one back; taking that one back again does it anew."""
        added = tuple(target.number for target in self.added)
        return TargetChange((), (*added, *self.restored), self.withdrawn)
