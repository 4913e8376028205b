"""Shortcuts of a page, with words for the sheet of shortcuts; and how keys are written."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget


def add_keys(
    page: QWidget,
    keys: Sequence[str],
    says: str,
    does: Callable[[], object],
    *,
    anywhere: bool = False,
) -> None:
    """Let keys do something while the page has the keyboard; `anywhere`: while it is shown.

    `says` is an `N_` text for the sheet of shortcuts. Letters are safe: a field that one types in
    keeps them for itself.
    """
    for key in keys:
        shortcut = QShortcut(QKeySequence(key), page)
        if not anywhere:
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setWhatsThis(says)
        shortcut.activated.connect(does)


def written(keys: Iterable[QKeySequence]) -> str:
    """Write keys as the system does: "Ctrl+Shift+Z, Ctrl+Y"."""
    return ", ".join(key.toString(QKeySequence.SequenceFormat.NativeText) for key in keys)
