"""The tour of a window: what of it each step is about."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtWidgets import QWidget

from desktop.gui.session import Session
from desktop.gui.tour.overlay import Tour
from desktop.gui.tour.steps import Step


class Guiding(QObject):
    """Starts the tour over a widget; `about` are the parts of the window by the steps' names."""

    def __init__(
        self, session: Session, over: QWidget, about: Mapping[str, tuple[QWidget, ...]]
    ) -> None:
        """Make nothing yet: most days nobody takes the tour."""
        super().__init__(over)
        self._session, self._over, self._about = session, over, about
        self.tour: Tour | None = None

    def start(self) -> None:
        """Begin with the first step."""
        if self.tour is None:
            self.tour = Tour(self._over, self._session, self._where)
        self.tour.start()

    def _where(self, step: Step) -> QRect:
        """Give what of the parts is seen, as one place."""
        held = QRect()
        for part in self._about.get(step.about, ()):
            if part.isVisible():
                corner = part.mapTo(self._over, QPoint(0, 0))
                held = held.united(QRect(corner, part.size()))
        return held
