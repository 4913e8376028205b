"""The card that shows what was recognised in a file: its layout, date, sheets, columns, cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDateEdit, QTabBar

from desktop.figures.layouts import layout_name
from desktop.figures.reading import Ask, Question, Reading, RegionKind, SheetCells, SheetSeen
from desktop.figures.series import TRADE
from desktop.figures.wording import Language
from desktop.gui.fonts import font
from desktop.gui.parts.buttons import button
from desktop.gui.parts.card import Card
from desktop.gui.parts.dates import dress_day
from desktop.gui.parts.empty_state import EmptyState
from desktop.gui.parts.layouts import row
from desktop.gui.parts.legend import Entry, Legend, Mark
from desktop.gui.parts.text import Elided, Span, label
from desktop.gui.parts.tips import wrapped
from desktop.gui.review.addresses import place_of
from desktop.gui.review.asking import offers
from desktop.gui.review.assisted import AssistedBanner
from desktop.gui.review.drawing import Drawn, by_sheet, draw
from desktop.gui.review.painting import FILLS
from desktop.gui.review.reasons import why_words
from desktop.gui.review.sheet_model import place_at
from desktop.gui.review.sheet_tools import SheetTools
from desktop.gui.review.sheet_view import SheetView
from desktop.gui.review.stories import story
from desktop.gui.review.story_line import StoryLine
from desktop.gui.review.words import kind_words, origin_words
from desktop.gui.tokens import SNUG, TINY_SIZE, Colours

if TYPE_CHECKING:
    from desktop.workflow import Preview


_LEGENDS_SHARE = 80
"""Per cent of the card's foot that the legend has, unless it needs more."""


@dataclass(frozen=True, slots=True)
class _Shown:
    preview: Preview
    questions: tuple[Question, ...]
    lang: Language
    colours: Colours


def _recognised_as(reading: Reading, lang: Language) -> str:
    """Say which layout it is, of a form without figures, too."""
    if reading.layout:
        return lang._("Recognised: {layout}", layout=layout_name(reading.layout, lang))
    empty = {seen.name for seen in reading.sheets if seen.why == "empty_form"}
    for plan in reading.tables:
        if plan.recipe and plan.sheet in empty:
            name = layout_name(plan.recipe, lang)
            return lang._("Recognised: {layout}, no figures yet", layout=name)
    return lang._("Not recognised")


