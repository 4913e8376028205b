"""The card of decisions: one question at a time, needed ones first, answered in place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from desktop.figures.reading import Ask, Question, Reading
from desktop.figures.wording import Language
from desktop.gui.parts.buttons import IconButton, button
from desktop.gui.parts.card import Card
from desktop.gui.parts.grid import Cell, Grid, GridView
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.parts.tips import wrapped
from desktop.gui.review.asking import (
    Offer,
    kind_of,
    means_something,
    month_shown,
    offers,
    question_words,
)
from desktop.gui.tokens import SNUG, Colours, Tone

_TYPED = {Ask.NAME, Ask.MONTH, Ask.FIGURE, Ask.PASSWORD, Ask.UNIT}
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class DecisionsCard(Card):
    """Hidden while nothing is open. N and P, or the arrows at its head, go from one to the next."""

    answered = Signal(object, str)  # Question, answer
    cell_asked = Signal(str, str)
    left_open = Signal()

    def __init__(self) -> None:
        """Start with nothing to decide."""
        super().__init__()
        self.questions: tuple[Question, ...] = ()
        self.offers: list[Offer] = []
        self.goes_on: QWidget | None = None
        """What takes the keyboard when the last question is answered."""
        self._reading: Reading | None = None
        self._may_wait = True
        self._lang: Language | None = None
        self._colours: Colours | None = None
        self._at = 0
        self.before, self.after = IconButton("chevron-left"), IconButton("chevron-right")
        self.before.clicked.connect(lambda: self.step(-1))
        self.after.clicked.connect(lambda: self.step(1))
        self.head.addWidget(self.before)
        self.head.addWidget(self.after)
        self.asked = label("strong")
        self.asked.setWordWrap(True)
        self.reason = label("small")
        self.reason.setWordWrap(True)
        self.field = QLineEdit()
        self.field.textEdited.connect(self._narrow)
        self.field.returnPressed.connect(self.answer)
        self.field.installEventFilter(self)
        self.choices = GridView(26, dense=True)
        self.choices.horizontalHeader().hide()
        self.choices.activated.connect(lambda _: self.answer())
        self.choices.setMinimumHeight(60)
        self.take = button("primary", self.answer)
        self.show_cell = button("link", self._ask_for_cell)
        self.leave = button("link", self.left_open.emit)
        self.body.addWidget(self.asked)
        self.body.addWidget(self.reason)
        self.body.addWidget(self.field)
        self.body.addWidget(self.choices, 100)
        self.body.addStretch(1)  # where there is nothing to choose from, the rest stays at the top
        self.body.addLayout(row(self.take, self.show_cell, 1, self.leave, gap=SNUG))
        self.hide()

    def forget(self) -> None:
        """Begin anew: other files are under review."""
        self.questions, self._at = (), 0

    # Drawing -----------------------------------------------------------------------------------

    def draw(
        self,
        questions: Sequence[Question],
        reading: Reading,
        lang: Language,
        colours: Colours,
        *,
        may_wait: bool = True,
    ) -> None:
        """Ask about another file; the question that was looked at stays in front if it is open.

        `may_wait` says that the rest of the file can be written without an answer.
        """
        self._may_wait = may_wait
        before = self.question
        if self._reading is None or self._reading.content_hash != reading.content_hash:
            before, self._at = None, 0
        self.questions = tuple(q for q in questions if q.ask is not Ask.LAYOUT)
        self._reading, self._lang, self._colours = reading, lang, colours
        if before in self.questions:
            self._at = self.questions.index(before)
        self._at = max(min(self._at, len(self.questions) - 1), 0)
        now = QApplication.focusWidget()
        if not self.questions and self.goes_on and now and self.isAncestorOf(now):
            self.goes_on.setFocus()  # else Qt looks for whatever stands next
        self.setVisible(bool(self.questions))
        self._dress(lang, colours)
        self._draw_question()

    def _dress(self, lang: Language, colours: Colours) -> None:
        self.before.dress(colours.secondary, lang._("Previous question (Shift+F8)"))
        self.after.dress(colours.secondary, lang._("Next question (F8)"))
        self.take.setText(lang._("Decide"))
        self.take.setToolTip(lang._("Enter"))
        self.show_cell.setText(lang._("Show the cell"))
        self.leave.setText(lang._("Write without deciding"))
        self.leave.setToolTip(wrapped(lang._("What is open is left out of the archive.")))
        self.leave.setVisible(self._may_wait and any(q.needed for q in self.questions))
        for part in (self.before, self.after):
            part.setEnabled(len(self.questions) > 1)

    def ask_about(self, question: Question) -> None:
        """Put a question in front that the user asked for."""
        if question not in self.questions:
            self.questions = (question, *self.questions)
        self._at = self.questions.index(question)
        self.show()
        self._draw_question()
        self.take_focus()

    @property
    def question(self) -> Question | None:
        """The question in front."""
        return self.questions[self._at] if self._at < len(self.questions) else None

    def _draw_question(self) -> None:
        question, lang = self.question, self._lang
        if question is None or lang is None:
            return
        needed = sum(q.needed for q in self.questions)
        aside = lang._("{number} of {count}", number=self._at + 1, count=len(self.questions))
        if needed:
            aside += " · " + lang._("{count} needed", count=needed)
        self.entitle(lang._("Decisions"), aside)
        self.asked.setText(question_words(question, lang)[0])
        self.show_cell.setVisible(bool(question.cell))
        self._ready_field(question, lang)
        self._narrow()

    def _why(self, question: Question, reason: str, lang: Language) -> str:
        tried = self._reading and any(f.code == "wrong_password" for f in self._reading.findings)
        if question.ask is Ask.PASSWORD and tried:
            return lang._("The password given does not open it. Try again.")
        place = f"{question.sheet}!{question.cell}" if question.cell else question.sheet
        return f"{place} · {reason}" if place else reason

    def _ready_field(self, question: Question, lang: Language) -> None:
        self.field.clear()
        self.field.setVisible(question.ask in _TYPED)
        secret = question.ask is Ask.PASSWORD
        self.field.setEchoMode(QLineEdit.EchoMode.Password if secret else QLineEdit.EchoMode.Normal)
        hints = {
            Ask.NAME: lang._("Search the catalogue, or type a new name"),
            Ask.MONTH: lang._("Another month, such as {month}", month=month_shown("2025-06", lang)),
            Ask.FIGURE: lang._("Another number"),
            Ask.UNIT: lang._("Search the units"),
            Ask.PASSWORD: lang._("Password"),
        }
        self.field.setPlaceholderText(hints.get(question.ask, ""))
        self.field.setAccessibleName(hints.get(question.ask, ""))
        self.choices.setVisible(not secret)
        self.choices.setAccessibleName(self.asked.text())

    def _narrow(self) -> None:
        question, lang = self.question, self._lang
        if question is None or lang is None or self._colours is None or self._reading is None:
            return
        kind = kind_of(question, self._reading)
        self.offers = offers(question, self.field.text(), lang, kind)
        rows = tuple((Cell(o.words, tip=o.words), Cell(o.aside, Tone.MUTED)) for o in self.offers)
        self.choices.show_grid(Grid(("", ""), rows), self._colours)
        self._understand(question, lang)

    def _understand(self, question: Question, lang: Language) -> None:
        """Choose the likeliest answer; none, and say so, where what was typed is none of them."""
        typed, reason = self.field.text().strip(), question_words(question, lang)[1]
        if typed and not means_something(question, typed, lang):
            self.choices.clearSelection()
            self.choices.setCurrentIndex(QModelIndex())
            self.reason.setText(lang._("“{typed}” is no answer here.", typed=typed))
            return
        self.reason.setText(self._why(question, reason, lang))
        if self.offers:
            self.choices.selectRow(0)

    # Answering ---------------------------------------------------------------------------------

    def answer(self) -> None:
        """Give the chosen answer."""
        question = self.question
        if question is None:
            return
        if question.ask is Ask.PASSWORD:
            if self.field.text():
                self.answered.emit(question, self.field.text())
            return
        chosen = self.choices.currentIndex().row()
        if 0 <= chosen < len(self.offers):
            self.answered.emit(question, self.offers[chosen].value)

    def step(self, by: int) -> None:
        """Go to the next question, or the one before; round and round."""
        if self.questions:
            self._at = (self._at + by) % len(self.questions)
            self._draw_question()
            self._ask_for_cell()
            self.take_focus()

    def take_focus(self) -> None:
        """Put the keyboard where the answer is given."""
        part: QWidget = self.field if self.field.isVisibleTo(self) else self.choices
        part.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _ask_for_cell(self) -> None:
        question = self.question
        if question is not None and question.sheet:
            self.cell_asked.emit(question.sheet, question.cell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the arrows move among the answers while one types."""
        if watched is self.field and isinstance(event, QKeyEvent):
            by = _MOVES.get(Qt.Key(event.key())) if event.type() == QEvent.Type.KeyPress else None
            if by and self.offers:
                at = self.choices.currentIndex().row() + by
                self.choices.selectRow(max(0, min(at, len(self.offers) - 1)))
                return True
        return super().eventFilter(watched, event)
