"""The reasons of a landing as sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.landing.results import Reason, Why
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.figures.wording import Language

WHY: dict[Why, str] = {
    Why.TOO_SHORT: N_("Cannot say: months known: {count}; needed: 24."),
    Why.GAP: N_("Cannot say: {month} is missing."),
    Why.NOT_POSITIVE: N_("Cannot say: {month} is not above zero."),
    Why.NOT_A_NUMBER: N_("Cannot say: the figure of {month} cannot be read as a number."),
    Why.NO_MONTH: N_("Cannot say: a line has no year and month that exist."),
    Why.GIVEN_TWICE: N_("Cannot say: {month} stands twice, with different figures."),
    Why.MIXED_UNITS: N_("Cannot say: the figures are in more than one currency or unit."),
    Why.STOPPED: N_("Cannot say: the series stops at {month}."),
    Why.NOTHING_YET: N_("Cannot say: there is no figure yet."),
    Why.YEAR_OVER: N_("Cannot say: {month} lies after the year asked for."),
    Why.BREAK_FOUND: N_(
        "Cannot say: from {month} on the figures are {times} times off all those of the year "
        "before, as after a change of definition or unit."
    ),
    Why.OUT_OF_SCALE: N_(
        "Cannot say: {month} is {times} times off the months around it, as in another unit."
    ),
    Why.TOO_EARLY: N_("Too early to say: the 80% band is {share} of the total wide."),
    Why.SURPRISES: N_("{month} was a surprise ({amount} standard deviations)."),
    Why.SHORT_HISTORY: N_("Fewer than two full years are known; the figures begin in {month}."),
    Why.ESTIMATE: N_("The figure of {month} is an estimate, usually revised by {share}."),
    Why.SINCE_BREAK: N_("Only figures from {month} on count: the definition changed."),
    Why.OLDER_LEFT_OUT: N_("Months before {month} are not used; some of them are missing or odd."),
    Why.ISLAMIC_FOUND: N_("Its months follow the feasts of the Islamic year, as the figures show."),
    Why.LUNAR_FOUND: N_("January and February follow the lunar new year, as the figures show."),
}


def sentence(reason: Reason, language: Language) -> str:
    """Say a reason in one sentence."""
    amount = reason.amount or 0.0
    return language._(
        WHY[reason.why],
        month=language.month(reason.month) if reason.month else "",
        count=language.number(amount),
        times=language.number(amount, 1),
        share=language.percent(amount, 0),
        amount=language.number(amount, 1, sign=True),
    )
