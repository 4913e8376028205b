"""What lies beside the figures of a plot: names of marks, of lines, of notes; as wide as it is."""

from __future__ import annotations

from PySide6.QtWidgets import QGraphicsWidget


class Beside(QGraphicsWidget):
    """Qt's own: a layout asks it for its room without a word of Python, as often as it likes."""

    def fix_width(self, width: float) -> None:
        """Be so wide."""
        self.setMinimumWidth(width)
        self.setMaximumWidth(width)

    def fix_height(self, height: float) -> None:
        """Be so high."""
        self.setMinimumHeight(height)
        self.setMaximumHeight(height)
