"""What a form that was read would change, before it does: rows that err, targets that are set."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.figures.finding import Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.target_doubts import named
from desktop.figures.target_names import scope_name
from desktop.figures.target_texts import amount_name, period_name
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.grid import Cell, Grid, GridView
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.tokens import Colours, Tone

if TYPE_CHECKING:
    from desktop.figures.target_form import FormPreview
    from desktop.figures.wording import Language

_TWO_LINES = 40
"""Pixels of a row that has room for two."""
_TONES = {Severity.ERROR: Tone.BAD, Severity.WARNING: Tone.WARN, Severity.NOTE: Tone.MUTED}


class FormDialog(Dialog):
    """Shows a form's findings and changes. `accepted_form` gives the form to be taken."""

    accepted_form = Signal(object)  # FormPreview

    def __init__(
        self, parent: QWidget, found: FormPreview, lang: Language, colours: Colours
    ) -> None:
        """Show what was read; a row that errs keeps all of it back."""
        super().__init__(parent)
        self.setObjectName("target-form")
        self.setWindowTitle(lang._("Targets from a form"))
        self._found = found
        self.findings, self.changes = GridView(_TWO_LINES, dense=True), GridView(26, dense=True)
        self.findings.setWordWrap(True)
        self.take = button("primary", self._take)
        self.take.setText(lang._("Set these targets"))
        self.take.setEnabled(bool(found.change) and not found.refused)
        self.take.setDefault(True)  # Enter would press the first button there is, which cancels
        self.take.setVisible(bool(found.change) or found.refused)
        cancel = button("", self.reject)
        cancel.setText(lang._("Cancel") if found.change or found.refused else lang._("Close"))
        self._lay_out(found, lang, colours)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        if found.findings or found.change.added:
            self.resize(820, 480)
        else:
            layout.addStretch(1)
            self.setMinimumWidth(420)
        layout.addLayout(row(1, cancel, self.take, gap=8))

    def _lay_out(self, found: FormPreview, lang: Language, colours: Colours) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        layout.addWidget(label("title", lang._("Targets from a form")))
        layout.addWidget(label("secondary", _summary(found, lang)))
        if found.findings:
            self.findings.show_grid(_findings(found, lang), colours, stretch=1)
            self.findings.setAccessibleName(lang._("What is wrong with rows"))
            layout.addWidget(self.findings, 1)
        if found.change.added:
            self.changes.show_grid(_changes(found, lang), colours)
            self.changes.setAccessibleName(lang._("Targets that would be set"))
            layout.addWidget(self.changes, 1)

    def _take(self) -> None:
        self.accepted_form.emit(self._found)
        self.accept()


def _summary(found: FormPreview, lang: Language) -> str:
    if found.refused:
        return lang._("Nothing is set before the rows that err are put right.")
    if not found.change:
        return lang._("The form changes nothing.")
    count = len(found.change.added)
    return lang.plural("{count} target would be set.", "{count} targets would be set.", count)


def _findings(found: FormPreview, lang: Language) -> Grid:
    rows = [
        (Cell(f.place, Tone.SECONDARY),
         Cell(said := sentence(f, lang), _TONES[f.severity], said),
         Cell(helps := remedy(f, lang, in_window=True), Tone.SECONDARY, helps))
        for f in named(found.findings, found.change.added, lang)
    ]  # fmt: skip
    return Grid((lang._("Cell"), lang._("What is wrong"), lang._("What to do")), rows,
                frozenset({0, 1, 2}))  # fmt: skip


def _changes(found: FormPreview, lang: Language) -> Grid:
    rows = [
        (Cell(scope_name(t.scope, lang)), Cell(period_name(t, lang)), Cell(amount_name(t, lang)),
         Cell(t.document))
        for t in found.change.added
    ]  # fmt: skip
    columns = lang._("Of what"), lang._("Period"), lang._("Target"), lang._("Document")
    return Grid(columns, rows, frozenset({0, 1, 2, 3}))
