"""The map of markets with its table: shaded by growth, contribution or share."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent

from desktop.analysis.structure_results import Split
from desktop.analysis.structure_view import View
from desktop.figures.figure import Status
from desktop.figures.wording import N_, Language
from desktop.gui.parts.buttons import Segments
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.structure.ordering import Order
from desktop.gui.structure.parts import split_grid
from desktop.gui.structure.shades import GROWTH, POINTS, SHARES, estimate_entry, level
from desktop.gui.structure.spots import spot_of
from desktop.gui.structure.words import UNKNOWN
from desktop.gui.structure.world_map import WorldMap
from desktop.gui.tokens import Colours

SHADES = ("growth", "points", "share")
_BESIDE = 74
"""Pixels that margins, gaps and the button of the table take."""
_NAMES = {"growth": N_("Growth"), "points": N_("Contribution"), "share": N_("Share")}
_STEPS = {"growth": GROWTH, "points": POINTS, "share": SHARES}
_COLUMNS = {"growth": "growth", "points": "contribution", "share": "share"}


class MapPanel(TwinPanel):
    """World map and table twin."""

    chosen = Signal(str)

    def __init__(self) -> None:
        """Start with growth."""
        self.map = WorldMap()
        super().__init__(self.map)
        self.shade = Segments(SHADES)
        self.head.insertWidget(self.head.count() - 1, self.shade)
        self.map.chosen.connect(self.chosen)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the title away where its shades would lose their names: it is seen to be a map."""
        super().resizeEvent(event)
        wanted = self.title.sizeHint().width() + self.shade.sizeHint().width()
        self.title.setVisible(wanted + _BESIDE <= self.width())

    def draw(
        self, split: Split, view: View, lang: Language, colours: Colours, chosen: Sequence[str]
    ) -> None:
        """Draw the markets of a split, one by one."""
        self.shade.dress({s: (lang._(_NAMES[s]), lang._(_NAMES[s])) for s in SHADES})
        choice = self.shade.choice
        codes, steps = split.column("code"), _STEPS[choice]
        shades = (level(told, steps) for told in split.column(_COLUMNS[choice]))
        levels = dict(zip(codes, shades, strict=True))
        firm = zip(codes, split.column("status"), strict=True)
        estimates = frozenset(code for code, status in firm if status is Status.ESTIMATE)
        spots = [spot_of(split, place, view, lang) for place in range(len(codes))]
        self.map.draw(spots, levels, _legend(choice, lang), lang, colours, chosen, estimates)
        grid = partial(split_grid, split, view, Order.VALUE, lang)
        legend = (estimate_entry(lang, colours),) if estimates else ()
        self.show_twin(lang._("World map"), legend, grid, lang, colours)


def _legend(choice: str, lang: Language) -> tuple[tuple[int, str], ...]:
    """Explain the shades, from the lowest to the highest."""
    _, low, high = _STEPS[choice]
    unit = "%" if choice != "points" else ""
    digits = 0 if choice == "growth" else 1
    below, above = (lang.number(n * 100, digits) + unit for n in (low, high))
    if choice == "share":
        return ((0, UNKNOWN), (1, f"< {below}"), (2, f"{below}–{above}"), (3, f"> {above}"))
    minus = (lang.number(-n * 100, digits) + unit for n in (high, low))
    far, near = minus
    return (
        (-3, f"< {far}"), (-2, f"< {near}"), (-1, "< 0"), (0, f"0, {UNKNOWN}"),
        (1, "> 0"), (2, f"> {below}"), (3, f"> {above}"),
    )  # fmt: skip
