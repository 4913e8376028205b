"""How a target stands, and why: the words that the status rules choose from."""

from __future__ import annotations

from enum import StrEnum


class PaceStatus(StrEnum):
    """How the year stands against its target."""

    MET = "met"
    AHEAD = "ahead"
    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    BEHIND = "behind"
    CANNOT_SAY = "cannot_say"


class Reason(StrEnum):
    """Why the status is what it is."""

    TARGET_REACHED = "target_reached"
    LOW_END_REACHED = "low_end_reached"
    HIGH_END_REACHED = "high_end_reached"
    TARGET_MISSED = "target_missed"
    ABOVE_PATH = "above_path"
    ABOVE_RANGE = "above_range"
    NEAR_HIGH_END = "near_high_end"
    WITHIN_RANGE = "within_range"
    NEAR_PATH = "near_path"
    BELOW_PATH = "below_path"
    FAR_BELOW_PATH = "far_below_path"
    NO_TARGET = "no_target"
    NO_BASE = "no_base"
    NO_PATH = "no_path"
    NO_LAST_YEAR = "no_last_year"
    SHARES_UNFIT = "shares_unfit"
    PATH_AT_ZERO = "path_at_zero"
    JANUARY_ALONE = "january_alone"
    MISSING_MONTH = "missing_month"
    NO_FIGURES = "no_figures"
    NOT_BEGUN = "not_begun"
    BASE_NOT_POSITIVE = "base_not_positive"
