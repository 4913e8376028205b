"""Rule "falling": months below the same months of the year before, one after another.

January and February are one observation: Tết moves between them, so that one of them alone may
rise or fall by a third without anything having changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.warnings.results import EarlyWarning, Gravity
from desktop.analysis.warnings.sight import MILLION, Sight, evidence_of
from desktop.analysis.warnings.subjects import EXPORTS, subject
from desktop.figures.month import Month
from desktop.figures.warning_rules import Falling, Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from desktop.figures.series import Series

_FARTHEST = 36
"""Months: a fall that has lasted for three years is no early warning any more."""
_GRAVE_FALL, _GRAVE_MONTHS = 0.10, 3
"""From here on it is to be watched, not only known."""


def falling(sight: Sight, rule: Falling, series: Iterable[Series]) -> Iterator[EarlyWarning]:
    """Warn of each series that has been falling for long enough."""
    for one in series:
        run = _run(sight, one)
        if run is None:
            continue
        since, last = run
        whole = sight.against(one, since, last)
        months = last - since + 1
        if whole is None or months < rule.months or -whole.growth < rule.least_fall:
            continue
        if whole.base.value >= rule.least_base * MILLION:
            yield EarlyWarning(
                rule=Rule.FALLING,
                subject=subject(one),
                series=one,
                gravity=_gravity(one, months, -whole.growth),
                size=-whole.growth,
                threshold=rule.least_fall,
                since=since,
                through=last,
                evidence=evidence_of(one, since, last, whole),
            )


def _run(sight: Sight, series: Series) -> tuple[Month, Month] | None:
    """First and last month of the falls that reach to the newest month that can be judged."""
    alone = sight.through.number == 1  # January says nothing before February has come
    last = sight.through - 1 if alone else sight.through
    since, month = None, last
    while last - month < _FARTHEST:
        first = month - 1 if month.number == 2 else month
        held = sight.against(series, first, month)
        if held is None or held.growth >= 0:
            break
        since, month = first, first - 1
    return None if since is None else (since, last)


def _gravity(series: Series, months: int, fall: float) -> Gravity:
    if series == EXPORTS:
        return Gravity.ALARM
    return Gravity.WATCH if months >= _GRAVE_MONTHS or fall >= _GRAVE_FALL else Gravity.NOTICE
