"""Lines of scenarios on the cumulative chart: where the year goes if what is assumed comes true."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop.figures.month import MONTHS_PER_YEAR
from desktop.gui.charts.end_labels import EndLabel
from desktop.gui.charts.plot import cosmetic, in_billions

if TYPE_CHECKING:
    from desktop.analysis.outlook import Assumed
    from desktop.figures.wording import Language
    from desktop.gui.charts.plot import Plot
    from desktop.gui.tokens import Colours

_MOST = 2
_DASHES = ((1.2, 1.6), (4.0, 1.6))
"""One scenario is dotted, the other dashed: they differ without their colours too."""


class AssumedLines:
    """Medians with each scenario, from the last figure to December."""

    def __init__(self, plot: Plot) -> None:
        """Put empty lines into a plot."""
        self.curves = [plot.curve() for _ in range(_MOST)]

    def show(self, known: float | None, found: Sequence[Assumed], colours: Colours) -> None:
        """Draw other scenarios, from January to date (billions) on."""
        for number, curve in enumerate(self.curves):
            ends = _medians(found[number]) if number < len(found) else []
            shown = bool(ends) and known is not None
            start = [known] if shown else []
            places = range(MONTHS_PER_YEAR - len(ends), MONTHS_PER_YEAR + 1) if shown else ()
            curve.setData(list(places), [*start, *ends] if shown else [])
            curve.setPen(cosmetic(_ink(number, colours), 2.0, _DASHES[number]))
            curve.setVisible(shown)


def _medians(one: Assumed) -> list[float]:
    exports = one.flows[0] if one.flows else None
    return [in_billions(p.to_date.median) or 0.0 for p in exports.fan] if exports else []


def _ink(number: int, colours: Colours) -> str:
    return (colours.bad, colours.good)[number]


def scenario_ends(found: Sequence[Assumed], lang: Language, colours: Colours) -> list[EndLabel]:
    """Name the lines' ends by their scenarios."""
    ends = []
    for number, one in enumerate(found[:_MOST]):
        medians = _medians(one)
        if medians:
            text = f"{lang.number(medians[-1], 1)} {one.scenario.name}"
            ends.append(EndLabel(medians[-1], text, _ink(number, colours)))
    return ends
