"""The pages of the window: made when first needed, dressed when first seen."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.figures.wording import N_
from desktop.gui.overview.page import OverviewPage
from desktop.gui.parts.card import Card
from desktop.gui.scenarios.editing import offer_actions
from desktop.gui.scenarios.errand import ScenarioErrand
from desktop.gui.session import Session
from desktop.gui.shell.rail import Place
from desktop.gui.targets.changing import TargetChanging
from desktop.gui.targets.path_keeping import PathKeeping
from desktop.gui.watching import Watching

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from desktop.gui.export.errand import Exporting
    from desktop.gui.export.page import ExportPage
    from desktop.gui.outlook.page import OutlookPage
    from desktop.gui.received.page import ReceivedPage
    from desktop.gui.review.page import ReviewPage
    from desktop.gui.structure.page import StructurePage
    from desktop.gui.targets.page import TargetsPage

OVERVIEW, RECEIVED, REVIEW, TARGETS = "overview", "received", "review", "targets"
MARKETS, SECTORS, BALANCE = "markets", "sectors", "balance"
OUTLOOK, EXPORT = "outlook", "export"
STRUCTURE = (MARKETS, SECTORS, BALANCE)
"""Pages that share the overview's choosers."""
RETURNED_TO = frozenset({RECEIVED, TARGETS, OUTLOOK, EXPORT, *STRUCTURE})
"""Pages that are shown again the next day."""
PLACES = (
    Place(OVERVIEW, "overview", N_("Overview")),
    Place(MARKETS, "markets", N_("Markets")),
    Place(SECTORS, "sectors", N_("Sectors")),
    Place(BALANCE, "balance", N_("Balance")),
    Place(OUTLOOK, "outlook", N_("Outlook")),
    Place(TARGETS, "chart", N_("Targets")),
    Place(RECEIVED, "received", N_("Returns received"), N_("Returns")),
    Place(EXPORT, "export", N_("Export")),
)

NARROWED = {
    OVERVIEW: N_("Warnings, and domestic and FDI, are of all trade."),
    OUTLOOK: N_("The forecast is of the whole year; scenarios are of all trade."),
    TARGETS: N_("A target set for this is chosen; the others stay listed."),
    RECEIVED: N_(
        "Returns with figures of the month are listed; market and item narrow no list here."
    ),
    EXPORT: N_("Every report says more of this, but for the office's own template."),
}
"""What of a page follows the market, item and month in focus; the other pages follow wholly."""

_CHILDREN = Qt.FindChildOption.FindDirectChildrenOnly


