"""The outlook in words: how likely, why not, what moved it, what it is made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.landing.results import Why
from desktop.analysis.landing.wording import sentence as reason_sentence
from desktop.analysis.outlook.levers import LARGEST
from desktop.analysis.outlook.required import ASKED
from desktop.analysis.outlook.results import Rule, Unsaid
from desktop.analysis.spreading import apportioned
from desktop.figures.figure import Status
from desktop.figures.groupings import Dimension
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.series import SCALE, Flow
from desktop.figures.target_names import item_name, market_name
from desktop.figures.wording import BILLION, N_, fitting

if TYPE_CHECKING:
    from collections.abc import Iterator

    from desktop.analysis.landing import Landing
    from desktop.analysis.outlook.results import FlowOutlook, Lever, Move, Outlook
    from desktop.figures.wording import Language

CHANCE_WORDS: tuple[tuple[float, str], ...] = (
    (0.90, N_("very likely")),
    (0.65, N_("likely")),
    (0.35, N_("even")),
    (0.10, N_("unlikely")),
    (0.00, N_("very unlikely")),
)
"""The least chance of each word, the highest first."""
CANNOT_SAY = N_("cannot say")

UNSAID: dict[Unsaid, str] = {
    Unsaid.NO_LANDING: N_("the year's end cannot be told from these figures"),
    Unsaid.NO_VALUE: N_("the figures do not say what it asks for"),
    Unsaid.OTHER_MONTHS: N_("its months are not this year's"),
    Unsaid.NO_PART: N_("too few figures of this part"),
    Unsaid.NOT_SPLIT: N_("provinces are not forecast"),
}
RULES: dict[Rule, str] = {
    Rule.LANDING: N_("This outlook"),
    Rule.SEASON: N_("By seasonal shares"),
    Rule.CARRIED: N_("Growth carried on"),
    Rule.LINEAR: N_("Straight line (× 12/m)"),
}
SHORT_RULES: dict[Rule, str] = {
    Rule.LANDING: N_("Forecast"),
    Rule.SEASON: N_("Season"),
    Rule.CARRIED: N_("Growth carried"),
    Rule.LINEAR: N_("× 12/m"),
}
EARLY = (Why.TOO_EARLY, Why.SURPRISES, Why.SHORT_HISTORY)
"""Reasons for which the answer is told as an early one; so is one that rests on an estimate."""


def chance_word(chance: float | None) -> str:
    """Give the word for a chance, to be translated."""
    if chance is None:
        return CANNOT_SAY
    return next(word for least, word in CHANCE_WORDS if chance >= least)


def early(flow: FlowOutlook, lang: Language) -> str:
    """Say why it is early to say; empty where it is not, or where there is no number at all."""
    landing = flow.landing
    told = [reason_sentence(r, lang) for r in landing.reasons if r.why in EARLY]
    if flow.status is Status.ESTIMATE:
        month = lang.month(landing.through)
        told.append(lang._("The figure of {month} is an estimate.", month=month))
    if not told or flow.band is None or landing.through.number == MONTHS_PER_YEAR:
        return ""
    return lang._("Early to say.") + " " + " ".join(told)


def usual_revision(flow: FlowOutlook, lang: Language) -> str:
    """Say how far the last figure is usually revised; empty where it stands."""
    reason = next((r for r in flow.landing.reasons if r.why is Why.ESTIMATE), None)
    if reason is None or reason.month is None:
        return ""
    return lang._(
        "The figure of {month} is usually revised by {share}.",
        month=lang.month(reason.month), share=lang.percent(reason.amount or 0.0),
    )  # fmt: skip


def silent(landing: Landing, lang: Language) -> str:
    """Say why there is no number, what forbids it before the rest; empty where there is one."""
    if landing.quantiles:
        return ""
    others = (reason_sentence(reason, lang) for reason in landing.reasons[:-1])
    return " ".join((forbidding(landing, lang), *others))


def forbidding(landing: Landing, lang: Language) -> str:
    """Say what alone forbids a number, of a landing that has none."""
    return reason_sentence(landing.reasons[-1], lang)


def part_sentences(landing: Landing, lang: Language) -> Iterator[str]:
    """Say what the median is made of, a plain sentence each."""
    parts = landing.parts
    if parts is None:
        return
    level = lang.billions(parts.run_rate, fitting(parts.run_rate))
    yield lang._("Present level, season and holidays taken out: {x} bn USD a month.", x=level)
    if abs(parts.season) >= 0.001 and len(landing.log_mean):
        rises = parts.season > 0
        text = (
            lang._("The season lifts the months left by {share} on average.") if rises
            else lang._("The season lowers the months left by {share} on average.")
        )  # fmt: skip
        yield text.format(share=lang.percent(abs(parts.season)))
    if parts.lunar is not None and parts.lunar_month is not None:
        yield lang._("Tết weighs on {month}: {share}.", month=lang.month(parts.lunar_month),
                     share=lang.percent(parts.lunar, 0, sign=True))  # fmt: skip
    growth = lang.percent(parts.drift, sign=True)
    yield lang._("Underlying growth going on: {share} a year.", share=growth)


LEVERS_NOTE = N_(
    "Growth of the months left of one market or item alone, all else as expected, at which the "
    "target is so likely. –: not by it alone. 0: even without it."
)


def lever_headings(lang: Language) -> tuple[str, ...]:
    """Name the columns of `lever_cells`."""
    asked = (lang._("For {share}", share=lang.percent(chance, 0)) for chance in ASKED)
    return lang._("Growth of the months left"), lang._("Expected"), *asked


def lever_cells(lever: Lever, lang: Language) -> tuple[str, ...]:
    """Say by how much a part is to grow, and by how much it must for each chance."""
    by_item = lever.dimension is Dimension.ITEM
    if lever.code == LARGEST:
        name = lang._("The five largest items") if by_item else lang._("The five largest markets")
    else:
        name = (
            item_name(lever.code, Flow.EXPORT, lang) if by_item else market_name(lever.code, lang)
        )
    needed = (
        "–" if g is None else "0" if g <= -1 else lang.percent(g, sign=True) for g in lever.needed
    )
    return name, lang.percent(lever.growth, sign=True), *needed


def needed_sentence(outlook: Outlook, lang: Language) -> str:
    """Say how the months left must grow for the target to be so likely; empty without one."""
    if not outlook.needed:
        return ""
    asked = "; ".join(
        lang._("{chance}: {growth}", chance=lang.percent(n.chance, 0),
               growth=lang.percent(n.growth, sign=True))
        for n in outlook.needed
    )  # fmt: skip
    return lang._(
        "Growth of the months left at which the target's chance is {asked} (expected: {growth}).",
        asked=asked, growth=lang.percent(outlook.needed[0].expected, sign=True),
    )  # fmt: skip


def told_move(flow: FlowOutlook) -> Move | None:
    """Give what moved the median as it is told: the parts, rounded, sum to the rounded change."""
    move = flow.move
    if move is None:
        return None
    step = BILLION / 10 ** _places(flow)
    exactly = [round(usd * SCALE) for usd in (move.news, move.revision, move.tet)]
    parts = apportioned(exactly, round(step * SCALE))
    news, revision, tet = (part * step for part in parts)
    return replace(move, change=sum(parts) * step, news=news, revision=revision, tet=tet)


def move_sentence(flow: FlowOutlook, lang: Language) -> str:
    """Say how far the median moved since the month before, and by what; empty in January."""
    move = told_move(flow)
    if move is None:
        return ""
    before = lang.month_name(flow.landing.through.number - 1)
    text = (
        lang._("Since {month} the answer rose by {x} bn USD") if move.change >= 0
        else lang._("Since {month} the answer fell by {x} bn USD")
    ).format(month=before, x=lang.billions(abs(move.change), _places(flow)))  # fmt: skip
    return f"{text}: {', '.join(_causes(flow, move, lang))}."


def _causes(flow: FlowOutlook, move: Move, lang: Language) -> Iterator[str]:
    month = lang.month_name(flow.landing.through.number)
    news, revision, tet = (
        lang.billions(usd, _places(flow), sign=True) for usd in (move.news, move.revision, move.tet)
    )
    yield lang._("{month}'s figure {x}", month=month, x=news)
    yield lang._("revisions of earlier months {x}", x=revision)
    if move.tet:
        yield lang._("the place of Tết {x}", x=tet)


def _places(flow: FlowOutlook) -> int:
    """Decimals of what moved an answer: a province's year is small, and its moves are smaller."""
    if flow.band is None or flow.move is None or fitting(flow.band.median) == 1:
        return 1
    move = flow.move
    return fitting(max(abs(usd) for usd in (move.change, move.news, move.revision, move.tet)))
