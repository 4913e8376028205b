"""What a warning says: what, how big, since when, on which figures, and whether it is silenced."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.figures.figure import Source
from desktop.figures.month import Month
from desktop.figures.series import Series
from desktop.figures.silence import Silence
from desktop.figures.warning_rules import Rule, RulesInForce


class Gravity(StrEnum):
    """How grave a warning is: to know, to watch, to act upon."""

    NOTICE = "notice"
    WATCH = "watch"
    ALARM = "alarm"


class Fact(StrEnum):
    """What a piece of evidence is a figure of."""

    VALUE = "value"
    BASE = "base"
    GROWTH = "growth"
    SHARE = "share"
    PRICE_GROWTH = "price_growth"
    VOLUME_GROWTH = "volume_growth"
    STOCKS_GROWTH = "stocks_growth"
    SALES_GROWTH = "sales_growth"
    FIRST = "first"
    REVISED = "revised"
    USUAL = "usual"
    REQUIRED_GROWTH = "required_growth"
    BEST_GROWTH = "best_growth"
    REQUIRED_VALUE = "required_value"
    DUE_ON = "due_on"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One figure that a warning rests on.

    `amount` is in US dollars where `fact` is an amount, else a fraction; `months` are its first
    and last; `sources` the cells it was read in, each month's own where several were added.
    """

    fact: Fact
    series: Series
    months: tuple[Month, Month]
    amount: float
    sources: tuple[Source, ...] = ()


@dataclass(frozen=True, slots=True)
class EarlyWarning:
    """One warning.

    - `subject`: a stable name of what it is about, by which it is silenced and found again:
      ``export``, ``item:STEEL``, ``market:US``, ``item:ELEC@US``, ``GSO:gso_monthly``.
    - `size` against `threshold`: how big, in the terms of its rule (a fraction; percentage
      points are hundredths, days whole). The larger `size`, the graver.
    - `since`: the first month of which it held without a break, up to `through`.
    - `more`: what else belongs to it (items beneath a market), largest first.
    """

    rule: Rule
    subject: str
    series: Series
    gravity: Gravity
    size: float
    threshold: float
    since: Month
    through: Month
    evidence: tuple[Evidence, ...]
    more: tuple[Evidence, ...] = ()
    partner: str = ""
    due_on: date | None = None
    silence: Silence | None = None

    @property
    def months(self) -> int:
        """For how many months it has held."""
        return self.through - self.since + 1


@dataclass(frozen=True, slots=True)
class WarningsReport:
    """Every warning as of a month, the gravest first; silenced ones come last.

    `unheard` says which rules could not be judged, with a word for why: the figures that they
    need are not held. `judged_by` are the rules that all of it was judged by.
    """

    through: Month
    warnings: tuple[EarlyWarning, ...]
    unheard: tuple[tuple[Rule, str], ...] = ()
    judged_by: RulesInForce | None = None

    @property
    def spoken(self) -> tuple[EarlyWarning, ...]:
        """Those that are not silenced."""
        return tuple(w for w in self.warnings if w.silence is None)
