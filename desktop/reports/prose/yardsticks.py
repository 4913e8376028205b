"""The sentences about the yardsticks beside the path, and about what rests on an estimate."""

from __future__ import annotations

from desktop.analysis.results import PaceStatus, Progress
from desktop.analysis.yardstick_results import Verdict, Yardstick
from desktop.analysis.yardstick_wording import estimate_told
from desktop.figures.wording import N_, Language
from desktop.reports.prose import phrases

_GROWTH = {
    Verdict.ABOVE: N_("growth to date is {points} above the growth asked for the year"),
    Verdict.WITHIN: N_("growth to date is level with the growth asked for the year"),
    Verdict.BELOW: N_("growth to date is {points} below the growth asked for the year"),
}
_SHARE = {
    Verdict.ABOVE: N_("the share of the year's target is {points} above the path's"),
    Verdict.WITHIN: N_("the share of the year's target is level with the path's"),
    Verdict.BELOW: N_("the share of the year's target is {points} below the path's"),
}


def yardsticks_sentence(progress: Progress, language: Language) -> str | None:
    """Hold growth and share against the target; None where they are not judged."""
    sticks = progress.yardsticks
    if sticks is None:
        return None
    clauses = [
        _clause(stick, words, language)
        for stick, words in ((sticks.growth, _GROWTH), (sticks.share, _SHARE))
    ]
    known = [clause for clause in clauses if clause]
    return phrases.as_sentence("; ".join(known)) if known else None


def _clause(stick: Yardstick, words: dict[Verdict, str], language: Language) -> str:
    if stick.verdict not in words or stick.difference is None:
        return ""
    if stick.verdict is Verdict.WITHIN and stick.against_high is not None:
        return language._("growth to date lies within the range asked for the year")
    return language._(words[stick.verdict], points=phrases.points(stick.difference, language))


def estimate_sentence(progress: Progress, language: Language) -> str | None:
    """Say that the status rests on an estimate; None where it does not, or says nothing."""
    told = estimate_told(progress, language)
    if not told or progress.target is None or progress.status is PaceStatus.CANNOT_SAY:
        return None
    return language._("The status rests {told}.", told=told)
