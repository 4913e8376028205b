"""Charts under the hands: read, zoomed, magnified, as tables with their notes."""

from __future__ import annotations

from desktop.figures.month import Month
from desktop.gui.charts.plot import Plot
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.structure.walkable import Walkable
from tests.shots.scene import Scene, Step
from tests.shots.stage import Stage


def _panels(stage: Stage, page: str) -> list[TwinPanel]:
    stage.window.show_page(page)
    stage.settle()
    return list(stage.window.pages.page(page).findChildren(TwinPanel))


def _read(stage: Stage) -> None:
    first = next(p.face for p in _panels(stage, "overview") if isinstance(p.face, Plot))
    first.read(3)


def _zoom(page: str) -> Step:
    def show(stage: Stage) -> None:
        for panel in _panels(stage, page):
            if isinstance(panel.face, Plot):
                panel.face.zoom.to(1, 6)
            elif isinstance(panel.face, Walkable):
                panel.face.zoom_by(3)

    return show


def _tables(stage: Stage) -> None:
    for panel in _panels(stage, "overview"):
        panel.toggle.setChecked(True)


def _narrowed(**focus: str | Month) -> Step:
    def show(stage: Stage) -> None:
        _panels(stage, "overview")
        stage.window.session.focus_on(**focus)
        stage.settle()

    return show


SCENES = (
    Scene("narrowed-market", show=_narrowed(market="US")),
    Scene("narrowed-both", show=_narrowed(market="FTA/EU", item="MARD/FISHERY")),
    Scene("narrowed-item", show=_narrowed(item="COFFEE")),
    Scene("narrowed-month", show=_narrowed(month=Month(2025, 4))),
    Scene("charts-read", show=_read),
    Scene("charts-zoomed", show=_zoom("overview")),
    Scene("charts-magnified", show=_zoom("markets")),
    Scene("charts-tables", show=_tables),
)
