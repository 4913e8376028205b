"""The button at the foot of the rail that says which archive is open and leads to others."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QToolButton

from desktop.figures.wording import Language
from desktop.gui.archives.archives import Archives
from desktop.gui.archives.recent import place_name
from desktop.gui.parts.buttons import IconButton
from desktop.gui.tokens import Colours


class ArchiveButton(IconButton):
    """Its menu lists the archive that is open, those of lately, and two ways to others."""

    def __init__(self, archives: Archives, *actions: QAction) -> None:
        """Take the actions that stand beneath the list."""
        super().__init__("archive")
        self._archives, self._actions = archives, actions
        self.menu_ = QMenu(self)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.setMenu(self.menu_)
        self._lang: Language | None = None
        self.menu_.aboutToShow.connect(self._fill)

    def tell(self, lang: Language, colours: Colours) -> None:
        """Name the archive."""
        self._lang = lang
        name = self._archives.name or lang._("My archive")
        self.dress(colours.secondary, lang._("Archive: {name}", name=name))
        self.setVisible(bool(self._archives.place))

    def _fill(self) -> None:
        if self._lang is None:
            return
        lang, archives = self._lang, self._archives
        self.menu_.clear()
        here = self.menu_.addAction(place_name(archives.place, lang))
        here.setCheckable(True)
        here.setChecked(True)
        for place in archives.others:
            entry = self.menu_.addAction(place_name(place, lang))
            entry.setToolTip(place)
            entry.triggered.connect(lambda _=False, p=place: archives.open(p))
        self.menu_.addSeparator()
        self.menu_.addActions(self._actions)
        self.menu_.setToolTipsVisible(True)
