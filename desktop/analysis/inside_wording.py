"""Why a cumulative differs from its months, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.inside import difference, difference_of_balance
from desktop.analysis.inside_results import Apart, CumulativeOrigin
from desktop.figures.wording import MILLION, N_, in_millions

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desktop.analysis.inside_results import Difference
    from desktop.analysis.results import Progress
    from desktop.analysis.structure_view import BalanceCourse
    from desktop.figures.month import Month
    from desktop.figures.wording import Language

LESS_MONTHS = N_("Cumulative less months, m USD")
"""Heads the column that `less_months` writes."""
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


def apart_told(apart: Apart, language: Language) -> str:
    """Say by how much and where it was revised."""
    found = apart.found
    words = _MORE if found.total > 0 else _LESS
    return _told(found, words, language, origin=language._(_SHOWN[apart.origin]))


def apart(found: Difference | None, origin: CumulativeOrigin | None) -> Apart | None:
    """Give what there is to tell: a difference too small to be written is none."""
    if found is None or origin is None or not _reads(found.total, _places(found)):
        return None
    return Apart(found, origin)


def less_months(column: Iterable[Apart | None], language: Language) -> list[str]:
    """Write how much cumulatives are more than their months, or less, in million USD.

    Nothing where they agree, or where it would read as zero: see `read_apart`.
    """
    places, amounts = read_apart(column)
    return ["" if a is None else language.millions(a, places, sign=True) for a in amounts]


def read_apart(column: Iterable[Apart | None]) -> tuple[int, list[float | None]]:
    """Give the decimals of a column in million USD, and of it what does not read as zero (USD).

    The decimals are those that the largest needs. What is too small for them is left out of the
    column, and told by `apart_told` with as many as it needs itself.
    """
    every = [one.found.total if one else None for one in column]
    places = in_millions(every)
    return places, [a if a is not None and _reads(a, places) else None for a in every]


def difference_told(progress: Progress, language: Language) -> str:
    """Say by how much and where it was revised; empty where cumulative and months agree."""
    told = apart(difference(progress), progress.cumulative_origin)
    return apart_told(told, language) if told else ""


def difference_of_balance_told(course: BalanceCourse, through: Month, language: Language) -> str:
    """Say it of a balance from January on; empty where it agrees with its months."""
    found = difference_of_balance(course, through)
    if found is None or not _reads(found.total, _places(found)):
        return ""
    return _told(found, _MORE_OF_BALANCE if found.total > 0 else _LESS_OF_BALANCE, language)


def _told(found: Difference, words: str, language: Language, **more: str) -> str:
    write, places = language.millions, _places(found)
    named = [part for part in found.parts[:_NAMED] if _reads(part.amount, places)]
    steps = [
        language._(
            _JANUARY if part.month.number == 1 else _STEP,
            step=write(part.amount, places, sign=True),
            month=language.month(part.month),
        )
        for part in named
    ]
    rest = sum(part.amount for part in found.parts[len(named) :])
    if _reads(rest, places):
        steps.append(language._("{step} in other months", step=write(rest, places, sign=True)))
    amount = write(abs(found.total), places)
    return language._(words, amount=amount, steps="; ".join(steps), **more)


def _places(found: Difference) -> int:
    """Give the decimals in millions: small differences of small parts are written more finely."""
    return 1 if abs(found.total) >= MILLION else in_millions((found.total,))


def _reads(amount: float, places: int) -> bool:
    return bool(round(amount / MILLION, places))
