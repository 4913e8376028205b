"""The list of files under review: each with its mark, its month and what it would bring."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.figures.harmless import on_one_line
from desktop.figures.wording import Language
from desktop.gui.fonts import font
from desktop.gui.icons import pixmap
from desktop.gui.parts.grid import Index
from desktop.gui.parts.tips import wrapped
from desktop.gui.review.asking import questions_of
from desktop.gui.tokens import LIGHT, SMALL_SIZE, TINY_SIZE, Colours, Tone

if TYPE_CHECKING:
    from desktop.workflow import Preview

_HEIGHT = 64
_ICON = 16
_NOWHERE = QModelIndex()


class FileState(StrEnum):
    """How a file under review stands."""

    READY = "ready"
    DOUBTFUL = "doubtful"
    ASKS = "asks"
    LATER = "later"
    HELD = "held"
    REFUSED = "refused"


MARKS = {
    FileState.READY: ("check", Tone.GOOD),
    FileState.DOUBTFUL: ("warning", Tone.WARN),
    FileState.ASKS: ("ask", Tone.BAD),
    FileState.LATER: ("later", Tone.MUTED),
    FileState.HELD: ("note", Tone.SECONDARY),
    FileState.REFUSED: ("error", Tone.BAD),
}
"""A state's icon and tone."""


@dataclass(frozen=True, slots=True)
class FileSeen:
    """A file under review and how it stands."""

    preview: Preview
    state: FileState


def state_of(preview: Preview, *, later: bool = False, waived: bool = False) -> FileState:
    """Say how a file stands; `waived` where its open questions are left open on purpose."""
    if preview.comparison.already is not None:
        return FileState.HELD
    if later:
        return FileState.LATER
    if not waived and any(q.needed for q in questions_of(preview)):
        return FileState.ASKS
    if preview.reading.refused:
        return FileState.REFUSED
    doubtful = any(not c.agrees for c in preview.checks) or preview.reading.errors
    return FileState.DOUBTFUL if doubtful else FileState.READY


def is_same(preview: Preview, other: Preview | None) -> bool:
    """Say whether a file is the same, byte for byte, as it was when it was read before."""
    return other is not None and preview.reading.content_hash == other.reading.content_hash


def summary(seen: FileSeen, lang: Language) -> str:
    """Say in a few words what a file would bring, or what it waits for."""
    match seen.state:
        case FileState.REFUSED:
            return lang._("cannot be read")
        case FileState.HELD:
            return lang._("in the archive already")
        case FileState.LATER:
            return lang._("decided later")
        case FileState.ASKS:
            needed = sum(q.needed for q in questions_of(seen.preview))
            return lang.plural("{count} decision needed", "{count} decisions needed", needed)
    held = seen.preview.comparison
    parts = [lang._("{count} new", count=lang.number(held.new))] if held.new else []
    if held.changed:
        parts.append(lang._("{count} changed", count=lang.number(len(held.changed))))
    return " · ".join(parts) or lang._("nothing new")


class FilesModel(QAbstractListModel):
    """Holds the files."""

    def __init__(self) -> None:
        super().__init__()
        self.files: tuple[FileSeen, ...] = ()
        self.lang: Language | None = None

    def show(self, files: Sequence[FileSeen], lang: Language) -> None:
        """Hold others."""
        self.beginResetModel()
        self.files, self.lang = tuple(files), lang
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the files."""
        return 0 if parent.isValid() else len(self.files)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the name, and what is read out."""
        seen = self.files[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return seen.preview.path.name
            case Qt.ItemDataRole.ToolTipRole if self.lang:
                return wrapped(f"{on_one_line(seen.preview.path.name)}\n{summary(seen, self.lang)}")
            case Qt.ItemDataRole.AccessibleTextRole if self.lang:
                return f"{seen.preview.path.name}: {summary(seen, self.lang)}"
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
        seen = model.files[index.row()]
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self.colours.primary_soft))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 7, 7)
        picture, tone = MARKS[seen.state]
        place = box.adjusted(10, (_HEIGHT - _ICON) // 2, 0, 0).topLeft()
        painter.drawPixmap(place, pixmap(picture, self.colours.of(tone), _ICON, 2))
        text = box.adjusted(34, 0, -6, 0)
        beneath = self._name(painter, on_one_line(seen.preview.path.stem), text)
        words = summary(seen, model.lang)
        asks = seen.state in {FileState.ASKS, FileState.REFUSED}
        ink = self.colours.bad if asks else self.colours.muted
        painter.setFont(font(TINY_SIZE))
        painter.setPen(QColor(ink))
        fits = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, text.width())
        painter.drawText(beneath, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft, fits)

    def _name(self, painter: QPainter, name: str, box: QRect) -> QRect:
        """Write a name in up to two lines, and give the place beneath it.

        Files of a month often differ in their last letters alone.
        """
        painter.setFont(font(SMALL_SIZE, QFont.Weight.Medium))
        painter.setPen(QColor(self.colours.text))
        high = painter.fontMetrics().lineSpacing()
        lines = two_lines(name, painter.fontMetrics(), box.width())
        top = box.adjusted(0, (_HEIGHT - (len(lines) + 1) * high) // 2, 0, 0)
        for line in lines:
            painter.drawText(top, Qt.AlignmentFlag.AlignTop, line)
            top = top.adjusted(0, high, 0, 0)
        return top


def two_lines(text: str, metrics: QFontMetrics, width: int) -> tuple[str, ...]:
    """Break a text so that two lines hold it; what the second cannot hold is cut from its middle.

    It breaks behind a blank or a sign where one stands in the line's last third, else anywhere.
    """
    fits = next((n for n in range(len(text), 0, -1)
                 if metrics.horizontalAdvance(text[:n]) <= width), 1)  # fmt: skip
    if fits == len(text):
        return (text,)
    signs = [
        n for n in range(max(fits * 2 // 3, 1), fits + 1)
        if text[n - 1 : n + 1].endswith("(") or not (text[n - 1].isalnum() or text[n - 1] == "(")
    ]  # fmt: skip
    cut = max(signs, default=fits)
    rest = metrics.elidedText(text[cut:].lstrip(), Qt.TextElideMode.ElideMiddle, width)
    return text[:cut], rest


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

    def show_files(self, files: Sequence[FileSeen], lang: Language, colours: Colours) -> None:
        """Show other files; the chosen place is kept."""
        row = max(self.currentIndex().row(), 0)
        self._delegate.colours = colours
        self.shown.show(files, lang)
        if files:
            self.setCurrentIndex(self.shown.index(min(row, len(files) - 1)))
        self.setAccessibleName(lang._("Files"))

    def choose_next(self, wanted: Sequence[bool], by: int) -> None:
        """Choose the next file that is wanted, round and round; stay where there is no other."""
        at, count = self.currentIndex().row(), len(wanted)
        turns = ((at + by * step) % count for step in range(1, count))
        if (found := next((place for place in turns if wanted[place]), None)) is not None:
            self.setCurrentIndex(self.shown.index(found))
