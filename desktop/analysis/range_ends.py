"""Both ends of a target that is a range: what they ask for, and what they have of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.analysis.results import Progress


def target_amounts(progress: Progress) -> tuple[float, ...]:
    """The year's target in USD; both ends of a range, none without a target."""
    low, high = progress.target_usd, progress.target_high_usd
    return tuple(dict.fromkeys(x for x in (low, high) if x is not None))


def target_shares(progress: Progress) -> tuple[float, ...]:
    """The share of the target reached, smallest first; two of a range, none without a target."""
    if progress.cumulative is None:
        return ()
    return tuple(sorted(progress.cumulative / t for t in target_amounts(progress) if t))


def required_monthly(progress: Progress) -> tuple[float, ...]:
    """What each month left must bring on average (USD); two of a range, none where none is left."""
    if progress.cumulative is None or not progress.months_left:
        return ()
    return tuple((t - progress.cumulative) / progress.months_left for t in target_amounts(progress))


def paths(progress: Progress) -> tuple[float, ...]:
    """Where the cumulative should be (USD): on the way to each end; none without a path."""
    if progress.path is None:
        return ()
    high = progress.months[progress.through.number - 1].path_high
    return tuple(dict.fromkeys(x for x in (progress.path, high) if x is not None))
