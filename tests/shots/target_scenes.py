"""The page of targets and its path, and the dialogs that tell where numbers come from."""

from __future__ import annotations

from desktop.gui.provenance.offer import Number
from tests.shots.outlook_scenes import set_targets
from tests.shots.scene import Scene, Step
from tests.shots.stage import Stage


def _open(stage: Stage) -> None:
    set_targets(stage)
    stage.window.show_page("targets")
    stage.settle(lambda: bool(stage.window.pages.targets.standing))


def _empty(stage: Stage) -> None:
    stage.window.show_page("targets")
    stage.settle()


def _path(stage: Stage) -> None:
    stage.window.pages.targets._ask_for_path()
    stage.settle(lambda: bool(stage.dialogs()))


def _asked(name: str) -> Step:
    def show(stage: Stage) -> None:
        stage.window.show_page("overview")
        stage.settle()
        stage.window.overview.provenance.ask(Number(name))
        stage.settle(lambda: bool(stage.dialogs()))

    return show


def _revisions(stage: Stage) -> None:
    stage.window.keeping.revising.open()
    stage.settle(lambda: bool(stage.dialogs()))


def _warning(stage: Stage) -> None:
    stage.window.show_page("overview")
    stage.settle(lambda: stage.window.overview.warner.report is not None)
    stage.window.overview.warner.open(stage.window.overview, None)
    stage.settle(lambda: bool(stage.dialogs()))


SCENES = (
    Scene("targets", _open),
    Scene("targets-path", _open, _path),
    Scene("targets-empty", _empty, empty=True),
    Scene("provenance", show=_asked("exports.growth")),
    Scene("provenance-step", show=_asked("balance+market:CN.change")),
    Scene("revisions", show=_revisions),
    Scene("warnings", show=_warning),
)
