"""A drawing whose places can be walked: by pointer and arrow keys, each says what it is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.gui.charts.hover import Hover
from desktop.gui.parts.text import Line, plain
from desktop.gui.structure.lens import Lens
from desktop.gui.tokens import LIGHT, Colours

_DRAG = 5


@dataclass(frozen=True, slots=True)
class Spot:
    """One place: the code it stands for, and what it says (maybe made when it is walked to)."""

    code: str
    lines: Sequence[Line]


class Walkable(QWidget):
    """Holds spots in the order in which they are walked; `chosen` gives the code of one entered.

    A drawing paints itself by `paint`, all of it in its own places; a lens magnifies it: by the
    wheel (with Ctrl, or once it has the focus), + and -, moved by dragging; a double click or 0
    takes the lens away.
    """

    accessible_role = QAccessible.Role.Chart

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.spots: tuple[Spot, ...] = ()
        self.colours: Colours = LIGHT
        self.current: int | None = None
        self.across = 1
        self.lens = Lens()
        self._pressed: QPointF | None = None
        self._dragged = False
        self._hover = Hover(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
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
        """Where a spot is drawn, without the lens."""
        raise NotImplementedError

    def spot_at(self, place: QPointF) -> int | None:
        """Which spot is drawn at a place."""
        return next((n for n in range(len(self.spots)) if self.box(n).contains(place)), None)

    def paint(self, painter: QPainter) -> None:
        """Draw all of it in `colours`, without a lens."""
        raise NotImplementedError

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw it under the lens."""
        painter = QPainter(self)
        painter.setTransform(self.lens.transform)
        self.paint(painter)

    # Walking -----------------------------------------------------------------------------------

    def walk_to(self, number: int | None) -> None:
        """Go to a spot and let it say what it is; None goes away."""
        self.current = number
        self.update()
        if number is None or not self.spots[number].lines:
            self._hover.hide()
            return
        lines = self.spots[number].lines
        at = self.lens.transform.mapRect(self.box(number)).center()
        self._hover.show_at(at.toPoint(), lines)
        self.setAccessibleDescription(", ".join(plain(line) for line in lines))
        QAccessible.updateAccessibility(
            QAccessibleEvent(self, QAccessible.Event.DescriptionChanged)
        )

    @property
    def description(self) -> str:
        """The drawing in a sentence: its first place, and how many there are."""
        if not self.spots:
            return ""
        first = ", ".join(plain(line) for line in self.spots[0].lines)
        return f"1/{len(self.spots)}: {first}."

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
            wanted = min(max(steps[key], 0), len(self.spots) - 1)
            self.bring(wanted)
            self.walk_to(wanted)
        else:
            event.ignore()

    # The pointer -------------------------------------------------------------------------------

    def under(self, place: QPointF) -> QPointF:
        """What place of the drawing lies under a place of the screen."""
        inverted, _ = self.lens.transform.inverted()
        return inverted.map(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a click, or, under a lens, a drag."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed, self._dragged = event.position(), False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Walk with the pointer, or drag the drawing along."""
        if self._pressed is not None and not self.lens.whole:
            by = event.position() - self._pressed
            if self._dragged or by.manhattanLength() >= _DRAG:
                self._dragged, self._pressed = True, event.position()
                self._look(self.lens.moved(by, self._room))
            return
        found = self.spot_at(self.under(event.position()))
        if found != self.current:
            self.walk_to(found)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose what was clicked."""
        dragged, self._pressed, self._dragged = self._dragged, None, False
        if dragged or event.button() is not Qt.MouseButton.LeftButton:
            return
        found = self.spot_at(self.under(event.position()))
        if found is not None and self.spots[found].code:
            self.chosen.emit(self.spots[found].code)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Take the lens away."""
        self.zoom_reset()

    def leaveEvent(self, event: QEvent) -> None:
        """Go away with the pointer."""
        self.walk_to(None)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Go away with the page."""
        self.walk_to(None)
        super().hideEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl or once it has the focus; else leave the wheel to the page."""
        ours = self.hasFocus() or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        steps = 1 if event.angleDelta().y() > 0 else -1
        lens = self.lens.nearer(steps, event.position(), self._room)
        event.setAccepted(bool(ours) and self._look(lens))

    # The lens ----------------------------------------------------------------------------------

    @property
    def _room(self) -> QSizeF:
        return QSizeF(self.size())

    def _look(self, lens: Lens) -> bool:
        """Look through another lens; False where that changes nothing."""
        if lens == self.lens:
            return False
        self.lens = lens
        if self._dragged:
            self.walk_to(None)
        self.update()
        return True

    def bring(self, number: int) -> None:
        """Bring a spot into sight."""
        at = self.lens.transform.mapRect(self.box(number))
        by = QPointF(
            min(self.width() - at.right(), 0.0) or max(-at.left(), 0.0),
            min(self.height() - at.bottom(), 0.0) or max(-at.top(), 0.0),
        )
        if not self.lens.whole and not by.isNull():
            self._look(self.lens.moved(by, self._room))

    def zoom_by(self, steps: int) -> bool:
        """Zoom about what is walked to, or about the middle; False where nothing changes."""
        middle = QPointF(self.width() / 2, self.height() / 2)
        if self.current is not None:
            middle = self.lens.transform.mapRect(self.box(self.current)).center()
        return self._look(self.lens.nearer(steps, middle, self._room))

    def zoom_reset(self) -> bool:
        """Show all of it again."""
        return self._look(Lens())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the lens over the drawing."""
        super().resizeEvent(event)
        self.lens = self.lens.within(self._room)

    # Printing ----------------------------------------------------------------------------------

    def print_size(self) -> QSize:
        """As large as it is shown."""
        return self.size()

    def print_on(self, painter: QPainter, colours: Colours) -> None:
        """Draw what is in sight in other colours, from where the painter stands."""
        worn, current = self.colours, self.current
        self.colours, self.current = colours, None
        painter.save()
        painter.setClipRect(self.rect())
        painter.setTransform(self.lens.transform, combine=True)
        self.paint(painter)
        painter.restore()
        self.colours, self.current = worn, current
