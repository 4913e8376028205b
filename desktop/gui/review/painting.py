"""How a sheet's cells and edges are painted: by what each was taken for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPointF, QRect, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QHelpEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
)

from desktop.figures.reading import RegionKind
from desktop.gui.fonts import font
from desktop.gui.parts.grid import Index
from desktop.gui.parts.tips import wrapped
from desktop.gui.review.drawing import ASKED, CHANGED, NEW, ODD, OLDER, RIVAL, SAME
from desktop.gui.review.whole_rows import above_foot
from desktop.gui.tokens import LIGHT, SMALL_SIZE, TINY_SIZE, Colours

if TYPE_CHECKING:
    from desktop.gui.review.drawing import Drawn

_NUMBER = re.compile(r"[-+−(]?\d[\d.,\s]*%?\)?|[-–…]")
_SIDE = 4
_CORNER = 7.0
_LEAST_MEANING = 40
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_WRAPPED = _LEFT | Qt.TextFlag.TextWordWrap
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter
_ELIDE = Qt.TextElideMode.ElideRight
_SELECTED = QStyle.StateFlag.State_Selected
_WORDY = frozenset({RegionKind.HEADING, RegionKind.TITLE, RegionKind.LABEL, RegionKind.NOTE})
FILLS = {
    RegionKind.TITLE: "sheet_title",
    RegionKind.HEADING: "sheet_heading",
    RegionKind.LABEL: "sheet_label",
    RegionKind.VALUE: "sheet_value",
    RegionKind.GROWTH: "sheet_growth",
    RegionKind.NOTE: "sheet_note",
    RegionKind.LEFT_OUT: "card",
}
"""The token that fills a cell, by what the cell was taken for."""
MARKS = {
    NEW: "primary", CHANGED: "sheet_doubt_edge", SAME: "last_year_line", OLDER: "last_year_line",
    RIVAL: "bad", ASKED: "bad", ODD: "sheet_doubt_edge",
}  # fmt: skip
"""The token of the mark in a cell's corner, by how its figure meets the archive."""


def looks_like_number(text: str) -> bool:
    """Say whether a cell's text stands at the right, as numbers do."""
    return _NUMBER.fullmatch(text) is not None


