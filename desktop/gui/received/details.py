"""The details of the chosen return: its facts, what was done with it, its findings, its file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from desktop.figures.layouts import layout_name, sender_name
from desktop.figures.month import Month
from desktop.figures.received import Allowed, StoredReturn
from desktop.figures.wording import N_, Language
from desktop.gui.narrowing.looking import LOOK
from desktop.gui.parts.buttons import button
from desktop.gui.parts.card import Card
from desktop.gui.parts.layouts import Scrolling, column, row
from desktop.gui.parts.text import Elided, label
from desktop.gui.parts.tips import wrapped
from desktop.gui.received.finding_list import FindingList
from desktop.gui.received.words import covered_words, deed_words, moment_words
from desktop.gui.review.words import origin_words
from desktop.gui.tokens import SNUG, Colours

Fact = tuple[str, str]

_READS = N_("For reading only")
_OFFICES = N_("Only an editor of the whole office undoes imports and lets returns count again.")
_APPROVERS = N_("Only an approver decides whether what a province submitted counts.")


def refusal_words(held: StoredReturn, allowed: Allowed, lang: Language, *, reads_only: bool) -> str:
    """Say why a return may not be undone, counted again or decided on; empty where it may."""
    if allowed.change(held):
        return ""
    if reads_only:
        return lang._(_READS)
    return lang._(_APPROVERS if held.undecided else _OFFICES)


def facts(held: StoredReturn, lang: Language) -> tuple[Fact, ...]:
    """Give what is known of a return as pairs of a name and words, in the order of reading."""
    published = f"{lang.date(held.reported_on)} ({origin_words(held.date_origin, lang)})"
    brought = lang._(
        "{figures} figures: {new} new, {changed} changed",
        figures=lang.number(held.figures),
        new=lang.number(held.new),
        changed=lang.number(held.changed),
    )
    happened = [(lang._("Imported"), _by(held.imported_at, held.imported_by, lang))]
    happened += [(deed_words(e.deed, lang), _by(e.at, e.by, lang)) for e in held.events]
    return (
        (lang._("From"), sender_name(held.sender, lang)),
        (lang._("Layout"), layout_name(held.layout, lang)),
        (lang._("Months"), covered_words(held, lang)),
        (lang._("Published on"), published),
        (lang._("Brought"), brought),
        *happened,
    )


def _by(stamp: str, who: str, lang: Language) -> str:
    return f"{moment_words(stamp, lang)} · {who}" if who else moment_words(stamp, lang)


class DetailsCard(Card):
    """One return; its buttons say what is asked for, the page does it."""

    open_asked = Signal(object)  # StoredReturn
    save_asked = Signal(object)
    look_asked = Signal(object)  # Month
    undo_asked = Signal()
    redo_asked = Signal()

    def __init__(self) -> None:
        """Start without a return."""
        super().__init__()
        self.held: StoredReturn | None = None
        self.title.hide()
        self.name = Elided("strong", mode=Qt.TextElideMode.ElideMiddle)
        self.head.insertWidget(0, self.name, 1)
        self.head.setStretch(2, 0)
        self._facts = QGridLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setHorizontalSpacing(SNUG)
        self._facts.setVerticalSpacing(5)
        self._facts.setColumnStretch(1, 1)
        self._hint = label("muted")
        self._hint.setWordWrap(True)
        self._found = Elided("heading")
        self.findings = FindingList()
        self.look_button = button("link", lambda: self.look_asked.emit(self._newest))
        self.open_button = button("", lambda: self.open_asked.emit(self.held))
        self.save_button = button("", lambda: self.save_asked.emit(self.held))
        self.undo_button = button("", self.undo_asked.emit)
        self.redo_button = button("", self.redo_asked.emit)
        self._lay_out()

    def _lay_out(self) -> None:
        self._sheet = QWidget()
        inner = QVBoxLayout(self._sheet)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(SNUG)
        headed = row(self._found, self.look_button, gap=SNUG)
        headed.setStretch(0, 1)
        told = column(self._facts, headed, self.findings, gap=SNUG)
        told.setStretch(2, 1)
        told.addStretch(0)
        words = QWidget()
        words.setLayout(told)
        self._words, self.scrolling = words, Scrolling(words)
        inner.addWidget(self.scrolling, 1)
        self.findings.currentItemChanged.connect(lambda *_: self._follow())
        for wide in (self.open_button, self.save_button, self.undo_button, self.redo_button):
            wide.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        inner.addLayout(
            column(
                row(self.open_button, self.save_button, gap=SNUG),
                row(self.undo_button, self.redo_button, gap=SNUG),
                gap=SNUG,
            )
        )
        self.body.addWidget(self._hint)
        self.body.addWidget(self._sheet, 1)
        self.body.addStretch(0)

    def _follow(self) -> None:
        """Bring the finding that the keys have come to into sight."""
        seen = self.findings.visualItemRect(self.findings.currentItem())
        if seen.isValid():
            for edge in (seen.bottomLeft(), seen.topLeft()):
                at = self.findings.viewport().mapTo(self._words, edge)
                self.scrolling.ensureVisible(at.x(), at.y(), 0, SNUG)

    @property
    def _newest(self) -> Month | None:
        """The newest month that the return tells of."""
        return (self.held.last_month or self.held.month) if self.held else None

    def draw(
        self, held: StoredReturn | None, lang: Language, colours: Colours, barred: str = ""
    ) -> None:
        """Show another return, or a hint where none is chosen; `barred` says why it stays as is."""
        self.held = held
        self._name_controls(lang)
        self._sheet.setVisible(held is not None)
        self._hint.setVisible(held is None)
        self.name.setText(held.name if held else lang._("No return chosen"))
        self.setAccessibleName(lang._("Details of {name}", name=self.name.text()))
        while self._facts.count():
            if (item := self._facts.takeAt(0)) and (old := item.widget()):
                old.hide()  # it lives on until the event loop turns, and would be seen until then
                old.deleteLater()
        if held is None:
            return
        for line, (name, words) in enumerate(facts(held, lang)):
            told = label("small-plain", words)
            told.setWordWrap(True)
            self._facts.addWidget(label("small", name), line, 0, Qt.AlignmentFlag.AlignTop)
            self._facts.addWidget(told, line, 1)
        month = self._newest
        self.look_button.setVisible(month is not None and not held.withdrawn)
        if month:
            self.look_button.setText(lang._("{month} alone", month=lang.month(month)))
            self.look_button.setAccessibleName(lang._(LOOK, name=lang.month(month)))
            self.look_button.setToolTip(wrapped(self.look_button.accessibleName()))
        self.findings.draw(held.findings, lang, colours)
        self.findings.setVisible(bool(held.findings))
        self._tell_found(len(held.findings), lang)
        self.undo_button.setVisible(not held.withdrawn or held.waiting)
        self.redo_button.setVisible(held.withdrawn)
        if held.waiting:
            self.undo_button.setText(lang._("Reject…"))
            self.redo_button.setText(lang._("Approve…"))
        for changing in (self.undo_button, self.redo_button):
            changing.setEnabled(not barred)
            changing.setAccessibleDescription(barred)
            if barred:
                changing.setToolTip(wrapped(barred))

    def _tell_found(self, count: int, lang: Language) -> None:
        """Count the findings, in brief where the link beside it leaves little room."""
        self._found.brief = (
            lang._("Findings: {count}", count=count) if count else "✓ " + lang._("Nothing odd")
        )
        self._found.setText(
            lang.plural("{count} finding", "{count} findings", count)
            if count
            else "✓ " + lang._("Nothing odd was found in it.")
        )

    def _name_controls(self, lang: Language) -> None:
        self._hint.setText(lang._("Choose a return to see its findings and its original."))
        for made, words, tip in (
            (self.open_button, lang._("Open the original"), "Ctrl+Shift+O"),
            (self.save_button, lang._("Save a copy…"), "Ctrl+S"),
            (self.undo_button, lang._("Undo import…"), "Del"),
            (self.redo_button, lang._("Count again…"), "Shift+Del"),
        ):
            made.setText(words)
            made.setToolTip(wrapped(tip))
