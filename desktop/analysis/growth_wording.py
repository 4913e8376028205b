"""The words on the two growths to date: the one that a return printed, and ours beside it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.analysis.results import Progress
    from desktop.figures.wording import Language


def differ(fraction: float, other: float) -> bool:
    """Say whether two rates of growth would be written differently."""
    return round(fraction * 100, 1) != round(other * 100, 1)


def growths_told(
    progress: Progress, language: Language, write: Callable[[float], str] | None = None
) -> str:
    """Name our own growth where the one the return printed differs; empty where it does not.

    What was printed is of the cumulative of that day: where a later return revised it, the day is
    told. `write` writes a growth; by default with its sign.
    """
    printed, ours = progress.growth_printed, progress.growth
    if printed is None or ours is None or not differ(printed, ours):
        return ""
    write = write or (lambda growth: language.percent(growth, sign=True))
    at, since = progress.growth_printed_source, progress.cumulative_source
    growths = {"printed": write(printed), "ours": write(ours)}
    if at and since and "" < at.reported_on < since.reported_on:
        return language._(
            "The return of {day} prints {printed}, of the cumulative as it was then; on the months "
            "published: {ours}.",
            day=language.day_of(at.reported_on), **growths,
        )  # fmt: skip
    return language._("The return prints {printed}; on the months published: {ours}.", **growths)
