"""The page of returns received: the calendar, the list and its filters, the chosen return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desktop.figures.finding import Refused
from desktop.figures.received import Allowed, DueReturn, StoredReturn
from desktop.figures.wording import N_
from desktop.gui.narrowing.nothing import tell_refused
from desktop.gui.parts.buttons import button
from desktop.gui.parts.card import Card
from desktop.gui.parts.empty_state import EmptyState, Way
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.layouts import row
from desktop.gui.parts.shortcuts import add_keys
from desktop.gui.received.calendar import CalendarCard
from desktop.gui.received.details import DetailsCard, refusal_words
from desktop.gui.received.drop_area import DropArea
from desktop.gui.received.filters import FilterBar
from desktop.gui.received.register import returns_table
from desktop.gui.received.watch_bar import WatchBar
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import GAP, MARGIN, SNUG, Tone
from desktop.gui.watching import Watching

if TYPE_CHECKING:
    from desktop.workflow import Office

_SUBJECT = "returns"
_EVERYTHING = Allowed()
_NARROW, _TIGHT = 1400, 1150
_DETAILS, _DETAILS_NARROW, _DETAILS_WIDE = 0.25, 296, 400
"""The part of the page that a return's details take; what its two buttons need; the most."""


class ReceivedTools(QWidget):
    """What the page offers beside its title: what was taught, and the import."""

    def __init__(self, page: ReceivedPage) -> None:
        """Belong to the page."""
        super().__init__()
        self.revisions = button("", page.revisions_asked.emit)
        self.kept = button("", page.kept_asked.emit)
        self.take_in = button("primary", page.import_asked.emit)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SNUG)
        for part in (self.revisions, self.kept, self.take_in):
            part.give_way()
            layout.addWidget(part)


