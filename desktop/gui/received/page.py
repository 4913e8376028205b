"""The page of returns received: what is in the archive, undo and redo, and a place to drop more."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from desktop.figures.finding_texts import sentence
from desktop.figures.layouts import layout_name
from desktop.figures.received import StoredReturn
from desktop.figures.wording import Language
from desktop.gui.icons import pixmap
from desktop.gui.parts.buttons import button
from desktop.gui.parts.card import Card
from desktop.gui.parts.grid import Cell, Grid, GridView
from desktop.gui.parts.layouts import column
from desktop.gui.parts.text import label
from desktop.gui.review.words import origin_words
from desktop.gui.session import Session
from desktop.gui.tokens import GAP, MARGIN, PAD, Tone

_SUBJECT = "returns"
_MOST_TOLD = 12


class DropArea(QFrame):
    """Says where files can be dropped; a press opens the file dialog."""

    asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "drop")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._icon = QLabel()
        self._title, self._text = label("strong"), label("muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 14, 20, 14)
        layout.setSpacing(PAD)
        layout.addWidget(self._icon)
        layout.addLayout(column(self._title, self._text, gap=2), 1)

    def dress(self, session: Session) -> None:
        """Speak the window's language, wear its theme."""
        lang, colours = session.language, session.theme.colours
        self._icon.setPixmap(pixmap("drop", colours.primary, 30, self.devicePixelRatioF()))
        self._title.setText(lang._("Drop returns here, one or many"))
        self._text.setText(lang._("You review every file before anything is written."))
        self.setAccessibleName(self._title.text())
        self.setAccessibleDescription(self._text.text())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Ask for files."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ask for files by keyboard too."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.asked.emit()
        else:
            super().keyPressEvent(event)


class ReceivedPage(QWidget):
    """The returns in the archive, newest first."""

    import_asked = Signal()
    withdraw_asked = Signal(object)  # tuple of return numbers
    restore_asked = Signal(object)

    def __init__(self, session: Session) -> None:
        """Start empty; `refresh` fills it."""
        super().__init__()
        self._session = session
        self.returns: tuple[StoredReturn, ...] = ()
        self.drop = DropArea()
        self.drop.asked.connect(self.import_asked)
        self.card = Card()
        self.table = GridView(34)
        self.undo_button = button("", self._withdraw)
        self.redo_button = button("", self._restore)
        self.card.head.addWidget(self.undo_button)
        self.card.head.addWidget(self.redo_button)
        self.card.body.addWidget(self.table, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(MARGIN, 0, MARGIN, MARGIN - 4)
        layout.setSpacing(GAP)
        layout.addWidget(self.drop)
        layout.addWidget(self.card, 1)
        self.table.selectionModel().selectionChanged.connect(self._offer)
        session.archive_changed.connect(self.refresh)
        self.redraw()

    def refresh(self) -> None:
        """Ask for the list again."""
        job = self._session.job(_SUBJECT, lambda office, _progress: office.returns())
        job.succeeded.connect(self.show_returns)
        self._session.jobs.start(job)

    def show_returns(self, returns: Sequence[StoredReturn]) -> None:
        """Show another list."""
        self.returns = tuple(sorted(returns, key=lambda r: (r.reported_on, r.number), reverse=True))
        self.redraw()

    def redraw(self) -> None:
        """Draw what is held in the window's language and theme."""
        lang, colours = self._session.language, self._session.theme.colours
        self.drop.dress(self._session)
        counted = sum(not r.withdrawn for r in self.returns)
        aside = lang.plural("{count} return counts", "{count} returns count", counted)
        self.card.entitle(lang._("Returns in the archive"), aside)
        self.table.show_grid(returns_table(self.returns, lang), colours)
        self.table.setAccessibleName(self.card.title.text())
        self.undo_button.setText(lang._("Undo import"))
        self.undo_button.setToolTip("Del")
        self.redo_button.setText(lang._("Count again"))
        self._offer()

    def chosen(self, *, withdrawn: bool) -> tuple[int, ...]:
        """Numbers of the chosen returns that count, or that do not."""
        rows = {i.row() for i in self.table.selectedIndexes()}
        held = (self.returns[row] for row in sorted(rows) if row < len(self.returns))
        return tuple(r.number for r in held if r.withdrawn is withdrawn)

    def _offer(self, *_: Any) -> None:
        self.undo_button.setEnabled(bool(self.chosen(withdrawn=False)))
        self.redo_button.setEnabled(bool(self.chosen(withdrawn=True)))

    def _withdraw(self) -> None:
        if numbers := self.chosen(withdrawn=False):
            self.withdraw_asked.emit(numbers)

    def _restore(self) -> None:
        if numbers := self.chosen(withdrawn=True):
            self.restore_asked.emit(numbers)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Withdraw the chosen returns on Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self._withdraw()
        else:
            super().keyPressEvent(event)


def returns_table(returns: Sequence[StoredReturn], lang: Language) -> Grid:
    """Name, layout, month, published on, imported, figures, findings, whether it counts."""
    return Grid(
        (
            lang._("File"), lang._("Layout"), lang._("Month"), lang._("Published on"),
            lang._("Imported"), lang._("Figures"), lang._("Findings"), lang._("State"),
        ),
        tuple(_line(held, lang) for held in returns),
        frozenset({0, 1, 2, 3, 4, 7}),
    )  # fmt: skip


def _line(held: StoredReturn, lang: Language) -> tuple[Cell, ...]:
    ink = Tone.MUTED if held.withdrawn else Tone.PLAIN
    state = lang._("withdrawn") if held.withdrawn else lang._("counts")
    return (
        Cell(held.name, ink, tip=f"SHA-256 {held.content_hash}"),
        Cell(layout_name(held.layout, lang), Tone.SECONDARY),
        Cell(f"{lang.month_tick(held.month.number)}/{held.month.year}" if held.month else "–", ink),
        Cell(lang.date(held.reported_on), ink, tip=origin_words(held.date_origin, lang)),
        Cell(_moment(held.imported_at, lang), Tone.SECONDARY, tip=held.imported_by),
        Cell(lang.number(held.figures), ink),
        Cell(lang.number(len(held.findings)), ink, tip=_told(held, lang)),
        Cell(
            ("– " if held.withdrawn else "✓ ") + state, Tone.MUTED if held.withdrawn else Tone.GOOD
        ),
    )


def _told(held: StoredReturn, lang: Language) -> str:
    return "\n".join(sentence(finding, lang) for finding in held.findings[:_MOST_TOLD])


def _moment(stamp: str, lang: Language) -> str:
    try:
        moment = datetime.fromisoformat(stamp)
    except ValueError:
        return stamp
    return f"{lang.date(moment.date())} {moment:%H:%M}"
