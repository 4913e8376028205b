"""The calendar strip: a line of months for each track, drawn, read by pointer and by keys."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.received import DueReturn, DueState
from desktop.figures.wording import Language
from desktop.gui.charts.hover import Hover
from desktop.gui.fonts import font
from desktop.gui.received.schedule import Schedule, month_reading, reading, track_name
from desktop.gui.received.words import STATES
from desktop.gui.tokens import LIGHT, SMALL_SIZE, TINY_SIZE, Colours

_NAMES_SHARE = 0.25
"""Of the width at most, for the tracks' names."""
_HEAD, _LINE, _HIGH = 34, 25, 20
_NARROWEST = 27
_NAMES_LINE = -1
"""The line of the months' names, above those of the tracks."""
_NAME_TOP, _NAME_HIGH = 15, 18
_FILLS = {
    DueState.RECEIVED: "primary_soft",
    DueState.LATE: "warn_soft",
    DueState.MISSING: "bad_soft",
}
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_PageUp: (0, -MONTHS_PER_YEAR),
    Qt.Key.Key_PageDown: (0, MONTHS_PER_YEAR),
}


class CalendarStrip(QWidget):
    """As many months as there is room for, the newest at the right unless one looks back.

    Enter or a click chooses a return, and on a month's name that month; M the month that is read.
    """

    accessible_role = QAccessible.Role.Chart

    chosen = Signal(int)  # a return's number
    month_chosen = Signal(object)  # Month

    def __init__(self) -> None:
        """Start empty; `show_schedule` fills it."""
        super().__init__()
        self._schedule = Schedule()
        self._names: Mapping[int, str] = {}
        self._lang: Language | None = None
        self._colours = LIGHT
        self._last: Month | None = None
        self._longest_name = 0
        self.place: tuple[int, Month] | None = None
        """The track (by its line) and month that is being read."""
        self._looked: Month | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self._hover = Hover(self)

    def show_schedule(
        self, schedule: Schedule, names: Mapping[int, str], lang: Language, colours: Colours
    ) -> None:
        """Show another calendar; `names` are the returns' files by number."""
        self._schedule, self._names = schedule, names
        self._lang, self._colours = lang, colours
        metrics = QFontMetrics(font(SMALL_SIZE))
        titles = (track_name(track, lang) for track in schedule.tracks)
        self._longest_name = max((metrics.horizontalAdvance(n) for n in titles), default=0)
        self._last = self._within(self._last) if self._last else None
        self.place = None
        self._hover.dress(colours)
        self._hover.hide()
        self.setMinimumHeight(_HEAD + _LINE * len(schedule.tracks))
        self.update()

    def sizeHint(self) -> QSize:
        """Take the width that there is; be as high as the lines need."""
        return QSize(600, _HEAD + _LINE * len(self._schedule.tracks))

    def mark(self, month: Month | None) -> None:
        """Mark the month that is looked at alone, or none."""
        self._looked = month
        self.update()

    # Which months are shown ------------------------------------------------------------------

    @property
    def months(self) -> tuple[Month, ...]:
        """The months shown, oldest first."""
        schedule = self._schedule
        if schedule.first is None or schedule.last is None:
            return ()
        last = self._within(self._last or schedule.last)
        return tuple(last - back for back in reversed(range(self._count())))

    def _count(self) -> int:
        first, last = self._schedule.first, self._schedule.last
        held = last - first + 1 if first and last else 1
        room = max((self.width() - self._left()) // _NARROWEST, 1)
        return min(room, max(held, MONTHS_PER_YEAR))

    def _left(self) -> int:
        return min(self._longest_name + 16, round(self.width() * _NAMES_SHARE))

    def _pitch(self) -> float:
        return (self.width() - self._left()) / self._count()

    def _within(self, last: Month) -> Month:
        first, end = self._schedule.first, self._schedule.last
        if first is None or end is None:
            return last
        return min(max(last, min(first + self._count() - 1, end)), end)

    def move_by(self, months: int) -> None:
        """Look further back, or forward again."""
        if self._schedule.last:
            self._last = self._within((self._last or self._schedule.last) + months)
            self.read(None)

    def look_at(self, year: int | None) -> None:
        """Let a year end at the right edge; None for the newest month."""
        self._last = self._within(Month(year, MONTHS_PER_YEAR)) if year else None
        self.read(None)

    # Reading ---------------------------------------------------------------------------------

    def read(self, place: tuple[int, Month] | None) -> None:
        """Tell what stands at a place, or nothing."""
        self.place = place
        self.update()
        if place is None or self._lang is None:
            self._hover.hide()
            return
        line, month = place
        at = self._box(line, month).center().toPoint()
        told = (
            month_reading(self._schedule, month, self._lang)
            if line == _NAMES_LINE
            else reading(self._schedule.tracks[line], month, self._names, self._lang)
        )
        self._hover.show_at(at + QPoint(4, 0), told)

    def _due(self, place: tuple[int, Month] | None) -> DueReturn | None:
        if place is None or place[0] == _NAMES_LINE:
            return None
        return self._schedule.tracks[place[0]].due.get(place[1])

    def _leads(self, place: tuple[int, Month] | None) -> bool:
        """Say whether something is chosen there."""
        due = self._due(place)
        named = place is not None and place[0] == _NAMES_LINE
        return named or (due is not None and due.number is not None)

    def _at(self, at: QPointF) -> tuple[int, Month] | None:
        column, line = int((at.x() - self._left()) // self._pitch()), int((at.y() - _HEAD) // _LINE)
        months, line = self.months, max(line, _NAMES_LINE)
        if not 0 <= column < len(months) or line >= len(self._schedule.tracks):
            return None
        return line, months[column]

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Read the place under the pointer."""
        place = self._at(event.position())
        if place != self.place:
            self.read(place)
            hand = Qt.CursorShape.PointingHandCursor
            self.setCursor(hand if self._leads(place) else Qt.CursorShape.ArrowCursor)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the return under the pointer, or the month whose name it is."""
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(self._at(event.position()))

    def _choose(self, place: tuple[int, Month] | None) -> None:
        due = self._due(place)
        if place is not None and place[0] == _NAMES_LINE:
            self.month_chosen.emit(place[1])
        elif due is not None and due.number is not None:
            self.chosen.emit(due.number)

    def leaveEvent(self, event: QEvent) -> None:
        """Stop reading when the pointer leaves, unless the keys read."""
        if not self.hasFocus():
            self.read(None)
        super().leaveEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the focus by reading the newest month of the first track."""
        super().focusInEvent(event)
        if self.place is None and self.months:
            newest = self._schedule.tracks[0].due
            shown = [m for m in self.months if m in newest] or [self.months[-1]]
            self.read((0, shown[-1]))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Stop reading."""
        self.read(None)
        super().focusOutEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk the calendar with the arrow keys, years with the page keys; Enter chooses."""
        key = Qt.Key(event.key())
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self._choose(self.place)
        elif key == Qt.Key.Key_M and self.place:
            self.month_chosen.emit(self.place[1])
        elif key in _STEPS and self.place and self._schedule.first and self._schedule.last:
            down, right = _STEPS[key]
            lines = len(self._schedule.tracks)
            line = min(max(self.place[0] + down, _NAMES_LINE), lines - 1)
            month = min(max(self.place[1] + right, self._schedule.first), self._schedule.last)
            self._show_month(month)
            self.read((line, month))
        else:
            super().keyPressEvent(event)

    def _show_month(self, month: Month) -> None:
        months = self.months
        if month < months[0]:
            self._last = self._within(month + (len(months) - 1))
        elif month > months[-1]:
            self._last = self._within(month)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Look back and forward with a sideways wheel; leave the other to the page."""
        turned = event.angleDelta().x()
        if turned:
            self.move_by(-1 if turned > 0 else 1)
        else:
            event.ignore()

    # Drawing ---------------------------------------------------------------------------------

    def _box(self, line: int, month: Month) -> QRectF:
        column = month - self.months[0]
        left = self._left() + column * self._pitch() + 1.5
        if line == _NAMES_LINE:
            return QRectF(left, _NAME_TOP, self._pitch() - 3, _NAME_HIGH)
        top = _HEAD + line * _LINE + (_LINE - _HIGH) / 2
        return QRectF(left, top, self._pitch() - 3, _HIGH)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the months' names, then a line for each track."""
        self._paint(QPainter(self))

    def print_on(self, painter: QPainter, colours: Colours) -> None:
        """Draw the months shown in other colours, from where the painter stands."""
        worn, place, self.place = self._colours, self.place, None
        self._colours = colours
        self._paint(painter)
        self._colours, self.place = worn, place

    @property
    def description(self) -> str:
        """The calendar in a sentence: its tracks, and which months it shows."""
        if self._lang is None or not self.months:
            return ""
        first, last = (self._lang.month(m) for m in (self.months[0], self.months[-1]))
        tracks = ", ".join(track_name(track, self._lang) for track in self._schedule.tracks)
        return f"{first} – {last}: {tracks}."

    def _paint(self, painter: QPainter) -> None:
        if self._lang is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_months(painter, self._lang)
        for line, track in enumerate(self._schedule.tracks):
            self._draw_name(painter, line, track_name(track, self._lang))
            for month in self.months:
                if due := track.due.get(month):
                    self._draw_state(painter, self._box(line, month), due.state)
        if self.place and self.place[1] in self.months:
            painter.setPen(QPen(QColor(self._colours.primary), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._box(*self.place), 5, 5)

    def _draw_months(self, painter: QPainter, lang: Language) -> None:
        painter.setFont(font(TINY_SIZE))
        for column, month in enumerate(self.months):
            left = self._left() + column * self._pitch()
            painter.setPen(QColor(self._colours.muted))
            room = QRectF(left, 16, self._pitch(), 16)
            if month == self._looked:
                self._mark_name(painter, month)
            painter.drawText(room, Qt.AlignmentFlag.AlignCenter, lang.month_tick(month.number))
            begins = month.number == 1
            if begins or (column == 0 and month.number <= MONTHS_PER_YEAR - 1):
                painter.setPen(QColor(self._colours.secondary))
                painter.drawText(QRectF(left + 3, 0, 60, 15), _LEFT, str(month.year))
            if begins and column:
                painter.setPen(QColor(self._colours.grid))
                painter.drawLine(QPointF(left, 2), QPointF(left, self.height()))

    def _mark_name(self, painter: QPainter, month: Month) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.primary))
        painter.drawRoundedRect(self._box(_NAMES_LINE, month), 5, 5)
        painter.setPen(QColor(self._colours.on_primary))

    def _draw_name(self, painter: QPainter, line: int, name: str) -> None:
        painter.setFont(font(SMALL_SIZE))
        painter.setPen(QColor(self._colours.text))
        room = QRect(0, _HEAD + line * _LINE, self._left() - 10, _LINE)
        fits = painter.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _LEFT, fits)

    def _draw_state(self, painter: QPainter, box: QRectF, state: DueState) -> None:
        _, sign, tone = STATES[state]
        if state in _FILLS:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(getattr(self._colours, _FILLS[state])))
        else:
            pen = QPen(QColor(self._colours.muted), 1)
            pen.setDashPattern([2.5, 2.5])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(self._colours.of(tone)))
        painter.setFont(font(SMALL_SIZE))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
