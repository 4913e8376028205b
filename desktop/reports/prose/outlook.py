"""The sentences about the end of the year: where it will end, how likely the plan is met, why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.outlook.results import Rule
from desktop.analysis.outlook.wording import chance_word, told_move
from desktop.figures.target import TargetMeasure
from desktop.figures.wording import N_
from desktop.reports.prose import phrases
from desktop.reports.prose.trade import surplus

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.analysis.outlook.results import FlowOutlook, Outlook
    from desktop.figures.target import Target
    from desktop.figures.wording import Language

_CAUSES = (
    (N_("more by the figure of {month}: {size}"), N_("less by the figure of {month}: {size}")),
    (N_("more by revisions of earlier months: {size}"),
     N_("less by revisions of earlier months: {size}")),
    (N_("more by the place of Tết: {size}"), N_("less by the place of Tết: {size}")),
)  # fmt: skip
"""What moved the answer, up and down: the news, revisions, Tết."""


_SEASON = {
    True: N_("The season lifts the months left by {share} on average."),
    False: N_("The season lowers the months left by {share} on average."),
}
_TET = {
    True: N_("Tết adds {share} to {month}."),
    False: N_("Tết takes {share} off {month}."),
}
"""By whether it is more."""


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
        "The target for the year ({asked}) is met with a chance of {chance}: {word}",
        asked=_asked(head.target, language),
        chance=chance,
        word=language._(chance_word(head.chance)),
    )
    if head.chance_high is not None and head.chance_high != head.chance:
        high = language.percent(head.chance_high, 0)
        text = language._("{chance}; its high end with {high}", chance=text, high=high)
    return text + "."


def _asked(target: Target, language: Language) -> str:
    """Say what a plan asks for, as a sentence does: without signs."""
    ends = tuple(dict.fromkeys((target.low, target.high)))
    if target.measure is not TargetMeasure.GROWTH:
        return phrases.spread(ends, language, 2)
    rates = phrases.target_rates(ends, language)
    text = N_("up {size}") if target.low >= 0 else N_("down {size}")
    return language._(text, size=rates)


def balance_sentence(told: Outlook, language: Language) -> str | None:
    """Where the balance of the year will end."""
    if told.balance is None or told.exports.landing.through.number == 12:
        return None
    band = told.balance.band
    balance, low, high = (surplus(usd, language) for usd in (band.median, *band.most))
    blanks = {"year": told.year, "balance": balance, "low": low, "high": high}
    if balance == surplus(0.0, language):
        return language._(
            "The trade balance of {year} may come out even; 80 of 100 outcomes lie between {low} "
            "and {high}.",
            **blanks,
        )
    return language._(
        "The trade balance of {year} may come to {balance}; 80 of 100 outcomes lie between {low} "
        "and {high}.",
        **blanks,
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


def move_sentence(flow: FlowOutlook, language: Language) -> str | None:
    """How far the answer moved since the month before, and by what."""
    move = told_move(flow)
    if move is None:
        return None
    number = flow.landing.through.number
    if not _is_felt(move.change, language):
        before = language.month_name(number - 1)
        return phrases.as_sentence(
            language._("since {month} the expectation has not moved", month=before)
        )
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
        if _is_felt(size, language):
            written = phrases.monthly_amount((size,), language)
            month = language.month_name(number)
            yield language._(more if size > 0 else less, month=month, size=written)


def _is_felt(usd: float, language: Language) -> bool:
    """Say whether an amount would be written as more than nothing."""
    return any(digit in "123456789" for digit in phrases.monthly_amount((usd,), language))


def made_of_sentences(flow: FlowOutlook, language: Language) -> str | None:
    """What the expectation is made of: level, season, Tết, underlying growth; None where untold."""
    landing = flow.landing
    parts = landing.parts
    if parts is None:
        return None
    level = phrases.monthly_amount((parts.run_rate,), language)
    said = [
        language._("Present level, season and holidays taken out: {amount} a month.", amount=level)
    ]
    if phrases.is_felt(parts.season) and len(landing.log_mean):
        text = _SEASON[parts.season > 0]
        said.append(language._(text, share=language.percent(abs(parts.season))))
    if parts.lunar is not None and parts.lunar_month is not None and phrases.is_felt(parts.lunar):
        month = language.month(parts.lunar_month)
        text = _TET[parts.lunar > 0]
        said.append(language._(text, month=month, share=language.percent(abs(parts.lunar), 0)))
    if phrases.is_felt(parts.drift):
        moved = phrases.change(parts.drift, language)
        said.append(language._("Underlying growth going on: {change} a year.", change=moved))
    return " ".join(said)


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
