"""Why a cumulative differs from its months, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.inside import difference, difference_of_balance
from desktop.analysis.results import CumulativeOrigin
from desktop.figures.wording import N_

if TYPE_CHECKING:
    from desktop.analysis.inside import Difference
    from desktop.analysis.results import Progress
    from desktop.analysis.structure_view import BalanceCourse
    from desktop.figures.month import Month
    from desktop.figures.wording import Language

_NAMED = 3
_MORE = N_(
    "The cumulative {origin} is {amount} million USD more than the months added up: {steps}."
)
_LESS = N_(
    "The cumulative {origin} is {amount} million USD less than the months added up: {steps}."
)
_MORE_OF_BALANCE = N_(
    "The balance from January on is {amount} million USD more than the months added up: {steps}."
)
_LESS_OF_BALANCE = N_(
    "The balance from January on is {amount} million USD less than the months added up: {steps}."
)
_SHOWN = {
    CumulativeOrigin.PRINTED: N_("as published"),
    CumulativeOrigin.IMPLIED: N_("implied by a later return"),
    CumulativeOrigin.SUMMED: N_("shown"),
}
_JANUARY = N_("{step} revised in {month}")
_STEP = N_("{step} revised in {month} or before it")


def difference_told(progress: Progress, language: Language) -> str:
    """Say by how much and where it was revised; empty where cumulative and months agree."""
    found = difference(progress)
    if found is None or progress.cumulative_origin is None:
        return ""
    origin = language._(_SHOWN[progress.cumulative_origin])
    return _told(found, _MORE if found.total > 0 else _LESS, language, origin=origin)


def difference_of_balance_told(course: BalanceCourse, through: Month, language: Language) -> str:
    """Say it of a balance from January on; empty where it agrees with its months."""
    found = difference_of_balance(course, through)
    if found is None:
        return ""
    return _told(found, _MORE_OF_BALANCE if found.total > 0 else _LESS_OF_BALANCE, language)


def _told(found: Difference, words: str, language: Language, **more: str) -> str:
    steps = [
        language._(
            _JANUARY if part.month.number == 1 else _STEP,
            step=language.millions(part.amount, sign=True),
            month=language.month(part.month),
        )
        for part in found.parts[:_NAMED]
    ]
    rest = sum(part.amount for part in found.parts[_NAMED:])
    if rest:
        steps.append(language._("{step} in other months", step=language.millions(rest, sign=True)))
    amount = language.millions(abs(found.total))
    return language._(words, amount=amount, steps="; ".join(steps), **more)
