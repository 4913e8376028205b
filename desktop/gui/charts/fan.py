"""The fan: the median of the months to come, and the bands that most outcomes lie in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pyqtgraph as pg
from PySide6.QtGui import QColor

from desktop.gui.charts.plot import cosmetic, in_billions
from desktop.gui.tokens import Colours

if TYPE_CHECKING:
    from desktop.analysis.outlook import Band
    from desktop.gui.charts.plot import Plot

_ALPHAS = (28, 44, 60)
"""How much ink each band adds to the one beneath it, the widest first, out of 255."""
_UNDER = -5


class Fan:
    """Bands about a median line through the months' ends; the widest first, each on the last."""

    def __init__(self, plot: Plot, *, bands: int = 3) -> None:
        """Put an empty fan into a plot, with so many bands: 1 (80 %) or 3 (95, 80, 50 %)."""
        self._count = bands
        self.edges = [(plot.curve(ringed=False), plot.curve(ringed=False)) for _ in range(bands)]
        self.fills = [pg.FillBetweenItem(low, high) for low, high in self.edges]
        for fill in self.fills:
            fill.setZValue(_UNDER)
            plot.put(fill)
        self.median = plot.curve()

    def show(
        self, places: Sequence[float], start: float | None, bands: Sequence[Band], colours: Colours
    ) -> None:
        """Draw another fan, from one point (billions) on; nothing where there are no bands.

        `places` are those of the start, if there is one, and of each band.
        """
        shown = bool(bands)
        first = [] if start is None else [start]
        for number, (low, high) in enumerate(self.edges):
            edges = [_edges(band, self._count)[number] for band in bands]
            for curve, side in ((low, 0), (high, 1)):
                curve.setData(list(places), [*first, *(_bn(e[side]) for e in edges)])
                curve.setPen(None)
            self.fills[number].setBrush(_ink(colours.primary, _ALPHAS[-self._count + number]))
            self.fills[number].setVisible(shown)
        self.median.setData(list(places), [*first, *(_bn(band.median) for band in bands)])
        self.median.setPen(cosmetic(colours.primary, 2.0, (2.6, 1.8)))
        self.median.setVisible(shown)

    def highest(self, bands: Sequence[Band]) -> float:
        """Give the highest point of the fan in billions; 0 for none."""
        return max((_bn(_edges(band, self._count)[0][1]) for band in bands), default=0.0)


def _edges(band: Band, count: int) -> tuple[tuple[float, float], ...]:
    return (band.most,) if count == 1 else (band.nearly_all, band.most, band.half)


def _bn(usd: float) -> float:
    return float(in_billions(usd) or 0.0)


def _ink(colour: str, alpha: int) -> QColor:
    ink = QColor(colour)
    ink.setAlpha(alpha)
    return ink
