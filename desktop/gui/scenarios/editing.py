"""Opens the editor, and the system's file dialogs, on the scenarios of the outlook's page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.figures.wording import N_
from desktop.gui import dialogs

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop.figures.scenario import Scenario
    from desktop.gui.forecasting import Forecaster
    from desktop.gui.scenarios.dialog import ScenarioDialog
    from desktop.gui.scenarios.errand import ScenarioErrand
    from desktop.gui.session import Session

NEW = "scenario-new"
SHOW = "scenario:"
"""Begins the name of an action that shows a scenario."""


class ScenarioEditing:
    """Asks the user, and lets the errand do it."""

    def __init__(self, session: Session, forecaster: Forecaster, errand: ScenarioErrand) -> None:
        """Take what it asks about."""
        self._session, self._forecaster, self._errand = session, forecaster, errand
        self.dialog: ScenarioDialog | None = None

    def new(self, parent: QWidget) -> None:
        """Let the user make a scenario."""
        self._open(parent, None)

    def edit(self, parent: QWidget) -> None:
        """Let the user change the first scenario chosen; its versions are kept."""
        if self._errand.asked:
            self._open(parent, self._errand.asked[0])

    def _open(self, parent: QWidget, held: Scenario | None) -> None:
        from desktop.gui.scenarios.dialog import ScenarioDialog  # noqa: PLC0415 - rarely wanted

        overview = self._forecaster.overview
        if overview is None:
            return
        dialog = ScenarioDialog(parent, self._session.language, overview.through, held)
        self._session.theme.dress(dialog)
        before, seen = held.key if held else "", self._errand.seen
        dialog.keep_asked.connect(lambda made: self._errand.keep(made, before, seen))
        dialog.finished.connect(self._closed)
        self.dialog = dialog
        dialog.open()

    def _closed(self, _result: int) -> None:
        self.dialog = None

    def remove(self) -> None:
        """Take the first scenario chosen back."""
        if self._errand.chosen:
            self._errand.remove(self._errand.chosen[0])

    def read(self, parent: QWidget) -> None:
        """Let the user choose a file with a scenario."""
        lang = self._session.language
        path = dialogs.scenario_to_read(parent, lang, str(self._session.memory.out_folder))
        if path:
            self._errand.read(path)

    def write(self, parent: QWidget) -> None:
        """Let the user choose where a copy of the first scenario chosen goes."""
        if not self._errand.asked:
            return
        lang, scenario = self._session.language, self._errand.asked[0]
        folder = self._session.memory.out_folder
        plain = "".join(c if c.isalnum() or c in " -_" else "_" for c in scenario.name)
        out = dialogs.scenario_to_write(parent, lang, str(folder / f"{plain}.json"))
        if out:
            self._errand.write(scenario.key, out)


def offer_actions(
    window: QWidget,
    errand: ScenarioErrand,
    new: Callable[[], object],
    show: Callable[[str], object],
) -> None:
    """Let the palette make a scenario, and show each that is held."""
    if not any(action.objectName() == NEW for action in window.actions()):
        made = QAction(window)
        made.setObjectName(NEW)
        made.setData(N_("New scenario…"))
        made.setShortcut(QKeySequence("Ctrl+Shift+N"))
        made.triggered.connect(lambda _checked: new())
        window.addAction(made)
    for old in [a for a in window.actions() if a.objectName().startswith(SHOW)]:
        window.removeAction(old)
        old.deleteLater()
    for scenario in errand.held:
        action = QAction(window)
        action.setObjectName(SHOW + scenario.key)
        action.setData(scenario.name)
        action.triggered.connect(lambda _checked=False, key=scenario.key: show(key))
        window.addAction(action)
