"""Every action of the window, with its shortcut and its name in the language of the window."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from desktop.figures.wording import N_, Language

IMPORT, EXPORT, UNDO, REDO = "import", "export", "undo", "redo"
TARGET, EXPORT_AGAIN = "target", "export-again"
WAITING = "waiting"
FIND, KEYS, BACK, FORWARD, LINK = "find", "keys", "back", "forward", "link"
UNFOCUS = "unfocus"
ARCHIVE, CONNECT, EXAMPLE, TOUR = "archive", "connect", "example", "tour"
LARGER, SMALLER = "larger", "smaller"
ACCEPT, ESCAPE, REFRESH, QUIT, MOTION = "accept", "escape", "refresh", "quit", "motion"
PAGE = "page-"
"""Begins the name of an action that shows a page."""
FINDING_ONES_WAY = frozenset({FIND, BACK, FORWARD, UNFOCUS, LINK, KEYS, TOUR})
OF_THE_WINDOW = frozenset(
    {ARCHIVE, CONNECT, EXAMPLE, LARGER, SMALLER, MOTION, REFRESH, QUIT}
)  # fmt: skip
"""Actions that stand together in the sheet of shortcuts."""

_ACTIONS = {
    IMPORT: (("Ctrl+O",), N_("Import returns…")),
    EXPORT: (("Ctrl+E",), N_("Export summary")),
    EXPORT_AGAIN: (("Ctrl+Shift+E",), N_("Write the report as last month")),
    UNDO: (("Ctrl+Z",), N_("Undo")),
    REDO: (("Ctrl+Shift+Z", "Ctrl+Y"), N_("Redo")),
    TARGET: (("Ctrl+T",), N_("Set the target…")),
    WAITING: (("Ctrl+R",), N_("Review what waits")),
    ACCEPT: (("Ctrl+Return", "Ctrl+Enter"), N_("Write the reviewed figures, or the report")),
    ESCAPE: (("Esc",), N_("Cancel or skip")),
    FIND: (("Ctrl+K",), N_("Find…")),
    BACK: (("Alt+Left",), N_("Back to what was looked at")),
    FORWARD: (("Alt+Right",), N_("Forward again")),
    UNFOCUS: (("Ctrl+Backspace",), N_("Show all again")),
    LINK: (("Ctrl+Shift+C",), N_("Copy a link to this page")),
    KEYS: (("F1",), N_("Keyboard shortcuts")),
    MOTION: (("Ctrl+Alt+M",), N_("Motion on or off")),
    LARGER: (("Ctrl++", "Ctrl+="), N_("Larger text")),
    SMALLER: (("Ctrl+-",), N_("Smaller text")),
    TOUR: (("Shift+F1",), N_("Take the tour")),
    ARCHIVE: (("Ctrl+Alt+O",), N_("Open another archive…")),
    CONNECT: (("Ctrl+Alt+C",), N_("Connect to an office's archive…")),
    EXAMPLE: (("Ctrl+Alt+E",), N_("Open the example")),
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
    window: QWidget, pages: Iterable[tuple[str, str]], show: Callable[[str], None]
) -> None:
    """Let Ctrl+1, Ctrl+2 … show the pages: their names and titles (`N_` texts)."""
    for number, (name, title) in enumerate(pages, 1):
        action = QAction(window)
        action.setObjectName(f"{PAGE}{name}")
        action.setText(title)
        action.setData(title)
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.triggered.connect(lambda _=False, n=name: show(n))
        window.addAction(action)
