"""The panes beside the charts: the answer, and tables with a sentence beneath them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.analysis.landing.results import Why
from desktop.analysis.outlook.wording import early, part_sentences, silent, usual_revision
from desktop.gui.outlook.tables import flows_grid
from desktop.gui.overview.kpi_card import KpiCard
from desktop.gui.overview.landing_card import landing
from desktop.gui.parts.grid import EMPTY, GridView
from desktop.gui.parts.layouts import ScrollingText, column
from desktop.gui.parts.tab_card import TextPane
from desktop.gui.parts.text import Span, label

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.analysis.outlook import FlowOutlook, Outlook
    from desktop.figures.wording import Language
    from desktop.gui.overview.kpis import Kpi
    from desktop.gui.parts.grid import Grid
    from desktop.gui.parts.text import Line
    from desktop.gui.tokens import Colours

_ROW = 24
_FLOWS = 3
_HEAD = 33


class AnswerCard(KpiCard):
    """The year's end: the forecast and the chance in large, the three flows as a table."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.table = GridView(_ROW, dense=True)
        self.table.setFixedHeight(_ROW * _FLOWS + _HEAD)
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.table.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.caution = label("small")
        self.caution.setWordWrap(True)
        self.body.insertWidget(self.body.count() - 1, self.caution)
        self.body.insertWidget(self.body.count() - 1, self.table)

    def draw(self, outlook: Outlook | None, lang: Language, colours: Colours) -> None:
        """Show another outlook; without one that it is awaited."""
        grid, warned = EMPTY, _remedy(outlook, lang)
        if outlook and (outlook.exports.band or outlook.imports.band):
            balance = outlook.balance.band if outlook.balance else None
            grid = flows_grid(outlook.exports.band, outlook.imports.band, balance, lang)
            warned = early(outlook.exports, lang) or warned
        self.tell(landing(outlook, lang), grid, lang, colours, warned)

    def tell(
        self, answer: Kpi, grid: Grid, lang: Language, colours: Colours, warned: str = ""
    ) -> None:
        """Show an answer, the flows, and what must be said of both."""
        self.show_kpi(replace(answer, lines=_on_two(answer.lines)), colours)
        self.caution.setText(warned)
        self.caution.setVisible(bool(warned))
        self.table.show_grid(grid, colours)
        self.table.setAccessibleName(lang._("Where the year ends"))
        self.table.setVisible(bool(grid.rows))


def _remedy(outlook: Outlook | None, lang: Language) -> str:
    """Say what to do where a month that lacks forbids a forecast."""
    if outlook is None or outlook.exports.band is not None:
        return ""
    forbids = outlook.exports.landing.reasons[-1]
    if forbids.why is not Why.GAP or forbids.month is None:
        return ""
    return lang._(
        "Import the return of {month}; the calendar of “Returns received” shows what else is "
        "missing.", month=lang.month(forbids.month),
    )  # fmt: skip


def _on_two(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Put the second line and the third on one: this card is broad, and a table is under it."""
    first, *others = lines
    return (first, (*others[0], Span(" · "), *others[1])) if len(others) > 1 else lines


class WhyPane(TextPane):
    """What the median is made of, a plain sentence a line."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        sheet = QWidget()
        sheet.setLayout(column(self.text))
        self.body.addWidget(ScrollingText(sheet), 1)

    def draw(self, flow: FlowOutlook | None, lang: Language, beside: str = "") -> None:
        """Tell of another flow that has a forecast; `beside` is a sentence that stands last."""
        told: list[str] = []
        if flow is not None and flow.band is not None:  # else the answer itself says why
            landing_ = flow.landing
            texts = (silent(landing_, lang), *part_sentences(landing_, lang),
                     usual_revision(flow, lang), beside)  # fmt: skip
            told = [text for text in texts if text]
        self.tell(told, lang)

    def tell(self, told: Sequence[str], lang: Language) -> None:
        """Show other sentences; the pane is not offered without one."""
        self.entitle(lang._("Why"), filled=bool(told))
        self.text.setText("\n".join(told))
        self.setAccessibleDescription(" ".join(told))
