"""The answers of the analysis: frozen values that charts, tables, commands and workbooks draw from.

Amounts are US dollars, growth and shares are fractions (0.144), contributions are fractions of
the base total (0.073 is 7.3 percentage points). `None` means "not known", never zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from desktop.analysis.inside_results import Apart
from desktop.analysis.inside_results import (
    CumulativeOrigin as CumulativeOrigin,  # noqa: PLC0414 - a noun of the results
)
from desktop.analysis.judgement import PaceStatus as PaceStatus  # noqa: PLC0414 - as below
from desktop.analysis.judgement import Reason as Reason  # noqa: PLC0414 - as below
from desktop.analysis.season import Season
from desktop.analysis.structure_results import Structure
from desktop.analysis.target_results import TargetProgress
from desktop.analysis.yardstick_results import BestMonth, Months, Yardsticks
from desktop.figures.figure import Source, Status
from desktop.figures.month import Month
from desktop.figures.phasing import Phasing as Phasing  # noqa: PLC0414 - a noun of the results
from desktop.figures.series import NATIONAL, Flow
from desktop.figures.target import Target
from desktop.figures.vintage import Vintage


class GapCause(StrEnum):
    """Why a month has no figure."""

    NOT_YET = "not_yet"
    NOT_IMPORTED = "not_imported"


@dataclass(frozen=True, slots=True)
class MonthPoint:
    """One month of the year: its figure, last year's, the path and the gap to it.

    `cumulative`, `path` and `gap` run from January through this month; `required` is what a month
    still to come must bring (the rest of the target, spread as the path is).
    `missing` says why `value` is None; a month behind `through` counts as still to come. A
    `derived` value was not printed: it is the step between the cumulatives of two months, and
    `source` is the cell of the later one. `growth` is on `last_year`, for January its cumulative,
    which a later return may have revised; `growth_printed` is what the return printed of the
    month, on its own base. Of a month still to come `required_growth` is what
    `required` means against the same month last year, `average_growth` what the required average
    (`Progress.required_monthly`) means against it. Of a range `path` runs to the low end,
    `path_high` to the high one.
    """

    month: Month
    value: float | None
    status: Status | None
    source: Source | None
    missing: GapCause | None
    last_year: float | None
    cumulative: float | None
    cumulative_origin: CumulativeOrigin | None
    cumulative_last_year: float | None
    growth: float | None
    growth_to_date: float | None
    path: float | None
    gap: float | None
    required: float | None
    derived: bool = False
    required_growth: float | None = None
    average_growth: float | None = None
    path_high: float | None = None
    growth_printed: float | None = None
    growth_printed_source: Source | None = None

    @property
    def quoted_growth(self) -> float | None:
        """The growth that sentences quote: as the return printed it, else ours (fraction).

        What was printed is of the month as printed: where that is better known since, ours is.
        """
        return self.growth if self.derived or self.growth_printed is None else self.growth_printed


@dataclass(frozen=True, slots=True)
class Progress:
    """How one flow stands against the year's target.

    - `cumulative`: January through `through`, as published where a return printed it and nothing
      newer has revised its months; `cumulative_source` is its cell (that of the next month's
      cumulative where it is implied, of the last month where it is summed). `sum_of_months` is
      the sum of the monthly figures as they stand, kept beside it.
    - `growth`: like for like, on the same months of last year as held in this vintage
      (`base_cumulative`). `growth_printed` is the growth the return itself printed, on its own
      base; the two differ where the office revised the base without publishing it by month.
    - `target_usd`: the annual value; from a growth target it is (1 + growth) x `base_year`.
      A range gives `target_high_usd` as well.
    - `required_monthly`: (target - cumulative) / months left; `required_growth`: what that is
      against the same months of last year. Once the target is met they are 0 and None; both are
      None when no month is left.
    - `phasing_years`: the years whose seasons shape the path; none for a straight line. `season`
      says the rest: their weights, the years left out, how Tết was moved, each month's share.
    - `yardsticks`: growth, share and path side by side. `beside_path`: which months brought what
      the path asked of them alone. `best_month`: over every year held; None of one year alone.
    - `on_estimate`: the cumulative rests on an estimate, and so does the status. Then `revision`
      is how far such a cumulative is usually revised (a fraction), and `if_revised` the status if
      it were revised so far, down and up; None where the archive's own history does not say.
    - `summed_units`: a province's figures until June 2025 are the sum of these units, which it was
      made of; where figures of some of them lack, nothing is known of it then, and these are
      `lacking_units`.
    """

    flow: Flow
    year: int
    through: Month
    cumulative: float | None
    cumulative_origin: CumulativeOrigin | None
    cumulative_status: Status | None
    cumulative_source: Source | None
    sum_of_months: float | None
    base_cumulative: float | None
    base_year: float | None
    growth: float | None
    growth_printed: float | None
    growth_printed_source: Source | None
    target: Target | None
    target_usd: float | None
    target_high_usd: float | None
    target_growth: float | None
    share_of_target: float | None
    phasing: Phasing
    phasing_years: tuple[int, ...]
    path: float | None
    gap: float | None
    months_left: int
    monthly_average: float | None
    required_monthly: float | None
    required_growth: float | None
    status: PaceStatus
    reason: Reason
    months: tuple[MonthPoint, ...]
    missing_months: tuple[Month, ...]
    season: Season | None = None
    yardsticks: Yardsticks | None = None
    beside_path: Months | None = None
    best_month: BestMonth | None = None
    on_estimate: bool = False
    revision: float | None = None
    if_revised: tuple[PaceStatus, PaceStatus] | None = None
    summed_units: tuple[str, ...] = ()
    lacking_units: tuple[str, ...] = ()

    @property
    def quoted_growth(self) -> float | None:
        """The growth to date that is quoted: the one the return printed, else ours (fraction)."""
        return self.growth if self.growth_printed is None else self.growth_printed


@dataclass(frozen=True, slots=True)
class Balance:
    """Exports less imports, January through `through`; and the same a year before.

    `months` are the twelve months alone; `change` is against `last_year`.
    """

    cumulative: float | None
    last_year: float | None
    change: float | None
    months: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Contribution:
    """What one item, market or sector brought: value to date, growth, share, contribution.

    `contribution` is (value - base) / the base total of exports, as a fraction; `share` is of the
    export total. `growth_printed` is the growth that the return printed for it, if any. `origin`
    is None where the value is of other months than the year to date. `apart` has why the year to
    date is not the sum of its months, where it is not.
    """

    code: str
    value: float
    base: float | None
    growth: float | None
    growth_printed: float | None
    share: float | None
    contribution: float | None
    origin: CumulativeOrigin | None
    status: Status
    source: Source | None
    apart: Sequence[Apart] = ()


@dataclass(frozen=True, slots=True)
class SectorCheck:
    """Domestic + FDI against the total, for the cumulative to date (USD)."""

    total: float
    domestic: float
    fdi: float
    agrees: bool


@dataclass(frozen=True, slots=True)
class Overview:
    """All that the overview page, `status` and the summary workbook show.

    `items` and `markets` are sorted by contribution, the largest first. `years` are the years
    with a total export figure, `months` the months of `year` with one, both in order. `targets`
    says how each target in force stands whose period touches the year, the totals first.
    `structure` says what made trade grow; None where it was not asked for. `province` names whose
    trade it is where the archive holds one province's alone; the nation's otherwise.
    """

    year: int
    through: Month
    vintage: Vintage
    exports: Progress
    imports: Progress
    balance: Balance
    items: tuple[Contribution, ...]
    markets: tuple[Contribution, ...]
    domestic: Contribution | None
    fdi: Contribution | None
    check: SectorCheck | None
    years: tuple[int, ...]
    months: tuple[Month, ...]
    targets: tuple[TargetProgress, ...] = ()
    structure: Structure | None = None
    province: str = NATIONAL
