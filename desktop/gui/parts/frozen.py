"""A table whose names stay in sight: its first column is painted over what scrolls beneath it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QModelIndex, QPoint, QPointF, QRect, Qt
from PySide6.QtGui import QColor, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from desktop.gui.parts.tips import wrapped

if TYPE_CHECKING:
    from desktop.gui.parts.grid_model import Index
    from desktop.gui.tokens import Colours

MOST_SHARE, LEAST_NAMES = 0.42, 80
"""Of a view's width, what names may take that stay in sight; and pixels that they always may."""
_NEARER = QAbstractItemView.ScrollHint.EnsureVisible


class NamedTable(QTableView):
    """Its first column stays at the left while the others are scrolled sideways.

    It does so in the table itself: pointing, tips, menus and screen readers find the name where it
    is seen, and a table that is not scrolled costs nothing.
    """

    def __init__(self) -> None:
        """Start unscrolled."""
        super().__init__()
        self.named = True
        self._ground, self._rule = QColor(Qt.GlobalColor.white), QColor(Qt.GlobalColor.lightGray)
        head = _Head(self)
        head.setSectionsClickable(True)
        self.setHorizontalHeader(head)

    @property
    def kept(self) -> int:
        """Pixels at the left that the names take; 0 where they stand in their own place."""
        if not self.named or not self.horizontalScrollBar().value():
            return 0
        most = max(int(self.viewport().width() * MOST_SHARE), LEAST_NAMES)
        return min(self.columnWidth(0), most)

    def ground(self, colours: Colours) -> None:
        """Paint the names on what lies behind the table."""
        self._ground, self._rule = QColor(colours.card), QColor(colours.border)

    def cover(self, painter: QPainter, box: QRect) -> None:
        """Cover what was scrolled beneath the names, up to the hairline where it goes there."""
        painter.fillRect(box, self._ground)
        painter.fillRect(box.right(), box.top(), 1, box.height(), self._rule)

    def indexAt(self, pos: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """Find the name that is painted over another cell."""
        if 0 <= pos.x() < self.kept:
            return self.model().index(self.rowAt(pos.y()), 0)
        return super().indexAt(pos)

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's name
        """Say where a name is seen."""
        box: QRect = super().visualRect(index)
        kept = self.kept if index.column() == 0 else 0
        return QRect(0, box.y(), kept, box.height()) if kept else box

    def scrollTo(self, index: Index, hint: QAbstractItemView.ScrollHint = _NEARER) -> None:  # noqa: N802 - Qt's name
        """Bring a cell out from beneath the names; a name is in sight sideways wherever it is."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        if not self.named:
            return
        if index.column() == 0:
            bar.setValue(before)
        elif (beneath := self.kept - self.columnViewportPosition(index.column())) > 0:
            bar.setValue(bar.value() - beneath)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go back to the first columns by Home, or by going left as far as to the name."""
        super().keyPressEvent(event)
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_Left) and not self.currentIndex().column():
            self.horizontalScrollBar().setValue(0)

    def scrollContentsBy(self, dx: int, dy: int) -> None:  # noqa: N802 - Qt's name
        """Paint anew what was scrolled along with the rest and should have stayed."""
        super().scrollContentsBy(dx, dy)
        if dx and self.named:
            high = self.viewport().height()
            self.viewport().update(0, 0, self.columnWidth(0) + abs(dx), high)
            self.horizontalHeader().viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the names last."""
        super().paintEvent(event)
        kept = self.kept
        if not kept or event.rect().left() >= kept:
            return
        painter = QPainter(self.viewport())
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        plain = option.state
        first, last = self.rowAt(event.rect().top()), self.rowAt(event.rect().bottom())
        rows = self.model().rowCount()
        for row in range(max(first, 0), (last if last >= 0 else rows - 1) + 1):
            index = self.model().index(row, 0)
            option.rect = QRect(0, self.rowViewportPosition(row), kept, self.rowHeight(row))
            option.state = plain | self._state(index)
            self.cover(painter, option.rect)
            option.rect = option.rect.adjusted(0, 0, -1, 0)
            self.itemDelegateForIndex(index).paint(painter, option, index)
        painter.end()

    def _state(self, index: QModelIndex) -> QStyle.StateFlag:
        state = QStyle.StateFlag.State_None
        if self.selectionModel().isSelected(index):
            state |= QStyle.StateFlag.State_Selected
        if self.hasFocus() and index == self.currentIndex():
            state |= QStyle.StateFlag.State_HasFocus
        return state


class _Head(QHeaderView):
    """The headings of a table whose first column stays."""

    def __init__(self, table: NamedTable) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the heading of the names last."""
        super().paintEvent(event)
        if kept := self._table.kept:
            painter = QPainter(self.viewport())
            box = QRect(0, 0, kept, self.viewport().height())
            self._table.cover(painter, box)
            self.paintSection(painter, box.adjusted(0, 0, -1, 0), 0)
            painter.end()

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell the heading that is seen."""
        asked = isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip
        if not asked or not self._over_names(QPointF(cast("QHelpEvent", event).pos())):
            return super().viewportEvent(event)
        words = self.model().headerData(0, self.orientation(), Qt.ItemDataRole.ToolTipRole)
        QToolTip.showText(cast("QHelpEvent", event).globalPos(), wrapped(str(words or "")), self)
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Drag no edge that lies unseen beneath the names."""
        if not self._over_names(event.position()):
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show no hand for such an edge."""
        if event.buttons() or not self._over_names(event.position()):
            super().mouseMoveEvent(event)
        else:
            self.unsetCursor()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Fit no column that is not seen."""
        if not self._over_names(event.position()):
            super().mouseDoubleClickEvent(event)

    def _over_names(self, at: QPointF) -> bool:
        return 0 <= at.x() < self._table.kept
