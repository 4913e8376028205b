"""A card with a chart and its table twin: one button turns the one into the other."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Protocol, cast

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QPainter, QShowEvent
from PySide6.QtWidgets import QLayout, QMenu, QStackedWidget, QWidget

from desktop.figures.wording import Language, language
from desktop.gui.parts.buttons import IconButton
from desktop.gui.parts.card import BESIDE_A_TITLE, Card
from desktop.gui.parts.chooser import emptied
from desktop.gui.parts.grid import EMPTY, Cell, Grid, GridView
from desktop.gui.parts.legend import Entry, Legend
from desktop.gui.tokens import Colours

if TYPE_CHECKING:
    from desktop.figures.note import Note


Numbers = Grid | Callable[[], Grid]
"""A table, or what makes it: most tables are never looked at."""


class Chart(Protocol):
    """What a panel asks of its chart."""

    @property
    def description(self) -> str:
        """The chart in a sentence."""

    def print_size(self) -> QSize:
        """How large it is on paper, in pixels of the screen."""

    def print_on(self, painter: QPainter, colours: Colours) -> None:
        """Draw it in other colours, from where the painter stands."""


_LAID_OUT = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)
_LEAST_TITLE, _ANY_WIDTH = 60, 16777215
"""Pixels; the second is Qt's own for no limit."""


