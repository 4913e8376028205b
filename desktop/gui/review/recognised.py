"""The card that shows what was recognised in a file: its layout, date, sheets, columns, cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QDate, QModelIndex, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDateEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTabBar,
    QTableView,
)

from desktop.figures.finding_texts import sentence
from desktop.figures.layouts import layout_name
from desktop.figures.reading import Reading, SheetSeen
from desktop.figures.wording import Language
from desktop.gui.parts.card import Card
from desktop.gui.parts.grid import Index
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import Elided, label
from desktop.gui.review.sheet_model import SheetModel
from desktop.gui.review.words import (
    amount_words,
    flow_words,
    origin_words,
    period_words,
    status_words,
    subject_words,
    unit_words,
    why_words,
)
from desktop.gui.tokens import GAP, Colours

if TYPE_CHECKING:
    from desktop.workflow import Preview

_MEASURED_ROWS = 60
_WIDEST_COLUMN, _NARROWEST_COLUMN, _LABEL_COLUMN = 148, 84, 200


class _CellDelegate(QStyledItemDelegate):
    """Fills a cell with its own colour: a style sheet would leave it white."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill, then draw as ever."""
        fill = index.data(Qt.ItemDataRole.BackgroundRole)
        if fill is not None:
            painter.fillRect(option.rect, fill)
        super().paint(painter, option, index)


