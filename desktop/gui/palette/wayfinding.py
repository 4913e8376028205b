"""Finding one's way in the window: the palette, back and forward, links, the sheet of shortcuts."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop.figures.groupings import schemes
from desktop.figures.month import Month
from desktop.gui import actions
from desktop.gui.actions import Actions
from desktop.gui.pages import MARKETS, OUTLOOK, OVERVIEW, PLACES, REVIEW, SECTORS, STRUCTURE, Pages
from desktop.gui.palette.visits import History, Visit
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.gui.archives.archives import Archives
    from desktop.gui.lookup.entries import Entry
    from desktop.gui.lookup.searching import Index
    from desktop.gui.palette.popup import Palette

_RECENT, _MOST_RECENT = "palette-recent", 12
_NAMES = frozenset(place.name for place in PLACES)


class Wayfinding(QObject):
    """Knows where the user is and was, and leads elsewhere; the window shows the page."""

    page_asked = Signal(str)
    month_asked = Signal(object)  # Month
    said = Signal(object)  # Message

    def __init__(self, session: Session, pages: Pages, known: Actions, over: QWidget) -> None:
        """Listen to what is looked at; `over` is what the palette rises over."""
        super().__init__()
        self._session, self._pages, self._actions, self._over = session, pages, known, over
        self.history = History()
        self._going = False
        self._through: Month | None = None
        self._months: tuple[Month, ...] = ()
        self._index: tuple[object, Index] | None = None
        self.palette: Palette | None = None
        self.archives: Archives | None = None
        pages.currentChanged.connect(self._note)
        session.selection_changed.connect(self._note)
        session.focus_changed.connect(self._note)
        for name, does in (
            (actions.FIND, self.open),
            (actions.BACK, self.back),
            (actions.FORWARD, self.forward),
            (actions.LINK, self.copy_link),
            (actions.KEYS, self.show_keys),
        ):
            known.connect(name, does)
        self._allow()

    def begin(self) -> None:
        """Begin where the user begins."""
        self.history = History().visited(self._here())
        self._allow()

    def offer(self, months: Sequence[Month], through: Month | None) -> None:
        """Take the months that can be chosen, and the one that is shown."""
        self._months, self._through = tuple(months), through

    # Back and forward --------------------------------------------------------------------------

    def _here(self) -> Visit:
        return Visit(self._pages.shown, self._session.selection, self._session.focus)

    def _note(self, *_changed: object) -> None:
        """Remember what is looked at; a review is an errand, not a place to come back to."""
        if not self._going and self._pages.shown != REVIEW:
            self.history = self.history.visited(self._here())
        self._allow()

    def _allow(self) -> None:
        aside = self._pages.shown == REVIEW
        self._actions[actions.BACK].setEnabled(self.history.has_before or aside)
        self._actions[actions.FORWARD].setEnabled(self.history.has_after and not aside)

    @contextmanager
    def _one_visit(self) -> Iterator[None]:
        """Several changes in one go are one visit."""
        self._going = True
        try:
            yield
        finally:
            self._going = False
            self._note()

    def back(self) -> None:
        """Show what was looked at before; from a review, the page that it was begun on."""
        self._turn(self.history if self._pages.shown == REVIEW else self.history.back())

    def forward(self) -> None:
        """Show again what was gone back from."""
        self._turn(self.history.forward())

    def _turn(self, history: History) -> None:
        self.history = history
        if history.now is not None:
            self.go(history.now)

    def go(self, visit: Visit) -> None:
        """Show a page with what was chosen on it."""
        with self._one_visit():
            chosen, focus = visit.selection, visit.focus
            self._session.select(year=chosen.year, through=chosen.through, vintage=chosen.vintage)
            self._session.focus_on(market=focus.market, item=focus.item, month=focus.month)
            self.page_asked.emit(visit.page)

    # Links -------------------------------------------------------------------------------------

    def link(self, through: Month | None = None) -> str:
        """Write a link to what is looked at, to a month where the newest is; empty before any."""
        from desktop.gui.palette.links import link_of  # noqa: PLC0415 - first paint first

        visit = self._here() if self._pages.shown != REVIEW else self.history.now
        if visit is None:
            return ""
        chosen = replace(visit.selection, through=visit.selection.through or through)
        archive = self.archives.link_name if self.archives and self.archives.place else ""
        return link_of(replace(visit, selection=chosen), archive)

    def copy_link(self) -> None:
        """Copy a link to what is looked at: to the month that is shown, be it the newest or not."""
        link = self.link(self._through)
        if not link:
            return
        QGuiApplication.clipboard().setText(link)
        words = self._session.language._("Link copied: {link}", link=link)
        self.said.emit(Message(Tone.GOOD, words))

    # The palette -------------------------------------------------------------------------------

    def open(self) -> None:
        """Let the palette rise."""
        if self.palette is None:
            from desktop.gui.palette.popup import Palette  # noqa: PLC0415 - first paint first

            self.palette = Palette(self._over, self._session, self.find)
            self.palette.chosen.connect(self.choose)
        self.palette.rise()

    def find(self, typed: str) -> list[Entry]:
        """Find entries by what was typed; a pasted link is the only thing found."""
        from desktop.gui.palette.links import is_link  # noqa: PLC0415 - first paint first
        from desktop.gui.palette.offering import link_entry  # noqa: PLC0415 - first paint first

        if is_link(typed):
            led = link_entry(typed, _NAMES)
            return [led] if led else []
        return [found.entry for found in self._known().search(typed, self.recent)]

    def _known(self) -> Index:
        from desktop.gui.palette import offering  # noqa: PLC0415 - first paint first

        others = self.archives.others if self.archives and self.archives.place else ()
        listed = offering.window_entries(self._window_actions())
        listed = (*listed, *offering.archive_entries(others))
        asked = (listed, self._months, tuple(schemes()))
        if self._index is None or self._index[0] != asked:
            self._index = (asked, offering.index(listed, self._months))
        return self._index[1]

    def _window_actions(self) -> list[QAction]:
        return self._over.window().actions()

    @property
    def recent(self) -> list[str]:
        """Keys of what was chosen lately, the newest first."""
        return [key for key in self._session.memory.text(_RECENT).split("|") if key]

    def choose(self, entry: Entry) -> None:
        """Go to what was chosen: show it, choose it, do it."""
        from desktop.gui.lookup.entries import Kind  # noqa: PLC0415 - first paint first

        if entry.kind is Kind.LINK:
            self.follow(entry.code)
            return
        if entry.kind is Kind.ARCHIVE:
            if self.archives:
                self.archives.open(entry.code)
            return
        kept = dict.fromkeys((entry.key, *self.recent))
        self._session.memory.remember(_RECENT, "|".join(list(kept)[:_MOST_RECENT]))
        here = self._here()
        if entry.kind in {Kind.MARKET, Kind.BLOC}:
            self.go(replace(here, page=MARKETS, focus=replace(here.focus, market=entry.code)))
        elif entry.kind in {Kind.ITEM, Kind.GROUP}:
            self.go(replace(here, page=SECTORS, focus=replace(here.focus, item=entry.code)))
        elif entry.kind is Kind.MONTH:
            self._go_to_month(Month.parse(entry.code))
        else:
            self._do(entry.code)

    def follow(self, link: str) -> None:
        """Go where a link leads, as far as this archive goes; say what it has not."""
        from desktop.gui.palette.links import archive_of, strangers_in, visit_of  # noqa: PLC0415 - first paint first

        visit = visit_of(link, _NAMES)
        if visit is None:
            return
        asked = visit.focus.month or visit.selection.through
        told = self.archives.tell_other(archive_of(link)) if self.archives else None
        if told is None and (strangers := strangers_in(link)):
            told = self._tell_strangers(strangers)
        if asked and self._months and asked not in self._months:
            newest = replace(visit.selection, year=None, through=None)
            visit = replace(visit, selection=newest, focus=replace(visit.focus, month=None))
            lang = self._session.language
            words = lang._("No figures of {month} are held here.", month=lang.month(asked))
            told = told or Message(Tone.WARN, words, lang._("The newest month is shown instead."))
        self.go(visit)
        if told is not None:
            self.said.emit(told)

    def _tell_strangers(self, codes: Sequence[str]) -> Message:
        lang = self._session.language
        words = lang._("Nobody knows {names} here.", names=", ".join(codes))
        remedy = lang._("The page is shown without it: the sender may have groups of their own.")
        return Message(Tone.WARN, words, remedy)

    def _go_to_month(self, month: Month) -> None:
        with self._one_visit():
            self.month_asked.emit(month)
            if self._pages.shown not in {OVERVIEW, OUTLOOK, *STRUCTURE}:
                self.page_asked.emit(OVERVIEW)

    def _do(self, name: str) -> None:
        for action in self._window_actions():
            if action.objectName() == name:
                action.trigger()

    # Shortcuts ---------------------------------------------------------------------------------

    def show_keys(self) -> None:
        """Show every shortcut of the window, and of the page that is shown."""
        from desktop.gui.palette.keys_dialog import KeysDialog  # noqa: PLC0415 - first paint first

        titles = {place.name: place.title for place in PLACES}
        page = self._pages.currentWidget()
        dialog = KeysDialog(
            self._over.window(), self._session, page, titles.get(self._pages.shown, "")
        )
        self._session.theme.dress(dialog)
        dialog.tour_asked.connect(self._actions[actions.TOUR].trigger)
        dialog.open()
