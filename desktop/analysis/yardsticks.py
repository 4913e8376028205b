"""The three yardsticks of a flow, its months above and below the path, its best month."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis.growth import beyond, difference, growth, share, usd
from desktop.analysis.status_rules import NEAR
from desktop.analysis.yardstick_results import BestMonth, Months, Verdict, Yardstick, Yardsticks
from desktop.figures.month import Month

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.lines import Book, Line
    from desktop.analysis.status_rules import Standing
    from desktop.figures.series import Series

_SAME = 0.0005
"""Growth to a twentieth of a per cent is written alike (12.0 %): no more can be told apart."""
_OF_TET = 2
"""January and February."""


def yardsticks(standing: Standing, growing: float | None, base_year: int | None) -> Yardsticks:
    """Hold a flow against its target in three ways.

    Args:
        standing: What the status is judged by, in thousandths.
        growing: Growth to date, like for like.
        base_year: The whole of last year, in thousandths.
    """
    s = standing
    asked = [growth(target, base_year) for target in (s.target, s.target_high)]
    path_share, value = share(s.path, s.target), share(s.cumulative, s.target)
    beside = _beside_path(s)
    return Yardsticks(
        _growth(growing, asked[0], asked[1], judged=not s.is_january_alone),
        Yardstick(value, path_share, None, difference(value, path_share), beside),
        _path(s, beside),
        s.through / s.months,
    )


def _growth(
    value: float | None, low: float | None, high: float | None, *, judged: bool
) -> Yardstick:
    if value is None or low is None:
        return Yardstick(value, low, high)
    below, above = value - low, value - (low if high is None else high)
    gap = beyond(value, low, low if high is None else high)
    if not judged:
        return Yardstick(value, low, high, gap)
    if below < -_SAME:
        return Yardstick(value, low, high, gap, Verdict.BELOW)
    return Yardstick(value, low, high, gap, Verdict.ABOVE if above >= _SAME else Verdict.WITHIN)


def _beside_path(s: Standing) -> Verdict:
    """Judge cumulative and share alike: the one is the other, divided by the target."""
    if s.cumulative is None or not s.path or s.is_january_alone:
        return Verdict.NOT_JUDGED
    if (s.cumulative - s.path) / abs(s.path) < -NEAR:
        return Verdict.BELOW
    high = s.path_high or s.path
    return Verdict.ABOVE if (s.cumulative - high) / abs(high) >= NEAR else Verdict.WITHIN


def _path(s: Standing, verdict: Verdict) -> Yardstick:
    value, low, high = usd(s.cumulative), usd(s.path), usd(s.path_high)
    above = difference(value, low if high is None else high)
    gap = above if above is not None and above > 0 else difference(value, low)
    if high is not None and gap is not None and above is not None and gap > 0 >= above:
        gap = 0.0
    return Yardstick(value, low, high, gap, verdict)


def months_beside(year: int, months: Sequence[int | None], path: Sequence[int] | None) -> Months:
    """Say which months brought what the path asked of them alone (thousandths).

    January and February are judged by what both brought: Tết falls in the one or in the other.
    """
    if path is None:
        return Months()
    asked = [step - before for before, step in zip((0, *path), path, strict=False)]
    gaps = [difference(*pair) for pair in zip(months, asked, strict=False)]
    first = gaps[:_OF_TET]
    whole = sum(gap for gap in first if gap is not None) if _all_known(first) else None
    judged = [whole] * len(first) + gaps[_OF_TET:]
    known = {Month(year, n): gap for n, gap in enumerate(judged, 1) if gap is not None}
    return Months(
        tuple(month for month, gap in known.items() if gap >= 0),
        tuple(month for month, gap in known.items() if gap < 0),
    )


def _all_known(gaps: Sequence[int | None]) -> bool:
    return len(gaps) == _OF_TET and None not in gaps


def best_month(book: Book, series: Series, through: Month, before: Line) -> BestMonth | None:
    """Find the best month on record up to the last that counts; of equals the first.

    None where no month of the year before is known: of one year alone a best month says little.
    """
    month = book.largest_month(series, through) if any(before.months) else None
    amount = book.told_of(series, month) if month else None
    if month is None or amount is None:
        return None
    known = [ordinal for ordinal in book.history(series) if ordinal <= through.ordinal]
    of_all = len(known) == through.ordinal - min(known, default=through.ordinal) + 1
    value = usd(amount.value)
    return BestMonth(month, value, amount.status, amount.source, month == through, of_all)
