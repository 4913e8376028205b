"""How each target stands: frozen values that charts, tables, commands and workbooks draw from.

Amounts are US dollars, growth and shares fractions; `None` means "not known", never zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.target import Scope, Target

if TYPE_CHECKING:
    from desktop.analysis.judgement import PaceStatus, Reason
    from desktop.analysis.season import Season
    from desktop.analysis.yardstick_results import Yardsticks


@dataclass(frozen=True, slots=True)
class TargetPoint:
    """One month of a target's period.

    `cumulative`, `last_year` and `path` run from the period's first month through this one;
    `required` is what a month still to come must bring. `status` says how firm `cumulative` is.
    """

    month: Month
    value: float | None
    cumulative: float | None
    last_year: float | None
    path: float | None
    required: float | None
    status: Status | None = None


@dataclass(frozen=True, slots=True)
class TargetVersion:
    """A target as one document stated it: its values and its path, a value a month of the period.

    `low` and `high` are None where its base is not known, and of a share; `high` also where there
    is no range.
    """

    target: Target
    low: float | None
    high: float | None
    path: tuple[float, ...] | None


@dataclass(frozen=True, slots=True)
class TargetProgress:
    """How one target in force stands, through a month.

    - `elapsed` months of its period count, `months_left` are to come; `through` is the last that
      counts, None before the period has begun.
    - `low`, `high`: the value asked for by the end of the period; `asked_growth` is what `low`
      means on `base`, the same months of the year before as known on `base_as_of` (None: newest).
    - `cumulative`, `base_cumulative`, `growth`: the period to date, the same months of the year
      before, and like for like. Where a group's members are told of in one of the two years only,
      `alike` are the two amounts without these, which the growth compares.
    - `share_of_whole` is of the flow's national total (of a balance: of exports), to date;
      `share_of_target` of `low`.
    - `cumulative_status`: how firm the least firm part of `cumulative` is.
    - `path`, `gap`: what the season asks for to date, and how far off; of a share, `path` is the
      share asked of the whole to date.
    - `required_monthly`, `required_growth`: what each month left must bring on average, and what
      that is against the same months of the year before.
    - `silent`: codes of members of its group or bloc of which no return of these years tells.
    - `yardsticks`: growth, share and path side by side; None of a share, and before it has begun.
    - `versions`: every target of the same scope and period, oldest first; the last is in force.
    """

    target: Target
    through: Month | None
    elapsed: int
    months_left: int
    base: float | None
    base_as_of: date | None
    low: float | None
    high: float | None
    asked_growth: float | None
    cumulative: float | None
    cumulative_status: Status | None
    base_cumulative: float | None
    growth: float | None
    share_of_whole: float | None
    share_of_target: float | None
    path: float | None
    gap: float | None
    monthly_average: float | None
    required_monthly: float | None
    required_growth: float | None
    status: PaceStatus
    reason: Reason
    season: Season
    points: tuple[TargetPoint, ...]
    silent: tuple[str, ...]
    versions: tuple[TargetVersion, ...]
    yardsticks: Yardsticks | None = None
    alike: tuple[float | None, float | None] | None = None

    @property
    def rests_on_estimate(self) -> bool:
        """True where the figures to date, or the least firm of their parts, are an estimate."""
        return self.cumulative_status is Status.ESTIMATE

    @property
    def scope(self) -> Scope:
        """What it is about."""
        return self.target.scope
