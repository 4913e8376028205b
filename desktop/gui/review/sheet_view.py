"""The sheet drawn small: widths and heights that fit its words, merged cells, long titles."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QTableView

from desktop.figures.reading import RegionKind
from desktop.figures.wording import Language
from desktop.gui.fonts import font
from desktop.gui.parts.grid import Index
from desktop.gui.review.addresses import Place, Rectangle, places, rectangle, size
from desktop.gui.review.drawing import Drawn
from desktop.gui.review.frozen import FrozenLabels
from desktop.gui.review.meanings import column_meanings
from desktop.gui.review.painting import CellDelegate, RowNumbers, SheetEdge, looks_like_number
from desktop.gui.review.pointing import choosing_nothing
from desktop.gui.review.sheet_model import SheetModel, place_at
from desktop.gui.review.whole_rows import above_foot
from desktop.gui.tokens import SMALL_SIZE, TINY_SIZE, Colours

_ROW, _LINE, _MOST_LINES = 22, 16, 3
_EDGE_WIDTH, _EDGE_HEIGHT, _EDGE_HEIGHT_PLAIN = 34, 34, 22
_SPACER, _LEAST_NUMBERS, _MOST_NUMBERS, _MOST_WORDS = 22, 58, 132, 216
_MOST_MEANING, _MOST_HEADING = 164, 84
_WIDEST_LETTER = 10
_MEASURED_ROWS = 200
_FIGURES, _HEADINGS = 3, 4
"""Rows of figures that are seen when a sheet is opened, and of what stands over them."""
_ARROWS = frozenset({Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right})
_MOST_SPANS = 1500
"""Qt searches spans one after another: beyond so many the rest are drawn unmerged."""


class SheetView(QTableView):
    """The workbook's cells. Letters typed here are asked for as corrections, not as a search."""

    menu_asked = Signal(object)  # QPoint, global
    letter_typed = Signal(str)

    def __init__(self) -> None:
        """Start with no sheet."""
        super().__init__()
        self.shown = SheetModel()
        self._begun, self._headed = 0, (0, 0)
        self.setModel(self.shown)
        self.setProperty("look", "sheet")
        self.delegate = CellDelegate(self)
        self.setItemDelegate(self.delegate)
        self.across = SheetEdge(Qt.Orientation.Horizontal)
        self.down = RowNumbers(self)
        self.setHorizontalHeader(self.across)
        self.setVerticalHeader(self.down)
        for edge in (self.across, self.down):
            edge.setMinimumSectionSize(16)
        self.down.setDefaultSectionSize(_ROW)
        self.down.setFixedWidth(_EDGE_WIDTH)
        self.frozen = FrozenLabels(self)
        self.frozen.menu_asked.connect(self.menu_asked)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ContiguousSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        for part in (self, self.down, self.frozen):  # what was cut at the foot is not scrolled up
            self.verticalScrollBar().valueChanged.connect(part.viewport().update)

    def show_sheet(self, drawn: Drawn, lang: Language, colours: Colours) -> None:
        """Show another sheet, or the same one read otherwise; the chosen cell is kept."""
        chosen, same = self.currentIndex(), self.shown.drawn.seen.name == drawn.seen.name
        kept = place_at(chosen) if chosen.isValid() and same else None
        moved = self._moved
        self.clearSpans()
        self.delegate.drawn = drawn
        self.delegate.wear(colours)
        self.shown.show(drawn, lang)
        self.across.meanings = column_meanings(drawn, lang)
        self.across.setFixedHeight(_EDGE_HEIGHT if self.across.meanings else _EDGE_HEIGHT_PLAIN)
        self.across.hidden = frozenset(drawn.cells.hidden_columns)
        self.down.hidden = frozenset(drawn.cells.hidden_rows)
        self.frozen.edge.meanings = self.across.meanings
        self.frozen.edge.hidden = self.across.hidden
        for edge in (self.across, self.down, self.frozen.edge):
            edge.wear(colours)
        self._headed = headed(drawn)
        self._fit(drawn)
        if kept:
            self.setCurrentIndex(self.shown.index_of(kept))
        elif not (same and moved):  # once it knows how far it scrolls
            if not same:
                self._begin_at_top()
            QTimer.singleShot(0, self, self._look_at_figures)

    def forget(self) -> None:
        """Let go of the sheet and the chosen cell: what is shown next begins anew."""
        self.shown.forget()
        self._begin_at_top()

    def _begin_at_top(self) -> None:
        """Leave it to the next sheet where it begins, and not to the one before."""
        self._begun = 0
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setValue(0)

    @property
    def _moved(self) -> bool:
        """True once the user has scrolled."""
        return self.verticalScrollBar().value() not in {0, self._begun}

    def _look_at_figures(self) -> None:
        """Begin at the headings where the title above them would leave figures out of sight."""
        top, first = self._headed
        if not first or self._moved or self.currentIndex().isValid():
            return
        low = self.down.sectionPosition(min(first + _FIGURES, self.shown.rowCount()) - 1)
        if low > self.viewport().height():
            self.verticalScrollBar().setValue(self.down.sectionPosition(top - 1))
            self._begun = self.verticalScrollBar().value()

    def _fit(self, drawn: Drawn) -> None:
        metrics = QFontMetrics(font(SMALL_SIZE))
        widths = column_widths(drawn, metrics)
        small = QFontMetrics(font(TINY_SIZE, QFont.Weight.Medium))
        for column, (meaning, used) in self.across.meanings.items():
            if used and column in widths and not _indents(column, widths, drawn):
                wanted = min(small.horizontalAdvance(meaning) + 10, _MOST_MEANING)
                widths[column] = max(widths[column], wanted)
        for column in range(1, drawn.columns_drawn + 1):
            self.setColumnWidth(column - 1, widths.get(column, _SPACER))
        spans = list(merged(drawn, self.shown.columnCount()))
        taken = {place for box in spans for place in places(box)}
        spans += _overflowing(drawn, widths, self.shown.columnCount(), metrics, taken)
        for top, left, bottom, right in spans[:_MOST_SPANS]:
            self.setSpan(top - 1, left - 1, bottom - top + 1, right - left + 1)
        self.down.setDefaultSectionSize(_ROW)
        heights = row_heights(drawn, widths, spans, metrics)
        for row, height in heights.items():
            self.setRowHeight(row - 1, height)
        self.frozen.take(drawn, spans[:_MOST_SPANS], heights, _ROW)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint whole rows."""
        super().paintEvent(above_foot(event, self))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Take the keyboard, and leave it to the user which cell is looked at."""
        with choosing_nothing(self):
            super().focusInEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the frozen labels in their place, and the chosen cell or figures in sight."""
        super().resizeEvent(event)
        self.frozen.settle()
        self._look_at_figures()
        chosen = self.currentIndex()
        was_seen = 0 <= self.visualRect(chosen).bottom() <= event.oldSize().height()
        if chosen.isValid() and was_seen:  # a banner above takes the sheet's foot away
            across = self.horizontalScrollBar().value()
            self.scrollTo(chosen)
            self.horizontalScrollBar().setValue(across)

    def show_marks(self, kind: str) -> None:
        """Mark the cells of a kind (`drawing.NEW` and so on); none for an empty one."""
        self.delegate.wanted = kind
        self.viewport().update()
        self.frozen.viewport().update()

    def show_place(self, place: Place) -> bool:
        """Choose a cell and bring it into sight; False where it is not drawn."""
        index = self.shown.index_of(place)
        if index.isValid():
            across = self.horizontalScrollBar()
            before, seen = across.value(), self._seen_across(index)
            self.setCurrentIndex(index)
            self.scrollTo(index, QAbstractItemView.ScrollHint.PositionAtCenter)
            if seen:  # no need to move sideways, and the labels stay where they are
                across.setValue(before)
        return index.isValid()

    def _begin_with_a_whole_row(self, chosen: int) -> None:
        """Leave no half row under the headings, and the chosen one in sight."""
        top = self.down.logicalIndexAt(0)
        if top >= 0 and self.down.sectionViewportPosition(top) < 0:
            whole = top if chosen == top else top + 1
            self.verticalScrollBar().setValue(self.down.sectionPosition(whole))

    def scrollTo(  # noqa: N802 - Qt's name
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Bring a cell into sight, from under the frozen labels too."""
        super().scrollTo(index, hint)
        self._begin_with_a_whole_row(index.row())
        box: QRect = self.visualRect(index)
        covered = self.frozen.width() - box.left() if self.frozen.isVisible() else 0
        if covered > 0 and not self.frozen.holds(index.column()):
            across = self.horizontalScrollBar()
            across.setValue(across.value() - covered)

    def _seen_across(self, index: QModelIndex) -> bool:
        box: QRect = self.visualRect(index)
        left = self.frozen.width() if self.frozen.isVisible() else 0
        return box.left() >= left and box.right() <= self.viewport().width()

    def chosen(self) -> Rectangle | None:
        """Give the rectangle that is selected; the current cell where none is."""
        places = [place_at(index) for index in self.selectionModel().selectedIndexes()]
        if not places and self.currentIndex().isValid():
            places = [place_at(self.currentIndex())]
        if not places:
            return None
        rows, columns = [r for r, _ in places], [c for _, c in places]
        return min(rows), min(columns), max(rows), max(columns)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of corrections, by mouse or by the menu key."""
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        if by_key:
            box: QRect = self.visualRect(self.currentIndex())
            self.menu_asked.emit(self.viewport().mapToGlobal(box.bottomLeft()))
            return
        index: QModelIndex = self.indexAt(self.viewport().mapFromGlobal(event.globalPos()))
        if index.isValid() and not self.selectionModel().isSelected(index):
            self.setCurrentIndex(index)
        self.menu_asked.emit(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hand letters on as corrections; Qt would search for them."""
        plain = event.modifiers() in {
            Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier,
        }  # fmt: skip
        nowhere = not self.currentIndex().isValid() and self.shown.drawn.texts
        if nowhere and event.key() in _ARROWS:
            self.show_place(begun_at(self.shown.drawn))
        elif plain and event.text().isalpha():
            self.letter_typed.emit(event.text().upper())
            event.accept()
        else:
            super().keyPressEvent(event)


