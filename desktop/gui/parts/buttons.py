"""Buttons by their look: plain, primary, link, chip, icon; and one of several."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QBoxLayout,
    QButtonGroup,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QToolTip,
)

from desktop.gui.icons import icon
from desktop.gui.parts.tips import wrapped

_LEAST = 104
"""So many pixels a button keeps that gives way."""
_LEAST_SEGMENT = 34


def by_enter(pressed: QAbstractButton, event: QKeyEvent) -> bool:
    """Press a button that has the keyboard by Enter, which Qt does in dialogs alone."""
    plain = event.modifiers() in {
        Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier,
    }  # fmt: skip
    if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter} or not plain:
        return False
    if not event.isAutoRepeat():
        pressed.click()
    return True


class Button(QPushButton):
    """Its words end in "…" where it is too narrow for them; its tip tells them then."""

    _yields = False

    def give_way(self) -> None:
        """Become narrower than its words where its row has no room."""
        self._yields = True
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        """Ask for all words, or for some."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), _LEAST), hint.height()) if self._yields else hint

    def _shown(self, option: QStyleOptionButton) -> str:
        part = QStyle.SubElement.SE_PushButtonContents
        room = self.style().subElementRect(part, option, self).width()
        short = self.width() < self.sizeHint().width()
        elided = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        return elided if short else self.text()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the style's button with the words that fit."""
        option = QStyleOptionButton()
        self.initStyleOption(option)
        option.text = self._shown(option)
        QStylePainter(self).drawControl(QStyle.ControlElement.CE_PushButton, option)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter, too."""
        if not by_enter(self, event):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell the words in the tip where they were cut."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return super().event(event)
        if self.width() < self.sizeHint().width():
            tip = "\n".join(part for part in (self.text(), self.toolTip()) if part)
            QToolTip.showText(event.globalPos(), wrapped(tip), self)
            return True
        return super().event(event)


def button(look: str, pressed: Callable[[], object] | None = None) -> Button:
    """Make a push button of a look of the style sheet; its text comes with the language."""
    made = Button()
    made.setProperty("look", look)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    if pressed:
        made.clicked.connect(lambda _checked: pressed())
    return made


class ToolButton(QToolButton):
    """A tool button that Enter presses, too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter, too."""
        if not by_enter(self, event):
            super().keyPressEvent(event)


class IconButton(ToolButton):
    """A quiet button that shows an icon only; its name is its tip and its accessible name."""

    def __init__(self, name: str, *, checkable: bool = False) -> None:
        """Take the icon's name; `dress` tints it."""
        super().__init__()
        self._icon = name
        self._dressed: tuple[str, str, str] | None = None
        self.setProperty("look", "icon")
        self.setIconSize(QSize(16, 16))
        self.setCheckable(checkable)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def dress(self, colour: str, name: str, icon_name: str = "") -> None:
        """Tint the icon and name the button in the language of the window."""
        if (colour, name, icon_name) == self._dressed:
            return  # another icon lays the row out anew
        self._dressed = colour, name, icon_name
        self._icon = icon_name or self._icon
        self.setIcon(icon(self._icon, colour))
        self.setToolTip(name)
        self.setAccessibleName(name)


class Segments(QFrame):
    """One of several, side by side: the language, items or markets."""

    chosen = Signal(str)

    def __init__(self, codes: Sequence[str]) -> None:
        """Take the codes; `dress` gives their words."""
        super().__init__()
        self.setProperty("look", "segments")
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QToolButton] = {}
        self._words: dict[str, tuple[str, str]] = {}
        self.offer(codes)
        self.choose(codes[0])

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that can be chosen, in order."""
        return tuple(self._buttons)

    def offer(self, codes: Sequence[str]) -> None:
        """Let these codes be chosen, and no others; new ones are to be dressed."""
        for code in [c for c in self._buttons if c not in codes]:
            gone = self._buttons.pop(code)
            self._row.removeWidget(gone)
            self._group.removeButton(gone)
            gone.deleteLater()
        before, self._words = self._buttons, {}
        self._buttons = {code: before.get(code) or self._segment(code) for code in codes}
        for code in (c for c in codes if c not in before):
            self._row.addWidget(self._buttons[code])

    def _segment(self, code: str) -> QToolButton:
        made = ToolButton()
        made.setProperty("look", "segment")
        made.setCheckable(True)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        made.setMinimumWidth(_LEAST_SEGMENT)  # its words end in "…" then, and its tip tells them
        made.clicked.connect(lambda: self.chosen.emit(code))
        self._group.addButton(made)
        return made

    def stand(self, *, upright: bool) -> None:
        """Put them one under another, or side by side again."""
        directions = QBoxLayout.Direction
        self._row.setDirection(directions.TopToBottom if upright else directions.LeftToRight)

    def choose(self, code: str) -> None:
        """Show another choice, without saying so."""
        self._buttons[code].setChecked(True)

    def press(self, code: str) -> None:
        """Choose a code as a click does, and say so."""
        self._buttons[code].click()

    @property
    def choice(self) -> str:
        """The code chosen."""
        return next(code for code, b in self._buttons.items() if b.isChecked())

    def dress(self, words: dict[str, tuple[str, str]]) -> None:
        """Give each code its word and its accessible name."""
        if words == self._words:
            return
        self._words = words
        for code, (word, name) in words.items():
            self._buttons[code].setText(word)
            self._buttons[code].setAccessibleName(name)
            self._buttons[code].setToolTip(name)
