"""The main window: rail, header, pages, footer; and which page answers to what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QPaintEvent,
)
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.figures.finding import Refused
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.month import Month
from desktop.figures.wording import N_
from desktop.gui import actions, dialogs
from desktop.gui.actions import Actions, add_page_shortcuts
from desktop.gui.exporting import Exporting
from desktop.gui.importing import Importing
from desktop.gui.overview.page import OverviewPage
from desktop.gui.parts.buttons import button
from desktop.gui.session import Session
from desktop.gui.shell.choosers import Choosers, Offer
from desktop.gui.shell.footer import Footer, small_print
from desktop.gui.shell.header import Header
from desktop.gui.shell.notice import Message, Notice
from desktop.gui.shell.progress import ProgressSheet
from desktop.gui.shell.rail import Place, Rail
from desktop.gui.shell.veil import Veil, dropped_files
from desktop.gui.targeting import Targeting
from desktop.gui.theme import ThemeChoice
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.analysis.results import Overview
    from desktop.gui.received.page import ReceivedPage
    from desktop.gui.review.page import ReviewPage
    from desktop.workflow import Choices, Outcome, Preview

OVERVIEW, RECEIVED, REVIEW = "overview", "received", "review"
PLACES = (
    Place(OVERVIEW, "overview", N_("Overview")),
    Place(RECEIVED, "received", N_("Returns received")),
)
_LOCALES = {"vi": QLocale.Language.Vietnamese, "en": QLocale.Language.English}
_SIZE, _SMALLEST = (1440, 900), (1080, 660)


class MainWindow(QMainWindow):
    """Shows one page at a time. Work starts after the first paint, never before it."""

    painted = Signal()

    def __init__(self, session: Session, *, example: Sequence[Path] = ()) -> None:
        """Build the shell; `example` are the files that an empty archive is offered."""
        super().__init__()
        self.session = session
        self._example = list(example)
        self._painted = False
        self.page = OVERVIEW
        self._before_review = OVERVIEW
        self._overview: Overview | None = None
        self._choices: Choices | None = None
        self.importing, self.exporting = Importing(session), Exporting(session)
        self.targeting = Targeting(session)
        self.actions_ = Actions(self)
        self.rail, self.header, self.footer = Rail(PLACES), Header(), Footer()
        self.choosers = Choosers(self.actions_[actions.EXPORT], self.actions_[actions.IMPORT])
        self.overview = OverviewPage(session, example=bool(example))
        self._review: ReviewPage | None = None
        self._received: ReceivedPage | None = None
        self._lay_out()
        self.notice, self.progress = Notice(self._body), ProgressSheet(self._body)
        self.veil = Veil(self._whole)
        self._connect()
        self.redraw()
        self._take_place()

    # Building --------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        self.pages = QStackedWidget()
        self.pages.addWidget(self.overview)
        self.header.add_tools(OVERVIEW, self.choosers)
        self.import_button = button("primary", self.actions_[actions.IMPORT].trigger)
        self.header.add_tools(RECEIVED, self.import_button)
        self._body = QWidget()
        inner = QVBoxLayout(self._body)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(0)
        inner.addWidget(self.header)
        inner.addWidget(self.pages, 1)
        inner.addWidget(self.footer)
        self._whole = QWidget()
        outer = QHBoxLayout(self._whole)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.rail)
        outer.addWidget(self._body, 1)
        self.setCentralWidget(self._whole)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        session = self.session
        session.language_changed.connect(self.redraw)
        session.theme.changed.connect(self.redraw)
        session.jobs.started.connect(self.progress.follow)
        session.jobs.refused.connect(self._say_refused)
        session.jobs.failed.connect(self.show_trouble)
        self.rail.page_chosen.connect(self.show_page)
        self.rail.language_chosen.connect(session.speak)
        self.rail.theme_chosen.connect(lambda c: session.wear(ThemeChoice(c)))
        self.choosers.year_chosen.connect(lambda y: session.select(year=y, through=None))
        self.choosers.month_chosen.connect(self._choose_month)
        self.choosers.vintage_chosen.connect(lambda v: session.select(vintage=v))
        self.overview.answered.connect(self._answered)
        self.overview.import_asked.connect(self.ask_for_returns)
        self.overview.target_asked.connect(self.ask_for_target)
        self.overview.example_asked.connect(lambda: self.importing.preview(self._example))
        self.importing.read.connect(self.show_review)
        self.importing.reading.connect(self._prepare_review)
        self.importing.written.connect(self._written)
        for errand in (self.importing, self.exporting):
            errand.said.connect(self.notice.say)
        self._connect_actions()

    def _connect_actions(self) -> None:
        for name, does in (
            (actions.IMPORT, self.ask_for_returns),
            (actions.EXPORT, self.ask_for_summary),
            (actions.TARGET, self.ask_for_target),
            (actions.UNDO, self.importing.undo),
            (actions.REDO, self.importing.redo),
            (actions.ACCEPT, self._accept),
            (actions.ESCAPE, self._escape),
            (actions.REFRESH, self.session.archive_changed.emit),
            (actions.QUIT, self.close),
        ):
            self.actions_.connect(name, does)
        add_page_shortcuts(self, [place.name for place in PLACES], self.show_page)

    def _take_place(self) -> None:
        self.setMinimumSize(*_SMALLEST)
        if not self.restoreGeometry(self.session.memory.place("geometry")):
            room = self.screen().availableSize()
            self.resize(min(_SIZE[0], room.width()), min(_SIZE[1], room.height()))

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
        if self.session.memory.text("page") == RECEIVED:
            self.show_page(RECEIVED)
        self.importing.preview(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the place and the page, stop the jobs, close the office."""
        memory = self.session.memory
        memory.remember_place("geometry", self.saveGeometry())
        memory.remember("page", self._before_review if self.page == REVIEW else self.page)
        self.session.close()
        super().closeEvent(event)

    # Pages -------------------------------------------------------------------------------------

    def show_page(self, name: str) -> None:
        """Show a page of the rail."""
        self.page = name
        page = self._shown_page()
        self.pages.setCurrentWidget(page)
        if name in self._stale:
            # A page that nobody sees waits with a new language or theme until it is shown.
            self._stale.discard(name)
            self.session.theme.dress(page)
            page.redraw()
        self._tell()

    def _shown_page(self) -> OverviewPage | ReceivedPage | ReviewPage:
        if self.page == RECEIVED:
            return self.received
        return self.review if self.page == REVIEW else self.overview

    @property
    def received(self) -> ReceivedPage:
        """The page of returns received, made when first shown."""
        if self._received is None:
            from desktop.gui.received.page import ReceivedPage  # noqa: PLC0415 - first paint first

            self._received = ReceivedPage(self.session)
            self._received.import_asked.connect(self.ask_for_returns)
            self._received.withdraw_asked.connect(self.importing.withdraw)
            self._received.restore_asked.connect(self.importing.restore)
            self.pages.addWidget(self._received)
            self._received.refresh()
        return self._received

    @property
    def review(self) -> ReviewPage:
        """The review page, made when first shown."""
        if self._review is None:
            from desktop.gui.review.page import ReviewPage  # noqa: PLC0415 - first paint first

            self._review = ReviewPage(self.session)
            self._review.skipped.connect(self._leave_review)
            self._review.accepted.connect(self.importing.accept)
            self._review.date_given.connect(self._read_again)
            self.header.add_tools(REVIEW, self._review.tools)
            self.pages.addWidget(self._review)
        return self._review

    def _prepare_review(self) -> None:
        """Build and dress the review page while files are being read: nobody waits for it yet."""
        if self._review is None:
            self.session.theme.dress(self.review)
            for part in self.review.findChildren(QWidget):
                part.ensurePolished()

    def redraw(self) -> None:
        """Draw everything in the session's language and theme."""
        lang, theme = self.session.language, self.session.theme
        QLocale.setDefault(QLocale(_LOCALES[lang.code]))
        self.setWindowTitle(lang._("Export Target Tracker"))
        self.actions_.dress(lang)
        theme.dress(self.rail, self.header, self.footer, self.notice, self.progress, self.veil)
        self.rail.dress(lang, theme.colours, theme.choice)
        self.progress.dress(lang)
        self.import_button.setText(lang._("Import returns…"))
        self.import_button.setToolTip("Ctrl+O")
        self.notice.dress(theme.colours, lang._("Close"))
        self._stale = {OVERVIEW, REVIEW, RECEIVED}
        self.show_page(self.page)

    def _tell(self) -> None:
        """Put the page's name above it and its small print beneath it."""
        lang = self.session.language
        self.choosers.dress(lang, self.session.theme.colours)
        self.rail.show_page(self.page)
        title = {place.name: place.title for place in PLACES}.get(self.page, "")
        if self.page == REVIEW:
            names = [p.path.name for p in self.review.previews]
            files = lang.plural("{count} file", "{count} files", len(names))
            self.header.show_page(
                REVIEW, lang._("Review before import"), names[0] if len(names) == 1 else files
            )
            self.footer.tell(
                lang._("Nothing has been written yet"), aside=lang._("Can be undone afterwards")
            )
            return
        self.header.show_page(self.page, lang._(title), "")
        shown = self._overview if self.page == OVERVIEW else None
        self.footer.tell(*small_print(shown, lang))

    # Choosing ----------------------------------------------------------------------------------

    def _answered(self, overview: Overview | None, choices: Choices | None) -> None:
        if self._overview is None:
            self.session.collector.settle()  # the slow libraries are loaded now
        self._overview, self._choices = overview, choices
        offer = None
        if overview is not None:
            offer = Offer(
                choices.months if choices else overview.months,
                choices.report_dates if choices else (),
                overview.year,
                overview.through,
                overview.vintage,
            )
        self.choosers.offer(offer)
        self._tell()

    def _choose_month(self, month: Month) -> None:
        newest = self._choices.months[-1] if self._choices and self._choices.months else None
        if month == newest:
            self.session.select(year=None, through=None)
        else:
            self.session.select(year=month.year, through=month)

    # Errands -----------------------------------------------------------------------------------

    def ask_for_returns(self) -> None:
        """Let the user choose files, then review them."""
        lang, memory = self.session.language, self.session.memory
        self.importing.preview(dialogs.returns_to_import(self, lang, memory.folder))

    def ask_for_summary(self) -> None:
        """Let the user choose where the summary goes, then write it."""
        if self._overview is None:
            return
        proposed = self.exporting.proposed(self._overview.through)
        out = dialogs.summary_to_write(self, self.session.language, proposed)
        if out:
            self.exporting.write(out)

    def ask_for_target(self) -> None:
        """Let the user set the target of the year that is being looked at."""
        if self._overview is not None:
            self.targeting.ask(self, self._overview.exports)

    def show_review(self, previews: Sequence[Preview]) -> None:
        """Show what was read."""
        lang = self.session.language
        if not previews:
            self.notice.say(Message(Tone.WARN, lang._("There is no workbook among these files.")))
            return
        if self.page != REVIEW:
            self._before_review = self.page
        self.review.show_previews(previews)
        self.show_page(REVIEW)

    def _accept(self) -> None:
        if self.page == REVIEW:
            self.review.accept()

    def _leave_review(self) -> None:
        if self.page == REVIEW:
            self.review.show_previews(())
            self.show_page(self._before_review)

    def _read_again(self, preview: Preview, day: date) -> None:
        job = self.session.job(
            "preview",
            lambda office, progress: office.preview([preview.path], progress, reported_on=day),
            self.session.language._("Reading returns"),
        )
        job.succeeded.connect(lambda found: self.review.replace_preview(preview, found[0]))
        self.session.jobs.start(job)

    def _written(self, outcomes: Sequence[Outcome]) -> None:
        """Go back to where the user came from, and look at the newest month if one came in."""
        self._leave_review()
        months = [o.preview.reading.month for o in outcomes if o.number is not None]
        newest = max((m for m in months if m), default=None)
        shown = self._overview.through if self._overview else None
        if newest and (shown is None or newest > shown):
            self.session.select(year=None, through=None)

    def _escape(self) -> None:
        if self.progress.following:
            self.progress.cancel()
        elif self.notice.isVisible():
            self.notice.hide()
        else:
            self._leave_review()

    def _say_refused(self, refusal: Refused) -> None:
        lang = self.session.language
        first = refusal.findings[0]
        self.notice.say(Message(Tone.BAD, sentence(first, lang), remedy(first, lang)))

    def show_trouble(self, what: str, trace: str) -> None:
        """Show our own bug with its report."""
        from desktop.gui.shell.trouble import TroubleDialog  # noqa: PLC0415 - hoped to be rare

        dialog = TroubleDialog(self, self.session.language, what, trace)
        self.session.theme.dress(dialog)
        dialog.open()

    # Drag and drop -----------------------------------------------------------------------------

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        files = dropped_files(event.mimeData())
        if files:
            event.acceptProposedAction()
            self.veil.rise(self.session, len(files))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Lift the veil."""
        self.veil.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Review what was dropped."""
        self.veil.hide()
        event.acceptProposedAction()
        self.importing.preview(dropped_files(event.mimeData()))
