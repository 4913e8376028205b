"""The list of what was found: icon, name, the name in the other language, its kind or its keys."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.figures.wording import Language, language
from desktop.gui.fonts import font
from desktop.gui.icons import pixmap
from desktop.gui.lookup.entries import KIND_WORDS, Entry, Kind
from desktop.gui.tokens import GAP, LIGHT, SMALL_SIZE, Colours

_OTHER = {"vi": "en", "en": "vi"}
_NAMED = frozenset({Kind.MARKET, Kind.ITEM, Kind.BLOC, Kind.GROUP})
"""Entries that people know by the name in the other language, too."""
_NOWHERE = QModelIndex()
_ROW, _SIDE, _ICON = 34, 12, 16
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
Index = QModelIndex | QPersistentModelIndex


class FoundModel(QAbstractListModel):
    """Entries in the language of the window."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.entries: tuple[Entry, ...] = ()
        self.lang = language("vi")

    def show(self, entries: Sequence[Entry], lang: Language) -> None:
        """Show other entries."""
        self.beginResetModel()
        self.entries, self.lang = tuple(entries), lang
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the entries."""
        return 0 if parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give an entry's name, and how it is read out."""
        entry = self.entries[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return entry.title(self.lang.code)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self.spoken(index.row())
        return None

    def spoken(self, row: int) -> str:
        """Read an entry out: "United States, Market"."""
        entry = self.entries[row]
        said = (entry.title(self.lang.code), self.lang._(KIND_WORDS[entry.kind]), entry.keys)
        return ", ".join(part for part in said if part)


class _Painter(QStyledItemDelegate):
    """Draws an entry on one line; what does not fit is cut from the name's end."""

    def __init__(self, model: FoundModel) -> None:
        super().__init__()
        self._model = model
        self.colours = LIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(200, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colours, entry = self.colours, self._model.entries[index.row()]
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.primary_soft))
            painter.drawRoundedRect(rect.adjusted(4, 1, -4, -1), 6, 6)
        ink = colours.primary if chosen else colours.secondary
        drawn = pixmap(entry.icon, ink, _ICON, painter.device().devicePixelRatioF())
        painter.drawPixmap(rect.left() + _SIDE, rect.center().y() - _ICON // 2 + 1, drawn)
        room = rect.adjusted(_SIDE + _ICON + GAP, 0, -_SIDE, 0)
        self._write(painter, room, entry, chosen=chosen)
        painter.restore()

    def _write(self, painter: QPainter, room: QRect, entry: Entry, *, chosen: bool) -> None:
        lang, colours = self._model.lang, self.colours
        kind = lang._(KIND_WORDS[entry.kind])
        aside = f"{kind}   {entry.keys}" if entry.keys else kind
        used = _draw(painter, room, aside, font(SMALL_SIZE), colours.muted, _RIGHT)
        room.setRight(room.right() - used - GAP)
        strong = font(weight=QFont.Weight.DemiBold if chosen else QFont.Weight.Medium)
        title = entry.title(lang.code)
        room.setLeft(room.left() + _draw(painter, room, title, strong, colours.text, _LEFT) + 10)
        other = entry.title(_OTHER[lang.code])
        if entry.kind in _NAMED and other.casefold() != title.casefold():
            _draw(painter, room, other, font(SMALL_SIZE), colours.muted, _LEFT)


def _draw(
    painter: QPainter, room: QRect, text: str, face: QFont, ink: str, side: Qt.AlignmentFlag
) -> int:
    """Write a text, cut to the room; give the width that it took."""
    metrics = QFontMetrics(face)
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, max(0, room.width()))
    painter.setFont(face)
    painter.setPen(QColor(ink))
    painter.drawText(room, side, shown)
    return metrics.horizontalAdvance(shown)


class FoundList(QListView):
    """Shows entries; the keyboard stays with the field above it, which moves the choice here."""

    def __init__(self) -> None:
        super().__init__()
        self.found = FoundModel()
        self._painter = _Painter(self.found)
        self.setModel(self.found)
        self.setItemDelegate(self._painter)
        self.setProperty("look", "found")
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.entered.connect(self.setCurrentIndex)

    def show_found(self, entries: Sequence[Entry], lang: Language, colours: Colours) -> None:
        """Show other entries, the first of them chosen."""
        self._painter.colours = colours
        self.found.show(entries, lang)
        self.setCurrentIndex(self.found.index(0, 0))
        self.scrollToTop()

    def height_of(self, rows: int) -> int:
        """Give the height of so many rows."""
        return rows * _ROW + 2 * self.frameWidth()

    @property
    def chosen(self) -> Entry | None:
        """The entry that is chosen."""
        row = self.currentIndex().row()
        return self.found.entries[row] if 0 <= row < len(self.found.entries) else None

    def step(self, by: int, *, around: bool = False) -> None:
        """Choose the entry so many rows on."""
        count = len(self.found.entries)
        if count:
            row = self.currentIndex().row() + by
            row = row % count if around else min(max(row, 0), count - 1)
            self.setCurrentIndex(self.found.index(row, 0))
