"""The page of targets with several in force or none, and a number that is worked out of others."""

from __future__ import annotations

from desktop.gui.provenance.offer import Number
from tests.shots.outlook_scenes import set_targets
from tests.shots.scene import Scene
from tests.shots.stage import Stage


def _several(stage: Stage) -> None:
    set_targets(stage)
    stage.window.show_page("targets")
    stage.settle(lambda: bool(stage.window.pages.targets.standing))


def _none(stage: Stage) -> None:
    stage.window.show_page("targets")
    stage.settle()


def _worked_out(stage: Stage) -> None:
    stage.window.show_page("overview")
    stage.settle()
    stage.window.overview.provenance.ask(Number("balance+market:CN.change"))
    stage.settle(lambda: bool(stage.dialogs()))


SCENES = (
    Scene("targets-several", _several),
    Scene("targets-empty", _none, empty=True),
    Scene("provenance-worked-out", show=_worked_out),
)
