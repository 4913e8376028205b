"""What ends in "…" for want of room is told whole where the pointer rests on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QAbstractItemView, QStyledItemDelegate, QStyleOptionViewItem, QToolTip

if TYPE_CHECKING:
    from desktop.gui.parts.grid_model import Index


class WholeTexts(QStyledItemDelegate):
    """Cells of a table; a text that its cell cuts stands before what the cell's tip says."""

    def helpEvent(
        self, event: QHelpEvent, view: QAbstractItemView, option: QStyleOptionViewItem, index: Index
    ) -> bool:
        """Tell the whole text, the tip, or both."""
        if event.type() is not QEvent.Type.ToolTip or not index.isValid():
            return super().helpEvent(event, view, option, index)
        words = told(self, option, index)
        QToolTip.showText(event.globalPos(), words, view.viewport(), option.rect)
        return bool(words)


def told(delegate: QStyledItemDelegate, option: QStyleOptionViewItem, index: Index) -> str:
    """Give a cell's tip, with its text where the cell in `option` has no room for all of it."""
    text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole) or "")
    cut = delegate.sizeHint(option, index).width() > option.rect.width()
    if not cut or text.partition("\n")[0] in tip:
        return tip
    return f"{text}\n{tip}" if tip else text