class ReceivedPage(QWidget):
    """The returns in the archive, newest first."""

    import_asked = Signal()
    withdraw_asked = Signal(object)  # tuple[StoredReturn, ...]
    restore_asked = Signal(object)
    open_asked = Signal(object)  # StoredReturn
    save_asked = Signal(object)
    kept_asked = Signal()
    revisions_asked = Signal()

    def __init__(self, session: Session, watching: Watching) -> None:
        """Start empty; `refresh` fills it."""
        super().__init__()
        self._session = session
        self.returns: tuple[StoredReturn, ...] = ()
        self.due: tuple[DueReturn, ...] = ()
        self.shown: tuple[StoredReturn, ...] = ()
        self._allowed = _EVERYTHING
        self._refusal: Refused | None = None
        self._known = False
        """Whether the archive has answered: an empty list means nothing before."""
        self.drop, self.watch = DropArea(), WatchBar(session, watching)
        self.drop.asked.connect(self.import_asked)
        self.calendar, self.filters = CalendarCard(), FilterBar()
        self.card, self.table, self.details = Card(), GridView(32, dense=True), DetailsCard()
        # Names of files differ at their ends: "02-Bieu-T7.2025.xlsx".
        self.table.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.empty = EmptyState()
        self.undo_button, self.redo_button = self.details.undo_button, self.details.redo_button
        self.tools = ReceivedTools(self)
        self._drawing = self._due = False
        self._came: frozenset[int] = frozenset()
        self._lay_out()
        self._connect()
        self.redraw()

    def _lay_out(self) -> None:
        self.card.body.addWidget(self.filters)
        self.card.body.addWidget(self.table, 1)
        self.card.body.addWidget(self.empty, 1)
        above = row(self.drop, self.watch, gap=GAP)
        above.setStretch(0, 42)
        above.setStretch(1, 58)
        below = row(self.card, self.details, gap=GAP)
        below.setStretch(0, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, MARGIN - 4)
        layout.setSpacing(GAP)
        layout.addLayout(above)
        layout.addWidget(self.calendar)
        layout.addLayout(below, 1)

    def _connect(self) -> None:
        self.table.selectionModel().selectionChanged.connect(self._choose)
        self.table.doubleClicked.connect(self._open)
        self.filters.changed.connect(self._filter)
        self.calendar.chosen.connect(self.show_return)
        self.details.open_asked.connect(self.open_asked)
        self.details.save_asked.connect(self.save_asked)
        self.details.undo_asked.connect(self._withdraw)
        self.details.redo_asked.connect(self._restore)
        for asking in (self.calendar.month_chosen, self.details.look_asked):
            asking.connect(lambda month: self._session.focus_on(month=month))
        self._session.archive_changed.connect(self.refresh)
        self._session.focus_changed.connect(self._follow)
        for key, says, does in (
            ("Ctrl+F", N_("Search the returns"), self.filters.search.setFocus),
            ("Del", N_("Undo the import of the chosen returns"), self._withdraw),
            ("Shift+Del", N_("Let the chosen returns count again"), self._restore),
            ("Ctrl+Shift+O", N_("Open the original"), self._open),
            ("Ctrl+S", N_("Save a copy"), self._save),
        ):
            add_keys(self, (key,), says, does)
        # From the whole window while this page is shown: its button stands outside the page.
        for key, says, asked in (
            ("Ctrl+L", N_("Names and layouts…"), self.kept_asked),
            ("Ctrl+Shift+R", N_("Revisions…"), self.revisions_asked),
        ):
            add_keys(self, (key,), says, asked.emit, anywhere=True)

    # Showing ---------------------------------------------------------------------------------

    def refresh(self) -> None:
        """Ask for the list and the calendar again; unseen it waits until the page is shown."""
        self._due = not self.isVisible()
        if self._due:
            return

        def ask(office: Office, _progress: Any) -> object:
            return office.returns(), office.due(), office.allowed()

        job = self._session.job(_SUBJECT, ask)
        job.succeeded.connect(lambda found: self.show_returns(*found))
        job.refused.connect(self._tell_shut)
        self._session.jobs.start(job)

    def showEvent(self, event: QShowEvent) -> None:
        """Ask for what came while the page was not seen."""
        super().showEvent(event)
        if self._due:
            self.refresh()

    def _follow(self) -> None:
        """List the returns that tell of the month looked at; unseen, once the page is shown."""
        if self.isVisible():
            self._draw_list()
        else:
            self._due = True

    def _tell_shut(self, refusal: Refused) -> None:
        """Say why the archive cannot be read, where nothing was read before."""
        if not self.returns:
            self._refusal, self._known = refusal, True
            self.redraw()

    def show_returns(
        self,
        returns: Sequence[StoredReturn],
        due: Sequence[DueReturn] = (),
        allowed: Allowed = _EVERYTHING,
    ) -> None:
        """Show another list and another calendar; `allowed` is what may be done with returns."""
        self.returns = tuple(sorted(returns, key=lambda r: (r.reported_on, r.number), reverse=True))
        self.due, self._allowed, self._refusal = tuple(due), allowed, None
        self._known = True
        self.redraw()

    def redraw(self) -> None:
        """Draw what is held in the window's language and theme."""
        lang, colours = self._session.language, self._session.theme.colours
        self.drop.dress(self._session)
        self.watch.redraw()
        self.tools.take_in.setText(lang._("Import returns…"))
        self.tools.take_in.setToolTip("Ctrl+O")
        self.tools.revisions.setText(lang._("Revisions…"))
        self.tools.revisions.setToolTip("Ctrl+Shift+R")
        self.tools.kept.setText(lang._("Names and layouts…"))
        self.tools.kept.setToolTip("Ctrl+L")
        self.filters.offer(self.returns, lang, colours)
        self.calendar.draw(self.due, self.returns, self.filters.asked.sender, lang, colours)
        self._draw_list()

    def _filter(self) -> None:
        lang, colours = self._session.language, self._session.theme.colours
        asked = self.filters.asked
        self.filters.offer(self.returns, lang, colours)
        self.calendar.draw(self.due, self.returns, asked.sender, lang, colours)
        self.calendar.strip.look_at(int(asked.year) if asked.year else None)
        self._draw_list()

    def _draw_list(self) -> None:
        lang, colours = self._session.language, self._session.theme.colours
        chosen = {r.number for r in self.chosen}
        asked = replace(self.filters.asked, month=self._session.focus.month)
        self.calendar.strip.mark(asked.month)
        self.shown = tuple(r for r in self.returns if asked.shows(r, lang))
        counted = sum(not r.withdrawn for r in self.returns)
        aside = lang.plural("{count} return counts", "{count} returns count", counted)
        if len(self.shown) < len(self.returns):
            shown = lang.number(len(self.shown))
            aside = lang._("{shown} shown · {aside}", shown=shown, aside=aside)
        self.card.entitle(lang._("Returns in the archive"), aside if self._known else "")
        self._drawing = True
        narrow, tight = self._room
        grid = returns_table(self.shown, lang, narrow=narrow, tight=tight)
        self.table.clearSelection()
        self.table.show_grid(grid, colours)
        self.table.setAccessibleName(self.card.title.text())
        self.table.setVisible(bool(self.shown) or not self._known)
        self.empty.setVisible(self._known and not self.shown)
        if not self.shown:
            self._tell_empty()
        self._select(chosen)
        self._drawing = False
        self._choose()

    def _select(self, before: set[int]) -> None:
        """Choose what has just come, else what was chosen before, else the first."""
        for wanted in (self._came, before):
            if found := [n for n, held in enumerate(self.shown) if held.number in wanted]:
                self.table.selectRow(found[0])
                self.table.scrollTo(self.table.model().index(found[0], 0))
                break
        else:
            if self.shown:
                self.table.selectRow(0)
        if self._came & {held.number for held in self.returns}:
            self._came = frozenset()  # from now on the user's own choice stays

    def _tell_empty(self) -> None:
        lang, colours = self._session.language, self._session.theme.colours
        if self._refusal is not None:
            tell_refused(self.empty, self._session, self._refusal, self.refresh)
            return
        if self.returns:
            title = lang._("No return fits")
            text = lang._("No return holds what is searched for and fits the filters.")
            ways: list[Way] = [(lang._("Show all returns"), self._clear_filters)]
        else:
            title = lang._("No return yet")
            text = lang._("Drop workbooks here, or import them.")
            ways = [(lang._("Import returns…"), self.import_asked.emit)]
        self.empty.tell("received", title, text, ways, colours)

    def _clear_filters(self) -> None:
        self._session.focus_on(month=None)
        self.filters.clear()
        self._filter()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the list its room on a small screen."""
        before = _room_of(event.oldSize().width())
        super().resizeEvent(event)
        wanted = min(round(self.width() * _DETAILS), _DETAILS_WIDE)
        self.details.setFixedWidth(max(wanted, min(_DETAILS_NARROW, self.width() // 3)))
        if self._room != before:
            self._draw_list()

    @property
    def _room(self) -> tuple[bool, bool]:
        return _room_of(self.width())

    # Choosing --------------------------------------------------------------------------------

    @property
    def chosen(self) -> tuple[StoredReturn, ...]:
        """The returns chosen in the list."""
        rows = {index.row() for index in self.table.selectionModel().selectedRows()}
        return tuple(self.shown[place] for place in sorted(rows) if place < len(self.shown))

    def await_returns(self, numbers: frozenset[int]) -> None:
        """Choose the uppermost of these returns once they are listed: they have just come."""
        self._came = numbers

    def show_return(self, number: int) -> None:
        """Choose a return by its number, whatever the filters leave out."""
        if number not in {r.number for r in self.shown}:
            self._clear_filters()
        places = [place for place, held in enumerate(self.shown) if held.number == number]
        if places:
            self.table.selectRow(places[0])
            self.table.scrollTo(self.table.model().index(places[0], 0))

    def _choose(self) -> None:
        if not self._drawing:
            lang, colours = self._session.language, self._session.theme.colours
            held = self.chosen[0] if self.chosen else None
            self.details.draw(held, lang, colours, self._barred(held) if held else "")

    def _barred(self, held: StoredReturn) -> str:
        """Say why a return may not be changed by whoever looks; empty where it may."""
        session = self._session
        return refusal_words(held, self._allowed, session.language, reads_only=session.reads_only)

    def _withdraw(self) -> None:
        self._change(self.withdraw_asked, [r for r in self.chosen if not r.withdrawn or r.waiting])

    def _restore(self) -> None:
        self._change(self.restore_asked, [r for r in self.chosen if r.withdrawn])

    def _change(self, asked: SignalInstance, returns: Sequence[StoredReturn]) -> None:
        """Ask for a change of returns, or say why it may not be."""
        barred = next(filter(None, map(self._barred, returns)), "")
        if barred:
            self._session.said.emit(Message(Tone.WARN, barred))
        elif returns:
            asked.emit(tuple(returns))

    def _open(self) -> None:
        if self.details.held is not None:
            self.open_asked.emit(self.details.held)

    def _save(self) -> None:
        if self.details.held is not None:
            self.save_asked.emit(self.details.held)


def _room_of(width: int) -> tuple[bool, bool]:
    """Say whether a page so wide is narrow, and tight."""
    return width < _NARROW, width < _TIGHT
