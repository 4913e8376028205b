"""The page of export, in each of its states."""

from __future__ import annotations

from pathlib import Path

from tests.shots.scene import Scene
from tests.shots.stage import Stage


def _open(stage: Stage) -> None:
    stage.window.show_page("export")
    stage.settle(lambda: bool(stage.window.pages.export.preview.leaves))


def _template(stage: Stage) -> None:
    _open(stage)
    stage.window.pages.export.card.take_template(Path("/van-phong/Mau bao cao thang.xlsx"))


def _later(stage: Stage) -> None:
    _open(stage)
    stage.window.pages.export.preview.turn(2)


def _empty(stage: Stage) -> None:
    stage.window.show_page("export")
    stage.settle()


SCENES = (
    Scene("export", _open),
    Scene("export-template", _template),
    Scene("export-later", _later),
    Scene("export-empty", _empty, empty=True),
)
