"""The card of the calendar: the strip, its legend, its table twin, and the way back in time."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QFrame, QMenu, QScrollArea

from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.received import DueReturn, DueState, StoredReturn
from desktop.figures.wording import Language
from desktop.gui.narrowing.looking import LOOK
from desktop.gui.parts.buttons import IconButton
from desktop.gui.parts.grid import GridView
from desktop.gui.parts.legend import Entry, Mark
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.received.schedule import Schedule, schedule_table
from desktop.gui.received.strip import CalendarStrip
from desktop.gui.received.words import STATES
from desktop.gui.tokens import Colours

_MOST_LINES_HIGH = 34 + 25 * 5


class _Window(QScrollArea):
    """Shows the strip; scrolls where there are more tracks than lines."""

    def __init__(self, strip: CalendarStrip) -> None:
        super().__init__()
        self.setWidget(strip)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setAutoFillBackground(False)
        strip.setAutoFillBackground(False)
        self._strip = strip

    def sizeHint(self) -> QSize:
        return QSize(600, min(self._strip.sizeHint().height(), _MOST_LINES_HIGH) + 2)

    @property
    def description(self) -> str:
        """The calendar in a sentence."""
        return self._strip.description

    def print_size(self) -> QSize:
        """All lines, those out of sight too."""
        return QSize(self._strip.width(), self._strip.minimumHeight())

    def print_on(self, painter: QPainter, colours: Colours) -> None:
        """Draw the calendar in other colours."""
        self._strip.print_on(painter, colours)


class CalendarCard(TwinPanel):
    """What has come, what is to come, what is late and what is missing."""

    chosen = Signal(int)  # a return's number
    month_chosen = Signal(object)  # Month

    def __init__(self) -> None:
        """Start empty."""
        self.strip = CalendarStrip()
        self._schedule = Schedule()
        self._window = _Window(self.strip)
        self._window.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        super().__init__(self._window)
        self.strip.chosen.connect(self.chosen)
        self.strip.month_chosen.connect(self.month_chosen)
        self.table_made.connect(self._listen)
        self.filling.connect(self._fill)
        self.back, self.forth = IconButton("chevron-left"), IconButton("chevron-right")
        self.back.clicked.connect(lambda: self.strip.move_by(-MONTHS_PER_YEAR))
        self.forth.clicked.connect(lambda: self.strip.move_by(MONTHS_PER_YEAR))
        at = self.head.indexOf(self.toggle)
        self.head.insertWidget(at, self.back)
        self.head.insertWidget(at + 1, self.forth)
        self.toggle.toggled.connect(self._offer)

    def draw(
        self,
        due: Sequence[DueReturn],
        returns: Sequence[StoredReturn],
        sender: str,
        lang: Language,
        colours: Colours,
    ) -> None:
        """Show what is due, of one sender if one is chosen; hide where nothing is."""
        self._schedule = schedule = Schedule.of(due, sender)
        self.setVisible(bool(schedule.tracks))
        names = {r.number: r.name for r in returns}
        self.strip.show_schedule(schedule, names, lang, colours)
        title = lang._("Calendar of returns")
        grid = schedule_table(schedule, returns, lang)
        self.show_twin(title, _legend(due, lang, colours), grid, lang, colours)
        self.strip.setAccessibleName(lang._("{title}, as a chart", title=title))
        self.back.dress(colours.muted, lang._("A year back"))
        self.forth.dress(colours.muted, lang._("A year forward"))
        self.stack.setFixedHeight(self._window.sizeHint().height())

    def _offer(self, turned: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        for part in (self.back, self.forth):
            part.setVisible(not turned)

    # A month looked at alone, as in every chart -----------------------------------------------

    @property
    def _month(self) -> Month | None:
        """The month where the user is: of the table, while that is what is looked at."""
        if not self.toggle.isChecked():
            return self.strip.place[1] if self.strip.place else None
        at, lines = self.table.currentIndex().row(), self._schedule.lines
        return lines[at][1].month if 0 <= at < len(lines) else None

    def _listen(self, table: GridView) -> None:
        table.installEventFilter(self)
        table.doubleClicked.connect(self._choose_month)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Choose the month of the table's line by Space."""
        pressed = isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Space:
            self._choose_month()
            return True
        return super().eventFilter(watched, event)

    def _choose_month(self) -> None:
        if self._month is not None:
            self.month_chosen.emit(self._month)

    def _fill(self, menu: QMenu) -> None:
        """Offer the month in the menu."""
        month = self._month
        if month is not None:
            menu.addSeparator()
            offered = menu.addAction(self.language._(LOOK, name=self.language.month(month)))
            offered.triggered.connect(lambda _=False: self.month_chosen.emit(month))


def _legend(due: Sequence[DueReturn], lang: Language, colours: Colours) -> list[Entry]:
    counts = {state: sum(one.state is state for one in due) for state in DueState}
    looks = {
        DueState.RECEIVED: Entry("", Mark.BOX, colours.primary_soft, colours.muted),
        DueState.DUE: Entry("", Mark.DASHED_BOX, colours.card, colours.muted),
        DueState.LATE: Entry("", Mark.BOX, colours.warn_soft, colours.muted),
        DueState.MISSING: Entry("", Mark.BOX, colours.bad_soft, colours.muted),
    }
    return [
        Entry(
            f"{STATES[state][1]} {lang._(STATES[state][0])} {lang.number(counts[state])}",
            look.mark, look.colour, look.edge,
        )
        for state, look in looks.items()
    ]  # fmt: skip
