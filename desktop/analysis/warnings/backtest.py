"""When each rule would have spoken in past months, and how often a miss followed.

A miss is, for warnings about all exports, a year whose target was not reached; for an item or a
market, a fall against last year over the months that followed. Beside it stands how often the same
happened where the rule was silent: a rule that is right no more often than silence is of no use.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.growth import share
from desktop.analysis.warnings.results import EarlyWarning
from desktop.analysis.warnings.subjects import EXPORTS
from desktop.figures.month import Month
from desktop.figures.series import Flow, Series
from desktop.figures.warning_rules import Rule

if TYPE_CHECKING:
    from desktop.analysis.warnings.sight import Sight

FOLLOWING = 6
"""Months after a warning in which its subject is watched."""


@dataclass(frozen=True, slots=True)
class Firing:
    """One warning in the past: when, about what, how big, and what followed.

    `missed` is None where it cannot be told: the months after are not held, or no target is.
    """

    rule: Rule
    month: Month
    subject: str
    size: float
    since: Month
    missed: bool | None


@dataclass(frozen=True, slots=True)
class RuleRecord:
    """A rule's record over the months tried.

    `judged` counts the firings whose outcome is known, `missed` those that a miss followed;
    `silent` and `silent_missed` count the same for the subjects and months without a warning.
    """

    rule: Rule
    firings: tuple[Firing, ...]
    judged: int
    missed: int
    silent: int
    silent_missed: int

    @property
    def hit_rate(self) -> float | None:
        """How often a miss followed a warning."""
        return share(self.missed, self.judged)

    @property
    def base_rate(self) -> float | None:
        """How often a miss followed where nothing was said."""
        return share(self.silent_missed, self.silent)


def backtest(
    sight: Sight,
    months: Iterable[Month],
    warned: Callable[[Month], Iterable[EarlyWarning]],
    years_missed: Mapping[int, bool],
) -> tuple[RuleRecord, ...]:
    """Try the rules month by month: all but that of late returns, which no figure tells of later.

    Args:
        sight: Everything that is known today; it judges what followed.
        months: The months to stand in; one of whose exports nothing is held is passed over: there
            the rules would have had nothing to be silent about.
        warned: What would have been said in a month, on what was seen then.
        years_missed: By year with a target, whether it was missed.
    """
    spoken = {month: list(warned(month)) for month in months if _is_held(sight, month)}
    return tuple(
        _record(rule, sight, spoken, years_missed) for rule in Rule if rule is not Rule.LATE
    )


def _is_held(sight: Sight, month: Month) -> bool:
    january = Month(month.year, 1)
    return any(sight.between(EXPORTS, first, month) for first in (month, january))


def _record(
    rule: Rule,
    sight: Sight,
    spoken: Mapping[Month, list[EarlyWarning]],
    years_missed: Mapping[int, bool],
) -> RuleRecord:
    fired = {(month, w.series): w for month, told in spoken.items() for w in told if w.rule is rule}
    firings = tuple(
        Firing(rule, month, w.subject, w.size, w.since, _missed(sight, series, month, years_missed))
        for (month, series), w in sorted(fired.items())
    )
    subjects = {series for _, series in fired}
    quiet = [
        outcome
        for month in spoken
        for series in subjects
        if (month, series) not in fired
        and (outcome := _missed(sight, series, month, years_missed)) is not None
    ]
    known = [f.missed for f in firings if f.missed is not None]
    return RuleRecord(rule, firings, len(known), sum(known), len(quiet), sum(quiet))


def _missed(
    sight: Sight, series: Series, month: Month, years_missed: Mapping[int, bool]
) -> bool | None:
    if series == EXPORTS:
        return years_missed.get(month.year)
    if series.flow is not Flow.EXPORT:
        return None
    after = sight.against(series, month + 1, month + FOLLOWING)
    return None if after is None else after.growth < 0


def months_between(first: Month, last: Month) -> Iterator[Month]:
    """Walk from a month to another, both included."""
    return (first + n for n in range(last - first + 1))
