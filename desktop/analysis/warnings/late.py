"""Rule "late": a return that the publication calendar expects has not come."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from desktop.analysis.warnings.results import EarlyWarning, Gravity
from desktop.analysis.warnings.subjects import EXPORTS
from desktop.figures.received import DueReturn, DueState
from desktop.figures.warning_rules import Late, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date


def late(due: Iterable[DueReturn], rule: Late, today: date) -> Iterator[EarlyWarning]:
    """Warn once of each sender and layout whose newest return is late, since the first missed."""
    kinds: dict[tuple[str, str], list[DueReturn]] = defaultdict(list)
    for one in due:
        kinds[one.sender, one.layout].append(one)
    for (sender, layout), months in kinds.items():
        missed = [one for one in _missed(months) if _days(one, today) >= max(rule.days, 1)]
        if missed:
            yield EarlyWarning(
                rule=Rule.LATE,
                subject=f"{sender}:{layout}",
                series=EXPORTS,
                gravity=Gravity.NOTICE if len(missed) == 1 else Gravity.WATCH,
                size=float(_days(missed[-1], today)),
                threshold=float(rule.days),
                since=missed[0].month,
                through=missed[-1].month,
                evidence=(),
                due_on=missed[-1].due_on,
            )


def _days(one: DueReturn, today: date) -> int:
    return (today - one.due_on).days


def _missed(months: list[DueReturn]) -> list[DueReturn]:
    """The returns that are missing since the last one that came, oldest first."""
    missed: list[DueReturn] = []
    for one in sorted(months, key=lambda d: d.month, reverse=True):
        if one.state is DueState.RECEIVED:
            break
        missed.insert(0, one)
    return missed
