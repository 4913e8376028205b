"""What is said of several provinces side by side: why there is no nation, and what a sum is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.yardstick_wording import units_told
from desktop.figures.wording import N_, side_by_side

if TYPE_CHECKING:
    from desktop.analysis.provinces import Provinces
    from desktop.figures.wording import Language


def alone_told(told: Provinces, language: Language) -> str:
    """Say that each province stands for itself."""
    return language.plural(
        "The archive holds the exports of {count} province and none of the nation: each is told "
        "by itself.",
        "The archive holds the exports of {count} provinces and none of the nation: each is told "
        "by itself.",
        len(told.each),
    )


def sum_told(told: Provinces, language: Language) -> str:
    """Say what the provinces come to together, or why they are not added up."""
    say, all_ = language._, told.together
    if all_ is None:
        names = ", ".join(told.silent or told.broken)
        words = N_("They are not added up: a month lacks in what {names} told.")
        if told.silent:
            words = N_("They are not added up: {names} told nothing of {year}.")
        return say(words, names=names, year=told.year)
    amount = language.billions(all_.cumulative, side_by_side([all_.cumulative]))
    month = language.month(all_.through)
    if all_.growth is None:
        return say(
            "Together {amount} bn USD to {month}, the last month that all of them tell: the sum "
            "of these provinces, not the nation's exports.",
            amount=amount, month=month,
        )  # fmt: skip
    return say(
        "Together {amount} bn USD to {month}, the last month that all of them tell, {growth} on "
        "last year: the sum of these provinces, not the nation's exports.",
        amount=amount, month=month, growth=language.percent(all_.growth, sign=True),
    )  # fmt: skip


def made_of_told(told: Provinces, language: Language) -> list[str]:
    """Say of each merged province what it is compared with, or why with nothing."""
    lines = [(o.province, line) for o in told.each for line in units_told(o.exports, language)]
    return [f"{province}: {line}" for province, line in lines]
