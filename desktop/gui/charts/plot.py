"""The house's plot: a crosshair that tells all values of a month, zoom, and print."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from PySide6.QtCore import QEvent, QPointF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QWheelEvent,
)

from desktop.figures.wording import BILLION, Language
from desktop.gui.charts.axes import LEFT, RIGHT, Axes
from desktop.gui.charts.flags import Flag
from desktop.gui.charts.hover import Hover
from desktop.gui.charts.pens import cosmetic
from desktop.gui.charts.printing import MONTHS, print_plot
from desktop.gui.parts.text import Line, Span, plain
from desktop.gui.tokens import Colours, Tone

__all__ = ["LEFT", "RIGHT", "Plot", "cosmetic", "in_billions"]

_DRAG = 6
"""Pixels that the pointer moves before a click is a drag."""
_COMES_BACK = (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason)
"""Why a chart has the keyboard again that a menu or a dialog of it had meanwhile."""
_MOST_LETTERS = 52
"""Letters on a line of what a note says beside the pointer."""


class Plot(Axes):
    """The pointer, or the arrow keys, put a crosshair on a slot; what it says is `reading(slot)`.

    Dragging, the wheel (with Ctrl, or once the plot has the focus), + and - zoom; a double click
    or 0 shows all again.
    """

    accessible_role = QAccessible.Role.Chart

    def __init__(self, *, months_named: bool = True) -> None:
        """Build the axes; nothing is drawn yet."""
        super().__init__(months_named=months_named)
        self._slot: int | None = None
        self._left: int | None = None
        self._pressed: QPointF | None = None
        self._hover = Hover(self)

    def _dress(self, colours: Colours) -> None:
        super()._dress(colours)
        self._hover.dress(colours)

    def moved(self) -> None:
        """The crosshair moves with its month, or goes where that is out of sight."""
        super().moved()
        if self._slot is not None:
            self.read(self._slot if self.zoom.shows(self._slot) else None)

    # Reading ---------------------------------------------------------------------------------

    @property
    def slot(self) -> int | None:
        """The slot that the crosshair stands on."""
        return self._slot

    def reading(self, slot: int) -> tuple[Line, ...]:
        """Say what stands at a slot; each chart has its own words."""
        raise NotImplementedError

    def reading_x(self, slot: int) -> float:
        """Where the line of the crosshair stands in a slot."""
        return slot + 0.5

    def told(self, slot: int) -> tuple[Line, ...]:
        """Say what stands at a slot, and what is noted there."""
        lines = self.reading(slot)
        noted = (f for f in self.flags if f.slot == slot)
        return (*lines, *(line for f in noted for line in _noted(f, self.language)))

    def notes_by_row(self) -> dict[int, str]:
        """The notes in words, by month."""
        found: dict[int, list[str]] = {}
        for flag in self.flags:
            found.setdefault(flag.slot, []).append(flag.words(self.language))
        return {slot: "; ".join(words) for slot, words in found.items()}

    @property
    def description(self) -> str:
        """The chart in a sentence: its newest month's values, the notes, and why it is empty."""
        told = [plain(line) for line in self.told(self._newest)]
        if self.explained:
            told.append(self.explained.rstrip("."))
        return ". ".join(told) + "." if told else ""

    def read(self, slot: int | None) -> None:
        """Put the crosshair on a slot, or take it away."""
        if self.closed:  # pyqtgraph has cleared the scene already
            return
        self._slot = slot
        lines = self.told(slot) if slot is not None else ()
        if slot is None or not lines:
            self.crosshair.hide()
            self._hover.hide()
            return
        x = self.reading_x(slot)
        self.crosshair.stand(slot, x, self._ringed)
        low, high = self.view.viewRange()[1]
        at = self.view.mapViewToScene(QPointF(x, (low + high) / 2))
        self._hover.show_at(self.mapFromScene(at), lines)

    def _place(self, event: QMouseEvent | QWheelEvent) -> QPointF | None:
        """Where the pointer is in the plot's own units; None outside of the plot and its lane."""
        place = self.mapToScene(event.position().toPoint())
        room = self.view.sceneBoundingRect()
        room.setTop(0)
        return self.view.mapSceneToView(place) if room.contains(place) else None

    # Hands -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin a drag over the months to zoom to; a menu is of the month it is asked for at."""
        if event.button() is Qt.MouseButton.LeftButton and self._place(event):
            self._pressed = event.position()
        elif event.button() is Qt.MouseButton.RightButton:
            self.read(self._slot_at(self._place(event)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the slot under the pointer, or drag over more."""
        place = self._place(event)
        start = self._dragged_from(event)
        if start is not None and place is not None:
            self.zoom.mark_from(start, place.x())
            return
        slot = self._slot_at(place)
        if slot != self._slot:
            self.read(slot)
        low, high = self.view.viewRange()[1]
        inside = place is not None and slot is not None and low <= place.y() <= high
        self.crosshair.point_at(place.y() if inside and place else None, self.language)

    def _slot_at(self, place: QPointF | None) -> int | None:
        """Which slot a place lies in; None beside all of them."""
        slot = int(place.x()) if place is not None else -1
        return slot if 0 <= slot < self.slots else None

    def _dragged_from(self, event: QMouseEvent) -> float | None:
        """Where a drag began, in slots; None while the pointer has hardly moved."""
        if self._pressed is None or abs(event.position().x() - self._pressed.x()) < _DRAG:
            return None
        return float(self.view.mapSceneToView(self.mapToScene(self._pressed.toPoint())).x())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """End a drag: zoom to what it went over."""
        start, place = self._dragged_from(event), self._place(event)
        self._pressed = None
        if start is not None and place is not None:
            self.zoom.choose(start, place.x())
        else:
            self.zoom.forget()

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        """Show all of it again."""
        self.zoom.reset()

    def leaveEvent(self, event: QEvent) -> None:
        """Take the crosshair away with the pointer."""
        self.read(None)
        super().leaveEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """Take the crosshair away with the page."""
        self.read(None)
        super().hideEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the months with the arrow keys; what lies out of sight comes into it."""
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: self.slots - 1}
        if step is None and event.key() not in ends:
            event.ignore()
            return
        slot = -1 if self._slot is None else self._slot
        wanted = ends.get(Qt.Key(event.key()), slot + (step or 0))
        wanted = min(max(wanted, 0), self.slots - 1)
        if not self.zoom.shows(wanted):
            self.zoom.pan(wanted - (self.zoom.first if wanted < slot else self.zoom.last - 1))
        self.read(wanted)

    def zoom_by(self, steps: int) -> bool:
        """Zoom about what is read, or about the middle; False where nothing changes."""
        middle = (self.zoom.first + self.zoom.last) / 2
        return self.zoom.by(steps, middle if self._slot is None else self._slot + 0.5)

    def zoom_reset(self) -> bool:
        """Show all of it again."""
        return self.zoom.reset()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus by reading the newest month, or after a menu the one that it was of."""
        super().focusInEvent(event)
        if event.reason() is not Qt.FocusReason.MouseFocusReason:
            left = self._left if event.reason() in _COMES_BACK else None
            slot = self._newest if left is None else left
            self.read(slot if self.zoom.shows(slot) else self.zoom.first)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the crosshair away with the focus."""
        self._left = self._slot
        self.read(None)
        super().focusOutEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom with Ctrl or once the plot has the focus; else leave the wheel to the page."""
        place, turn = self._place(event), event.angleDelta()
        ours = self.hasFocus() or event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if not ours or place is None:
            event.ignore()
            return
        sideways = turn.x() or (event.modifiers() & Qt.KeyboardModifier.ShiftModifier and turn.y())
        steps = 1 if (turn.y() or turn.x()) > 0 else -1
        did = self.zoom.pan(-steps) if sideways else self.zoom.by(steps, place.x())
        event.setAccepted(did)

    # Printing --------------------------------------------------------------------------------

    def print_size(self) -> QSize:
        """As large as it is shown, and a line more where its months stand under another chart."""
        return QSize(self.width(), self.height() + (0 if self.months_named else MONTHS))

    def print_on(self, painter: QPainter, colours: Colours) -> None:
        """Draw what is in sight in other colours, from where the painter stands."""
        slot = self._slot
        self.read(None)
        print_plot(self, painter, colours)
        self.read(slot)


def _noted(flag: Flag, lang: Language) -> Iterator[Line]:
    number, *words = flag.words(lang).partition(" ")
    first, *more = wrap("".join(words).strip(), _MOST_LETTERS)
    yield (Span(f"{number} ", Tone.SECONDARY, bold=True), Span(first, Tone.SECONDARY))
    for line in more:
        yield (Span(line, Tone.SECONDARY),)


def in_billions(usd: float | None) -> float | None:
    """Scale to the axis; None stays None."""
    return None if usd is None else usd / BILLION
