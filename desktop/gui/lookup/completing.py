"""Names offered under a line while it is typed into, as the palette finds and ranks them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QStringListModel
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from desktop.gui.lookup.entries import Entry, Kind
from desktop.gui.lookup.searching import Index

_LINES = 8
_BESIDE = 26
"""Pixels beside the longest name: the frame, the gap at either side, a scroll bar."""
_WIDEST = 420


class Names(Index):
    """Entries, and how each is written into the line once it is chosen."""

    def __init__(self, entries: Iterable[Entry], written: Callable[[Entry], str]) -> None:
        """Fold the names once: lines that are typed into come and go."""
        super().__init__(entries)
        self._written = written

    @classmethod
    def of(cls, texts: Iterable[str]) -> Names:
        """Make names of texts that have one spelling each."""
        entries = (Entry(Kind.LINK, text, text, text) for text in texts)
        return cls(entries, lambda entry: entry.code)

    def offered(self, typed: str) -> list[str]:
        """Give what answers, the best first; nothing where nothing was typed."""
        if not typed.strip():
            return []
        return list(dict.fromkeys(self._written(found.entry) for found in self.search(typed)))


class Completing(QCompleter):
    """Offers names beneath a line; what is typed is never changed before one is chosen."""

    def __init__(self, edit: QLineEdit, offered: Callable[[str], list[str]]) -> None:
        """Belong to a line; `offered` answers what is typed, the best first."""
        super().__init__(edit)
        self._edit, self._offered, self._list = edit, offered, QStringListModel(self)
        self.setModel(self._list)
        self.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self.setMaxVisibleItems(_LINES)
        edit.textEdited.connect(self._find)

    def _find(self, typed: str) -> None:
        """Look for what is typed, before Qt shows what is in the list."""
        self._list.setStringList(self._offered(typed))
        popup = self.popup()
        assert popup is not None, "a completer makes one when it is asked for it"
        if not popup.styleSheet():  # a window of its own has none of the line's
            popup.setProperty("look", "popup")
            popup.setStyleSheet(_sheet_of(self._edit))
        popup.setMinimumWidth(min(popup.sizeHintForColumn(0) + _BESIDE, _WIDEST))


def _sheet_of(shown: QWidget | None) -> str:
    while shown is not None:
        if shown.styleSheet():
            return shown.styleSheet()
        shown = shown.parentWidget()
    return ""
