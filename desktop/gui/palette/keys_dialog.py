"""The sheet of shortcuts (F1), read off the actions and shortcuts that there are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from desktop.figures.wording import N_, Language
from desktop.gui import actions
from desktop.gui.palette.control_keys import keys_within
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.layouts import column, row
from desktop.gui.parts.shortcuts import add_keys, written
from desktop.gui.parts.text import label
from desktop.gui.session import Session
from desktop.gui.tokens import GAP

_APART, _BETWEEN = 30, 5
_EVERYWHERE, _WINDOW = N_("Everywhere"), N_("Archive and window")
_WAY, _PAGES = N_("Finding one's way"), N_("Pages")
_OF_ALL_PAGES = (_EVERYWHERE, _WINDOW, _WAY, _PAGES)
_COLUMN = 2
"""So many groups stand one beneath the other: the sheet is no higher than a small screen."""


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Shortcuts that belong together: a title, and what is done by which keys."""

    title: str
    keys: tuple[tuple[str, str], ...]


def key_groups(window: QWidget, page: QWidget | None, title: str, lang: Language) -> list[KeyGroup]:
    """Read the shortcuts of a window and of the page that it shows, `title` its name."""
    told = [a for a in window.actions() if a.data() and a.shortcuts()]
    lines: dict[str, list[tuple[str, str]]] = {}
    for action in told:
        line = (lang._(action.data()), written(action.shortcuts()))
        lines.setdefault(_place(action.objectName()), []).append(line)
    here: dict[str, list[str]] = {}
    for shortcut in page.findChildren(QShortcut) if page else ():
        if shortcut.whatsThis():
            keys = here.setdefault(lang._(shortcut.whatsThis()), [])
            if (key := written([shortcut.key()])) not in keys:  # each of several charts has them
                keys.append(key)
    on_page = tuple((words, ", ".join(keys)) for words, keys in here.items())
    within = tuple((lang._(words), keys) for words, keys in keys_within(page))
    groups = (
        *(KeyGroup(lang._(title_), tuple(lines.get(title_, ()))) for title_ in _OF_ALL_PAGES),
        KeyGroup(lang._("On this page: {page}", page=lang._(title)), on_page),
        KeyGroup(lang._("In charts, tables and fields"), within),
    )
    return [group for group in groups if group.keys]


def _place(name: str) -> str:
    """Give the group of an action of the whole window, by its name."""
    if name.startswith(actions.PAGE):
        return _PAGES
    if name in actions.FINDING_ONES_WAY:
        return _WAY
    return _WINDOW if name in actions.OF_THE_WINDOW else _EVERYWHERE


class KeysDialog(Dialog):
    """Three columns of groups; Escape, or F1 again, closes it."""

    tour_asked = Signal()

    def __init__(self, window: QWidget, session: Session, page: QWidget | None, title: str) -> None:
        """List what there is now."""
        super().__init__(window)
        self.setObjectName("shortcuts")
        lang = session.language
        self.setWindowTitle(lang._("Keyboard shortcuts"))
        self.groups = key_groups(window, page, title or lang._("Review before import"), lang)
        add_keys(self, ("F1",), "", self.reject, anywhere=True)
        close = button("", self.reject)
        close.setText(lang._("Close"))
        self.tour = button("link", self._take_tour)
        self.tour.setText(lang._("Take the tour"))
        drawn = [self._drawn(group) for group in self.groups]
        starts = range(0, len(drawn), _COLUMN)
        beside = (column(*drawn[at : at + _COLUMN], 1, gap=GAP) for at in starts)
        all_groups = row(*beside, gap=_APART)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(GAP)
        layout.addLayout(all_groups, 1)
        layout.addLayout(row(self.tour, 1, close))
        self.setAccessibleDescription(_spoken(self.groups))

    def _take_tour(self) -> None:
        self.reject()
        self.tour_asked.emit()

    @staticmethod
    def _drawn(group: KeyGroup) -> QWidget:
        made = QWidget()
        lines = QGridLayout(made)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setHorizontalSpacing(GAP)
        lines.setVerticalSpacing(_BETWEEN)
        lines.setColumnStretch(0, 1)
        lines.addWidget(label("heading", group.title), 0, 0, 1, 2)
        for number, (words, keys) in enumerate(group.keys, 1):
            lines.addWidget(label("", words), number, 0)
            lines.addLayout(row(1, *(label("key", key) for key in keys.split(", ")), gap=4),
                            number, 1)  # fmt: skip
        return made


def _spoken(groups: Iterable[KeyGroup]) -> str:
    return "\n".join(
        f"{group.title}. " + "; ".join(f"{words}: {keys}" for words, keys in group.keys)
        for group in groups
    )
