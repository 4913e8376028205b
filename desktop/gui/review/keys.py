"""The review's own keys: from card to card, from question to question."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

NEXT_CARD, CARD_BEFORE = ("F6",), ("Shift+F6",)
NEXT_QUESTION, QUESTION_BEFORE = ("N", "F8"), ("P", "Shift+F8")
PUT_OFF = ("Ctrl+D",)


def add_keys(page: QWidget, keys: Sequence[str], does: Callable[[], object]) -> None:
    """Let keys do something while the page or anything on it has the keyboard.

    Letters are safe: a field that one types in keeps them for itself.
    """
    for key in keys:
        shortcut = QShortcut(QKeySequence(key), page)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(does)


def step_focus(places: Sequence[QWidget], by: int) -> QWidget | None:
    """Give the keyboard to the next place that is seen, round and round; give that place."""
    seen = [p for p in places if p.isVisible() and p.isEnabled()]
    if not seen:
        return None
    now = QApplication.focusWidget()
    at = next((n for n, p in enumerate(seen) if now and (p is now or p.isAncestorOf(now))), None)
    chosen = seen[(at + by) % len(seen)] if at is not None else seen[0 if by > 0 else -1]
    chosen.setFocus(Qt.FocusReason.ShortcutFocusReason)
    return chosen
