"""Every action of the window, with its shortcut and its name in the language of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop.figures.wording import N_, Language
from desktop.gui.shell.rail import Place

IMPORT, EXPORT, UNDO, REDO = "import", "export", "undo", "redo"
TARGET = "target"
WAITING = "waiting"
FIND, KEYS, BACK, FORWARD, LINK = "find", "keys", "back", "forward", "link"
ACCEPT, ESCAPE, REFRESH, QUIT = "accept", "escape", "refresh", "quit"
PAGE = "page-"
"""Begins the name of an action that shows a page."""

_ACTIONS = {
    IMPORT: (("Ctrl+O",), N_("Import returns…")),
    EXPORT: (("Ctrl+E",), N_("Export summary")),
    UNDO: (("Ctrl+Z",), N_("Undo import")),
    REDO: (("Ctrl+Shift+Z", "Ctrl+Y"), N_("Redo import")),
    TARGET: (("Ctrl+T",), N_("Set the target…")),
    WAITING: (("Ctrl+R",), N_("Review what waits")),
    ACCEPT: (("Ctrl+Return", "Ctrl+Enter"), N_("Write the reviewed figures")),
    ESCAPE: (("Esc",), N_("Cancel or skip")),
    FIND: (("Ctrl+K",), N_("Find…")),
    BACK: (("Alt+Left",), N_("Back to what was looked at")),
    FORWARD: (("Alt+Right",), N_("Forward again")),
    LINK: (("Ctrl+Shift+C",), N_("Copy a link to this page")),
    KEYS: (("F1",), N_("Keyboard shortcuts")),
    REFRESH: (("F5",), N_("Refresh")),
    QUIT: (("Ctrl+Q",), N_("Quit")),
}


class Actions:
    """The actions by name; the window connects them, buttons trigger them."""

    def __init__(self, window: QWidget) -> None:
        """Make the actions, and let their shortcuts work anywhere in the window."""
        self._made: dict[str, QAction] = {}
        for name, (keys, _) in _ACTIONS.items():
            action = QAction(window)
            action.setObjectName(name)
            action.setData(_ACTIONS[name][1])
            action.setShortcuts([QKeySequence(key) for key in keys])
            window.addAction(action)
            self._made[name] = action

    def __getitem__(self, name: str) -> QAction:
        """Give an action by name."""
        return self._made[name]

    def connect(self, name: str, does: Callable[[], object]) -> None:
        """Let an action do something."""
        self._made[name].triggered.connect(lambda _checked: does())

    def dress(self, lang: Language) -> None:
        """Speak a language."""
        for name, action in self._made.items():
            action.setText(lang._(_ACTIONS[name][1]))


def add_page_shortcuts(
    window: QWidget, places: Iterable[Place], show: Callable[[str], None]
) -> None:
    """Let Ctrl+1, Ctrl+2 … show the pages."""
    for number, place in enumerate(places, 1):
        action = QAction(window)
        action.setObjectName(f"{PAGE}{place.name}")
        action.setText(place.title)
        action.setData(place.title)
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.triggered.connect(lambda _=False, n=place.name: show(n))
        window.addAction(action)


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