class RecognisedCard(Card):
    """Layout, month, date; one tab for each sheet used; what was left out, and why.

    `cells_asked` names a sheet whose cells the card wants; `take_cells` brings them.
    """

    date_given = Signal(object)  # datetime.date
    cells_asked = Signal(str)
    answered = Signal(object, str)  # Question, answer

    def __init__(self) -> None:
        """Start with no file."""
        super().__init__()
        self._shown: _Shown | None = None
        self._cells: dict[tuple[str, str], SheetCells] = {}
        self._sheets: list[SheetSeen] = []
        self._sought = ("", "")
        self._date_label = label("secondary")
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setKeyboardTracking(False)
        self.date.dateChanged.connect(self._date_changed)
        self._origin = Elided("muted")
        self._origin.or_nothing = True
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.currentChanged.connect(self._show_sheet)
        self.correct = button("")
        self.correct.clicked.connect(self._pop_up)
        self.banner = AssistedBanner()
        self.sheet, self.nothing = SheetView(), EmptyState()
        self.tools = SheetTools(self)
        self.legend = Legend()
        self.legend.setFont(font(TINY_SIZE))
        self.story = StoryLine()
        self._left_out = Elided("small")
        self._lay_out()
        self.sheet.selectionModel().currentChanged.connect(self._tell_cell)
        self.sheet.menu_asked.connect(lambda at: self.tools.pop_up(self.sheet.chosen(), at))
        self.sheet.letter_typed.connect(lambda k: self.tools.press(k, self.sheet.chosen()))
        self.story.answered.connect(self._answer)

    def _lay_out(self) -> None:
        dated = row(self._date_label, self.date, self._origin, self.correct, gap=8)
        dated.setStretch(2, 1)
        beneath = row(self._left_out, self.legend, gap=12)
        self._foot = beneath
        self.body.addLayout(dated)
        self.body.addWidget(self.tabs)
        self.body.addWidget(self.banner)
        self.body.addWidget(self.sheet, 100)
        self.body.addWidget(self.nothing, 100)
        self.body.addWidget(self.story)
        self.body.addLayout(beneath)
        self.body.addStretch(1)  # where there is no sheet, the rest stays at the top
        self.body.setSpacing(SNUG)

    # Another file ------------------------------------------------------------------------------

    def draw(
        self,
        preview: Preview,
        questions: Sequence[Question],
        lang: Language,
        colours: Colours,
        *,
        can_undo: bool = False,
    ) -> None:
        """Draw another file, or the same one read otherwise."""
        self._shown = _Shown(preview, tuple(questions), lang, colours)
        self.tools.can_undo = can_undo
        reading = preview.reading
        self.entitle(_recognised_as(reading, lang), self._counted())
        self.aside.brief = lang.month(reading.month) if reading.month else ""
        room = self.aside.fontMetrics().horizontalAdvance(self.aside.brief)
        self.aside.setMinimumWidth(room + SNUG)  # a layout may have a long name
        self._date_label.setText(lang._("Published on"))
        self._origin.setText(origin_words(preview.date_origin, lang))
        day = preview.reported_on
        self.date.blockSignals(True)
        dress_day(self.date, lang)
        self.date.setDate(QDate(day.year, day.month, day.day))
        self.date.setAccessibleName(lang._("Published on"))
        self.date.blockSignals(False)
        self.correct.setText(lang._("Correct…"))
        self.correct.setToolTip(
            wrapped(lang._("Say what the chosen cells are (menu key, right click)"))
        )
        self._fill_tabs(lang)
        self._tell_left_out(lang)
        self._show_sheet()

    def _counted(self) -> str:
        assert self._shown is not None
        reading, lang = self._shown.preview.reading, self._shown.lang
        told = [lang.month(reading.month)] if reading.month else []
        told.append(
            lang.plural("{number} figure", "{number} figures", len(reading.rows),
                        number=lang.number(len(reading.rows)))
        )  # fmt: skip
        names = {s.name for s in reading.sheets}
        used = len({s.name for s in reading.sheets if s.used})
        if names:
            told.append(
                lang.plural(
                    "{count} sheet, {used} used", "{count} sheets, {used} used",
                    len(names), used=used,
                )
            )  # fmt: skip
        return " · ".join(told)

    def _fill_tabs(self, lang: Language) -> None:
        """Give a tab to each sheet used, or that is asked about; to all where none is."""
        assert self._shown is not None
        reading = self._shown.preview.reading
        asked = {q.sheet for q in self._shown.questions} | {p.sheet for p in reading.tables}
        every = by_sheet(reading.sheets)
        sheets = [s for s in every if s.used or s.name in asked] or every
        chosen = self.sheet.shown.drawn.seen.name
        self._sheets = sheets
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for number, sheet in enumerate(sheets):
            self.tabs.addTab(sheet.name)
            self.tabs.setTabToolTip(number, sheet.title)
        first = next((n for n, s in enumerate(sheets) if s.name == chosen), -1)
        if first < 0:
            first = next((n for n, s in enumerate(sheets) if s.used and s.flow in TRADE), 0)
        self.tabs.setCurrentIndex(min(first, len(sheets) - 1))
        self.tabs.blockSignals(False)
        self.tabs.setVisible(bool(sheets))
        for part in (self.sheet, self.story, self.legend, self.correct):
            part.setVisible(bool(sheets))
        self.nothing.setVisible(not sheets)
        if not sheets:
            why = lang._("Why, and what helps, stands under “Findings”.")
            self.nothing.tell("file", lang._("There is no sheet to show"), why, (),
                              self._shown.colours)  # fmt: skip
        self.tabs.setAccessibleName(lang._("Sheets used"))

    def _tell_left_out(self, lang: Language) -> None:
        assert self._shown is not None
        shown = {s.name for s in self._sheets}
        left = [s for s in self._shown.preview.reading.sheets if s.name not in shown]
        reasons = ", ".join(
            f"{s.name} ({why_words(s.why, lang)})" if s.why else s.name for s in left
        )
        self._left_out.or_nothing = True
        self._left_out.setText(lang._("Left out: {sheets}", sheets=reasons) if left else "")
        self._left_out.brief = lang.plural(
            "{count} sheet left out", "{count} sheets left out", len(left)
        )
        self._left_out.setVisible(bool(left))

    # The sheet ---------------------------------------------------------------------------------

    @property
    def sheet_name(self) -> str:
        """The sheet that is looked at; empty where there is none."""
        number = self.tabs.currentIndex()
        return self._sheets[number].name if 0 <= number < len(self._sheets) else ""

    def take_cells(self, digest: str, cells: SheetCells) -> None:
        """Take the cells of a sheet of the file with that content."""
        self._cells[digest, cells.name] = cells
        if self._shown and self._shown.preview.reading.content_hash == digest:
            self._show_sheet()

    def forget_cells(self) -> None:
        """Let go of the cells of files that are no longer under review, and of the one chosen."""
        self._cells.clear()
        self._sought = ("", "")
        self.sheet.forget()

    def _show_sheet(self) -> None:
        if self._shown is None or not self.sheet_name:
            return
        preview, lang = self._shown.preview, self._shown.lang
        seen = self._sheets[self.tabs.currentIndex()]
        cells = self._cells.get((preview.reading.content_hash, seen.name))
        drawn = draw(cells, seen, preview.reading, preview.comparison, self._shown.questions)
        self.sheet.show_sheet(drawn, lang, self._shown.colours)
        self.sheet.setAccessibleName(seen.title or seen.name)
        self.tools.look_at(drawn, lang, can_undo=self.tools.can_undo)
        self._tell_legend(drawn)
        if not self.sheet.currentIndex().isValid():
            self.story.tell(
                (Span(lang._("Choose a cell to see what it was read as.")),), self._shown.colours
            )
        else:
            self._tell_cell()
        if cells is None:
            self.cells_asked.emit(seen.name)
        elif self._sought[0] == seen.name:  # its cell was not drawn yet when it was asked for
            self.show_cell(*self._sought)

    def _tell_legend(self, drawn: Drawn) -> None:
        assert self._shown is not None
        lang, colours = self._shown.lang, self._shown.colours
        entries = [
            Entry(kind_words(k, lang), Mark.BOX, getattr(colours, FILLS[k]), colours.muted)
            for k in RegionKind
            if k is not RegionKind.LEFT_OUT and drawn.has(k)
        ]
        if drawn.has(RegionKind.LEFT_OUT):
            entries.append(
                Entry(kind_words(RegionKind.LEFT_OUT, lang), Mark.DASHED_LINE, colours.muted)
            )
        self.legend.show_entries(entries, colours)
        self._share_foot()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the legend its room."""
        super().resizeEvent(event)
        self._share_foot()

    def _share_foot(self) -> None:
        """Name every colour that is seen; what was left out has its tip, and takes the rest."""
        room = self._foot.contentsRect().width() or self.width()
        legend = max(self.legend.wanted_width, room * _LEGENDS_SHARE // 100)
        self._foot.setStretch(0, max(room - legend, 1))
        self._foot.setStretch(1, legend)

    def _tell_cell(self) -> None:
        index = self.sheet.currentIndex()
        if self._shown is None or not index.isValid():
            return
        lang, drawn = self._shown.lang, self.sheet.shown.drawn
        question = drawn.questions.get(place_at(index))
        figure = question is not None and question.ask is Ask.FIGURE
        found = offers(question, "", lang) if figure and question else []
        self.story.tell(story(drawn, place_at(index), lang), self._shown.colours, found)

    def _answer(self, answer: str) -> None:
        question = self.sheet.shown.drawn.questions.get(place_at(self.sheet.currentIndex()))
        if question is not None:
            self.answered.emit(question, answer)

    def _pop_up(self) -> None:
        corner = self.correct.mapToGlobal(self.correct.rect().bottomLeft())
        self.tools.pop_up(self.sheet.chosen(), corner)

    def show_cell(self, sheet: str, cell: str) -> None:
        """Turn to a sheet and choose a cell of it."""
        for number, seen in enumerate(self._sheets):
            if seen.name == sheet:
                self.tabs.setCurrentIndex(number)
        place = place_of(cell)
        self._sought = ("", "")
        if place and self.sheet_name == sheet and not self.sheet.show_place(place):
            self._sought = (sheet, cell)

    def _date_changed(self, day: QDate) -> None:
        given = day.toPython()
        if isinstance(given, date):
            self.date_given.emit(given)
