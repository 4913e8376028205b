"""A ranking: a head of columns over painted lines, walked by arrows, chosen by Enter or a click."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
    QVBoxLayout,
    QWidget,
)

from desktop.gui.charts.drawing import drawn
from desktop.gui.fonts import font
from desktop.gui.parts.grid import Index
from desktop.gui.parts.printed_rows import print_rows, rows_height
from desktop.gui.parts.sharing import whole_rows
from desktop.gui.parts.tips import wrapped
from desktop.gui.structure.lines import EMPTY, Kind, Ranked, shared_widths
from desktop.gui.structure.ranking_paint import PAD, measured, paint_mark, rooms_of
from desktop.gui.tokens import LIGHT, SMALL_SIZE, TINY_SIZE, Colours

ROW_HEIGHT = 29
_HEAD_HEIGHT = 24
_ROOM = 24
_NOWHERE = QModelIndex()
# As plain numbers: making an enumeration's member in `data` costs more than all the rest of it.
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_TIP = int(Qt.ItemDataRole.ToolTipRole)
_SPOKEN = int(Qt.ItemDataRole.AccessibleTextRole)


class RankingModel(QAbstractListModel):
    """Holds the lines; what a line's tip says is what is read out."""

    def __init__(self) -> None:
        super().__init__()
        self.ranked = EMPTY

    def show(self, ranked: Ranked) -> None:
        """Show other lines."""
        self.beginResetModel()
        self.ranked = ranked
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self.ranked.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the name, the tip, the line read out."""
        if role == _DISPLAY:
            return self.ranked.heads[index.row()].name
        if role == _TIP:
            return wrapped(self.ranked.lines[index.row()].tip)
        if role == _SPOKEN:
            return self.ranked.lines[index.row()].tip.replace("\n", ", ")
        return None


class RankingDelegate(QStyledItemDelegate):
    """Paints a line, all of its columns."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.colours = LIGHT
        self.row_height = ROW_HEIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every line is equally high."""
        return QSize(100, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        model = index.model()
        assert isinstance(model, RankingModel)
        line = model.ranked.lines[index.row()]
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, QColor(self.colours.primary_soft))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL_SIZE))
        places = shared_widths(model.ranked.columns, box.width())
        rooms = rooms_of(model.ranked.columns, places, box)
        for column, mark, room in zip(model.ranked.columns, line.marks, rooms, strict=True):
            if room.width() > 0:
                paint_mark(painter, column, mark, line, room, self.colours)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # a line of one pixel
        painter.setPen(QColor(self.colours.grid))
        painter.drawLine(box.bottomLeft(), box.bottomRight())


class RankingHead(QWidget):
    """The headings, over their columns."""

    def __init__(self, view: QListView) -> None:
        """Stand over a view, whose width counts."""
        super().__init__()
        self._view = view
        self.ranked = EMPTY
        self.colours = LIGHT
        self.setFixedHeight(_HEAD_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    @property
    def _edge(self) -> int:
        return self._view.viewport().mapTo(self._view, self._view.viewport().rect().topLeft()).x()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Write the headings."""
        self.paint(QPainter(self), self._edge)

    def event(self, event: QEvent) -> bool:
        """Tell a heading in full: it ends in "…" where its column is narrow."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            at = event.pos().x() - self._edge
            places = shared_widths(self.ranked.columns, self._view.viewport().width())
            named = zip(self.ranked.columns, places, strict=True)
            words = ((c.title, c.tip) for c, (x, wide) in named if x <= at < x + wide)
            told = "\n".join(filter(None, next(words, ())))
            QToolTip.showText(event.globalPos(), wrapped(told), self)
            return True
        return super().event(event)

    def paint(self, painter: QPainter, edge: int) -> None:
        """Write the headings from an edge on."""
        painter.setFont(font(TINY_SIZE))
        painter.setPen(QColor(self.colours.muted))
        places = shared_widths(self.ranked.columns, self._view.viewport().width())
        for column, (x, width) in zip(self.ranked.columns, places, strict=True):
            if not width:
                continue
            number = column.kind is Kind.NUMBER
            side = Qt.AlignmentFlag.AlignRight if number else Qt.AlignmentFlag.AlignLeft
            room = width - (2 if number else 1) * PAD  # words may run up to the next column
            box = QRect(edge + x + PAD, 0, room, self.height() - 2)
            fits = painter.fontMetrics().elidedText(
                column.title, Qt.TextElideMode.ElideRight, box.width()
            )
            painter.drawText(box, side | Qt.AlignmentFlag.AlignVCenter, fits)
        painter.setPen(QColor(self.colours.border))
        end = edge + self._view.viewport().width() - 1
        painter.drawLine(edge, self.height() - 1, end, self.height() - 1)


class RankingList(QListView):
    """The lines; wheel, arrow keys, Enter, tips."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = RankingModel()
        self.delegate = RankingDelegate(self)
        self.setModel(self.shown)
        self.setItemDelegate(self.delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        bar = self.verticalScrollBar()  # always there, so that the columns stay where they are
        bar.setEnabled(False)  # and not seen while there is nothing to scroll
        bar.rangeChanged.connect(lambda low, high: bar.setEnabled(high > low))
        self.shown.modelReset.connect(self._share)
        self.empty = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height among the lines anew."""
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Show whole lines: the foot of the last is not cut, and they fill the height."""
        room = self.contentsRect().height()
        high, rest = whole_rows(room, ROW_HEIGHT, self.shown.rowCount())
        self.setViewportMargins(0, 0, 0, rest)
        if high != self.delegate.row_height:
            self.delegate.row_height = high
            self.scheduleDelayedItemsLayout()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Say why there is no line, or none but of what is not told apart."""
        super().paintEvent(event)
        if self.empty and not any(head.code for head in self.shown.ranked.heads):
            painter = QPainter(self.viewport())
            painter.setFont(font(SMALL_SIZE))
            painter.setPen(QColor(self.delegate.colours.muted))
            above = self.shown.rowCount() * self.delegate.row_height
            room = self.viewport().rect().adjusted(_ROOM, above, -_ROOM, 0)
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, int(flags), self.empty)

    def minimumSizeHint(self) -> QSize:
        """Three lines at least; the rest scrolls."""
        return QSize(120, 3 * ROW_HEIGHT)


class Ranking(QWidget):
    """Head and lines. `chosen` gives the code of a line that was clicked or entered."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.list = RankingList()
        self.head = RankingHead(self.list)
        self.setFocusProxy(self.list)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.head)
        layout.addWidget(self.list, 1)
        self.list.clicked.connect(self._choose)
        self.list.activated.connect(self._choose)

    @drawn
    def show_ranked(
        self, ranked: Ranked, colours: Colours, chosen: str = "", empty: str = ""
    ) -> None:
        """Show other lines; that of the chosen code is marked. `empty` says why there is none."""
        ranked = measured(ranked, QFontMetrics(font(SMALL_SIZE)))
        self.list.empty = empty
        codes = [head.code for head in ranked.heads]
        self.list.setAccessibleDescription("" if any(codes) else empty)
        self.list.delegate.colours = self.head.colours = colours
        self.head.ranked = ranked
        self.list.shown.show(ranked)
        if chosen in codes and chosen:
            self.list.setCurrentIndex(self.list.shown.index(codes.index(chosen)))
        self.head.update()

    @property
    def description(self) -> str:
        """The ranking in a sentence: its first line, and how many there are."""
        lines = self.list.shown.ranked.lines
        return f"1/{len(lines)}: {lines[0].tip.replace(chr(10), ', ')}." if lines else ""

    def print_size(self) -> QSize:
        """Head and lines, those out of sight too."""
        width = self.list.viewport().width()
        return QSize(width, _HEAD_HEIGHT + rows_height(self.list))

    def print_on(self, painter: QPainter, colours: Colours) -> None:
        """Draw head and lines in other colours."""
        worn = self.head.colours
        self.list.delegate.colours = self.head.colours = colours
        self.head.paint(painter, 0)
        print_rows(self.list, painter, _HEAD_HEIGHT, self.list.viewport().width())
        self.list.delegate.colours = self.head.colours = worn

    def setAccessibleName(self, name: str) -> None:  # noqa: N802 - Qt's name
        """Name the list, which takes the focus."""
        super().setAccessibleName(name)
        self.list.setAccessibleName(name)

    def _choose(self, index: QModelIndex) -> None:
        code = self.list.shown.ranked.heads[index.row()].code
        if code:
            self.chosen.emit(code)
