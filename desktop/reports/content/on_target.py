"""What is said of the year's target: headline, path, yardsticks, the end of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.outlook.results import Rule
from desktop.analysis.outlook.wording import early, silent, told_move
from desktop.analysis.range_ends import required_monthly, target_amounts, target_shares
from desktop.analysis.results import PaceStatus
from desktop.reports.content.report import Number, Sentence, Tone
from desktop.reports.content.saying import Saying, points, share, usd
from desktop.reports.prose import headline, outlook, yardsticks

if TYPE_CHECKING:
    from desktop.analysis.outlook.results import Outlook
    from desktop.analysis.results import Progress

TONES = {
    PaceStatus.MET: Tone.GOOD,
    PaceStatus.AHEAD: Tone.GOOD,
    PaceStatus.ON_TRACK: Tone.GOOD,
    PaceStatus.AT_RISK: Tone.WARN,
    PaceStatus.BEHIND: Tone.BAD,
    PaceStatus.CANNOT_SAY: Tone.MUTED,
}
"""How a status is meant."""


def growths(flow: str) -> tuple[str, str]:
    """The names of a flow's growth to date: as printed, which is quoted, and ours."""
    return f"{flow}.growth_printed", f"{flow}.growth"


def month_growths(flow: str) -> tuple[str, str]:
    """The names of the growth of a flow's newest month: as printed, which is quoted, and ours."""
    return f"{flow}.month_growth_printed", f"{flow}.month_growth"


def headline_sentences(saying: Saying) -> tuple[Sentence, ...]:
    """What a leader asks for first: how much, how fast, of the plan; where that leads."""
    exports, language = saying.overview.exports, saying.language
    shares = tuple(share(s) for s in target_shares(exports))
    needed = tuple(usd(x) for x in required_monthly(exports))
    saying.tell(
        "headline", headline.headline(exports, language),
        "exports.cumulative", *growths("exports"), "exports.share_of_target",
        "exports.required_monthly", more=(*shares, *needed, *_beyond(exports)),
    )  # fmt: skip
    saying.tell("other_growth", headline.other_growth(exports, language), *growths("exports"))
    _path(saying)
    told = saying.beside.outlook
    if told:
        saying.tell("chance", outlook.chance_sentence(told, language), more=_chances(told))
    return saying.done()


def _beyond(exports: Progress) -> tuple[Number, ...]:
    if exports.cumulative is None:
        return ()
    return tuple(usd(exports.cumulative - asked) for asked in target_amounts(exports))


def _path(saying: Saying) -> None:
    exports, language = saying.overview.exports, saying.language
    gap = exports.gap / exports.path if exports.gap is not None and exports.path else None
    saying.tell(
        "path", headline.path_sentence(exports, language), "exports.gap",
        more=(share(gap),), tone=TONES[exports.status],
    )  # fmt: skip


def target_sentences(saying: Saying) -> tuple[Sentence, ...]:
    """The plan, and how the year is held against it."""
    exports, language = saying.overview.exports, saying.language
    base = exports.base_year
    rates = tuple(share(t / base - 1) for t in target_amounts(exports)) if base else ()
    saying.tell(
        "target", headline.target_sentence(exports, language),
        "exports.target", "exports.target_high", "exports.target_growth", more=rates,
    )  # fmt: skip
    sticks = exports.yardsticks
    differences = (
        (points(sticks.growth.difference), points(sticks.share.difference)) if sticks else ()
    )
    saying.tell("yardsticks", yardsticks.yardsticks_sentence(exports, language), more=differences)
    saying.tell(
        "estimate", yardsticks.estimate_sentence(exports, language),
        more=(share(exports.revision),), tone=Tone.WARN,
    )  # fmt: skip
    return saying.done()


def outlook_sentences(saying: Saying, told: Outlook) -> tuple[Sentence, ...]:
    """Where the year will end, how sure that is, what moved it; or why it cannot be told."""
    language, exports = saying.language, told.exports
    saying.tell("silent", silent(exports.landing, language), tone=Tone.MUTED)
    band = exports.band
    ends: tuple[Number, ...] = ()
    if band:
        ends = (usd(band.median, "outlook.exports.median"), *(usd(x) for x in band.most))
    growth = share(exports.growth, "outlook.exports.growth")
    saying.tell("landing", outlook.landing_sentence(told, language), more=(*ends, growth))
    saying.tell("chance", outlook.chance_sentence(told, language), more=_chances(told))
    if told.balance:
        of = told.balance.band
        more = (usd(of.median, "outlook.balance.median"), *(usd(x) for x in of.most))
        saying.tell("balance_landing", outlook.balance_sentence(told, language), more=more)
    needed = tuple(share(x) for n in told.needed for x in (n.growth, n.chance, n.expected))
    saying.tell("needed", outlook.needed_sentence(told, language), more=needed)
    if move := told_move(exports):
        more = tuple(usd(x) for x in (move.change, move.news, move.revision, move.tet))
        saying.tell("move", outlook.move_sentence(told.exports, language), more=more)
    if parts := exports.landing.parts:
        more = (usd(parts.run_rate), *map(share, (parts.season, parts.lunar, parts.drift)))
        saying.tell("made_of", outlook.made_of_sentences(told.exports, language), more=more)
    saying.tell("early", early(exports, language), tone=Tone.WARN)
    if record := exports.record:
        errors = tuple(share(record.errors[rule]) for rule in (Rule.LANDING, Rule.LINEAR))
        saying.tell("record", outlook.record_sentence(told, language), more=errors)
    return saying.done()


def _chances(told: Outlook) -> tuple[Number, ...]:
    head = told.headline
    if head is None:
        return ()
    target = head.target
    asked = (share(target.low), share(target.high)) if abs(target.low) < 10 else (
        usd(target.low), usd(target.high))  # fmt: skip
    return (share(head.chance, "outlook.chance"), share(head.chance_high), *asked)
