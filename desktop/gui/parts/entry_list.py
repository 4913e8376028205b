"""A list of sentences, each with its picture: wrapped, and none of its lines cut in half."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QIcon, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.gui.parts.filling import filled

_PICTURE, _APART, _SIDE, _OVER = 16, 8, 6, 3
"""Pixels: a picture, from it to the words, from either side, and above and below them."""
_BESIDE = _SIDE + _PICTURE + _APART + _SIDE
_MOST_LINES = 40


class _Entry(QStyledItemDelegate):
    """Draws the picture beside the first line; what has no room ends in dots."""

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        self.initStyleOption(option, index)
        held = option.widget
        assert isinstance(held, EntryList)
        width = held.viewport().width() - 2 * held.spacing()
        line = QFontMetrics(option.font).lineSpacing()
        of = (option.text, max(width - _BESIDE, 1), line * _MOST_LINES, False)
        laid = filled(of, option.font).layout
        return QSize(width, max(laid.lineCount(), 1) * line + 2 * _OVER)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        self.initStyleOption(option, index)
        text, picture, held = option.text, QIcon(option.icon), option.widget
        option.text, option.icon = "", QIcon()
        assert isinstance(held, EntryList)
        held.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, held)
        line = QFontMetrics(option.font).lineSpacing()
        inside = option.rect.adjusted(_SIDE, _OVER, -_SIDE, -_OVER)
        seen = held.viewport().height() - inside.top()
        high = inside.height() if seen >= inside.height() else seen // line * line
        if high < line:
            return
        top = inside.top() + (line - _PICTURE) // 2
        picture.paint(painter, QRect(inside.left(), top, _PICTURE, _PICTURE))
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        painter.setPen(option.palette.color(QPalette.ColorGroup.Active, role))
        wide = max(option.rect.width() - _BESIDE, 1)
        laid = filled((text, wide, high, True), option.font).layout
        laid.draw(painter, QPointF(inside.left() + _PICTURE + _APART, inside.top()))


class EntryList(QListWidget):
    """Lists sentences; a long one is wrapped, the last that is seen ends with a whole line."""

    def __init__(self, look: str = "") -> None:
        """Start empty, in a look of the style sheet."""
        super().__init__()
        if look:
            self.setProperty("look", look)
        self.setItemDelegate(_Entry(self))
        self.setWordWrap(True)
        self.setSpacing(2)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalScrollBar().setSingleStep(self.fontMetrics().lineSpacing())
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_entries(self, entries: Iterable[tuple[QIcon, str]]) -> None:
        """Show other sentences, each with its picture; nobody is told of another choice."""
        self.blockSignals(True)
        self.clear()
        for picture, words in entries:
            self.addItem(QListWidgetItem(picture, words))
        self.blockSignals(False)
