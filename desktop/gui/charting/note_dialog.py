"""Asks for the day and the words of a note."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QDate, Signal
from PySide6.QtWidgets import QDateEdit, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from desktop.figures.wording import Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dates import dress_day
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label

_WIDTH = 380


class NoteDialog(Dialog):
    """A day and a few words; Enter keeps them."""

    agreed = Signal(object, str)  # date, words

    def __init__(self, parent: QWidget, lang: Language, day: date) -> None:
        """Begin with a day."""
        super().__init__(parent)
        self.setWindowTitle(lang._("Note an event"))
        self.day, self.words = QDateEdit(QDate(day.year, day.month, day.day)), QLineEdit()
        self.day.setCalendarPopup(True)
        dress_day(self.day, lang)
        self.day.setAccessibleName(lang._("Day"))
        self.words.setAccessibleName(lang._("Event"))
        self.words.setPlaceholderText(lang._("What happened, in a few words"))
        self.words.setMaxLength(200)
        self.keep = button("primary", self.accept)
        self.keep.setText(lang._("Keep the note"))
        self.keep.setDefault(True)
        cancel = button("", self.reject)
        cancel.setText(lang._("Cancel"))
        form = QFormLayout()
        form.addRow(lang._("Day"), self.day)
        form.addRow(lang._("Event"), self.words)
        hint = label(
            "small", lang._("It is flagged in every chart of these months, with who noted it.")
        )
        hint.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 18, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(label("title", self.windowTitle()))
        layout.addLayout(form)
        layout.addWidget(hint)
        layout.addLayout(row(1, cancel, self.keep, gap=8))
        self.setMinimumWidth(_WIDTH)
        self.words.textChanged.connect(self._allow)
        self._allow()
        self.words.setFocus()

    def _allow(self) -> None:
        self.keep.setEnabled(bool(self.words.text().strip()))

    def accept(self) -> None:
        """Give the note."""
        if not self.words.text().strip():
            return
        self.agreed.emit(self.day.date().toPython(), self.words.text().strip())
        super().accept()
