"""What ends in "…" for want of room is told whole where the pointer rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolTip,
)

from desktop.gui.parts.short_names import fitting
from desktop.gui.parts.tips import wrapped

if TYPE_CHECKING:
    from desktop.gui.parts.grid_model import GridModel, Index


class WholeTexts(QStyledItemDelegate):
    """Cells of a table; a text that its cell cuts stands before what the cell's tip says."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Leave a verdict its colour in a chosen row; quieter inks could not be read there."""
        super().initStyleOption(option, index)
        if option.state & QStyle.StateFlag.State_Selected:
            model = cast("GridModel", index.model())
            option.palette.setColor(QPalette.ColorRole.HighlightedText, model.chosen_ink(index))

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tell the whole text, the tip, or both."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = told(self, option, index)
        QToolTip.showText(event.globalPos(), wrapped(words), view.viewport(), option.rect)
        return bool(words)


class ShortNames(WholeTexts):
    """Names of goods and markets: one that its cell would cut is written as the offices do."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Ask for the room of the whole name."""
        anywhere = QStyleOptionViewItem(option)
        anywhere.rect = QRect()
        return super().sizeHint(anywhere, index)

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        """Shorten what is painted where the room is known."""
        super().initStyleOption(option, index)
        if option.rect.width() > 0:
            view = option.widget
            style, part = view.style(), QStyle.SubElement.SE_ItemViewItemText
            margin = style.pixelMetric(QStyle.PixelMetric.PM_FocusFrameHMargin, None, view) + 1
            room = style.subElementRect(part, option, view).width() - 2 * margin
            option.text = fitting(option.text, room, option.fontMetrics)


def told(delegate: QStyledItemDelegate, option: QStyleOptionViewItem, index: Index) -> str:
    """Give a cell's tip, with its text where the cell in `option` has no room for all of it."""
    text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
    cut = delegate.sizeHint(option, index).width() > option.rect.width()
    if not cut or text.partition("\n")[0] in tip:
        return tip
    return f"{text}\n{tip}" if tip else text
