"""The lens over a drawing: how far it is magnified, and which part of it is in sight."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QSizeF
from PySide6.QtGui import QTransform

MOST = 8.0
_STEP = 1.3


@dataclass(frozen=True, slots=True)
class Lens:
    """A place of the drawing lies at its place x `strength` + (`x`, `y`), in pixels."""

    strength: float = 1.0
    x: float = 0.0
    y: float = 0.0

    @property
    def whole(self) -> bool:
        """True while all of the drawing is in sight."""
        return self.strength <= 1.0

    @property
    def transform(self) -> QTransform:
        """From the drawing to the screen."""
        return QTransform(self.strength, 0, 0, self.strength, self.x, self.y)

    def nearer(self, steps: int, about: QPointF, room: QSizeF) -> Lens:
        """Come nearer (or go away) so that the place `about` on the screen stays where it is."""
        strength = min(max(self.strength * _STEP**steps, 1.0), MOST)
        part = strength / self.strength
        x = about.x() - (about.x() - self.x) * part
        y = about.y() - (about.y() - self.y) * part
        return Lens(strength, x, y).within(room)

    def moved(self, by: QPointF, room: QSizeF) -> Lens:
        """Move the drawing under the lens."""
        return replace(self, x=self.x + by.x(), y=self.y + by.y()).within(room)

    def within(self, room: QSizeF) -> Lens:
        """Leave no empty edge: the drawing covers the room."""
        least_x = room.width() * (1 - self.strength)
        least_y = room.height() * (1 - self.strength)
        return replace(self, x=min(max(self.x, least_x), 0.0), y=min(max(self.y, least_y), 0.0))
