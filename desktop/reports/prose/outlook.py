"""The sentences about the end of the year: where it will end, how likely the plan is met, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.outlook.results import Rule
from desktop.analysis.outlook.wording import chance_word
from desktop.figures.target_texts import amount_name
from desktop.figures.wording import N_
from desktop.reports.prose import phrases
from desktop.reports.prose.trade import surplus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.analysis.outlook.results import Outlook
    from desktop.figures.wording import Language

_CAUSES = (
    (N_("more by the figure of {month}: {size}"), N_("less by the figure of {month}: {size}")),
    (N_("more by revisions of earlier months: {size}"),
     N_("less by revisions of earlier months: {size}")),
    (N_("more by the place of Tết: {size}"), N_("less by the place of Tết: {size}")),
)  # fmt: skip
"""What moved the answer, up and down: the news, revisions, Tết."""


def landing_sentence(told: Outlook, language: Language) -> str | None:
    """Where exports of the year will end, and the range of 80 outcomes in 100."""
    band = told.exports.band
    if band is None or told.exports.landing.through.number == 12:
        return None
    text = language._(
        "exports of {year} are expected to reach {amount}",
        year=told.year,
        amount=phrases.monthly_amount((band.median,), language),
    )
    if told.exports.growth is not None:
        on = language._("the whole of {year}", year=told.year - 1)
        text = f"{text}, {phrases.change_on(told.exports.growth, on, language)}"
    return phrases.as_sentence(
        language._(
            "{expected}; 80 of 100 outcomes lie in {spread}",
            expected=text,
            spread=phrases.monthly_amount(band.most, language),
        )
    )


def chance_sentence(told: Outlook, language: Language) -> str | None:
    """How likely the year's plan is met, in a word and in per cent; None without a plan."""
    head = told.headline
    if head is None or head.chance is None:
        return None
    chance = language.percent(head.chance, 0)
    text = language._(
        "The plan for the year ({asked}) is met with a chance of {chance}: {word}",
        asked=amount_name(head.target, language),
        chance=chance,
        word=language._(chance_word(head.chance)),
    )
    if head.chance_high is not None and head.chance_high != head.chance:
        high = language.percent(head.chance_high, 0)
        text = language._("{chance}; its high end with {high}", chance=text, high=high)
    return text + "."


def balance_sentence(told: Outlook, language: Language) -> str | None:
    """Where the balance of the year will end."""
    if told.balance is None or told.exports.landing.through.number == 12:
        return None
    band = told.balance.band
    return language._(
        "The trade balance of {year} may come to {balance}; 80 of 100 outcomes lie between {low} "
        "and {high}.",
        year=told.year,
        balance=surplus(band.median, language),
        low=surplus(band.most[0], language),
        high=surplus(band.most[1], language),
    )


def needed_sentence(told: Outlook, language: Language) -> str | None:
    """By how much the months left must grow for the plan to be so likely."""
    if not told.needed:
        return None
    asked = phrases.listed(
        [
            language._(
                "{change} for a chance of {chance}",
                change=phrases.change(need.growth, language),
                chance=language.percent(need.chance, 0),
            )
            for need in told.needed
        ],
        language,
    )
    return language._(
        "Against the same months of last year the months left must be {asked}; expected: "
        "{expected}.",
        asked=asked,
        expected=phrases.change(told.needed[0].expected, language),
    )


def move_sentence(told: Outlook, language: Language) -> str | None:
    """How far the answer moved since the month before, and by what."""
    move = told.exports.move
    if move is None:
        return None
    number = told.through.number
    blanks = {
        "month": language.month_name(number - 1),
        "amount": phrases.monthly_amount((move.change,), language),
    }
    text = (
        language._("since {month} the expectation rose by {amount}", **blanks)
        if move.change >= 0
        else language._("since {month} the expectation fell by {amount}", **blanks)
    )
    causes = "; ".join(_causes((move.news, move.revision, move.tet), number, language))
    return phrases.as_sentence(f"{text} ({causes})" if causes else text)


def _causes(sizes: tuple[float, ...], number: int, language: Language) -> Iterator[str]:
    for size, (more, less) in zip(sizes, _CAUSES, strict=True):
        written = phrases.monthly_amount((size,), language)
        if any(digit in "123456789" for digit in written):
            month = language.month_name(number)
            yield language._(more if size > 0 else less, month=month, size=written)


def record_sentence(told: Outlook, language: Language) -> str | None:
    """How wrong this outlook was at the same month of past years, and a straight line."""
    record = told.exports.record
    if record is None:
        return None
    return language._(
        "At this month of {first}–{last} such an outlook missed the year's total by {own} on "
        "average, a straight line by {straight}.",
        first=record.years[0],
        last=record.years[-1],
        own=language.percent(record.errors[Rule.LANDING]),
        straight=language.percent(record.errors[Rule.LINEAR]),
    )
