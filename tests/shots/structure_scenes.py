"""The pages on structure: markets, sectors, balance, in each of their states."""

from __future__ import annotations

from operator import attrgetter

from desktop.figures.month import Month
from desktop.gui.parts.buttons import Segments
from tests.shots.scene import Scene, Step
from tests.shots.stage import Stage

APRIL = Month(2025, 4)


def _open(page: str, **focus: str | Month) -> Step:
    def show(stage: Stage) -> None:
        stage.window.show_page(page)
        stage.settle()
        stage.window.session.focus_on(**focus)
        stage.settle()

    return show


def _choose(page: str, choice: str, code: str) -> Step:
    def show(stage: Stage) -> None:
        _open(page)(stage)
        made = stage.window.pages.structure(page)
        chooser = attrgetter(choice)(made)
        chooser.press(code) if isinstance(chooser, Segments) else chooser.choose(code)
        stage.settle()

    return show


def _as_tables(page: str, *panels: str) -> Step:
    def show(stage: Stage) -> None:
        _open(page)(stage)
        for panel in panels:
            getattr(stage.window.pages.structure(page), panel).toggle.setChecked(True)
        stage.settle()

    return show


def _as_areas(stage: Stage) -> None:
    _open("sectors")(stage)
    stage.window.pages.structure("sectors").bars.areas.setChecked(True)  # type: ignore[attr-defined]  # that page's own
    stage.settle()


def _hover(stage: Stage) -> None:
    heat = stage.window.pages.structure("markets").market.heat  # type: ignore[attr-defined]  # that page's own
    heat.walk_to(8)


SCENES = (
    Scene("markets", _open("markets")),
    Scene("markets-blocs", _choose("markets", "kinds", "FTA")),
    Scene("markets-continents", _choose("markets", "kinds", "CONTINENT")),
    Scene("markets-emerging", _choose("markets", "kinds", "EMERGING")),
    Scene("markets-month", _choose("markets", "windows", "month")),
    Scene("markets-share", _choose("markets", "map.shade", "share")),
    Scene("markets-focus", _open("markets", market="JP", item="SEAFOOD"), _hover),
    Scene("markets-tables", _as_tables("markets", "ranking", "map", "market")),
    Scene("markets-empty", _open("markets"), empty=True),
    Scene("markets-group", _open("markets", market="FTA/CPTPP", item="SEAFOOD", month=APRIL)),
    Scene("sectors", _open("sectors")),
    Scene("sectors-areas", _as_areas),
    Scene("sectors-groups", _choose("sectors", "scheme", "MARD")),
    Scene("sectors-imports", _choose("sectors", "flows", "import")),
    Scene("sectors-focus", _open("sectors", market="US", item="WOOD")),
    Scene("sectors-tables", _as_tables("sectors", "bars", "multiples", "item")),
    Scene("balance", _open("balance")),
    Scene("balance-market", _open("balance", market="CN")),
    Scene("balance-item", _open("balance", item="SEAFOOD")),
    Scene("balance-partners", _choose("balance", "steps", "partners")),
    Scene("balance-both", _open("balance", market="FTA/EU", item="MARD/FISHERY")),
    Scene("balance-empty", _open("balance"), empty=True),
    Scene("balance-month", _choose("balance", "windows", "month")),
)