class _Stack(QStackedWidget):
    """As high as the chart needs: the table scrolls."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class TwinPanel(Card):
    """Shows a chart, or the same numbers as a table that can be walked and copied.

    Whoever serves charts adds what can be done with them to the context menu: `filling`.
    """

    filling = Signal(object)  # QMenu
    table_made = Signal(object)  # GridView

    def __init__(self, chart: QWidget) -> None:
        """Take the chart; it stays in front until the button is pressed."""
        super().__init__()
        self.chart = chart
        self.legend = Legend()
        self.legend.setSizePolicy(*BESIDE_A_TITLE)
        self.toggle = IconButton("table", checkable=True)
        self.stack = _Stack()
        self.stack.addWidget(chart)
        self.head.removeWidget(self.aside)
        self.aside.hide()
        self.head.addWidget(self.legend, 1)
        self.head.addWidget(self.toggle)
        self.body.setContentsMargins(16, 8, 10, 8)
        self.body.setSpacing(2)
        self.body.addWidget(self.stack, 1)
        self.toggle.toggled.connect(self._turn)
        self._menu: QMenu | None = None
        self._table: GridView | None = None
        self._in_order = False
        self._shown: tuple[str, Numbers, Language, Colours] | None = None

    @property
    def face(self) -> QWidget:
        """The chart that is in front, where several share the panel."""
        front = self.chart.currentWidget() if isinstance(self.chart, QStackedWidget) else None
        return front or self.chart

    @property
    def printable(self) -> Chart:
        """The chart in front, as what can be printed."""
        return cast("Chart", self.face)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What the legend explains."""
        return self.legend.entries

    @property
    def grid(self) -> Grid:
        """The numbers of the chart with its notes, as a table."""
        if self._shown is None:
            return EMPTY
        numbers = self._shown[1]
        grid = numbers if isinstance(numbers, Grid) else numbers()
        return _with_notes(grid, self._notes(), self._shown[2])

    @property
    def language(self) -> Language:
        """The language that it speaks."""
        return self._shown[2] if self._shown else language("en")

    def _notes(self) -> dict[int, str]:
        return self.face.notes_by_row() if hasattr(self.face, "notes_by_row") else {}

    @property
    def table(self) -> GridView:
        """The table twin, made when it is first looked at."""
        if self._table is None:
            self._table = GridView(24, dense=True)
            self.stack.addWidget(self._table)
            QWidget.setTabOrder(self.toggle, self._table)  # made late, it would stand last
            self._fill_table()
            self.table_made.emit(self._table)
        return self._table

    def show_twin(
        self, title: str, legend: Sequence[Entry], grid: Numbers, lang: Language, colours: Colours
    ) -> None:
        """Name the panel, explain the chart's marks, fill the table once it is looked at."""
        self._shown = (title, grid, lang, colours)
        self.entitle(title, " · ".join(entry.said for entry in legend))
        self.legend.show_entries(legend, colours)
        self.chart.setAccessibleName(lang._("{title}, as a chart", title=title))
        self.tell_again()
        self._turn(turned=self.toggle.isChecked())

    def showEvent(self, event: QShowEvent) -> None:
        """Let the keys walk along what stands above the chart before it, whatever came late."""
        super().showEvent(event)
        if not self._in_order:
            self._in_order = True
            above = list(_controls(self.body, until=self.stack))
            at = above.index(self.toggle)
            for before, after in pairwise(
                (self.toggle, *above[:at], self.toggle, *above[at + 1 :])
            ):
                QWidget.setTabOrder(before, after)

    def event(self, event: QEvent) -> bool:
        """Let a title that can be brief be so where the legend would lose a word for it."""
        handled = super().event(event)
        if event.type() in _LAID_OUT:
            left = self.title.width() + self.legend.width() - self.legend.wanted_width
            short = self.title.brief and left < self.title.sizeHint().width()
            short = short and not self.legend.isHidden()
            self.title.setMaximumWidth(max(left, _LEAST_TITLE) if short else _ANY_WIDTH)
        return handled

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Flag events in the chart, and list them in the table."""
        if hasattr(self.face, "show_notes"):
            self.face.show_notes(notes)
            self.tell_again()

    def tell_again(self) -> None:
        """Put what the chart shows by now into the table, and into words."""
        self.face.setAccessibleDescription(self.printable.description)
        self._fill_table()

    def _fill_table(self) -> None:
        if self._table is not None and self._shown is not None:
            title, _, lang, colours = self._shown
            grid = self.grid  # the notes, where there are any, take the room that is left
            stretch = len(grid.columns) - 1 if self._notes() else 0
            self._table.show_grid(grid, colours, stretch)
            self._table.setAccessibleName(lang._("{title}, as a table", title=title))

    def _turn(self, turned: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        self.stack.setCurrentWidget(self.table if turned else self.chart)
        self.legend.setVisible(not turned)
        if self._shown:
            _, _, lang, colours = self._shown
            words = lang._("Show as a chart") if turned else lang._("Show as a table")
            self.toggle.dress(colours.muted, words, "chart" if turned else "table")

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the chart."""
        self._menu = self._menu or QMenu(self)
        emptied(self._menu)
        self.filling.emit(self._menu)
        if self._menu.actions():
            self._menu.popup(event.globalPos())


def _controls(layout: QLayout, until: QWidget) -> Iterator[QWidget]:
    """Give what takes the keys in a layout, in its order, as far as a widget."""
    for item in map(layout.itemAt, range(layout.count())):
        part, inner = (item.widget(), item.layout()) if item else (None, None)
        if part is until:
            return
        if inner is not None:
            yield from _controls(inner, until)
        elif part is not None:
            parts = (part, *part.findChildren(QWidget))
            yield from (p for p in parts if p.focusPolicy() & Qt.FocusPolicy.TabFocus)


def panel_about(widget: QWidget | None) -> TwinPanel | None:
    """The panel that a widget lies on."""
    while widget is not None and not isinstance(widget, TwinPanel):
        widget = widget.parentWidget()
    return widget


def _with_notes(grid: Grid, notes: dict[int, str], lang: Language) -> Grid:
    """Add a column with the notes of each row, where there are any."""
    if not notes or len(grid.rows) <= max(notes):
        return grid
    rows = tuple((*row, Cell(notes.get(n, ""))) for n, row in enumerate(grid.rows))
    words = grid.words | {len(grid.columns)}
    return Grid((*grid.columns, lang._("Notes")), rows, words)
