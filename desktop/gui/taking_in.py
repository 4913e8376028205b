"""Files that were dropped: each goes where it makes sense, by what it is."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.figures.finding import Refused
from desktop.gui.in_force import GROUPINGS, RULES, InForce
from desktop.gui.session import Session
from desktop.gui.shell.veil import FileKind, kind_of

if TYPE_CHECKING:
    from desktop.figures.target_form import FormPreview
    from desktop.workflow import Office

_BEGINNING = 2000
"""Letters of a file that are looked at."""
_SCENARIO = "export-target-tracker scenario"
"""Stands at the beginning of a file with a scenario, whatever its name."""


class TakingIn(QObject):
    """Sorts files. A single workbook is looked into: forms and templates are workbooks too."""

    returns_came = Signal(object)  # list[Path]
    form_came = Signal(object)  # Path
    names_came = Signal(object)  # Path
    layout_came = Signal(object)  # Path
    scenario_came = Signal(object)  # Path
    template_came = Signal(object)  # Path
    said = Signal(object)  # Message

    def __init__(self, session: Session, window: QWidget) -> None:
        """Take the window that dialogs belong to."""
        super().__init__(window)
        self._session, self._window = session, window
        self.in_force = InForce(session)
        self.in_force.said.connect(self.said)

    def take(self, paths: Sequence[Path]) -> None:
        """Take files over, each in its way; workbooks together."""
        workbooks = [p for p in paths if kind_of(p) is FileKind.WORKBOOK]
        for path in paths:
            match kind_of(path):
                case FileKind.LAYOUT if _begins(path, _SCENARIO):
                    self.scenario_came.emit(path)
                case FileKind.LAYOUT:
                    self.layout_came.emit(path)
                case FileKind.GROUPINGS:
                    self.in_force.put(GROUPINGS, path)
                case FileKind.NAMES:
                    self.names_came.emit(path)
                case FileKind.RULES:
                    self.in_force.put(RULES, path)
                case FileKind.TEMPLATE:
                    self.template_came.emit(path)
        if len(workbooks) == 1 and workbooks[0].is_file():
            self._look_into(workbooks[0])
        elif workbooks:
            self.returns_came.emit(workbooks)

    def _look_into(self, path: Path) -> None:
        def look(office: Office, _progress: Any) -> FormPreview | FileKind:
            if office.is_template(path):
                return FileKind.TEMPLATE
            try:
                return office.preview_target_form(path)
            except Refused:
                return FileKind.WORKBOOK

        self._session.run("looking into", look, lambda found: self._sorted(path, found))

    def _sorted(self, path: Path, found: FormPreview | FileKind) -> None:
        if found is FileKind.TEMPLATE:
            self.template_came.emit(path)
        elif found is FileKind.WORKBOOK:
            self.returns_came.emit([path])
        else:
            self.form_came.emit(path)


def _begins(path: Path, mark: str) -> bool:
    try:
        with path.open(encoding="utf-8-sig", errors="replace") as text:
            return mark in text.read(_BEGINNING)
    except OSError:
        return False
