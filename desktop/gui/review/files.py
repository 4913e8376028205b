"""The list of files under review: each with its mark, its month and what it would bring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.figures.wording import Language
from desktop.gui.fonts import font
from desktop.gui.icons import pixmap
from desktop.gui.parts.grid import Index
from desktop.gui.tokens import LIGHT, SMALL_SIZE, TINY_SIZE, Colours, Tone

if TYPE_CHECKING:
    from desktop.workflow import Preview

_HEIGHT = 50
_ICON = 16
_NOWHERE = QModelIndex()


def mark(preview: Preview) -> tuple[str, Tone]:
    """Give a file's icon and tone: refused, in already, with doubts, or good."""
    if preview.reading.refused:
        return "error", Tone.BAD
    if preview.comparison.already is not None:
        return "note", Tone.SECONDARY
    doubtful = any(not c.agrees for c in preview.reading.checks) or preview.reading.errors
    return ("warning", Tone.WARN) if doubtful else ("check", Tone.GOOD)


def summary(preview: Preview, lang: Language) -> str:
    """Say in a few words what a file would bring."""
    if preview.reading.refused:
        return lang._("cannot be read")
    if preview.comparison.already is not None:
        return lang._("in the archive already")
    held = preview.comparison
    parts = [lang._("{count} new", count=lang.number(held.new))] if held.new else []
    if held.changed:
        parts.append(lang._("{count} changed", count=lang.number(len(held.changed))))
    return " · ".join(parts) or lang._("nothing new")


class FilesModel(QAbstractListModel):
    """Holds the previews."""

    def __init__(self) -> None:
        super().__init__()
        self.previews: tuple[Preview, ...] = ()
        self.lang: Language | None = None

    def show(self, previews: Sequence[Preview], lang: Language) -> None:
        """Hold others."""
        self.beginResetModel()
        self.previews, self.lang = tuple(previews), lang
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the files."""
        return 0 if parent.isValid() else len(self.previews)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the name, and what is read out."""
        preview = self.previews[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.ToolTipRole:
                return preview.path.name
            case Qt.ItemDataRole.AccessibleTextRole if self.lang:
                return f"{preview.path.name}: {summary(preview, self.lang)}"
        return None


class FilesDelegate(QStyledItemDelegate):
    """Draws a file's mark, name and summary."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.colours: Colours = LIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every line is equally high."""
        return QSize(120, _HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one file."""
        model = index.model()
        assert isinstance(model, FilesModel)
        if model.lang is None:
            return
        preview = model.previews[index.row()]
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.primary_soft))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        picture, tone = mark(preview)
        place = box.adjusted(10, (_HEIGHT - _ICON) // 2, 0, 0).topLeft()
        painter.drawPixmap(place, pixmap(picture, self.colours.of(tone), _ICON, 2))
        text = box.adjusted(34, 8, -6, -8)
        self._write(painter, preview.path.name, text, SMALL_SIZE, self.colours.text, top=True)
        words = summary(preview, model.lang)
        self._write(painter, words, text, TINY_SIZE, self.colours.muted, top=False)

    def _write(
        self, painter: QPainter, text: str, box: QRect, size: int, colour: str, *, top: bool
    ) -> None:
        weight = QFont.Weight.Medium if top else QFont.Weight.Normal
        painter.setFont(font(size, weight))
        painter.setPen(QColor(colour))
        fits = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, box.width())
        side = Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignBottom
        painter.drawText(box, side | Qt.AlignmentFlag.AlignLeft, fits)


class FilesList(QListView):
    """The files; choosing one shows it."""

    def __init__(self) -> None:
        super().__init__()
        self.shown = FilesModel()
        self._delegate = FilesDelegate(self)
        self.setModel(self.shown)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_files(self, previews: Sequence[Preview], lang: Language, colours: Colours) -> None:
        """Show other files; the chosen place is kept."""
        row = max(self.currentIndex().row(), 0)
        self._delegate.colours = colours
        self.shown.show(previews, lang)
        if previews:
            self.setCurrentIndex(self.shown.index(min(row, len(previews) - 1)))
        self.setAccessibleName(lang._("Files"))