def headed(drawn: Drawn) -> tuple[int, int]:
    """Give the rows, from 1, of the first heading and of the first figure; zeros without one."""
    first = min((row for row, _ in drawn.figures), default=0)
    above = max(first - _HEADINGS, 1)
    headings = (row for row, _ in drawn.within(RegionKind.HEADING) if row <= first)
    return (min(headings, default=above), first) if first else (0, 0)


def begun_at(drawn: Drawn) -> Place:
    """Give the cell at which the arrow keys begin: what is asked, is odd, or is the first read."""
    for places_ in (drawn.questions, drawn.findings, drawn.figures, drawn.within(RegionKind.LABEL)):
        if found := min(places_, default=None):
            return found
    return min(drawn.texts)


def _indents(column: int, widths: dict[int, int], drawn: Drawn) -> bool:
    """Say whether a column only begins the longest names, and indents the others."""
    return drawn.role(column) is RegionKind.LABEL and widths[column] <= _LEAST_NUMBERS


def column_widths(drawn: Drawn, metrics: QFontMetrics) -> dict[int, int]:
    """Fit each column to its longest number, or to its words up to a limit."""
    numbers: dict[int, str] = defaultdict(str)
    words: dict[int, str] = defaultdict(str)
    heads: dict[int, str] = defaultdict(str)
    for place in drawn.texts:
        if place[0] > _MEASURED_ROWS:
            continue
        text = drawn.text(place)
        longest = numbers if looks_like_number(text) else words
        if longest is words and not _stands_in_table(drawn, place):
            continue
        if longest is words and _is_heading(drawn, place):
            longest = heads
        if len(text) > len(longest[place[1]]):
            longest[place[1]] = text
    widths = {}
    for column in numbers.keys() | words.keys() | heads.keys():
        number = metrics.horizontalAdvance(numbers[column]) + 14 if numbers[column] else 0
        word = metrics.horizontalAdvance(words[column]) + 12 if words[column] else 0
        head = min(metrics.horizontalAdvance(heads[column]) + 10, _MOST_HEADING)
        most = _MOST_NUMBERS if number > _SPACER * 2 else _MOST_WORDS
        least = _LEAST_NUMBERS if number or word else _SPACER
        widths[column] = max(
            min(number, _MOST_NUMBERS), min(word, most), head if heads[column] else 0, least
        )
    return widths


