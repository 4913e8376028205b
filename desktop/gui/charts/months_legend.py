"""What the bars of a year's months stand for, wherever a chart of them is."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from desktop.analysis.results import GapCause
from desktop.analysis.wording import CAUSES
from desktop.figures.figure import Status
from desktop.gui.parts.legend import Entry, Mark

if TYPE_CHECKING:
    from desktop.analysis.results import Progress
    from desktop.figures.wording import Language
    from desktop.gui.tokens import Colours


def last_year_drawn(exports: Progress) -> bool:
    """Say whether the line of the year before has a stretch: of its end alone there is none."""
    known = [True, *(p.cumulative_last_year is not None for p in exports.months)]
    return any(here and there for here, there in pairwise(known))


def months_legend(
    exports: Progress, ahead: list[Entry], lang: Language, colours: Colours
) -> list[Entry]:
    """Explain both years' bars; `ahead` is what stands for the months to come."""
    entries = [Entry(str(exports.year), Mark.BOX, colours.primary)]
    if any(p.last_year is not None for p in exports.months):
        entries.insert(0, Entry(str(exports.year - 1), Mark.BOX, colours.last_year_bar))
    if any(p.status is Status.ESTIMATE for p in exports.months):
        words = lang._("estimate")
        entries.append(Entry(words, Mark.HATCHED_BOX, colours.estimate_fill, colours.primary))
    entries += ahead
    if any(p.missing is GapCause.NOT_IMPORTED for p in exports.months):
        words = lang._(CAUSES[GapCause.NOT_IMPORTED])
        entries.append(Entry(words, Mark.DASHED_BOX, colours.card, colours.muted))
    return entries
