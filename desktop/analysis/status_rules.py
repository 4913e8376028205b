"""The one place that says when a year is ahead, on track, at risk or behind."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desktop.analysis.results import PaceStatus, Reason
from desktop.figures.month import MONTHS_PER_YEAR

NEAR = 0.02
"""How far from the path still counts as on it.

Source: the full-year error of the season at June, 2.2 % on average, exports 2011-2025 (measured by
`python -m tests.benchmarks phasing`).
"""
FAR = 0.05
"""How far below the path the year is no longer at risk but behind: twice that error and more."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What a status is judged by. Amounts in one unit; None is "not known".

    `through` counts the months of the target's period that are over, of `months` in all. A target
    that is a share moves with its whole (`moves`): only the path to date is known of it. Neither
    a share nor what `may_fall` from month to month, as a surplus does and a deficit, which is a
    ceiling, can be reached before its period is over. Of a range
    `target` and `path` are its low end, `target_high` and `path_high` its high end. `no_path` says
    why there is no path, where there is none; `no_base` why a target has no value.
    """

    through: int
    any_figure: bool
    any_target: bool
    cumulative: int | None
    target: int | None
    path: int | None
    months: int = MONTHS_PER_YEAR
    first_month: int = 1
    moves: bool = False
    target_high: int | None = None
    path_high: int | None = None
    no_path: Reason = Reason.NO_PATH
    no_base: Reason = Reason.NO_BASE
    may_fall: bool = False

    @property
    def is_over(self) -> bool:
        """True once the last month of the period counts."""
        return self.through == self.months

    @property
    def is_january_alone(self) -> bool:
        """True where little can be said yet: Tết falls in January or in February."""
        return self.through == self.first_month == 1 and not self.is_over


def judge(standing: Standing) -> tuple[PaceStatus, Reason]:
    """Give the status and the reason for it."""
    s = standing
    if not s.any_figure:
        return PaceStatus.CANNOT_SAY, Reason.NO_FIGURES
    target = s.path if s.moves else s.target
    if target is None and not s.moves:
        return PaceStatus.CANNOT_SAY, s.no_base if s.any_target else Reason.NO_TARGET
    if s.cumulative is None or target is None:
        return PaceStatus.CANNOT_SAY, Reason.MISSING_MONTH
    may_be_reached = s.is_over or (target > 0 and not s.moves and not s.may_fall)
    if may_be_reached and s.cumulative >= target:
        return PaceStatus.MET, _reached(s, s.cumulative)
    return _unmet(s, s.cumulative)


def _reached(s: Standing, cumulative: int) -> Reason:
    if s.target_high is None:
        return Reason.TARGET_REACHED
    return Reason.HIGH_END_REACHED if cumulative >= s.target_high else Reason.LOW_END_REACHED


def _unmet(s: Standing, cumulative: int) -> tuple[PaceStatus, Reason]:
    if s.is_over:
        return PaceStatus.BEHIND, Reason.TARGET_MISSED
    if s.is_january_alone:
        return PaceStatus.CANNOT_SAY, Reason.JANUARY_ALONE
    if not s.path:
        return PaceStatus.CANNOT_SAY, s.no_path if s.path is None else Reason.PATH_AT_ZERO
    gap = (cumulative - s.path) / abs(s.path)
    if s.path_high is None:
        return _against_path(gap)
    return _against_range(gap, (cumulative - s.path_high) / abs(s.path_high))


def _against_path(gap: float) -> tuple[PaceStatus, Reason]:
    if gap >= NEAR:
        return PaceStatus.AHEAD, Reason.ABOVE_PATH
    if gap >= -NEAR:
        return PaceStatus.ON_TRACK, Reason.NEAR_PATH
    if gap >= -FAR:
        return PaceStatus.AT_RISK, Reason.BELOW_PATH
    return PaceStatus.BEHIND, Reason.FAR_BELOW_PATH


def _against_range(gap: float, gap_high: float) -> tuple[PaceStatus, Reason]:
    """Judge by the low end, and call it ahead only beyond the high end's path."""
    if gap_high >= NEAR:
        return PaceStatus.AHEAD, Reason.ABOVE_RANGE
    if gap >= 0:
        within = gap_high <= 0
        return PaceStatus.ON_TRACK, Reason.WITHIN_RANGE if within else Reason.NEAR_HIGH_END
    return _against_path(gap)


def at_revision(standing: Standing, size: float) -> tuple[PaceStatus, PaceStatus]:
    """Say what the status would be if an estimate were revised by its usual size, down and up.

    `size` is a fraction of the cumulative (1.07 % in the years of estimates: 0.0107).
    """
    if standing.cumulative is None:
        return PaceStatus.CANNOT_SAY, PaceStatus.CANNOT_SAY
    step = round(standing.cumulative * size)
    low, high = (
        judge(replace(standing, cumulative=standing.cumulative + by))[0] for by in (-step, step)
    )
    return low, high
