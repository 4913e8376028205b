"""The main window: rail, header, pages, footer; and which page answers to what."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent

from desktop.figures.month import Month
from desktop.gui import actions, dialogs
from desktop.gui.actions import Actions, add_page_shortcuts
from desktop.gui.archives.archives import Archives
from desktop.gui.chart_service import ChartService
from desktop.gui.export.errand import Exporting
from desktop.gui.frame import Frame
from desktop.gui.importing import Importing
from desktop.gui.keeping import Keeping
from desktop.gui.more_actions import offer_more
from desktop.gui.pages import (
    EXPORT,
    PLACES,
    RECEIVED,
    RETURNED_TO,
    REVIEW,
    STRUCTURE,
    TARGETS,
    Pages,
)
from desktop.gui.palette.wayfinding import Wayfinding
from desktop.gui.parts.widths import KEPT
from desktop.gui.reviewing import Reviewing
from desktop.gui.session import Session
from desktop.gui.shell.choosers import nothing_then, offer_of
from desktop.gui.shell.dropping import DropWindow
from desktop.gui.shell.notice import Message, Notice
from desktop.gui.shell.progress import ProgressSheet
from desktop.gui.sizing import Sizing
from desktop.gui.taking_in import TakingIn
from desktop.gui.targeting import Targeting
from desktop.gui.telling import Telling
from desktop.gui.theme import ThemeChoice
from desktop.gui.tokens import Tone
from desktop.gui.tour.guiding import Guiding

if TYPE_CHECKING:
    from desktop.analysis.results import Overview
    from desktop.gui.received.page import ReceivedPage
    from desktop.gui.review.page import ReviewPage
    from desktop.workflow import Choices, Outcome

_LOCALES = {"vi": QLocale.Language.Vietnamese, "en": QLocale.Language.English}
_SIZE, _SMALLEST = (1440, 900), (520, 320)
_FRAME = (16, 48)
"""What a system draws around a window, at most: across, and above and below."""


class MainWindow(DropWindow):
    """Shows one page at a time. Work starts after the first paint, never before it."""

    painted, closed = Signal(), Signal()

    def __init__(self, session: Session, *, example: bool = False) -> None:
        """Build the shell; `example` says that there are sample returns to offer."""
        super().__init__(session)
        self._painted = False
        KEPT.keep_in(session.memory)
        self._overview: Overview | None = None
        self._choices: Choices | None = None
        self.importing, self.exporting = Importing(session), Exporting(session)
        self.targeting, self.taking_in = Targeting(session), TakingIn(session, self)
        self.actions_ = Actions(self)
        self.keeping = Keeping(session, self)
        self.pages = Pages(session, self.keeping.watching, self.exporting, example=example)
        self.archives = Archives(session, self)
        self.overview = self.pages.overview
        self.frame = Frame(session, self.pages, self.archives, self.actions_)
        self.rail, self.header, self.footer = self.frame.rail, self.frame.header, self.frame.footer
        self.choosers, self.focus_bar = self.frame.choosers, self.frame.focus_bar
        self.reviewing = Reviewing(session, self.pages)
        self.charts = ChartService(session)
        self.sizing = Sizing(session, lambda: not self.pages.reviews)
        self.setCentralWidget(self.frame)
        self.wayfinding = Wayfinding(session, self.pages, self.actions_, self.frame)
        self.wayfinding.archives = self.archives
        self.guiding = Guiding(session, self.frame, self.frame.toured())
        view = self.frame.view
        self.notice = Notice(view)
        self.progress = ProgressSheet(view, self.notice)
        self.telling = Telling(session, self, self.notice)
        self.welcome_files(self.frame)
        self._connect()
        self.redraw()
        self._take_place()

    # Building --------------------------------------------------------------------------------

    def _connect(self) -> None:
        session = self.session
        session.language_changed.connect(self.redraw)
        session.language_changed.connect(self.notice.hide)  # it was said in the other language
        session.theme.changed.connect(self.redraw)
        session.focus_changed.connect(self._tell_focus)
        session.jobs.started.connect(self.progress.follow)
        session.jobs.started.connect(self.footer.follow)
        self.rail.page_chosen.connect(self.show_page)
        self.rail.language_chosen.connect(session.speak)
        self.rail.theme_chosen.connect(lambda c: session.wear(ThemeChoice(c)))
        self.rail.size_chosen.connect(self.sizing.choose)
        self.sizing.chose.connect(self.frame.dress_rail)
        self.choosers.year_chosen.connect(lambda y: session.select(year=y, through=None))
        self.choosers.month_chosen.connect(self._choose_month)
        self.choosers.vintage_chosen.connect(lambda v: session.select(vintage=v))
        self.overview.answered.connect(self._answered)
        self.overview.import_asked.connect(self.ask_for_returns)
        self.overview.target_asked.connect(self.ask_for_target)
        self.overview.example_asked.connect(self.archives.open_example)
        self.overview.built.connect(self.charts.adopt)
        self.pages.made.connect(self._connect_page)
        self.dropped.connect(self.taking_in.take)
        self.taking_in.returns_came.connect(self.importing.preview)
        self.taking_in.form_came.connect(self._take_form)
        self.taking_in.names_came.connect(self.keeping.knowing.take_names)
        self.taking_in.layout_came.connect(self.keeping.knowing.take_layout)
        self.taking_in.scenario_came.connect(self.pages.take_scenario)
        self.taking_in.template_came.connect(self.pages.fill_template)
        self.importing.read.connect(self.reviewing.begin)
        self.importing.reading.connect(self.pages.prepare_review)
        self.importing.written.connect(self._written)
        self.importing.stopped.connect(self.reviewing.written)
        self.reviewing.accepted.connect(self.importing.accept)
        self.reviewing.page_asked.connect(self.show_page)
        self._connect_keeping()
        self.wayfinding.page_asked.connect(self.show_page)
        self.pages.page_asked.connect(self.show_page)
        self.wayfinding.month_asked.connect(self._choose_month)
        for errand in (
            self.importing, self.exporting, self.reviewing, self.keeping, self.wayfinding,
            self.pages.changing, self.pages.scenarios, self.overview.provenance, self.archives,
            self.taking_in, self.charts, self.sizing, self.session,
        ):  # fmt: skip
            errand.said.connect(self.notice.say)
        self._connect_actions()

    def _connect_keeping(self) -> None:
        watching, withdrawing = self.keeping.watching, self.keeping.withdrawing
        watching.review_asked.connect(self.reviewing.begin)
        watching.read_asked.connect(self.importing.preview)
        for errand in (watching, self.keeping.colleagues):
            errand.failed.connect(self.telling.trouble)
        watching.changed.connect(self._tell_waiting)
        withdrawing.withdraw_agreed.connect(self.importing.withdraw)
        withdrawing.restore_agreed.connect(self.importing.restore)

    def _connect_actions(self) -> None:
        for name, does in (
            (actions.IMPORT, self.ask_for_returns),
            (actions.EXPORT, self.pages.ask_for_report),
            (actions.EXPORT_AGAIN, self.pages.write_again),
            (actions.TARGET, self.ask_for_target),
            (actions.UNDO, self._undo),
            (actions.REDO, self._redo),
            (actions.ACCEPT, self._accept),
            (actions.ESCAPE, self._escape),
            (actions.WAITING, lambda: self.reviewing.resume(self.keeping.watching.review)),
            (actions.UNFOCUS, lambda: self.session.focus_on(market="", item="", month=None)),
            (actions.TOUR, self.guiding.start),
            (actions.ARCHIVE, self.archives.ask),
            (actions.CONNECT, self.archives.ask_to_connect),
            (actions.EXAMPLE, self.archives.open_example),
            (actions.MOTION, self.charts.turn_motion),
            (actions.LARGER, lambda: self.sizing.step(1)),
            (actions.SMALLER, lambda: self.sizing.step(-1)),
            (actions.REFRESH, self.session.archive_changed.emit),
            (actions.QUIT, self.close),
        ):
            self.actions_.connect(name, does)
        offer_more(self, self.session, self.show_page, self.overview, self.keeping)
        add_page_shortcuts(self, [(p.name, p.title) for p in PLACES], self.show_page)

    def _take_place(self) -> None:
        self.setMinimumSize(*_SMALLEST)
        if not self.restoreGeometry(self.session.memory.place("geometry")):
            room = self.screen().availableSize()
            self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

    def appear(self) -> None:
        """Show the window; one of the usual size and its frame need more than a small screen."""
        room = self.screen().availableSize()
        fits = room.width() >= _SIZE[0] + _FRAME[0] and room.height() >= _SIZE[1] + _FRAME[1]
        if fits or not self.session.memory.place("geometry").isEmpty():
            self.show()
        else:
            self.showMaximized()

    # Beginning and ending ----------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say once that the window has been painted."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.setFocus()  # on no control yet: the first Tab goes to the rail
            QTimer.singleShot(0, self.painted.emit)

    def begin(self, paths: Sequence[Path] = ()) -> None:
        """Ask for the figures, show the page of last time, read files given on the command line."""
        self.overview.connect_session()
        self.overview.refresh()
        if (shown := self.session.memory.text("page")) in RETURNED_TO:
            self.show_page(shown)
        self.wayfinding.begin()
        self.charts.noting.refresh()
        self.importing.preview(paths)
        self.keeping.watching.begin()
        self.keeping.colleagues.begin()
        self.sizing.begin()

    def remember(self) -> None:
        """Remember the place and the page."""
        memory = self.session.memory
        memory.remember_place("geometry", self.saveGeometry())
        memory.remember("page", self.reviewing.came_from if self.page == REVIEW else self.page)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place and the page, stop the jobs, close the office."""
        if self.session.open:
            self.remember()
        self.session.close()
        super().closeEvent(event)
        self.closed.emit()

    # Pages -------------------------------------------------------------------------------------

    @property
    def page(self) -> str:
        """The name of the page that is shown."""
        return self.pages.shown

    @property
    def received(self) -> ReceivedPage:
        """The page of returns received."""
        return self.pages.received

    @property
    def review(self) -> ReviewPage:
        """The review page."""
        return self.pages.review

    def show_page(self, name: str) -> None:
        """Show a page by its name."""
        if name == REVIEW != self.page:
            self.notice.make_room()
        self.pages.show_page(name)
        self._tell()
        QTimer.singleShot(0, self.notice, self.notice.place)  # when the page has been laid out

    def _connect_page(self, name: str) -> None:
        """Connect a page that has just been made."""
        if name != REVIEW:
            self.charts.adopt(self.pages.page(name))
        if name == REVIEW:
            self.reviewing.connect_page()
            self.header.add_tools(REVIEW, self.review.tools)
        if name == RECEIVED:
            self.received.import_asked.connect(self.ask_for_returns)
            self.received.await_returns(self.importing.newest)
            self.importing.written.connect(
                lambda _: self.received.await_returns(self.importing.newest)
            )
            self.keeping.connect_page(self.received)
            self.header.add_tools(RECEIVED, self.received.tools)
            self.received.refresh()
        if name in STRUCTURE:
            self.pages.structure(name).provenance.said.connect(self.notice.say)
        if name == TARGETS:
            targets = self.pages.targets
            targets.set_asked.connect(self.ask_for_target)
            targets.said.connect(self.notice.say)
            self.header.add_tools(TARGETS, targets.tools)
            targets.refresh()
        self.session.collector.settle()  # a page stays as long as its window

    def redraw(self) -> None:
        """Draw everything in the session's language and theme."""
        lang, theme = self.session.language, self.session.theme
        theme.dressing.hold_still(self)
        QLocale.setDefault(QLocale(_LOCALES[lang.code]))
        names = (self.archives.name, lang._("Export Target Tracker"))
        self.setWindowTitle(" · ".join(name for name in names if name))
        self.actions_.dress(lang)
        self.frame.dress()
        theme.dress(self.notice, self.progress, self.veil)
        self.progress.dress(lang)
        self.notice.dress(theme.colours, lang._("Close"))
        self.pages.age()
        self.show_page(self.page)

    def _tell_waiting(self) -> None:
        """Say beside the page's name how many returns wait for a review."""
        self.rail.tell_waiting(RECEIVED, len(self.keeping.watching.waiting))
        self.frame.dress_rail()

    def _tell_focus(self) -> None:
        self.frame.tell_focus()
        self.actions_[actions.UNFOCUS].setEnabled(bool(self.session.focus))

    def _tell(self) -> None:
        """Put the page's name above it and its small print beneath it."""
        self.frame.tell(self._overview)
        self._tell_focus()

    # Choosing ----------------------------------------------------------------------------------

    def _answered(self, overview: Overview | None, choices: Choices | None) -> None:
        if self._overview is None:
            self.session.collector.settle()  # the slow libraries are loaded now
        nothing = overview is None and self.overview.several is None
        if nothing and nothing_then(self.session.selection.vintage, choices):
            self._back_to_latest()
            return
        self._overview, self._choices = overview, choices
        self.exporting.look_at(overview.through if overview else None)
        offer = offer_of(overview, choices)
        self.choosers.offer(offer)
        self.wayfinding.offer(offer.months if offer else (), offer.through if offer else None)
        self._tell()

    def _back_to_latest(self) -> None:
        """Nothing was held then: say so, and look at what is."""
        self.notice.say(Message(Tone.WARN, self.session.language._("Nothing was known here then.")))
        self.session.look_at_newest()

    def _choose_month(self, month: Month) -> None:
        newest = self._choices.months[-1] if self._choices and self._choices.months else None
        chosen = None if month == newest else month
        self.session.select(year=chosen and chosen.year, through=chosen)

    # Errands -----------------------------------------------------------------------------------

    def ask_for_returns(self) -> None:
        """Let the user choose files; each goes where it would if it were dropped."""
        lang, memory = self.session.language, self.session.memory
        self.taking_in.take(dialogs.returns_to_import(self, lang, memory.folder))

    def _take_form(self, path: Path) -> None:
        """Show what a form of targets would change, on the page that it belongs to."""
        self.show_page(TARGETS)
        self.pages.changing.read_form(path)

    def ask_for_target(self) -> None:
        """Let the user set the target of the year that is being looked at."""
        if self._overview is not None:
            self.targeting.ask(self, self._overview.exports, self.pages.changing.put)
        elif self.overview.several is not None:
            self.targeting.ask_of_provinces(self, self.overview.several, self.pages.changing.put)

    def _written(self, outcomes: Sequence[Outcome]) -> None:
        """Go back to where the user came from, and look at the newest month if one came in."""
        self.reviewing.written(outcomes)
        months = [o.preview.reading.month for o in outcomes if o.number is not None]
        newest = max((m for m in months if m), default=None)
        shown = self._overview.through if self._overview else None
        if newest and (shown is None or newest > shown):
            self.session.select(year=None, through=None)

    def _undo(self) -> None:
        """Undo the last correction under review, or of a target; elsewhere the last change."""
        if self.page == TARGETS:
            self.session.undo_history.undo(*self._changes_of_targets())
        elif not self.reviewing.undo() and not self.reviewing.under_way:
            self.session.undo_history.undo()

    def _redo(self) -> None:
        of = self._changes_of_targets() if self.page == TARGETS else ()
        self.session.undo_history.redo(*of)

    def _changes_of_targets(self) -> tuple[object, ...]:
        return self.pages.changing, self.pages.path_keeping, self.charts.noting

    def _accept(self) -> None:
        """Write what is looked at: the report, or what is under review."""
        if self.page == EXPORT:
            self.pages.ask_for_report()
        else:
            self.reviewing.accept()

    def _escape(self) -> None:
        if self.progress.following:
            self.progress.cancel()
        elif self.notice.isVisible():
            self.notice.hide()
        else:
            self.reviewing.skip()