def _is_heading(drawn: Drawn, place: Place) -> bool:
    region = drawn.region(place)
    return region is not None and region.kind is RegionKind.HEADING


def _stands_in_table(drawn: Drawn, place: Place) -> bool:
    """Say whether words should widen their column; titles, notes and what can flow on do not."""
    region = drawn.region(place)
    beside = (place[0], place[1] + 1)
    if region is None:
        return beside in drawn.texts
    if region.kind in {RegionKind.TITLE, RegionKind.NOTE}:
        return False
    after = drawn.region(beside)
    if beside in drawn.texts:
        return True
    if region.kind is RegionKind.LABEL:
        return after is None or after.kind is not RegionKind.LABEL
    return after is not None and after.kind is not region.kind


def merged(drawn: Drawn, columns: int) -> Iterator[Rectangle]:
    """Give the sheet's merged areas, as far as they are drawn."""
    for area in drawn.cells.merged:
        box = rectangle(area)
        if box and box[0] <= drawn.rows and box[1] <= columns:
            cut = (box[0], box[1], min(box[2], drawn.rows), min(box[3], columns))
            if size(cut) > 1:
                yield cut


def _overflowing(
    drawn: Drawn, widths: dict[int, int], columns: int, metrics: QFontMetrics, taken: set[Place]
) -> Iterator[Rectangle]:
    """Let words that are too long run on over the empty cells at their right, as Excel does."""
    for (row, column), text in drawn.texts.items():
        place = (row, column)
        if place in taken or place in drawn.figures or looks_like_number(text):
            continue
        width, last = widths.get(column, _SPACER), column
        if len(text) * _WIDEST_LETTER < width:
            continue
        wanted = metrics.horizontalAdvance(text) + 8
        while width < wanted and last < columns and _free(drawn, (row, last + 1), taken):
            last += 1
            width += widths.get(last, _SPACER)
        if last > column:
            yield (row, column, row, last)


def _free(drawn: Drawn, place: Place, taken: set[Place]) -> bool:
    return place not in drawn.texts and place not in taken


def row_heights(
    drawn: Drawn, widths: dict[int, int], spans: list[Rectangle], metrics: QFontMetrics
) -> dict[int, int]:
    """Make headings high enough for their words; every other row is one line."""
    held = {box[:2]: box for box in spans}
    heights: dict[int, int] = {}
    for place in drawn.within(RegionKind.HEADING):
        top, left, bottom, right = held.get(place, (*place, *place))
        width = sum(widths.get(c, _SPACER) for c in range(left, right + 1)) - 8
        room = QRect(0, 0, max(width, 20), 1000)
        lines = (
            metrics.boundingRect(room, Qt.TextFlag.TextWordWrap, drawn.texts[place]).height()
            / _LINE
        )
        wanted = round(min(lines, _MOST_LINES) * _LINE) + 6 - (bottom - top) * _ROW
        if wanted > heights.get(bottom, _ROW):
            heights[bottom] = wanted
    return heights
