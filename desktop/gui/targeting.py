"""The target errand in the window: ask for the year's target."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.figures.target import Target
from desktop.gui.session import Session

if TYPE_CHECKING:
    from desktop.analysis.results import Progress


class Targeting(QObject):
    """Asks for a target; whoever keeps it keeps the one before, so that it can be undone."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def ask(
        self, parent: QWidget, exports: Progress, keep: Callable[[Target, int | None], None]
    ) -> None:
        """Let the user set the target of the year that is being looked at; `keep` keeps it."""
        from desktop.gui.shell.target_dialog import TargetDialog  # noqa: PLC0415 - first paint

        dialog = TargetDialog(parent, self._session.language, exports.year, exports.target)
        self._session.theme.dress(dialog)
        seen = self._session.heard
        dialog.set_asked.connect(lambda target: keep(target, seen))
        dialog.open()
