"""Names and layouts: what officials taught, to be searched, changed, forgotten and exchanged."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QKeySequence, QShortcut, Qt
from PySide6.QtWidgets import (
    QLineEdit,
    QPushButton,
    QStackedWidget,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from desktop.figures.directions import LEAVE_OUT, LearnedLayout, NameDecision
from desktop.figures.reading import DateOrigin, NameHow, NameSeen, Question, Reading
from desktop.gui.parts.buttons import IconButton, button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.received.kept_pane import KeptPane
from desktop.gui.review.answering import name_decided
from desktop.gui.review.asking import question_about
from desktop.gui.review.decisions import DecisionsCard
from desktop.gui.session import Session
from desktop.gui.shell.notice import Notice
from desktop.gui.shell.veil import accept_copy, dropped_files
from desktop.gui.tokens import GAP, SNUG

_SIZE = (1180, 620)
_CARD = 320


class KeptDialog(Dialog):
    """Two lists under tabs, one search for both. `decided` gives a name its other meaning.

    Files with names or a layout can be dropped on it.
    """

    dropped = Signal(object)  # list[Path]
    decided = Signal(object)  # NameDecision

    def __init__(self, parent: QWidget, session: Session) -> None:
        """Start empty; `show_kept` fills it."""
        super().__init__(parent)
        self.setObjectName("kept")
        self.resize(*_SIZE)
        self._session = session
        self._about: Reading | None = None
        lang = session.language
        self.setWindowTitle(lang._("Names and layouts"))
        self.names = KeptPane(lang._("Names"), changeable=True, whole=True)
        self.layouts = KeptPane(lang._("Layouts"), changeable=False, whole=False)
        self.search, self.tabs, self.stack = QLineEdit(), QTabBar(), QStackedWidget()
        self.card, self.leave = DecisionsCard(), IconButton("close")
        self.close_button = button("", self.reject)
        self._dress()
        self._lay_out()
        self._connect()
        self.notice = Notice(self)
        self.notice.dress(session.theme.colours, lang._("Close"))
        for made in self.findChildren(QPushButton):
            made.setAutoDefault(False)  # Enter answers the question, and presses no other button
        self.search.setFocus()
        self.setAcceptDrops(True)

    def _dress(self) -> None:
        lang, colours = self._session.language, self._session.theme.colours
        self.search.setClearButtonEnabled(True)
        self.search.setPlaceholderText(lang._("Search names, meanings, senders…"))
        self.search.setAccessibleName(lang._("Search names and layouts"))
        self.search.setToolTip("Ctrl+F")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setAccessibleName(self.windowTitle())
        for pane in (self.names, self.layouts):
            pane.dress(lang)
            self.stack.addWidget(pane)
            self.tabs.addTab(pane.table.accessibleName())
        for part in (self.card.before, self.card.after):
            part.hide()
        self.card.setFixedWidth(_CARD)
        self.card.head.addWidget(self.leave)
        self.leave.dress(colours.secondary, lang._("Leave it as it is"))
        self.close_button.setText(lang._("Close"))

    def _lay_out(self) -> None:
        lang = self._session.language
        told = label("secondary", lang._("What is kept here is used whenever a file is read."))
        told.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(label("title", self.windowTitle()))
        layout.addWidget(told)
        layout.addLayout(row(self.tabs, 1, self.search, gap=GAP))
        self.search.setMinimumWidth(320)
        layout.addLayout(row(self.stack, self.card, gap=GAP), 1)
        layout.addLayout(row(1, self.close_button, gap=SNUG))

    def _connect(self) -> None:
        self.search.textChanged.connect(self._draw)
        self.tabs.currentChanged.connect(self._turn)
        self.names.change_asked.connect(self._ask)
        self.card.answered.connect(self._answer)
        self.leave.clicked.connect(self._leave)
        QShortcut(QKeySequence("Ctrl+F"), self).activated.connect(self.search.setFocus)

    # Showing -----------------------------------------------------------------------------------

    def show_kept(
        self, decisions: Sequence[NameDecision], layouts: Sequence[LearnedLayout]
    ) -> None:
        """Show what is in force now."""
        self.names.kept, self.layouts.kept = tuple(decisions), tuple(layouts)
        self._draw()

    def _draw(self) -> None:
        lang, colours = self._session.language, self._session.theme.colours
        words = self.search.text()
        nothing = (
            lang._("No name was decided yet: the review asks about names it does not know."),
            lang._("No layout was taught yet: the review offers it for a file of a new form."),
        )
        titles = (lang._("Names"), lang._("Layouts"))
        for place, pane in enumerate((self.names, self.layouts)):
            pane.draw(pane.kept, words, nothing[place], lang, colours)
            self.tabs.setTabText(place, f"{titles[place]} · {lang.number(len(pane.shown))}")

    def _turn(self, place: int) -> None:
        self.card.hide()
        self.stack.setCurrentIndex(place)

    # Changing ----------------------------------------------------------------------------------

    def _ask(self, decision: NameDecision) -> None:
        lang, colours = self._session.language, self._session.theme.colours
        self._about = _as_if_read(decision)
        asked = question_about(self._about.names[0])
        self.card.forget()
        self.card.draw((asked,), self._about, lang, colours)
        self.card.entitle(lang._("Another meaning"))
        self.card.take_focus()

    def _answer(self, question: Question, code: str) -> None:
        if self._about is not None:
            self.decided.emit(name_decided(question, code, self._about))
        self._leave()

    def _leave(self) -> None:
        self.card.hide()
        self.names.table.setFocus()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Welcome files."""
        if dropped_files(event.mimeData()):
            accept_copy(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Say which files were dropped."""
        accept_copy(event)
        self.dropped.emit(dropped_files(event.mimeData()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let Escape leave the question first, then the search, then the dialog."""
        escape = event.key() == Qt.Key.Key_Escape
        if escape and self.card.isVisible():
            self._leave()
        elif escape and self.search.text():
            self.search.clear()
        else:
            super().keyPressEvent(event)


def _as_if_read(decision: NameDecision) -> Reading:
    """Put a decision as a file's reading would: a remembered name, to be asked about again."""
    near = () if decision.code == LEAVE_OUT else (decision.code,)
    seen = NameSeen(
        NameHow.REMEMBERED, decision.kind, decision.flow, decision.label, "", (), "", near
    )
    return Reading(
        "", "", "", decision.sender, None, None, DateOrigin.IMPORTED, (), names=(seen,)
    )  # fmt: skip
