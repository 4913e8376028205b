"""The frame about the pages: rail, header with the choosers, chips, footer; told what is shown."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from desktop.gui import actions, text_size
from desktop.gui.archives.button import ArchiveButton
from desktop.gui.narrowing.bar import FocusBar
from desktop.gui.pages import EXPORT, NARROWED, OUTLOOK, OVERVIEW, PLACES, REVIEW, STRUCTURE, Pages
from desktop.gui.parts.layouts import Scrolling
from desktop.gui.shell.choosers import Choosers
from desktop.gui.shell.footer import Footer, kept_how, small_print
from desktop.gui.shell.header import Header
from desktop.gui.shell.rail import Rail
from desktop.gui.tokens import LEAST_PAGE, NARROW
from desktop.gui.tour import steps

if TYPE_CHECKING:
    from desktop.analysis.results import Overview
    from desktop.gui.actions import Actions
    from desktop.gui.archives.archives import Archives
    from desktop.gui.session import Session

_CHOOSING = (OVERVIEW, OUTLOOK, EXPORT, *STRUCTURE)
"""Pages that the choosers choose for."""


class Frame(QWidget):
    """Holds the pages; `tell` says what is shown in the language and the theme of the session."""

    def __init__(self, session: Session, pages: Pages, archives: Archives, known: Actions) -> None:
        """Lay the frame about the pages."""
        super().__init__()
        self._session, self._pages, self._archives = session, pages, archives
        find = known[actions.FIND]
        self.rail, self.header, self.footer = Rail(PLACES), Header(find), Footer()
        self.choosers = Choosers(find, known[actions.EXPORT], known[actions.IMPORT])
        self.focus_bar = FocusBar(session, NARROWED)
        self.archive = ArchiveButton(
            archives, *(known[n] for n in (actions.ARCHIVE, actions.CONNECT, actions.EXAMPLE))
        )
        self.rail.add_button(self.archive)
        for page in _CHOOSING:
            self.header.add_tools(page, self.choosers, finding=True)
        self.body = QWidget()
        self._lay_out()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._show_focused)

    def _lay_out(self) -> None:
        inner, outer = QVBoxLayout(self.body), QHBoxLayout(self)
        for layout in (inner, outer):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        inner.addWidget(self.header)
        inner.addWidget(self.focus_bar)
        inner.addWidget(self._pages, 1)
        inner.addWidget(self.footer)
        inner.addStrut(LEAST_PAGE)
        self.view = Scrolling(self.body, sideways=True)
        outer.addWidget(self.rail)
        outer.addWidget(self.view, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the rail its icons alone where the window is narrow, as it is in large text."""
        super().resizeEvent(event)
        self.rail.fold(narrow=self.width() < NARROW)

    def _show_focused(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Bring what the keys walk to into view, where the page is larger than the window."""
        if now is not None and self.body.isAncestorOf(now):
            self.view.ensureWidgetVisible(now)

    def toured(self) -> Mapping[str, tuple[QWidget, ...]]:
        """Give the parts that the tour speaks of, by its steps."""
        choosers = self.choosers
        return {
            steps.IMPORT: (choosers.take_in,),
            steps.CHOOSERS: (choosers.year, choosers.month, choosers.vintage),
            steps.PAGE: (self._pages,),
            steps.RAIL: self.rail.pages,
            steps.FIND: (choosers.finder, self.header.finder),
        }

    def dress(self) -> None:
        """Wear the session's theme."""
        bars = self.view.verticalScrollBar(), self.view.horizontalScrollBar()
        self._session.theme.dress(self.rail, self.header, self.focus_bar, self.footer, *bars)
        self.dress_rail()

    def dress_rail(self) -> None:
        """Word the rail anew: what waits has changed."""
        lang, theme = self._session.language, self._session.theme
        self.rail.dress(lang, theme.colours, theme.choice, text_size.chosen(self._session.memory))
        self.archive.tell(lang, theme.colours)

    def tell_focus(self) -> None:
        """Say what every page is narrowed to."""
        lang, colours = self._session.language, self._session.theme.colours
        self.focus_bar.show_page(self._pages.shown, lang, colours)

    def tell(self, overview: Overview | None) -> None:
        """Put the page's name above it and its small print beneath it."""
        lang, colours, page = self._session.language, self._session.theme.colours, self._pages.shown
        self.choosers.dress(lang, colours)
        self.header.dress(lang, colours)
        self.footer.dress(lang)
        self.rail.show_page(page)
        self.tell_focus()
        if page == REVIEW:
            self._tell_review()
            return
        title = {place.name: place.title for place in PLACES}.get(page, "")
        self._pages.page(page).setAccessibleName(lang._(title))  # it has the keys when it is new
        shown = overview if page in _CHOOSING else None
        self.header.show_page(page, lang._(title), shown.province if shown else "")
        check, source = small_print(shown, lang)
        saved = kept_how(lang, reads_only=self._session.reads_only) if self._session.opened else ""
        aside = " · ".join(part for part in (self._archives.name, saved) if part)
        self.footer.tell(check, source, aside)

    def _tell_review(self) -> None:
        lang, names = self._session.language, [p.path.name for p in self._pages.review.previews]
        files = lang.plural("{count} file", "{count} files", len(names))
        self.header.show_page(
            REVIEW, lang._("Review before import"), names[0] if len(names) == 1 else files
        )
        self.footer.tell(
            lang._("Nothing has been written yet"), aside=lang._("Can be undone afterwards")
        )
