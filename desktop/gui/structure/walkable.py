"""A drawing whose places can be walked: by pointer and arrow keys, each says what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QWidget

from desktop.gui.charts.hover import Hover
from desktop.gui.parts.text import Line, plain
from desktop.gui.tokens import LIGHT, Colours


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: the code it stands for, and what it says."""

    code: str
    lines: tuple[Line, ...]


class Walkable(QWidget):
    """Holds spots in the order in which they are walked; `chosen` gives the code of one entered."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.spots: tuple[Spot, ...] = ()
        self.colours: Colours = LIGHT
        self.current: int | None = None
        self.across = 1
        self._hover = Hover(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)

    def show_spots(self, spots: Sequence[Spot], colours: Colours, across: int = 1) -> None:
        """Hold other spots; so many stand side by side before the next line begins."""
        self.spots, self.colours, self.across = tuple(spots), colours, max(across, 1)
        self._hover.dress(colours)
        self.walk_to(None)
        self.update()

    def sizeHint(self) -> QSize:
        """Take whatever room the panel gives."""
        return QSize(320, 120)

    def box(self, number: int) -> QRectF:
        """Where a spot is drawn."""
        raise NotImplementedError

    def spot_at(self, place: QPointF) -> int | None:
        """Which spot is drawn at a place."""
        return next((n for n in range(len(self.spots)) if self.box(n).contains(place)), None)

    def walk_to(self, number: int | None) -> None:
        """Go to a spot and let it say what it is; None goes away."""
        self.current = number
        self.update()
        if number is None or not self.spots[number].lines:
            self._hover.hide()
            return
        lines = self.spots[number].lines
        self._hover.show_at(self.box(number).center().toPoint(), lines)
        self.setAccessibleDescription(", ".join(plain(line) for line in lines))
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Walk with the pointer."""
        found = self.spot_at(event.position())
        if found != self.current:
            self.walk_to(found)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        found = self.spot_at(event.position())
        if found is not None and self.spots[found].code:
            self.chosen.emit(self.spots[found].code)

    def leaveEvent(self, event: QEvent) -> None:
        """Go away with the pointer."""
        self.walk_to(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus on the first spot, unless the pointer brought it."""
        super().focusInEvent(event)
        if self.spots and event.reason() is not Qt.FocusReason.MouseFocusReason:
            self.walk_to(self.current or 0)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Go away with the focus."""
        super().focusOutEvent(event)
        self.walk_to(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrow keys; Enter chooses."""
        here = self.current if self.current is not None else 0
        key = Qt.Key(event.key())
        steps = {
            Qt.Key.Key_Left: here - 1, Qt.Key.Key_Right: here + 1,
            Qt.Key.Key_Up: here - self.across, Qt.Key.Key_Down: here + self.across,
            Qt.Key.Key_Home: 0, Qt.Key.Key_End: len(self.spots) - 1,
        }  # fmt: skip
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space} and self.spots:
            if self.spots[here].code:
                self.chosen.emit(self.spots[here].code)
        elif key in steps and self.spots:
            self.walk_to(min(max(steps[key], 0), len(self.spots) - 1))
        else:
            super().keyPressEvent(event)