class CellDelegate(QStyledItemDelegate):
    """Paints a cell in one go: no roles are asked, no style is consulted."""

    def __init__(self, view: QTableView) -> None:
        """Belong to a view."""
        super().__init__(view)
        self.drawn: Drawn | None = None
        self.wanted = ""
        self.wear(LIGHT)

    def wear(self, colours: Colours) -> None:
        """Make the inks once: painting makes none."""
        self._fills = {kind: QColor(getattr(colours, name)) for kind, name in FILLS.items()}
        self._card = QColor(colours.card)
        self._doubt, self._edge = QColor(colours.sheet_doubt), QPen(QColor(colours.grid))
        self._ring = QPen(QColor(colours.sheet_doubt_edge), 2)
        self._chosen = QPen(QColor(colours.primary), 2)
        self._wash = QColor(colours.primary)
        self._wash.setAlpha(38)
        self._ink, self._quiet = QPen(QColor(colours.text)), QPen(QColor(colours.muted))
        self._marks = {kind: QBrush(QColor(getattr(colours, n))) for kind, n in MARKS.items()}
        self._plain, self._struck = font(SMALL_SIZE), QFont(font(SMALL_SIZE))
        self._struck.setStrikeOut(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Fill, write, draw the edges and the mark."""
        drawn = self.drawn
        if drawn is None:
            return
        place = (index.row() + 1, index.column() + 1)
        box: QRect = option.rect
        region = drawn.region(place)
        kind = region.kind if region else None
        odd = drawn.finding(place) is not None
        asked = place in drawn.questions
        fill = self._doubt if odd or asked else self._fills[kind] if kind else self._card
        painter.fillRect(box, fill)
        painter.setPen(self._edge)
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if place in drawn.texts:
            self._write(painter, box, drawn.text(place), kind)
        self._finish(painter, box, place, chosen=bool(option.state & _SELECTED))

    def _write(self, painter: QPainter, box: QRect, text: str, kind: RegionKind | None) -> None:
        struck = kind is RegionKind.LEFT_OUT
        painter.setFont(self._struck if struck else self._plain)
        painter.setPen(self._quiet if struck or kind is None else self._ink)
        room = box.adjusted(_SIDE, 0, -_SIDE, 0)
        number = kind not in _WORDY and looks_like_number(text)
        if number:
            painter.drawText(room, _RIGHT, text)
        elif box.height() > 30:
            painter.drawText(room, _WRAPPED, text)
        else:
            painter.drawText(
                room, _LEFT, painter.fontMetrics().elidedText(text, _ELIDE, room.width())
            )

    def _finish(
        self, painter: QPainter, box: QRect, place: tuple[int, int], *, chosen: bool
    ) -> None:
        drawn = self.drawn
        assert drawn is not None
        if chosen:
            painter.fillRect(box, self._wash)
        if place in drawn.questions:
            painter.setPen(self._ring)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -1, -1))
        if self.wanted and drawn.mark(place, self.wanted):
            corner = QPointF(box.right() + 1, box.top())
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._marks[self.wanted])
            painter.drawPolygon(
                QPolygonF([corner, corner - QPointF(_CORNER, 0), corner + QPointF(0, _CORNER)])
            )


class SheetEdge(QHeaderView):
    """The workbook's own letters or numbers; under a letter, what its column was read as."""

    def __init__(self, orientation: Qt.Orientation) -> None:
        """Take a side of the sheet."""
        super().__init__(orientation)
        self._across = orientation == Qt.Orientation.Horizontal
        self.hidden: frozenset[int] = frozenset()
        self.meanings: dict[int, tuple[str, bool]] = {}
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.wear(LIGHT)

    def wear(self, colours: Colours) -> None:
        """Make the inks once."""
        self._shade, self._quiet = QColor(colours.shade), QPen(QColor(colours.muted))
        self._edge, self._warn = QPen(QColor(colours.border)), QPen(QColor(colours.warn))
        self._said = QPen(QColor(colours.primary))
        self._hatch = QBrush(QColor(colours.track), Qt.BrushStyle.BDiagPattern)
        self._letter, self._meaning = font(TINY_SIZE), font(TINY_SIZE, QFont.Weight.Medium)

    def paintSection(self, painter: QPainter, box: QRect, section: int) -> None:  # noqa: N802 - Qt's name
        """Paint one letter or number; a hidden row or column is hatched."""
        hidden = section + 1 in self.hidden
        painter.fillRect(box, self._shade)
        if hidden:
            painter.fillRect(box, self._hatch)
        painter.setPen(self._edge)
        painter.drawLine(box.topRight(), box.bottomRight())
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        painter.setPen(self._warn if hidden else self._quiet)
        painter.setFont(self._letter)
        name = str(self.model().headerData(section, self.orientation()))
        meaning, used = self.meanings.get(section + 1, ("", False))
        if not (self._across and self.meanings):
            painter.drawText(box, _CENTRE, name)
            return
        half = box.height() // 2
        painter.drawText(box.adjusted(0, 0, 0, -half), _CENTRE, name)
        if box.width() < _LEAST_MEANING:
            return
        painter.setFont(self._meaning)
        painter.setPen(self._said if used else self._quiet)
        room = box.adjusted(_SIDE, half - 2, -_SIDE, -1)
        side = (
            _CENTRE if painter.fontMetrics().horizontalAdvance(meaning) <= room.width() else _LEFT
        )
        fits = painter.fontMetrics().elidedText(meaning, _ELIDE, room.width())
        painter.drawText(room, side, fits)

    def viewportEvent(self, event: QEvent) -> bool:
        """Tell in the tip what a column was read as, where its words are cut."""
        if not isinstance(event, QHelpEvent) or event.type() is not QEvent.Type.ToolTip:
            return super().viewportEvent(event)
        section = self.logicalIndexAt(event.pos())
        meaning, _ = self.meanings.get(section + 1, ("", False))
        room = self.sectionSize(section) - 2 * _SIDE
        cut = QFontMetrics(self._meaning).horizontalAdvance(meaning) > room
        QToolTip.showText(event.globalPos(), wrapped(meaning) if cut else "", self)
        return True


class RowNumbers(SheetEdge):
    """The numbers of the rows that their sheet shows whole."""

    def __init__(self, sheet: QTableView) -> None:
        """Number a sheet's rows."""
        super().__init__(Qt.Orientation.Vertical)
        self._sheet = sheet

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the numbers of whole rows."""
        super().paintEvent(above_foot(event, self._sheet))
