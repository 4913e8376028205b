"""The watched folder on the page of returns: which it is, and what of it waits for a review."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from desktop.gui import dialogs
from desktop.gui.icons import pixmap
from desktop.gui.parts.buttons import IconButton, button
from desktop.gui.parts.layouts import column
from desktop.gui.parts.text import Elided
from desktop.gui.parts.tips import wrapped
from desktop.gui.session import Session
from desktop.gui.tokens import PAD, SNUG, Tone
from desktop.gui.watching import Watching


class WatchBar(QFrame):
    """Two lines, and the buttons for what can be done now."""

    def __init__(self, session: Session, watching: Watching) -> None:
        """Show what `watching` does, and let it do it."""
        super().__init__()
        self.setProperty("look", "card")
        self._session, self._watching = session, watching
        self._icon = QLabel()
        self.title = Elided("strong")
        self.text = Elided("muted", mode=Qt.TextElideMode.ElideMiddle)
        self.review_button = button("primary", watching.review)
        self.choose_button = button("", self.choose)
        self.aside_button = IconButton("check")
        self.aside_button.clicked.connect(watching.set_aside)
        self.stop_button = IconButton("close")
        self.stop_button.clicked.connect(lambda: watching.choose(None))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(PAD, 9, 10, 9)
        layout.setSpacing(SNUG)
        layout.addWidget(self._icon)
        layout.addSpacing(SNUG)
        layout.addLayout(column(self.title, self.text, gap=1), 1)
        for part in (self.review_button, self.aside_button, self.choose_button, self.stop_button):
            layout.addWidget(part)
        watching.changed.connect(self.redraw)

    def choose(self) -> None:
        """Ask for the folder."""
        folder = str(self._watching.folder or self._session.memory.folder)
        chosen = dialogs.folder_to_watch(self, self._session.language, folder)
        if chosen is not None:
            self._watching.choose(chosen)

    def redraw(self) -> None:
        """Draw it in the window's language and theme."""
        lang, colours = self._session.language, self._session.theme.colours
        folder, waiting = self._watching.folder, self._watching.waiting
        tone = Tone.WARN if self._watching.lost else Tone.PRIMARY if folder else Tone.MUTED
        ink = colours.of(tone)
        self._icon.setPixmap(pixmap("folder", ink, 26, self.devicePixelRatioF()))
        self.title.setText(self._words())
        told = str(folder) if folder else lang._("A return that appears there waits here.")
        if waiting and self._watching.lost:
            told = lang._("The watched folder cannot be reached")
        self.text.setText(told)
        self.text.setToolTip(wrapped(self._passed_over()))
        self.setAccessibleName(f"{self.title.text()} {self.text.text()}")
        self.review_button.setText(lang._("Review"))
        self.review_button.setToolTip("Ctrl+R")
        self.review_button.setVisible(bool(waiting))
        self.aside_button.dress(colours.muted, lang._("Set aside: do not offer these again"))
        self.aside_button.setVisible(bool(waiting))
        self.choose_button.setText(lang._("Change…") if folder else lang._("Choose a folder…"))
        self.choose_button.setVisible(not waiting)
        self.stop_button.dress(colours.muted, lang._("Stop watching this folder"))
        self.stop_button.setVisible(folder is not None)

    def _passed_over(self) -> str:
        """Name the texts in the folder that are no returns; nothing where there are none."""
        names = self._watching.passed_over
        lang = self._session.language
        return (
            lang._("Passed over, without a table of trade:") + "\n" + "\n".join(names)
            if names
            else ""
        )

    def _words(self) -> str:
        lang = self._session.language
        waiting = len(self._watching.waiting)
        if waiting:
            return lang.plural(
                "{count} return waits for review", "{count} returns wait for review", waiting
            )
        if self._watching.folder is None:
            return lang._("No folder is watched")
        if self._watching.lost:
            return lang._("The watched folder cannot be reached")
        return lang._("Watched folder: nothing new")
