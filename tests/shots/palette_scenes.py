"""The palette at rest, with what was typed, with a link; the sheet of shortcuts."""

from __future__ import annotations

from tests.shots.scene import Scene, Step
from tests.shots.stage import Stage


def _type(text: str) -> Step:
    def show(stage: Stage) -> None:
        ways = stage.window.wayfinding
        ways.open()
        assert ways.palette is not None
        ways.palette.field.setText(text)
        stage.settle()

    return show


def _close(stage: Stage) -> None:
    palette = stage.window.wayfinding.palette
    if palette is not None:
        palette.close_up()


def _keys_on(page: str) -> Step:
    def show(stage: Stage) -> None:
        stage.window.show_page(page)
        stage.settle()
        stage.window.wayfinding.show_keys()
        stage.settle()

    return show


def _on_markets(stage: Stage) -> None:
    stage.window.show_page("markets")
    stage.settle()


def _tour(step: int) -> Step:
    def show(stage: Stage) -> None:
        stage.window.show_page("overview")
        stage.window.guiding.start()
        tour = stage.window.guiding.tour
        assert tour is not None
        for _ in range(step):
            tour.go_on()
        stage.settle()

    return show


_LINK = "export-tracker://markets?through=2025-06&market=US"
SCENES = (
    Scene("palette", _on_markets, _type("")),
    Scene("palette-typed", _close, _type("ca")),
    Scene("palette-misspelt", _close, _type("germny")),
    Scene("palette-link", _close, _type(_LINK)),
    Scene("palette-nothing", _close, _type("xyzzy")),
    Scene("palette-first", show=_type(""), empty=True),
    Scene("shortcuts", show=_keys_on("overview")),
    Scene("shortcuts-received", show=_keys_on("received")),
    Scene("tour", show=_tour(3)),
    Scene("tour-first", show=_tour(0), empty=True),
    Scene("shortcuts-targets", show=_keys_on("targets")),
)
