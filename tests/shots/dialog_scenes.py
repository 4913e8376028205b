"""The page of targets, and each dialog and menu that no page's own scenes open."""

from __future__ import annotations

from desktop.gui.parts.panel import TwinPanel
from desktop.gui.provenance.offer import Number
from tests.shots.scene import Scene
from tests.shots.stage import Stage

_FORM = "Biểu giao kế hoạch xuất khẩu 2025.xlsx"


def _targets(stage: Stage) -> None:
    stage.window.show_page("targets")
    stage.settle(lambda: stage.window.pages.targets.chosen is not None)


def _target(stage: Stage) -> None:
    stage.window.show_page("overview")
    stage.settle()
    stage.window.ask_for_target()
    stage.settle()


def _path(stage: Stage) -> None:
    _targets(stage)
    stage.window.pages.targets._ask_for_path()
    stage.settle(lambda: bool(stage.dialogs()))


def _write_form(stage: Stage) -> None:
    _targets(stage)
    page = stage.window.pages.targets
    page.changing.write_form(stage.folder / _FORM, page.parts.split, 2025)
    stage.settle((stage.folder / _FORM).exists)


def _read_form(stage: Stage) -> None:
    _targets(stage)
    stage.window.pages.targets.changing.read_form(stage.folder / _FORM)
    stage.settle(lambda: bool(stage.dialogs()))


def _warnings(stage: Stage) -> None:
    stage.window.show_page("overview")
    stage.settle(lambda: stage.window.overview.warner.report is not None)
    stage.window.overview.warner.open(stage.window, None)
    stage.settle()


def _provenance(stage: Stage) -> None:
    stage.window.show_page("overview")
    stage.settle()
    stage.window.overview.provenance.ask(Number("exports.growth"))
    stage.settle(lambda: bool(stage.dialogs()))


def _revisions(stage: Stage) -> None:
    stage.window.show_page("received")
    stage.settle()
    stage.window.keeping.revising.open()
    stage.settle()


def _note(stage: Stage) -> None:
    stage.window.show_page("overview")
    stage.settle()
    panel = stage.window.overview.findChild(TwinPanel)
    assert panel is not None
    panel.face.read(3)  # type: ignore[attr-defined]  # a chart along months
    assert stage.window.charts.charting is not None
    stage.window.charts.charting.ask_for_note(panel)
    stage.settle()


def _connect(stage: Stage) -> None:
    stage.window.archives.ask_to_connect()
    stage.settle()


def _trouble(stage: Stage) -> None:
    stage.window.telling.trouble("ValueError: x", "Traceback (most recent call last):\n" * 12)
    stage.settle()


def _appearance(stage: Stage) -> None:
    rail = stage.window.rail
    menu = rail.themes.menu()
    menu.popup(rail.themes.mapToGlobal(rail.themes.rect().topRight()))
    stage.settle()


SCENES = (
    Scene("targets", show=_targets),
    Scene("targets-set", show=_target),
    Scene("targets-path", show=_path),
    Scene("targets-form", _write_form, _read_form),
    Scene("warnings", show=_warnings),
    Scene("provenance", show=_provenance),
    Scene("revisions", show=_revisions),
    Scene("note", show=_note),
    Scene("connect", show=_connect),
    Scene("trouble", show=_trouble),
    Scene("appearance", show=_appearance),
)
