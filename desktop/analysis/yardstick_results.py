"""Three yardsticks side by side, and what else tells the pace: each named, each with its verdict.

Amounts are US dollars, growth and shares are fractions; None means "not known", never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from desktop.figures.figure import Source, Status
from desktop.figures.month import Month


class Verdict(StrEnum):
    """Where a yardstick stands to what it is compared with.

    Of a range: below its low end, within, above its high end.
    """

    ABOVE = "above"
    WITHIN = "within"
    BELOW = "below"
    NOT_JUDGED = "not_judged"


@dataclass(frozen=True, slots=True)
class Yardstick:
    """One way to hold the year against its target.

    `value` is compared with `against` (of a range its low end; `against_high` is its high end);
    `difference` is to the end that is nearer, 0 within a range.
    """

    value: float | None = None
    against: float | None = None
    against_high: float | None = None
    difference: float | None = None
    verdict: Verdict = Verdict.NOT_JUDGED


@dataclass(frozen=True, slots=True)
class Yardsticks:
    """The three that are mixed in practice.

    - `growth`: growth to date, like for like, against the growth that the target asks for.
    - `share`: the share of the annual value reached, against the share that the path has by then
      (of a range: of its high end, and of its low end).
    - `path`: the cumulative against the path, in US dollars.

    `straight` is the share that a straight line would have by then: shown, never judged by.
    """

    growth: Yardstick
    share: Yardstick
    path: Yardstick
    straight: float


@dataclass(frozen=True, slots=True)
class BestMonth:
    """The best month on record, over every year held: its value, how firm, and where it was read.

    `is_newest` where it is the last month that counts; `of_all` where every month is known from the
    first one held on, so that none between may have been better.
    """

    month: Month
    value: float
    status: Status
    source: Source | None
    is_newest: bool
    of_all: bool = True


@dataclass(frozen=True, slots=True)
class Months:
    """The months that are over, by whether they brought what the path asked of them alone.

    January and February are both in the one or in the other, or, where one is missing, in neither.
    """

    above: tuple[Month, ...] = ()
    below: tuple[Month, ...] = ()