class Pages(QStackedWidget):
    """Shows one page at a time. `made` says that a page came into being, to be connected.

    `page_asked` names the page that somebody wants to be shown.
    """

    made, page_asked = Signal(str), Signal(str)

    def __init__(
        self, session: Session, watching: Watching, exporting: Exporting, *, example: bool
    ) -> None:
        """Make the overview alone; nothing else is needed for the first paint."""
        super().__init__()
        self._session, self._watching, self._exporting = session, watching, exporting
        self.path_keeping = PathKeeping(session)
        self.overview = OverviewPage(session, self.path_keeping, example=example)
        self.addWidget(self.overview)
        self.changing = TargetChanging(session)
        self.scenarios = ScenarioErrand(session, self.overview.forecaster)
        self.scenarios.listed.connect(self._offer_scenarios)
        self._review: ReviewPage | None = None
        self._received: ReceivedPage | None = None
        self._targets: TargetsPage | None = None
        self._structure: dict[str, StructurePage] = {}
        self._outlook: OutlookPage | None = None
        self._export: ExportPage | None = None
        self._stale: set[str] = set()
        self._seen: set[str] = set()
        self.shown = OVERVIEW

    def hasHeightForWidth(self) -> bool:
        """Hide that pages wrap: Qt would ask for the height that the highest of them prefers."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Ask for the least that the page shown can do with in this width."""
        page = self.currentWidget()
        layout = page.layout() if page else None
        wrapped = layout.minimumHeightForWidth(self.width()) if layout else 0
        return super().minimumSizeHint().expandedTo(QSize(0, wrapped))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask anew in another width: lines wrap elsewhere."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001, N802 - Qt's own
        """Walk from a page that has the keys itself to its first control, not past them all."""
        page = self.currentWidget()
        first = _first_control(page) if forward and page and page.hasFocus() else None
        if first is None:
            return super().focusNextPrevChild(forward)
        first.setFocus(Qt.FocusReason.TabFocusReason)
        return True

    @property
    def received(self) -> ReceivedPage:
        """The page of returns received, made when first shown."""
        if self._received is None:
            from desktop.gui.received.page import ReceivedPage  # noqa: PLC0415 - first paint first

            self._received = ReceivedPage(self._session, self._watching)
            self.addWidget(self._received)
            self.made.emit(RECEIVED)
        return self._received

    @property
    def targets(self) -> TargetsPage:
        """The page of targets, made when first shown."""
        if self._targets is None:
            from desktop.gui.targets.page import TargetsPage  # noqa: PLC0415 - first paint first

            self._targets = TargetsPage(
                self._session, self.changing, self.path_keeping, self.overview.forecaster
            )
            self._targets.asked.connect(self.overview.provenance.ask)
            self.addWidget(self._targets)
            self.made.emit(TARGETS)
        return self._targets

    @property
    def outlook(self) -> OutlookPage:
        """The page of the outlook, made when first shown."""
        if self._outlook is None:
            from desktop.gui.outlook.page import OutlookPage  # noqa: PLC0415 - first paint first

            self._outlook = OutlookPage(self._session, self.overview.forecaster, self.scenarios)
            self._outlook.asked.connect(self.overview.provenance.ask)
            self.addWidget(self._outlook)
            self.made.emit(OUTLOOK)
        return self._outlook

    @property
    def export(self) -> ExportPage:
        """The page of export, made when first shown."""
        if self._export is None:
            from desktop.gui.export.page import ExportPage  # noqa: PLC0415 - first paint first

            self._export = ExportPage(self._session, self._exporting)
            self.addWidget(self._export)
            self.made.emit(EXPORT)
        return self._export

    def ask_for_report(self) -> None:
        """Show the page of export; from there, ask where the report goes."""
        if self.shown == EXPORT:
            self.export.write()
        else:
            self.page_asked.emit(EXPORT)

    def write_again(self) -> None:
        """Write the report as the last one was, wherever one is."""
        self.export.write_again()

    def fill_template(self, path: Path) -> None:
        """Show the page of export with a template that was dropped."""
        self.page_asked.emit(EXPORT)
        self.export.card.take_template(path)

    def _offer_scenarios(self) -> None:
        offer_actions(self.window(), self.scenarios, self.new_scenario, self._show_scenario)

    def new_scenario(self) -> None:
        """Let the user make a scenario, on the page of the outlook."""
        self.page_asked.emit(OUTLOOK)
        self.outlook.new_scenario()

    def take_scenario(self, path: Path) -> None:
        """Keep the scenario of a file, on the page of the outlook."""
        self.page_asked.emit(OUTLOOK)
        self.scenarios.read(path)

    def _show_scenario(self, key: str) -> None:
        self.page_asked.emit(OUTLOOK)
        self.scenarios.choose((key, *self.scenarios.chosen))

    def structure(self, name: str) -> StructurePage:
        """A page on the structure of trade, made when first shown."""
        if name not in self._structure:
            from desktop.gui.structure_pages import page_named  # noqa: PLC0415 - first paint first

            self._structure[name] = page_named(name)(self._session)
            self.addWidget(self._structure[name])
            self.made.emit(name)
        return self._structure[name]

    @property
    def review(self) -> ReviewPage:
        """The review page, made when first shown."""
        if self._review is None:
            from desktop.gui.review.page import ReviewPage  # noqa: PLC0415 - first paint first

            self._review = ReviewPage(self._session)
            self.addWidget(self._review)
            self.made.emit(REVIEW)
        return self._review

    @property
    def reviews(self) -> bool:
        """True while files are under review, be the page shown or not."""
        return self._review is not None and bool(self._review.previews)

    def prepare_review(self) -> None:
        """Build and dress the review page while files are being read: nobody waits for it yet."""
        if self._review is None:
            import desktop.gui.review.page  # noqa: PLC0415, F401 - one step of three, each a turn

            QTimer.singleShot(0, self, self._make_review)

    def _make_review(self) -> None:
        self.review.ensurePolished()
        QTimer.singleShot(0, self, self._polish_review)

    def _polish_review(self) -> None:
        self._session.theme.dress(*self._worn_by(REVIEW))
        for part in self.review.findChildren(QWidget):
            part.ensurePolished()

    def _worn_by(self, name: str) -> Sequence[QWidget]:
        """Give what wears the style sheet: of pages with many parts each by itself.

        All of such a page at once would take too long a turn.
        """
        if name == OUTLOOK:
            return self.outlook.parts
        if name == REVIEW:
            return self.review.findChildren(QWidget, options=_CHILDREN)
        return (self.page(name),)

    def age(self) -> None:
        """Let every page be drawn anew, once it is shown: the language or the theme changed."""
        self._stale = {OVERVIEW, REVIEW, RECEIVED, TARGETS, OUTLOOK, EXPORT, *STRUCTURE}

    def show_page(self, name: str) -> None:
        """Show a page; one that nobody saw waits with a new language or theme until now.

        It is painted once, when all of it has its place. One that was just made is dressed and
        filled in turns of their own until then.
        """
        self.shown, made, dressing = name, self.count(), self._session.theme.dressing
        page = self.page(name)
        if page is not self.currentWidget():
            dressing.hold_still(self.window())
        held = cast("QWidget | None", self.window().focusWidget())
        if page.focusWidget() is None and (held is None or self.isAncestorOf(held)):
            page.setFocus()  # else Qt gives the keys to its first control, ring and all
        self.setCurrentWidget(page)
        if name in self._stale:
            self._stale.discard(name)
            self._session.theme.dress(*self._worn_by(name))
            if self.count() > made and name != REVIEW:  # making it took long enough for one turn
                dressing.then(page, page.redraw)
            else:
                page.redraw()
        if name not in self._seen:
            self._seen.add(name)
            dressing.draw_ahead(page, lambda: page.findChildren(Card))

    def page(
        self, name: str
    ) -> (
        OverviewPage | ReceivedPage | ReviewPage | TargetsPage | StructurePage | OutlookPage
        | ExportPage
    ):  # fmt: skip
        """Give a page by its name, made if it was not yet."""
        if name == OUTLOOK:
            return self.outlook
        if name == EXPORT:
            return self.export
        if name in STRUCTURE:
            return self.structure(name)
        if name == RECEIVED:
            return self.received
        if name == TARGETS:
            return self.targets
        return self.review if name == REVIEW else self.overview


def _first_control(page: QWidget) -> QWidget | None:
    """Find the first part of a page that Tab stops at."""
    seen: QWidget | None = page.nextInFocusChain()
    while seen is not None and seen is not page:
        stops = bool(seen.focusPolicy() & Qt.FocusPolicy.TabFocus)
        if stops and page.isAncestorOf(seen) and seen.isVisible() and seen.isEnabled():
            return seen
        seen = seen.nextInFocusChain()
    return None
