"""The card of choices: form, language, sheets or template; what is remembered, and the errands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QCheckBox, QGridLayout, QWidget

from desktop.figures.month import Month
from desktop.figures.summary_sheets import SummarySheet
from desktop.figures.wording import LANGUAGES
from desktop.gui.export.choices import FORMS, SHEETS, ExportChoices, ExportForm, LastExport
from desktop.gui.parts.buttons import Segments, button
from desktop.gui.parts.card import Card
from desktop.gui.parts.chooser import Choice
from desktop.gui.parts.flowing import Flowing
from desktop.gui.parts.layouts import column, row
from desktop.gui.parts.text import Elided, label
from desktop.gui.parts.tips import wrapped
from desktop.gui.tokens import GAP, PAD, SNUG

if TYPE_CHECKING:
    from desktop.figures.wording import Language
    from desktop.gui.tokens import Colours

_COLUMNS = 2
_LANGUAGES = {"vi": "Tiếng Việt", "en": "English"}


class ChoicesCard(Card):
    """Says what was chosen; `changed` comes with the new choices."""

    changed = Signal(object)  # ExportChoices
    write_asked, again_asked = Signal(), Signal()
    template_asked, list_asked, folder_asked = Signal(), Signal(), Signal()

    def __init__(self, choices: ExportChoices) -> None:
        """Show choices."""
        super().__init__()
        self.choices, self._columns = choices, 0
        self.form = Choice()
        self.form.code = choices.form.value
        self.languages = Segments(LANGUAGES)
        self.sheets = {sheet: QCheckBox() for sheet in SummarySheet}
        self.opens = QCheckBox()
        self.template = button("", self.template_asked.emit)
        self.listing = button("link", self.list_asked.emit)
        self.write = button("primary", self.write_asked.emit)
        self.again = button("", self.again_asked.emit)
        self.folder = button("link", self.folder_asked.emit)
        self._spoken, self._sheets_head = label("secondary"), label("secondary")
        self._template_head, self._named = label("secondary"), Elided("small-plain")
        self._last, self._hint = label("small"), label("small")
        for text in (self._last, self._hint):
            text.setWordWrap(True)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        self._grid = grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        self._sheets_part, self._template_part = QWidget(), QWidget()
        self._sheets_part.setLayout(column(self._sheets_head, grid, gap=SNUG))
        buttons = Flowing(self.template, self.listing, gap=SNUG)
        self._template_part.setLayout(
            column(self._template_head, buttons, self._named, self._hint, gap=SNUG)
        )
        self._arrange()
        self.body.setSpacing(GAP)
        self.body.addLayout(row(self.form, 1))
        self.body.addLayout(row(self._spoken, self.languages, 1, gap=SNUG))
        self.body.addWidget(self._sheets_part)
        self.body.addWidget(self._template_part)
        self.body.addWidget(self.opens)
        self.body.addLayout(row(self.write, self.again, 1, gap=SNUG))
        self.body.addStretch(1)
        self.body.addLayout(column(self._last, row(self.folder, 1), gap=2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List the sheets in as many columns as there is room for."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        boxes = list(self.sheets.values())
        widest = max(box.sizeHint().width() for box in boxes)
        room = self.contentsRect().width() - 2 * PAD
        columns = _COLUMNS if _COLUMNS * widest + SNUG <= room else 1
        if columns == self._columns:
            return
        self._columns = columns
        for number, box in enumerate(boxes):
            self._grid.addWidget(box, number // columns, number % columns)

    def _connect(self) -> None:
        self.form.chosen.connect(lambda code: self._change(form=ExportForm(code)))
        self.languages.chosen.connect(lambda code: self._change(language=code))
        self.opens.toggled.connect(lambda on: self._change(opens_folder=on))
        for sheet, box in self.sheets.items():
            box.toggled.connect(lambda on, s=sheet: self._sheet(s, wanted=on))

    def take_template(self, path: Path) -> None:
        """Fill a template from now on."""
        self._change(form=ExportForm.TEMPLATE, template=str(path))

    def redraw(self, lang: Language, colours: Colours, last: LastExport | None) -> None:
        """Say all of it in a language and a theme."""
        say, choices = lang._, self.choices
        self.entitle(say("What is written"))
        self.form.code = choices.form.value
        words = {form.value: say(text) for form, text in FORMS.items()}
        self.form.offer(say("Form"), words, colours)
        self._spoken.setText(say("Language"))
        self.languages.dress({code: (name, name) for code, name in _LANGUAGES.items()})
        self.languages.choose(choices.language)
        self._sheets_head.setText(say("Sheets"))
        for sheet, box in self.sheets.items():
            box.blockSignals(True)
            box.setText(say(SHEETS[sheet]))
            box.setChecked(sheet in choices.sheets)
            box.blockSignals(False)
        self._draw_template(lang)
        self._sheets_part.setVisible(choices.form is ExportForm.WORKBOOK)
        self._template_part.setVisible(choices.form is ExportForm.TEMPLATE)
        self._arrange()
        self.opens.blockSignals(True)
        self.opens.setText(say("Open the folder when done"))
        self.opens.setChecked(choices.opens_folder)
        self.opens.blockSignals(False)
        self._draw_errands(lang, last)

    def _draw_template(self, lang: Language) -> None:
        say, template = lang._, self.choices.template
        self._template_head.setText(say("Template"))
        self.template.setText(say("Choose a template…"))
        self.listing.setText(say("List of placeholders…"))
        self._named.setText(Path(template).name if template else say("None is chosen yet"))
        self._named.setToolTip(template)
        self._hint.setText(say(
            "Placeholders such as {{exports.cumulative}} or {{table:items top=10}} are filled; "
            "everything else stays as it is. The template itself is never changed."
        ))  # fmt: skip

    def _draw_errands(self, lang: Language, last: LastExport | None) -> None:
        say = lang._
        self.write.setText(say("Write…"))
        self.write.setToolTip("Ctrl+Enter")
        self.again.setText(say("As last month"))
        tip = say("Write it as the last one was, into the same folder")
        self.again.setToolTip(wrapped(f"{tip} (Ctrl+Shift+E)"))
        self.write.setEnabled(self.choices.ready)
        self.again.setEnabled(last is not None)
        self.folder.setText(say("Open its folder"))
        self.folder.setVisible(last is not None)
        self._last.setText(
            _written_last(last, lang) if last else say("Nothing was written from here yet.")
        )

    def _sheet(self, sheet: SummarySheet, *, wanted: bool) -> None:
        self.choices = self.choices.with_sheet(sheet, wanted=wanted)
        self.changed.emit(self.choices)

    def _change(self, **parts: object) -> None:
        self.choices = replace(self.choices, **parts)  # type: ignore[arg-type]  # by its own names
        self.changed.emit(self.choices)


def _written_last(last: LastExport, lang: Language) -> str:
    try:
        month = lang.month(Month.parse(last.through))
    except ValueError:  # nothing was looked at then
        month = last.through
    return lang._("Written last: {name}, of {month}.", name=last.name, month=month)
