"""What the marks of the outlook's charts stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.gui.charts.months_legend import last_year_drawn, months_legend
from desktop.gui.parts.legend import Entry, Mark

if TYPE_CHECKING:
    from desktop.analysis.results import Progress
    from desktop.figures.wording import Language
    from desktop.gui.tokens import Colours


def cumulative_legend(
    exports: Progress, lang: Language, colours: Colours, *, foreseen: bool = True
) -> list[Entry]:
    """Explain the lines to December; what is not `foreseen` has no fan."""
    entries = [Entry(lang._("actual"), Mark.LINE, colours.primary)]
    if foreseen:
        entries += [
            Entry(lang._("median"), Mark.DASHED_LINE, colours.primary),
            Entry("50 · 80 · 95%", Mark.BOX, colours.estimate_fill),
        ]
    if exports.months[-1].path is not None:
        entries.append(Entry(lang._("path"), Mark.DASHED_LINE, colours.target))
    if last_year_drawn(exports):
        entries.append(Entry(str(exports.year - 1), Mark.LINE, colours.last_year_line))
    return entries


def outlook_months_legend(
    exports: Progress, lang: Language, colours: Colours, *, foreseen: bool = True
) -> list[Entry]:
    """Explain the bars of the months, and where those to come are expected."""
    words = lang._("median, and what 80% lie in")
    forecast = Entry(words, Mark.DASHED_BOX, colours.primary_soft, colours.primary)
    return months_legend(exports, [forecast] if foreseen else [], lang, colours)
