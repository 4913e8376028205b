"""The review's own keys: from card to card, from question to question."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

NEXT_CARD, CARD_BEFORE = ("F6",), ("Shift+F6",)
NEXT_QUESTION, QUESTION_BEFORE = ("N", "F8"), ("P", "Shift+F8")
PUT_OFF = ("Ctrl+D",)


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
