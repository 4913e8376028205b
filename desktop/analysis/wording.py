"""The words of the analysis: what a status, a reason or an origin is called."""

from __future__ import annotations

from desktop.analysis.results import CumulativeOrigin, GapCause, PaceStatus, Phasing, Reason
from desktop.figures.figure_list import WORDS, ListColumn
from desktop.figures.wording import N_

PACE = {
    PaceStatus.MET: N_("Target met"),
    PaceStatus.AHEAD: N_("Ahead of the path"),
    PaceStatus.ON_TRACK: N_("On track"),
    PaceStatus.AT_RISK: N_("At risk"),
    PaceStatus.BEHIND: N_("Behind"),
    PaceStatus.CANNOT_SAY: N_("Cannot say yet"),
}
REASONS = {
    Reason.TARGET_REACHED: N_("the year's target has been reached"),
    Reason.LOW_END_REACHED: N_("the low end of the target has been reached, not its high end"),
    Reason.HIGH_END_REACHED: N_("the high end of the target has been reached"),
    Reason.TARGET_MISSED: N_("the year is over and the target was not reached"),
    Reason.ABOVE_PATH: N_("2% or more above the path"),
    Reason.ABOVE_RANGE: N_("2% or more above the path to the high end"),
    Reason.NEAR_HIGH_END: N_("less than 2% above the path to the high end"),
    Reason.WITHIN_RANGE: N_("between the paths to the low and the high end"),
    Reason.NEAR_PATH: N_("within 2% of the path"),
    Reason.BELOW_PATH: N_("2 to 5% below the path"),
    Reason.FAR_BELOW_PATH: N_("more than 5% below the path"),
    Reason.NO_TARGET: N_("no target is set for the year"),
    Reason.NO_BASE: N_("last year is not in the archive as a whole"),
    Reason.NO_PATH: N_("fewer than three complete years to take the season from"),
    Reason.NO_LAST_YEAR: N_("last year, whose shape the path is to have, is not complete"),
    Reason.SHARES_UNFIT: N_("the typed shares do not fit the period: there is no path"),
    Reason.PATH_AT_ZERO: N_("the path asks for nothing so far"),
    Reason.JANUARY_ALONE: N_("January alone says little: Tết moves between January and February"),
    Reason.MISSING_MONTH: N_("a month is missing"),
    Reason.NO_FIGURES: N_("no figures for the year yet"),
    Reason.NOT_BEGUN: N_("its months have not begun"),
    Reason.BASE_NOT_POSITIVE: N_("growth on a base of zero or below is no value"),
}
ORIGINS = {
    CumulativeOrigin.PRINTED: N_("as published"),
    CumulativeOrigin.SUMMED: N_("the month before's plus the month"),
    CumulativeOrigin.IMPLIED: N_("implied by a later return"),
}
CAUSES = {
    GapCause.NOT_YET: N_("no figures yet"),
    GapCause.NOT_IMPORTED: N_("not imported"),
}
PHASINGS = {
    Phasing.SEASONAL: N_("by season"),
    Phasing.LINEAR: N_("straight line"),
    Phasing.LAST_YEAR: N_("as last year"),
    Phasing.TYPED: N_("by typed shares"),
}
FIRMNESS = WORDS[ListColumn.STATUS]
