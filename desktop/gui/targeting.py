"""The target errand in the window: ask for the year's target."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.figures.target import Target
from desktop.gui.session import Session

if TYPE_CHECKING:
    from desktop.analysis.provinces import Provinces
    from desktop.analysis.results import Progress

Keep = Callable[[Target, "int | None"], None]
"""What keeps a target, told the last change that its user has seen."""


class Targeting(QObject):
    """Asks for a target; whoever keeps it keeps the one before, so that it can be undone."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session

    def ask(self, parent: QWidget, exports: Progress, keep: Keep) -> None:
        """Let the user set the target of the year that is being looked at; `keep` keeps it."""
        self._open(parent, keep, exports.year, exports.target)

    def ask_of_provinces(self, parent: QWidget, told: Provinces, keep: Keep) -> None:
        """Let the user set the target of one of several provinces."""
        held = {one.province: one.exports.target for one in told.each}
        self._open(parent, keep, told.year, None, held)

    def _open(
        self, parent: QWidget, keep: Keep, year: int, target: Target | None,
        provinces: Mapping[str, Target | None] = MappingProxyType({}),
    ) -> None:  # fmt: skip
        from desktop.gui.shell.target_dialog import TargetDialog  # noqa: PLC0415 - first paint

        dialog = TargetDialog(parent, self._session.language, year, target, provinces)
        self._session.theme.dress(dialog)
        seen = self._session.heard
        dialog.set_asked.connect(lambda target: keep(target, seen))
        dialog.open()
