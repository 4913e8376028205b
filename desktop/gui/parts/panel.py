"""A card with a chart and its table twin: one button turns the one into the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop.figures.wording import Language
from desktop.gui.parts.buttons import IconButton
from desktop.gui.parts.card import Card
from desktop.gui.parts.grid import Grid, GridView
from desktop.gui.parts.legend import Entry, Legend
from desktop.gui.tokens import Colours


class _Stack(QStackedWidget):
    """As high as the chart needs: the table scrolls."""

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 0)


class TwinPanel(Card):
    """Shows a chart, or the same numbers as a table that can be walked and copied."""

    def __init__(self, chart: QWidget) -> None:
        """Take the chart; it stays in front until the button is pressed."""
        super().__init__()
        self.chart = chart
        self.legend = Legend()
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
        self._table: GridView | None = None
        self._shown: tuple[str, Grid, Language, Colours] | None = None

    @property
    def table(self) -> GridView:
        """The table twin, made when it is first looked at."""
        if self._table is None:
            self._table = GridView(24)
            self.stack.addWidget(self._table)
            self._fill_table()
        return self._table

    def show_twin(
        self, title: str, legend: Sequence[Entry], grid: Grid, lang: Language, colours: Colours
    ) -> None:
        """Name the panel, explain the chart's marks, fill the table."""
        self._shown = (title, grid, lang, colours)
        self.entitle(title, " · ".join(entry.words for entry in legend))
        self.legend.show_entries(legend, colours)
        self.chart.setAccessibleName(lang._("{title}, as a chart", title=title))
        self._fill_table()
        self._turn(turned=self.toggle.isChecked())

    def _fill_table(self) -> None:
        if self._table is not None and self._shown is not None:
            title, grid, lang, colours = self._shown
            self._table.show_grid(grid, colours)
            self._table.setAccessibleName(lang._("{title}, as a table", title=title))

    def _turn(self, turned: bool) -> None:  # noqa: FBT001 - the shape of Qt's signal
        self.stack.setCurrentWidget(self.table if turned else self.chart)
        self.legend.setVisible(not turned)
        if self._shown:
            _, _, lang, colours = self._shown
            words = lang._("Show as a chart") if turned else lang._("Show as a table")
            self.toggle.dress(colours.muted, words, "chart" if turned else "table")
