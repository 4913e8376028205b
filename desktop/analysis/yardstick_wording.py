"""How the three yardsticks are told: alike in the window, the terminal and the workbook."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from desktop.analysis.growth import beyond
from desktop.analysis.judgement import PaceStatus
from desktop.analysis.wording import PACE
from desktop.analysis.yardstick_results import Verdict, Yardstick
from desktop.figures.target import TargetMeasure
from desktop.figures.target_texts import amount_name
from desktop.figures.wording import BILLION, N_, fitting, side_by_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.results import Progress
    from desktop.figures.month import Month
    from desktop.figures.wording import Language

GROWTH = N_("Growth to date")
SHARE = N_("Of the target")
PATH = N_("Cumulative, bn USD")
AGAINST_GROWTH = N_("growth asked for the year")
AGAINST_SHARE = N_("share the path has by then")
AGAINST_PATH = N_("the path to date")
VERDICTS = {
    Verdict.ABOVE: N_("above"),
    Verdict.WITHIN: N_("level"),
    Verdict.BELOW: N_("below"),
    Verdict.NOT_JUDGED: N_("not judged"),
}
UNKNOWN = "–"
_Write = Callable[..., str]
"""Writes an amount with so many decimals."""
_MORE = 2
"""So many decimals more are told at most, for a difference to be that of what is told."""


@dataclass(frozen=True, slots=True)
class Told:
    """A yardstick in words: its name, value, what it is compared with, difference, verdict."""

    name: str
    value: str
    what: str
    against: str
    difference: str
    verdict: Verdict
    word: str


def yardsticks_told(progress: Progress, language: Language) -> tuple[Told, ...]:
    """Tell the three side by side; nothing without a target."""
    sticks = progress.yardsticks
    if sticks is None or progress.target_usd is None:
        return ()

    def points(fraction: float, decimals: int) -> str:
        return language._("{points} pts", points=language.points(fraction, decimals))

    amounts = side_by_side((progress.cumulative, sticks.path.against))
    signed, billions = partial(language.percent, sign=True), language.billions
    lines: Sequence[tuple[str, str, Yardstick, int, _Write, _Write]] = (
        (GROWTH, AGAINST_GROWTH, sticks.growth, _decimals(sticks.growth, 0.01, 1), signed, points),
        (SHARE, AGAINST_SHARE, sticks.share, _decimals(sticks.share, 0.01, 1),
         language.percent, points),
        (PATH, AGAINST_PATH, sticks.path, _decimals(sticks.path, BILLION, amounts),
         billions, partial(billions, sign=True)),
    )  # fmt: skip
    return tuple(
        Told(
            language._(name),
            _written(stick.value, write, decimals),
            language._(what),
            _range(stick, write, decimals, language),
            _written(stick.difference, differ, decimals),
            stick.verdict,
            language._(VERDICTS[stick.verdict]),
        )
        for name, what, stick, decimals, write, differ in lines
    )


def _decimals(stick: Yardstick, unit: float, least: int) -> int:
    """Give the decimals with which what is told of both sides differs by what is told of it."""
    value, against, difference = stick.value, stick.against, stick.difference
    if value is None or against is None or difference is None or stick.against_high is not None:
        return least
    for decimals in range(least, least + _MORE):
        one, other, between = (
            round(amount / unit * 10**decimals) for amount in (value, against, difference)
        )
        if one - other == between:
            return decimals
    return least + _MORE


def _written(value: float | None, write: _Write, decimals: int) -> str:
    return UNKNOWN if value is None else write(value, decimals)


def _range(stick: Yardstick, write: _Write, decimals: int, language: Language) -> str:
    """Write what is compared with; both ends of a range shortly: +15–16%, 220.5–222.4."""
    low, high = stick.against, stick.against_high
    if low is None or high is None:
        return _written(low, write, decimals)
    if abs(high) > 1:
        return "–".join(language.billions(end, fitting(end)) for end in (low, high))
    whole = all(abs(round(end * 100) - end * 100) < 0.05 for end in (low, high))
    first = language.percent(low, 0 if whole else 1, sign=True).removesuffix("%")
    return f"{first}–{language.percent(high, 0 if whole else 1)}"


def estimate_told(progress: Progress, language: Language) -> str:
    """Say that a status rests on an estimate, and what it would be if revised as usual."""
    if not progress.on_estimate or progress.status is PaceStatus.CANNOT_SAY:
        return ""
    if progress.if_revised is None or progress.revision is None:
        return language._("on an estimate")
    size = language.percent(progress.revision)
    low, high = (language._(PACE[status]) for status in progress.if_revised)
    if low == high:
        return language._(
            "on an estimate; the same if it is revised by its usual {size}", size=size
        )
    return language._(
        "on an estimate; revised by its usual {size}: down {low}, up {high}",
        size=size, low=low, high=high,
    )  # fmt: skip


_BEST = {
    (True, False): N_("Best month on record: {month}, {amount} bn USD."),
    (True, True): N_("This is the best month on record: {month}, {amount} bn USD."),
    (False, False): N_("Best of the months held: {month}, {amount} bn USD."),
    (False, True): N_("This is the best of the months held: {month}, {amount} bn USD."),
}
"""By whether every month since the first one held is known, and whether it is the newest."""


def beside_told(progress: Progress, language: Language) -> tuple[str, ...]:
    """Say which months were above and below their own plan, and which is the best on record."""
    lines = []
    if beside := progress.beside_path:
        for months, words in (
            (beside.above, N_("Above their own part of the path: {months}.")),
            (beside.below, N_("Below their own part of the path: {months}.")),
        ):
            if months:
                lines.append(language._(words, months=_names(months, language)))
    if best := progress.best_month:
        words = _BEST[best.of_all, best.is_newest]
        amount = language.billions(best.value, side_by_side([best.value]))
        lines.append(language._(words, month=language.month(best.month), amount=amount))
    return (*lines, *_in_print_told(progress, language), *units_told(progress, language))


def beyond_target(progress: Progress) -> float | None:
    """How far growth to date, as it is quoted, lies beyond what a target of growth asks for.

    A fraction, to a tenth of a point; 0 within the target's range. None where there is nothing to
    hold against it: January alone says little.
    """
    target, grown = progress.target, progress.quoted_growth
    by_growth = target is not None and target.measure is TargetMeasure.GROWTH
    if target is None or not by_growth or grown is None or progress.through.number == 1:
        return None
    return round(beyond(grown, target.low, target.high), 3)


def _in_print_told(progress: Progress, language: Language) -> list[str]:
    """Hold the growth that was printed against the growth asked for, where there is no base."""
    printed, target, ahead = progress.growth_printed, progress.target, beyond_target(progress)
    if target is None or printed is None or ahead is None or progress.growth is not None:
        return []
    words = N_("Growth to date as printed, {growth}, is what the target asks for ({asked}).")
    if ahead > 0:
        words = N_(
            "Growth to date as printed, {growth}, is {points} points above what the target asks "
            "for ({asked})."
        )
    if ahead < 0:
        words = N_(
            "Growth to date as printed, {growth}, is {points} points below what the target asks "
            "for ({asked})."
        )
    return [
        language._(
            words,
            growth=language.percent(printed, sign=True),
            points=language.points(abs(ahead)).removeprefix("+"),
            asked=amount_name(target, language),
        )
    ]


def units_told(progress: Progress, language: Language) -> list[str]:
    """Say of a merged province what its figures from before the mergers are."""
    found = []
    if progress.summed_units and progress.base_cumulative is not None:
        words = N_(
            "Until June 2025 the figures are the sum of those of {units}; goods and markets that "
            "one of them did not tell have none."
        )
        found.append(language._(words, units=", ".join(progress.summed_units)))
    if progress.lacking_units and progress.base_cumulative is None:
        words = N_(
            "There is no base: no return is held of {units} until June 2025, whose territory is "
            "part of the province since."
        )
        found.append(language._(words, units=", ".join(progress.lacking_units)))
    return found


def _names(months: Sequence[Month], language: Language) -> str:
    """Name months shortly; January and February, which are judged together, as one."""
    names = [language.month_tick(month.number) for month in months]
    if [month.number for month in months[:2]] == [1, 2]:
        names[:2] = [" + ".join(names[:2])]
    return ", ".join(names)
