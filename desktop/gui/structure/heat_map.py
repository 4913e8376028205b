"""A heat map: names at the left, months across, growth in each cell as shade and as number."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen

from desktop.analysis.structure.wording import REASONS
from desktop.analysis.structure_results import Heat, HeatRow
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.wording import Language, side_by_side
from desktop.gui.charts.drawing import drawn
from desktop.gui.charts.firmness import firm_words
from desktop.gui.fonts import font
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.parts.text import Line, Span
from desktop.gui.structure.shades import GROWTH, hatch_area, ink_on, shade
from desktop.gui.structure.walkable import Spot, Walkable
from desktop.gui.structure.words import BOTH_NEEDED, NameOf, growth_words
from desktop.gui.tokens import SMALL_SIZE, TINY_SIZE, Colours, Tone

_NAMES = 0.3
_HEAD = 18
_GAP = 1.5
_LEAST_ROW, _MOST_ROW = 17, 26


class HeatMap(Walkable):
    """Rows of items (or markets), columns of months; the largest first.

    Enter or a click chooses a row; M, or a click on a month's name, that month.
    """

    month_chosen = Signal(object)  # Month

    def __init__(self) -> None:
        super().__init__()
        self._heat: Heat | None = None
        self._names: tuple[str, ...] = ()
        self._ticks: tuple[str, ...] = ()
        self._words: tuple[tuple[str, ...], ...] = ()
        self._empty = ""

    @drawn
    def draw(self, heat: Heat | None, name_of: NameOf, lang: Language, colours: Colours) -> None:
        """Draw other growths, in a language and a theme."""
        self._heat = heat if heat and heat.rows else None
        self._empty = lang._(BOTH_NEEDED)
        rows = heat.rows if heat else ()
        months = heat.months if heat else ()
        self._names = tuple(name_of(row.code) for row in rows)
        self._ticks = tuple(lang.month_tick(m.number) for m in months)
        self._words = tuple(
            tuple("" if g is None else lang.number(g * 100, 0, sign=True) for g in row.growth)
            for row in rows
        )
        spots = [_spot(r, n, m, name_of, lang) for r in rows for n, m in enumerate(months)]
        self.show_spots(spots, colours, len(months))

    def minimumSizeHint(self) -> QSize:
        """Five rows at least."""
        return QSize(200, _HEAD + 5 * _LEAST_ROW)

    @property
    def _row_height(self) -> float:
        count = max(len(self._names), 1)
        return min(max((self.height() - _HEAD) / count, _LEAST_ROW), _MOST_ROW)

    @property
    def fitting(self) -> int:
        """So many rows have room."""
        return min(int((self.height() - _HEAD) / self._row_height), len(self._names))

    def box(self, number: int) -> QRectF:
        """Where a cell is drawn."""
        row, column = divmod(number, self.across)
        left = self.width() * _NAMES
        width = (self.width() - left) / self.across
        return QRectF(
            left + column * width, _HEAD + row * self._row_height, width, self._row_height
        )

    def walk_to(self, number: int | None) -> None:
        """Go to a cell that is drawn."""
        drawn = self.fitting * self.across
        super().walk_to(None if number is None or not drawn else min(number, drawn - 1))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the month whose name was clicked, or the row."""
        place = self.under(event.position())
        if self._heat and place.y() < _HEAD and place.x() > self.box(0).left():
            heads = (self.box(n) for n in range(self.across))
            at = next((n for n, box in enumerate(heads) if box.left() <= place.x() < box.right()),
                      self.across - 1)  # fmt: skip
            self.month_chosen.emit(self._heat.months[at])
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Choose the month of the cell; walk by the other keys."""
        if event.key() == Qt.Key.Key_M and self._heat and self.current is not None:
            self.month_chosen.emit(self._heat.months[self.current % self.across])
        else:
            super().keyPressEvent(event)

    def paint(self, painter: QPainter) -> None:
        """Draw names, months and cells."""
        painter.setFont(font(SMALL_SIZE))
        painter.setPen(QColor(self.colours.muted))
        if self._heat is None:
            flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.rect().adjusted(24, 0, -24, 0), int(flags), self._empty)
            return
        painter.setFont(font(TINY_SIZE))
        for n, tick in enumerate(self._ticks):
            head = self.box(n).adjusted(0, -_HEAD, 0, 0)
            head.setHeight(_HEAD - 2)
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, tick)
        for row in range(self.fitting):
            self._paint_row(painter, row, self._heat.rows[row])
        if self.current is not None:
            painter.setPen(QPen(QColor(self.colours.text), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.box(self.current).adjusted(_GAP, _GAP, -_GAP, -_GAP))

    def _paint_row(self, painter: QPainter, row: int, held: HeatRow) -> None:
        first = self.box(row * self.across)
        names = QRectF(0, first.top(), first.left() - 8, first.height())
        painter.setFont(font(SMALL_SIZE))
        painter.setPen(QColor(self.colours.text))
        name = painter.fontMetrics().elidedText(
            self._names[row], Qt.TextElideMode.ElideRight, int(names.width())
        )
        painter.drawText(names, Qt.AlignmentFlag.AlignVCenter, name)
        painter.setFont(font(TINY_SIZE))
        estimates = held.statuses or (None,) * len(held.growth)
        for n, (growth, status) in enumerate(zip(held.growth, estimates, strict=True)):
            cell = self.box(row * self.across + n).adjusted(_GAP, _GAP, -_GAP, -_GAP)
            colour = shade(growth, GROWTH, self.colours)
            painter.fillRect(cell, QColor(colour))
            if status is Status.ESTIMATE:
                hatch_area(painter, cell, colour, self.colours)
            painter.setPen(QColor(ink_on(colour, self.colours)))
            painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, self._words[row][n])


def _spot(row: HeatRow, at: int, month: Month, name_of: NameOf, lang: Language) -> Spot:
    head: Line = (Span(name_of(row.code), Tone.PLAIN, bold=True), Span(f" · {lang.month(month)}"))
    why, growth = row.reasons[at], row.growth[at]
    told = growth_words(growth, lang) if growth is not None else ""
    said = told or (lang._(REASONS[why]) if why else "–")
    firm = firm_words(row.statuses[at], row.released[at], lang) if row.statuses else ""
    lines = (head, (Span(said, Tone.PLAIN),), *(((Span(firm, Tone.MUTED),),) if firm else ()))
    return Spot(row.code, lines)


def heat_grid(heat: Heat | None, name_of: NameOf, lang: Language, head: str) -> Grid:
    """Give the same numbers as a table."""
    if heat is None:
        return Grid((head,), ())
    places = side_by_side(row.value for row in heat.rows)
    columns = (head, lang._("bn USD"), *(lang.month_tick(m.number) for m in heat.months))
    rows = tuple(
        (
            Cell(name_of(row.code)),
            Cell("–" if row.value is None else lang.billions(row.value, places)),
            *(
                Cell("–" if g is None else lang.percent(g, sign=True), tip=_tip(row, n, lang))
                for n, g in enumerate(row.growth)
            ),
        )
        for row in heat.rows
    )
    return Grid(columns, rows, of_trade=True)


def _tip(row: HeatRow, at: int, lang: Language) -> str:
    why = row.reasons[at]
    firm = firm_words(row.statuses[at], row.released[at], lang) if row.statuses else ""
    return lang._(REASONS[why]) if why else firm


def has_estimate(heat: Heat | None) -> bool:
    """Say whether any month is an estimate, which the legend explains then."""
    return any(Status.ESTIMATE in row.statuses for row in heat.rows) if heat else False
