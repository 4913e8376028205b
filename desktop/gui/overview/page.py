"""The overview page: asks for the overview when something changed, and shows what comes back."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Scope
from desktop.gui.forecasting import Forecaster
from desktop.gui.overview.placeholder import Invitation, Outline
from desktop.gui.parts.layouts import Scrolling
from desktop.gui.provenance.asking import Provenance
from desktop.gui.session import Session
from desktop.gui.warnings.errand import Warner

if TYPE_CHECKING:
    from desktop.analysis.provinces import Provinces
    from desktop.analysis.results import Overview
    from desktop.analysis.warnings.results import EarlyWarning, WarningsReport
    from desktop.figures.finding import Refused
    from desktop.gui.charts.choosing import MonthChooser
    from desktop.gui.overview.dashboard import Charts, Dashboard
    from desktop.gui.overview.narrowing import Narrowed
    from desktop.gui.overview.provinces import ProvinceBoard
    from desktop.gui.parts.empty_state import EmptyState
    from desktop.gui.provenance.offer import Offer
    from desktop.gui.targets.path_keeping import PathKeeping
    from desktop.gui.targets.phasing import PathEditing
    from desktop.workflow import Choices, Office

_SUBJECT, _NARROWING = "overview", "narrowed overview"
_SLOW_ROOMS = (
    "desktop.gui.overview.dashboard",
    "desktop.gui.review.page",
    "desktop.gui.received.page",
)
_OTHER_ROOMS = (
    "desktop.gui.markets.page",
    "desktop.gui.sectors.page",
    "desktop.gui.balance.page",
    "desktop.gui.outlook.page",
    "desktop.gui.targets.page",
    "desktop.gui.export.page",
)


def import_slow_rooms() -> None:
    """Import what takes long to import: in a worker thread, where it blocks nobody."""
    for room in _SLOW_ROOMS:
        importlib.import_module(room)


def import_other_rooms() -> None:
    """Import what the other pages are made of, once the first answer is seen."""
    for room in _OTHER_ROOMS:
        importlib.import_module(room)


class OverviewPage(QWidget):
    """Outline, invitation or dashboard. `answered` tells the window what is being looked at."""

    answered = Signal(object, object)  # Overview | None, Choices
    import_asked = Signal()
    example_asked = Signal()
    target_asked = Signal()
    built = Signal(object)  # Dashboard

    def __init__(self, session: Session, keeping: PathKeeping, *, example: bool) -> None:
        """Show the outline; nothing heavy is imported before the first answer."""
        super().__init__()
        self._session, self._keeping = session, keeping
        self._offers_example = example
        self.overview: Overview | None = None
        self.several: Provinces | None = None
        self._board: ProvinceBoard | None = None
        self.dashboard: Dashboard | None = None
        self.paths: PathEditing | None = None
        self.warner = Warner(session)
        self.warner.answered.connect(self._show_warnings)
        self.forecaster = Forecaster(session)
        self.forecaster.answered.connect(self._show_outlook)
        self.forecaster.again_asked.connect(self.refresh)
        self.provenance = Provenance(session, self)
        self.offers: list[Offer] = []
        self._choosers: list[MonthChooser] = []
        self._others_imported = self._due = False
        self._coming: tuple[Overview | None, Choices] | None = None
        self._outline, self._invitation = Outline(), Invitation()
        self._invitation.import_asked.connect(self.import_asked)
        self._invitation.example_asked.connect(self.example_asked)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._outline)
        self._stack.addWidget(self._invitation)
        self._shut: EmptyState | None = None
        self._refusal: Refused | None = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._stack)
        self.redraw()

    def connect_session(self) -> None:
        """Refresh from now on whenever the archive or the choosers change."""
        self._session.archive_changed.connect(self.refresh)
        self._session.selection_changed.connect(self.refresh)
        self._session.focus_changed.connect(self._narrow)

    def _narrow(self) -> None:
        """Rank within what is focused on, or all exports again."""
        if self.dashboard is None:
            return
        self._mark_month()
        if not self._session.focus:
            self.dashboard.narrow(None)
            self._draw()
            return
        from desktop.gui.overview.narrowing import question  # noqa: PLC0415 - after first paint

        errand = question(self._session.selection, self._session.focus)
        self._session.run(_NARROWING, errand, self._take_narrowed)

    def _take_narrowed(self, found: Narrowed | None) -> None:
        if self.dashboard is not None and (found is None or found.focus == self._session.focus):
            self.dashboard.narrow(found)
            self._draw()

    def _draw(self) -> None:
        """Draw the dashboard, where there is something to draw and somebody looks at it."""
        self._due = not self.isVisible()
        if not self._due and self.dashboard is not None and self.overview is not None:
            lang, colours = self._session.language, self._session.theme.colours
            found = self.forecaster.of(self.overview)
            self.dashboard.draw(self.overview, lang, colours, found)

    def showEvent(self, event: QShowEvent) -> None:
        """Draw what changed while another page was looked at."""
        super().showEvent(event)
        if self._due:
            self._draw()

    def _mark_month(self) -> None:
        """Mark the month that is focused on in the charts of its year."""
        month, shown = self._session.focus.month, self.overview
        slot = month.number - 1 if month and shown and shown.year == month.year else None
        for chooser in self._choosers:
            chooser.mark(slot, self._session.theme.colours)

    def _focus_on_month(self, slot: int) -> None:
        """Look at a month that has come; the others have nothing to show yet."""
        if self.overview is not None and slot < self.overview.through.number:
            self._session.focus_on(month=Month(self.overview.year, slot + 1))

    def refresh(self) -> None:
        """Ask again; an older question under way is dropped."""
        selection = self._session.selection

        def ask(office: Office, progress: Any) -> object:
            import_slow_rooms()

            progress(0, 0, "")
            with office.one_moment():
                choices = office.choices(selection.vintage)
                progress(0, 0, "")
                found = office.overview(selection)
                several = None if found else office.provinces(selection)
            return found, choices, several

        job = self._session.job(_SUBJECT, ask)
        job.succeeded.connect(self._take)
        job.refused.connect(self._tell_shut)
        self._session.jobs.start(job)

    def _tell_shut(self, refusal: Refused) -> None:
        """Say on the page itself why the archive cannot be read, where nothing was read before."""
        from desktop.gui.narrowing.nothing import tell_refused  # noqa: PLC0415 - hoped to be rare
        from desktop.gui.parts.empty_state import EmptyState  # noqa: PLC0415 - as above

        if self.overview is not None:
            return
        if self._shut is None:
            self._shut = EmptyState()
            self._stack.insertWidget(0, self._shut)
        if self._refusal is not refusal:
            self._refusal = refusal
            self.forecaster.be_refused(refusal)
        tell_refused(self._shut, self._session, refusal, self.refresh)
        self._session.theme.dress(self._shut)
        self._stack.setCurrentWidget(self._shut)

    def _show_warnings(self, report: WarningsReport | None) -> None:
        if self.dashboard is not None:
            theme = self._session.theme
            self.dashboard.warnings.show_report(report, self._session.language, theme.colours)

    def _show_outlook(self) -> None:
        self._due = self._due or not self.isVisible()
        if not self._due and self.dashboard is not None and self.overview is not None:
            lang, colours = self._session.language, self._session.theme.colours
            found = self.forecaster.of(self.overview)
            self.dashboard.draw_outlook(self.overview, found, lang, colours)

    def _take(self, told: tuple[Overview | None, Choices, Provinces | None]) -> None:
        found, choices, self.several = told
        self._session.provinces = len(self.several.each) if self.several else 0
        answer = found, choices
        self._refusal = None
        self.warner.refresh()
        if self._session.focus:
            QTimer.singleShot(0, self, self._narrow)
        if self._coming is not None:
            self._coming = answer  # shown in place of the older one, once all is built
        elif answer[0] is not None and self.dashboard is None:
            self._coming = answer
            self._build_in_turns()
        else:
            self._show_answer(*answer)

    def _build_in_turns(self) -> None:
        """Build the dashboard and show what came, each in a turn of its own: none is long."""
        from desktop.gui.charts.cumulative import CumulativeChart  # noqa: PLC0415 - as below
        from desktop.gui.charts.gap import GapChart  # noqa: PLC0415 - as below
        from desktop.gui.charts.months import MonthsChart  # noqa: PLC0415 - as below
        from desktop.gui.overview.dashboard import Dashboard  # noqa: PLC0415 - as below

        first: list[CumulativeChart] = []
        charts: list[Charts] = []
        made: list[Dashboard] = []

        def build() -> None:
            if self.dashboard is None:
                self._build_dashboard(made[0])

        def show() -> None:
            answer, self._coming = self._coming, None
            if answer is not None:
                self._show_answer(*answer)

        dressing = self._session.theme.dressing
        dressing.hold_still(self.window())
        dressing.then(self, lambda: first.append(CumulativeChart()))
        dressing.then(self, lambda: charts.append((first[0], GapChart(), MonthsChart())))
        dressing.then(self, lambda: made.append(Dashboard(charts[0])))
        dressing.then(self, build)
        dressing.then(self, show)

    def _show_answer(self, overview: Overview | None, choices: Choices) -> None:
        if self.overview is not None and overview is not None and self.isVisible():
            seen, now = ((o.year, o.through) for o in (self.overview, overview))
            if seen != now:  # all of it changes: cards and charts take their places before paint
                self._session.theme.dressing.hold_still(self.window())
        self.show_overview(overview, choices)
        self.forecaster.refresh(overview)
        if not self._others_imported:
            self._others_imported = True
            job = self._session.job("rooms", lambda _office, _progress: import_other_rooms())
            self._session.jobs.start(job)

    def show_overview(self, overview: Overview | None, choices: Choices | None) -> None:
        """Show an overview, or the invitation where there is nothing to show."""
        self.overview = overview
        self.redraw()
        if overview is None:
            board = self._board if self.several else None
            self._stack.setCurrentWidget(board or self._invitation)
        self.answered.emit(overview, choices)

    def redraw(self) -> None:
        """Draw what is held in the window's language and theme."""
        lang, colours = self._session.language, self._session.theme.colours
        if self.overview is None:
            self._outline.dress(colours)
            self._invitation.dress(lang, colours, example=self._offers_example)
            if self._refusal is not None:
                self._tell_shut(self._refusal)
            elif self.several is not None:
                self._show_provinces(self.several)
        else:
            if self.dashboard is None:
                self._build_dashboard()
            assert self.dashboard is not None
            self._draw()
            for offer in self.offers:
                offer.lang = lang
            self._mark_month()
            self._stack.setCurrentIndex(self._stack.count() - 1)

    def _show_provinces(self, told: Provinces) -> None:
        from desktop.gui.overview.provinces import ProvinceBoard  # noqa: PLC0415 - seldom needed

        if self._board is None:
            self._board = ProvinceBoard()
            self._stack.insertWidget(0, self._board)
            self.provenance.serve(self._board.offer)
        theme = self._session.theme
        self._board.show_provinces(told, self._session.language, theme.colours)
        theme.dress(self._board)

    def _build_dashboard(self, made: Dashboard | None = None) -> None:
        from desktop.gui.charts.choosing import MonthChooser  # noqa: PLC0415 - after first paint
        from desktop.gui.overview.dashboard import Dashboard  # noqa: PLC0415 - as above
        from desktop.gui.overview.numbers import offers  # noqa: PLC0415 - as above

        self.dashboard = made or Dashboard()
        self.offers = offers(self.dashboard, lambda: self.overview, self.provenance.serve)
        self._choosers = [MonthChooser(chart) for chart in self.dashboard.charts]
        for chooser in self._choosers:
            chooser.chosen.connect(self._focus_on_month)
        self.dashboard.contributions.chosen.connect(
            lambda kind, code: self._session.focus_on(**{kind: code})
        )
        self.dashboard.cards[0].offered.connect(self.target_asked)
        self.dashboard.path.clicked.connect(self.ask_for_path)
        self.dashboard.warnings.asked.connect(self.open_warnings)
        self._stack.addWidget(Scrolling(self.dashboard))
        self._show_warnings(self.warner.report)
        self.built.emit(self.dashboard)

    def open_warnings(self, warning: EarlyWarning | None = None) -> None:
        """Show every warning, one of them chosen."""
        self.warner.open(self, warning)

    def ask_for_path(self) -> None:
        """Let the user choose how the exports' target is spread over the year looked at."""
        from desktop.gui.targets.phasing import PathEditing  # noqa: PLC0415 - after first paint

        if self.overview is not None:
            self.paths = self.paths or PathEditing(self._session, self._keeping)
            year = self.overview.year
            self.paths.ask(self, Scope(Flow.EXPORT), Month(year, 1))
