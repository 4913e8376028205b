"""The ranking of what carries and what drags the growth: one drawn line for each item or market."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, cast

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from desktop.analysis.inside_wording import apart_told
from desktop.analysis.results import Contribution
from desktop.analysis.wording import ORIGINS
from desktop.figures.figure import Status
from desktop.figures.wording import Language, side_by_side
from desktop.gui.charts.drawing import drawn
from desktop.gui.charts.firmness import firm_words
from desktop.gui.overview.contribution_heads import GROWTH, HEAD, POINTS, VALUE, paint_heads
from desktop.gui.overview.kpis import change, small_or_not
from desktop.gui.parts.fitted import fitted
from desktop.gui.parts.grid import Index
from desktop.gui.parts.inks import ink
from desktop.gui.parts.printed_rows import print_rows, rows_height
from desktop.gui.parts.sharing import whole_rows
from desktop.gui.parts.tips import wrapped
from desktop.gui.parts.written import write_at
from desktop.gui.structure.ranking_paint import paint_bar
from desktop.gui.structure.words import NOTED
from desktop.gui.tokens import LIGHT, Colours, Tone

ROW_HEIGHT = 32
_BAR_HEIGHT = 5
_LONGEST_BAR = 0.92
_NOWHERE = QModelIndex()
_IN_THE_MIDDLE = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
_SELECTED = QStyle.StateFlag.State_Selected.value
_Box = tuple[int, int, int, int]
NameOf = Callable[[str], str]


class ContributionModel(QAbstractListModel):
    """Holds contributions; the whole line is the accessible text."""

    def __init__(self) -> None:
        super().__init__()
        self.contributions: tuple[Contribution, ...] = ()
        self.lang: Language | None = None
        self.name_of: NameOf = str
        self.longest, self.largest = 1.0, 0.0

    def show(self, contributions: Sequence[Contribution], name_of: NameOf, lang: Language) -> None:
        """Show others; the longest bar is the largest contribution of all of them."""
        before = len(self.contributions)
        if before != len(contributions):
            self.beginResetModel()
        self.contributions, self.name_of, self.lang = tuple(contributions), name_of, lang
        sizes = (abs(c.contribution) for c in contributions if c.contribution is not None)
        self.longest = max(sizes, default=0.0) or 1.0
        self.largest = max((abs(c.value) for c in contributions), default=0.0)
        if before != len(contributions):
            self.endResetModel()
        elif before:
            self.dataChanged.emit(self.index(0), self.index(before - 1))

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Count the lines."""
        return 0 if parent.isValid() else len(self.contributions)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Give the name, the tip, the line read out."""
        if self.lang is None:
            return None
        held = self.contributions[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.name_of(held.code)
            case Qt.ItemDataRole.ToolTipRole:
                return wrapped(tip(held, self.name_of(held.code), self.lang))
            case Qt.ItemDataRole.AccessibleTextRole:
                return tip(held, self.name_of(held.code), self.lang).replace("\n", ", ")
        return None


def tip(held: Contribution, name: str, lang: Language) -> str:
    """Tell all that is known of a contribution, line by line."""
    lines = [
        name,
        lang._("{amount} bn USD", amount=lang.billions(held.value, side_by_side((held.value,)))),
    ]
    if held.origin:
        lines[1] += f" · {lang._(ORIGINS[held.origin])}"
    if held.growth is not None:
        lines.append(lang._("growth {change} (recomputed)", change=change(lang, held.growth)))
    if held.growth_printed is not None:
        lines.append(
            lang._("growth {change} (as printed)", change=change(lang, held.growth_printed))
        )
    if held.share is not None:
        lines.append(lang._("{share} of exports", share=lang.percent(held.share)))
    if held.contribution is not None:
        lines.append(lang._("{points} points of growth", points=lang.points(held.contribution, 2)))
    lines.append(firm_words(held.status, held.source.reported_on if held.source else "", lang))
    if held.source:
        lines.append(str(held.source))
    lines.extend(apart_told(apart, lang) for apart in held.apart)
    return "\n".join(lines)


class ContributionDelegate(QStyledItemDelegate):
    """Draws name over bar, value, growth, points."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self.colours = LIGHT
        self.row_height = ROW_HEIGHT

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Every line is equally high."""
        return QSize(200, self.row_height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        model = index.model()
        assert isinstance(model, ContributionModel)
        if model.lang is None:
            return
        held = model.contributions[index.row()]
        state: QStyle.StateFlag = option.state
        if state.value & _SELECTED:
            painter.fillRect(option.rect, ink(self.colours.primary_soft))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left, top, wide, high = cast("_Box", option.rect.getRect())
        self._draw_numbers(painter, held, model, (left + wide - 5, top, high))
        name_box = (left + 2, top, wide - 6 - (VALUE + GROWTH + POINTS), high)
        name = fitted(model.name_of(held.code), name_box[2] - 4)
        over_bar = (left + 2, top + 3, name_box[2], high - 15)
        painter.setPen(ink(self.colours.text))
        write_at(painter, name_box if held.contribution is None else over_bar, name)
        self._draw_bar(painter, held, model.longest, name_box)
        # A line of one pixel between two rows of dots, of which each takes half: a pen, or any
        # edge that Qt smooths, takes as long as all the words.
        painter.fillRect(left, top + high - 2, wide, 2, ink(self.colours.grid, 0.5))

    def _draw_numbers(
        self, painter: QPainter, held: Contribution, model: ContributionModel,
        end: tuple[int, int, int],
    ) -> None:  # fmt: skip
        lang, largest = model.lang, model.largest
        assert lang is not None  # asked before
        points = lang.points(held.contribution) if held.contribution is not None else "–"
        growth = change(lang, held.growth) if held.growth is not None else "–"
        tone = Tone.MUTED
        if held.contribution is not None and round(held.contribution, 3):  # shown as 0.0: no side
            tone = Tone.GOOD if held.contribution > 0 else Tone.BAD
        right, top, high = end
        for text, width, colour in (
            (points, POINTS, self.colours.of(tone)),
            (growth, GROWTH, self.colours.text),
            (small_or_not(lang, held.value, (largest,)), VALUE, self.colours.text),
        ):
            painter.setPen(ink(colour))
            write_at(painter, (right - width, top, width, high), text, 1.0)
            right -= width
        if held.apart:  # beyond the digits, which stay beneath one another
            painter.setPen(ink(self.colours.muted))
            write_at(painter, (right + VALUE, top, GROWTH, high), NOTED)

    def _draw_bar(self, painter: QPainter, held: Contribution, longest: float, box: _Box) -> None:
        contribution = held.contribution
        if contribution is None:
            return
        left, top, wide, high = box
        length = max(abs(contribution) / longest * wide * _LONGEST_BAR, 2.0)
        colour = self.colours.primary if contribution >= 0 else self.colours.target
        bar = QRectF(left, top + high - 10, length, _BAR_HEIGHT)
        paint_bar(painter, bar, colour, self.colours, hollow=held.status is Status.ESTIMATE)


class ContributionList(QListView):
    """The ranking; wheel, arrow keys, tips. Enter or a click gives the code of a line."""

    chosen, resized = Signal(str), Signal()

    def __init__(self) -> None:
        super().__init__()
        self.shown = ContributionModel()
        self.nothing = ""
        self._delegate = ContributionDelegate(self)
        self.setModel(self.shown)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        for said in (self.clicked, self.activated):
            said.connect(lambda i: self.chosen.emit(self.shown.contributions[i.row()].code))

    def minimumSizeHint(self) -> QSize:
        """Three lines at least; the rest scrolls."""
        return QSize(200, 3 * ROW_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say that there is other room."""
        super().resizeEvent(event)
        self.resized.emit()

    def share(self, rows: int) -> int:
        """Let the rows share the height, of so many; give how many are seen."""
        room, delegate = self.viewport().height(), self._delegate
        high, _ = whole_rows(room, ROW_HEIGHT, rows)
        if high != delegate.row_height:
            delegate.row_height = high
            self.scheduleDelayedItemsLayout()
        return room // high

    @property
    def description(self) -> str:
        """The ranking in a sentence: its first line, and how many there are."""
        held, lang = self.shown.contributions, self.shown.lang
        if not held or lang is None:
            return self.nothing
        first = tip(held[0], self.shown.name_of(held[0].code), lang).replace("\n", ", ")
        return f"1/{len(held)}: {first}."

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, or say in their place why there are none."""
        super().paintEvent(event)
        if not self.shown.contributions:
            painter = QPainter(self.viewport())
            painter.setPen(ink(self._delegate.colours.muted))
            around = self.viewport().rect().adjusted(16, 16, -16, -16)
            painter.drawText(around, _IN_THE_MIDDLE, self.nothing)

    def print_size(self) -> QSize:
        """Headings and all lines, those out of sight too."""
        return QSize(self.viewport().width(), HEAD + rows_height(self))

    def print_on(self, painter: QPainter, colours: Colours) -> None:
        """Draw the lines in other colours."""
        worn, self._delegate.colours = self._delegate.colours, colours
        width = self.viewport().width()
        if self.shown.lang is not None:
            paint_heads(painter, self.shown.lang, colours, QRect(0, 0, width, HEAD))
        print_rows(self, painter, HEAD, width)
        self._delegate.colours = worn

    @drawn
    def show_contributions(
        self,
        contributions: Sequence[Contribution],
        name_of: NameOf,
        lang: Language,
        colours: Colours,
        chosen: str = "",
        nothing: str = "",
    ) -> None:
        """Show others, in another language or theme; the one of the chosen code is marked.

        `nothing` says why there are none.
        """
        self.nothing = nothing
        self._delegate.colours = colours
        self.shown.show(contributions, name_of, lang)
        codes = [held.code for held in contributions]
        if chosen in codes:
            self.setCurrentIndex(self.shown.index(codes.index(chosen)))
        self.executeDelayedItemsLayout()  # a view that lays out while it paints paints twice
        self.viewport().update()