class SheetView(QTableView):
    """The sheet, drawn small, with the workbook's own letters and numbers at its edges."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = SheetModel()
        self.setModel(self.shown)
        self.setProperty("look", "sheet")
        self.setItemDelegate(_CellDelegate(self))
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.horizontalHeader().setResizeContentsPrecision(_MEASURED_ROWS)
        for header in (self.horizontalHeader(), self.verticalHeader()):
            header.setProperty("look", "sheet")
            header.setHighlightSections(False)
        self.verticalHeader().setDefaultSectionSize(24)
        self.verticalHeader().setMinimumWidth(30)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    def show_sheet(
        self, reading: Reading, sheet: SheetSeen, lang: Language, colours: Colours
    ) -> None:
        """Show another sheet, its columns wide enough for their numbers."""
        self.shown.show(reading, sheet, lang, colours)
        self.setColumnWidth(0, _LABEL_COLUMN)
        for column in range(1, self.shown.columnCount()):
            wanted = min(self.sizeHintForColumn(column), _WIDEST_COLUMN)
            self.setColumnWidth(column, max(wanted, _NARROWEST_COLUMN))
        self.setRowHeight(0, 40)
        self.setRowHeight(1, 36)


class RecognisedCard(Card):
    """Layout, month, date; one tab for each sheet used; what was left out, and why."""

    date_given = Signal(object)  # datetime.date

    def __init__(self) -> None:
        super().__init__()
        self._about = label("muted")
        self._date_label = label("secondary")
        self.date = QDateEdit()
        self.date.setCalendarPopup(True)
        self.date.setDisplayFormat("dd/MM/yyyy")
        self.date.setKeyboardTracking(False)
        self.date.dateChanged.connect(self._date_changed)
        self._origin = Elided("muted")
        self.tabs = QTabBar()
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.currentChanged.connect(self._show_sheet)
        self.sheet = SheetView()
        self.sheet.selectionModel().currentChanged.connect(self._tell_cell)
        self._cell = Elided("secondary")
        self._left_out = Elided("muted")
        self._shown: tuple[Reading, Language, Colours] | None = None
        dated = row(self._date_label, self.date, self._origin, gap=8)
        dated.setStretch(2, 1)
        self.body.addLayout(dated)
        self.body.addLayout(row(self.tabs, 1, self._about))
        self.body.addWidget(self.sheet, 1)
        self.body.addWidget(self._cell)
        self.body.addWidget(self._left_out)
        self.body.setSpacing(GAP - 4)

    def draw(self, preview: Preview, lang: Language, colours: Colours) -> None:
        """Draw another file."""
        reading = preview.reading
        self._shown = (reading, lang, colours)
        used = [s for s in reading.sheets if s.used]
        name = layout_name(reading.layout, lang) if reading.layout else lang._("not recognised")
        about = [lang.month(reading.month)] if reading.month else []
        about.append(lang._("{count} figures", count=lang.number(len(reading.rows))))
        self._about.setText(" · ".join(about))
        self.entitle(lang._("Recognised: {layout}", layout=name))
        self._date_label.setText(lang._("Published on"))
        self._origin.setText(origin_words(preview.date_origin, lang))
        day = preview.reported_on
        self.date.blockSignals(True)
        self.date.setDate(QDate(day.year, day.month, day.day))
        self.date.setAccessibleName(lang._("Published on"))
        self.date.blockSignals(False)
        self._fill_tabs(used, lang)
        self._tell_left_out(reading, lang)
        self._show_sheet()

    def _fill_tabs(self, used: list[SheetSeen], lang: Language) -> None:
        chosen = self.tabs.currentIndex()
        self.tabs.blockSignals(True)
        while self.tabs.count():
            self.tabs.removeTab(0)
        for number, sheet in enumerate(used):
            self.tabs.addTab(sheet.name)
            flow = flow_words(sheet.flow, lang)
            self.tabs.setTabToolTip(number, f"{sheet.title}\n{flow}".strip())
        self.tabs.setCurrentIndex(min(max(chosen, 0), len(used) - 1))
        self.tabs.blockSignals(False)
        self.tabs.setVisible(bool(used))
        self.sheet.setVisible(bool(used))
        self.tabs.setAccessibleName(lang._("Sheets used"))

    def _tell_left_out(self, reading: Reading, lang: Language) -> None:
        left = [s for s in reading.sheets if not s.used]
        count = len(reading.sheets)
        told = lang._("{count} sheets, {used} used", count=count, used=count - len(left))
        if left:
            reasons = ", ".join(
                f"{s.name} ({why_words(s.why, lang)})" if s.why else s.name for s in left
            )
            told += " · " + lang._("Left out: {sheets}", sheets=reasons)
        self._left_out.setText(told)

    def _show_sheet(self) -> None:
        if self._shown is None:
            return
        reading, lang, colours = self._shown
        used = [s for s in reading.sheets if s.used]
        if 0 <= self.tabs.currentIndex() < len(used):
            sheet = used[self.tabs.currentIndex()]
            self.sheet.show_sheet(reading, sheet, lang, colours)
            self.sheet.setAccessibleName(sheet.title or sheet.name)
        self._cell.setText(lang._("Choose a cell to see what it was read as."))

    def _tell_cell(self, index: QModelIndex) -> None:
        if self._shown is None:
            return
        lang = self._shown[1]
        finding, figure = self.sheet.shown.finding(index), self.sheet.shown.figure(index)
        address = self.sheet.shown.address(index)
        if finding:
            self._cell.setText(f"{address} · {sentence(finding, lang)}")
        elif figure:
            parts = (
                address,
                f"{flow_words(figure.flow, lang)}: {subject_words(figure, lang)}",
                f"{amount_words(figure.unit, figure.value, lang)} {unit_words(figure.unit, lang)}",
                period_words(figure, lang),
                status_words(figure.status, lang),
            )
            self._cell.setText(" · ".join(p.strip() for p in parts if p.strip()))

    def show_cell(self, sheet: str, cell: str) -> None:
        """Turn to a sheet and choose a cell of it, where it was read."""
        for tab in range(self.tabs.count()):
            if self.tabs.tabText(tab) == sheet:
                self.tabs.setCurrentIndex(tab)
        model = self.sheet.shown
        for number in range(model.rowCount()):
            for column in range(1, model.columnCount()):
                index = model.index(number, column)
                if model.address(index) == cell:
                    self.sheet.setCurrentIndex(index)
                    self.sheet.scrollTo(index)
                    return

    def _date_changed(self, day: QDate) -> None:
        self.date_given.emit(day.toPython())
