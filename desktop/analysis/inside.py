"""What was revised inside a cumulative: why it differs from the sum of its months, and where.

The step from one month's cumulative to the next is what the releases say that the month came to.
Where it is not the month as printed, the return that told the later cumulative had revised it, or
a month before it, without printing the revised month. The steps explain the difference exactly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.growth import usd
from desktop.figures.series import SCALE

if TYPE_CHECKING:
    from desktop.analysis.results import MonthPoint, Progress
    from desktop.figures.month import Month


@dataclass(frozen=True, slots=True)
class Inside:
    """A revision inside the cumulative: by how much (USD), found in the step of `month`.

    It is the month's own, or one of a month before it: the releases do not tell them apart,
    but for January, which has none before it.
    """

    month: Month
    amount: float


@dataclass(frozen=True, slots=True)
class Difference:
    """A cumulative less its months (USD), and the revisions that make it, the largest first."""

    total: float
    parts: tuple[Inside, ...]


def difference(progress: Progress) -> Difference | None:
    """Explain why the cumulative differs from the sum of its months; None where it does not.

    Where a cumulative on the way is not known, what lies behind it is told with the next one.
    """
    if progress.cumulative is None or progress.sum_of_months is None:
        return None
    total = _whole(progress.cumulative) - _whole(progress.sum_of_months)
    if not total:
        return None
    parts = _steps(progress.months[: progress.through.number])
    ordered = sorted(parts, key=lambda part: (-abs(part[1]), part[0]))
    return Difference(usd(total), tuple(Inside(month, usd(amount)) for month, amount in ordered))


def _steps(months: tuple[MonthPoint, ...]) -> list[tuple[Month, int]]:
    found, before, since = [], 0, 0
    for point in months:
        since += _whole(point.value or 0.0)
        if point.cumulative is None:
            continue
        cumulative = _whole(point.cumulative)
        if amount := cumulative - before - since:
            found.append((point.month, amount))
        before, since = cumulative, 0
    return found


def _whole(amount: float) -> int:
    """Count thousandths, so that the parts sum exactly."""
    return round(amount * SCALE)
