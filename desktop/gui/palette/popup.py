"""The palette: a field over a list that rises over the page and never holds anything up."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QLineEdit, QVBoxLayout, QWidget

from desktop.gui.lookup.entries import Entry
from desktop.gui.palette.found_list import FoundList
from desktop.gui.palette.links import is_link
from desktop.gui.parts.text import label
from desktop.gui.session import Session
from desktop.gui.tokens import GAP, HEADER_HEIGHT

_WIDEST, _ROWS, _PAGE = 620, 9, 8
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_LEAPS = {Qt.Key.Key_PageUp: -_PAGE, Qt.Key.Key_PageDown: _PAGE}
Finder = Callable[[str], Sequence[Entry]]


class _Field(QLineEdit):
    """Keeps Escape for the palette, before Escape means anything else in the window."""

    def event(self, event: QEvent) -> bool:
        override = event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent)
        if override and event.key() == Qt.Key.Key_Escape:  # type: ignore[attr-defined]  # a QKeyEvent
            event.accept()
            return True
        return super().event(event)


class Palette(QFrame):
    """Rises with a `Finder`; `chosen` gives the entry. Escape or a look elsewhere closes it."""

    chosen = Signal(object)  # Entry

    def __init__(self, over: QWidget, session: Session, find: Finder) -> None:
        """Belong to the area that it rises over."""
        super().__init__(over)
        self.setObjectName("palette")
        self.setProperty("look", "palette")
        self._over, self._session, self._find = over, session, find
        self._before: QWidget | None = None
        self.field, self.list = _Field(), FoundList()
        self.nothing, self.hint = label("muted"), label("tiny")
        self.field.setProperty("look", "palette")
        self.nothing.setContentsMargins(12, 4, 12, 8)
        self.hint.setContentsMargins(12, 2, 12, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        for part in (self.field, self.list, self.nothing, self.hint):
            layout.addWidget(part)
        self.field.textChanged.connect(lambda _: self.search())
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._press)
        self.list.selectionModel().currentChanged.connect(lambda *_: self._tell())
        over.installEventFilter(self)
        self.hide()

    def rise(self) -> None:
        """Rise, empty; once risen, take what was typed up for another search."""
        if self.isVisible():
            self.field.selectAll()
            return
        self._before = QApplication.focusWidget()
        self._dress()
        self.field.clear()
        self.show()
        self.raise_()
        self.search()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)
        QApplication.instance().focusChanged.connect(self._look_elsewhere)  # type: ignore[union-attr]  # there is one

    def _dress(self) -> None:
        lang = self._session.language
        self._session.theme.dress(self)
        self.field.setPlaceholderText(lang._("A page, market, item, month or action; or a link"))
        self.field.setAccessibleName(lang._("Find"))
        self.list.setAccessibleName(lang._("Found"))
        self.setAccessibleName(lang._("Find"))
        self.hint.setText(lang._("↑ ↓ choose · Enter goes there · Esc closes"))

    def search(self) -> None:
        """Find what was typed."""
        lang = self._session.language
        entries = self._find(self.field.text())
        self.list.show_found(entries, lang, self._session.theme.colours)
        self.list.setVisible(bool(entries))
        self.nothing.setVisible(not entries)
        self.nothing.setText(
            lang._("This link leads nowhere here.")
            if is_link(self.field.text())
            else lang._("Nothing is found under this name.")
        )
        self._tell()
        self._place()

    def _tell(self) -> None:
        """Let a screen reader say what is chosen: the keyboard is in the field."""
        row, count = self.list.currentIndex().row(), len(self.list.found.entries)
        spoken = f"{self.list.found.spoken(row)} · {row + 1}/{count}" if 0 <= row < count else ""
        self.field.setAccessibleDescription(spoken or self.nothing.text())

    def _place(self) -> None:
        width = min(_WIDEST, self._over.width() - 2 * GAP)
        room = self._over.height() - 2 * HEADER_HEIGHT
        rows = min(_ROWS, len(self.list.found.entries), room // self.list.height_of(1))
        self.list.setFixedHeight(self.list.height_of(max(rows, 1)))
        self.setFixedWidth(width)
        self.adjustSize()
        self.move((self._over.width() - width) // 2, HEADER_HEIGHT - 4)

    # Keys and mouse ----------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Move, choose and close by keyboard; stay in the middle when the window changes."""
        if watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self._place()
        if watched is self.field and event.type() is QEvent.Type.KeyPress:
            return isinstance(event, QKeyEvent) and self._pressed(Qt.Key(event.key()))
        return super().eventFilter(watched, event)

    def _pressed(self, key: Qt.Key) -> bool:
        if key == Qt.Key.Key_Escape:
            self.close_up()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._press(self.list.currentIndex())
        elif key in _MOVES:
            self.list.step(_MOVES[key], around=True)
        elif key in _LEAPS:
            self.list.step(_LEAPS[key])
        else:
            return False
        return True

    def _press(self, _index: QModelIndex) -> None:
        entry = self.list.chosen
        if entry is not None:
            self.close_up()
            self.chosen.emit(entry)

    def _look_elsewhere(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not (new is self or self.isAncestorOf(new)):
            self._before = None  # the keyboard is where it was put
            self.close_up()

    def close_up(self) -> None:
        """Go, and give the keyboard back to where it was."""
        if not self.isVisible():
            return
        QApplication.instance().focusChanged.disconnect(self._look_elsewhere)  # type: ignore[union-attr]  # there is one
        before, self._before = self._before, None
        if before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)
        elif self.field.hasFocus():
            self.window().setFocus()
        self.hide()
