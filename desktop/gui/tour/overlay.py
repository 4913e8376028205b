"""The tour in the window: all but the thing spoken of is dimmed, and a sheet beside it speaks."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.gui.parts.buttons import button
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.session import Session
from desktop.gui.tokens import CARD_RADIUS, GAP, PAD, SNUG
from desktop.gui.tour.steps import STEPS, Step

_WIDTH = 380
_AROUND = 6
_DIM = 120
_ARROWS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})
_SAID = frozenset(
    QKeyCombination(held, key)
    for held, key in (
        (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_O),
        (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_K),
        (Qt.KeyboardModifier.NoModifier, Qt.Key.Key_F1),
    )
)
"""The keys that the steps say to press."""
Finder = Callable[[Step], QRect]


class Tour(QWidget):
    """Covers the window. Enter and → go on, ← goes back, Escape skips. `left` says it is over."""

    left = Signal()

    def __init__(self, over: QWidget, session: Session, where: Finder) -> None:
        """Stand over a widget; `where` gives the place of what a step is about, empty for none."""
        super().__init__(over)
        self._over, self._session, self._where = over, session, where
        self.at = 0
        self._before: QWidget | None = None
        self._sheet = QFrame(self)
        self._sheet.setProperty("look", "notice")
        self._count, self._title, self._text = label("small"), label("heading"), label("secondary")
        self._text.setWordWrap(True)
        self.skip, self.back = button("link", self.leave), button("", self.go_back)
        self.next = button("primary", self.go_on)
        self._buttons = (self.skip, self.back, self.next)
        self._lay_out()
        for part in self._buttons:
            part.installEventFilter(self)
        over.installEventFilter(self)
        self.hide()

    def _lay_out(self) -> None:
        self._inner = layout = QVBoxLayout(self._sheet)
        layout.setContentsMargins(PAD, PAD, PAD, PAD - 2)
        layout.setSpacing(SNUG)
        for part in (self._count, self._title, self._text):
            layout.addWidget(part)
        layout.addLayout(row(self.skip, 1, self.back, self.next, gap=SNUG))

    def start(self) -> None:
        """Begin with the first step, and take the keyboard."""
        self._before = self.window().focusWidget()
        self._session.theme.dress(self)
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()
        self._show(0)

    def go_on(self) -> None:
        """Go to the next step; from the last one, leave."""
        if self.at + 1 < len(STEPS):
            self._show(self.at + 1)
        else:
            self.leave()

    def go_back(self) -> None:
        """Go to the step before."""
        self._show(max(self.at - 1, 0))

    def leave(self) -> None:
        """End, and give the keyboard back."""
        self.window().setFocus()
        self.hide()
        if self._before is not None and isValid(self._before) and self._before.isVisible():
            self._before.setFocus()
        self._before = None
        self.left.emit()

    def _show(self, number: int) -> None:
        self.at = number
        say, step = self._session.language._, STEPS[number]
        self._count.setText(f"{number + 1}/{len(STEPS)}")
        self._title.setText(say(step.title))
        self._text.setText(say(step.text))
        last = number + 1 == len(STEPS)
        self.skip.setText(say("Skip the tour"))
        self.skip.setVisible(not last)
        self.back.setText(say("Back"))
        self.back.setEnabled(number > 0)
        self.next.setText(say("Begin") if last else say("Next"))
        spoken = f"{self._count.text()}. {self._title.text()}. {self._text.text()}"
        self.setAccessibleName(say("Tour"))
        self.next.setAccessibleName(f"{self.next.text()}. {spoken}")
        self.next.setFocus()
        self._place()

    def _place(self) -> None:
        """Stand beneath, beside or above what is spoken of; in the middle where no room is."""
        width = max(_WIDTH, self._inner.minimumSize().width())
        self._sheet.setFixedSize(width, self._inner.totalHeightForWidth(width))
        held, sheet = self._hole, self._sheet.rect()
        room = self.rect().adjusted(GAP, GAP, -GAP, -GAP)
        x = min(max(held.center().x() - sheet.width() // 2, GAP), room.right() - sheet.width())
        y = min(max(held.top(), GAP), room.bottom() - sheet.height())
        places = (
            QPoint(x, held.bottom() + GAP),
            QPoint(held.right() + GAP, y),
            QPoint(x, held.top() - GAP - sheet.height()),
        )
        fitting = (at for at in places if not held.isNull() and room.contains(sheet.translated(at)))
        self._sheet.move(next(fitting, room.center() - sheet.center()))
        self.update()

    @property
    def _hole(self) -> QRect:
        held = self._where(STEPS[self.at])
        around = held.adjusted(-_AROUND, -_AROUND, _AROUND, _AROUND).intersected(self.rect())
        return QRect() if held.isEmpty() else around

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Dim all but what is spoken of."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QPainterPath()
        whole.addRect(QRectF(self.rect()))
        if not self._hole.isNull():
            hole = QPainterPath()
            hole.addRoundedRect(QRectF(self._hole), CARD_RADIUS, CARD_RADIUS)
            whole -= hole
        painter.fillPath(whole, QColor(0, 0, 0, _DIM))

    def event(self, event: QEvent) -> bool:
        """Keep the keys, but for those that a step says to press: the tour gives way to them."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.ShortcutOverride:
            if event.keyCombination() in _SAID:
                self.leave()
                return super().event(event)
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk by key; Enter presses the button in focus."""
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.leave()
        elif key in {Qt.Key.Key_Right, Qt.Key.Key_PageDown}:
            self.go_on()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_PageUp}:
            self.go_back()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            here = self.window().focusWidget()
            (here if here in self._buttons else self.next).click()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802, FBT001 - Qt's own
        """Keep the keyboard within the sheet."""
        parts = [p for p in self._buttons if p.isVisible() and p.isEnabled()]
        if not parts or not self.isVisible():
            return super().focusNextPrevChild(forward)
        here = self.window().focusWidget()
        at = parts.index(here) if here in parts else 0
        parts[(at + (1 if forward else -1)) % len(parts)].setFocus()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Cover the window as it grows or shrinks; take the keys that buttons would walk by."""
        if watched in self._buttons:
            arrow = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
            if arrow and isinstance(event, QKeyEvent) and event.key() in _ARROWS:
                self.keyPressEvent(event)
                return True
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.Resize and self.isVisible():
            self.setGeometry(self._over.rect())
            self._place()
        return super().eventFilter(watched, event)
