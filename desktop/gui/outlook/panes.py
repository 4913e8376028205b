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
from desktop.gui.overview.landing_card import band_line, landing
from desktop.gui.parts.grid import EMPTY, GridView
from desktop.gui.parts.layouts import ScrollingText, column
from desktop.gui.parts.tab_card import TextPane
from desktop.gui.parts.text import Elided, Span, label

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
        self.caution, self.brief = label("small"), Elided("small")
        self.caution.setWordWrap(True)
        self._low = False
        self.body.insertWidget(self.body.count() - 1, self.caution)
        self.body.insertWidget(self.body.count() - 1, self.brief)
        self.body.insertWidget(self.body.count() - 1, self.table)

    def be_low(self, *, low: bool) -> None:
        """Caution in one line, the rest of it as a tip, where a low page has a table to show."""
        self._low = low
        self._show_caution()

    def _show_caution(self) -> None:
        said, brief = bool(self.caution.text()), self._low and not self.table.isHidden()
        self.caution.setVisible(said and not brief)
        self.brief.setVisible(said and brief)

    def draw(self, outlook: Outlook | None, lang: Language, colours: Colours) -> None:
        """Show another outlook; without one that it is awaited."""
        grid, warned, answer = EMPTY, _remedy(outlook, lang), landing(outlook, lang)
        if outlook and (outlook.exports.band or outlook.imports.band):
            balance = outlook.balance.band if outlook.balance else None
            grid = flows_grid(outlook.exports.band, outlook.imports.band, balance, lang)
            warned = early(outlook.exports, lang) or warned
            answer = replace(answer, lines=_beside_flows(answer.lines, outlook.exports, lang))
        self.tell(answer, grid, lang, colours, warned)

    def tell(
        self, answer: Kpi, grid: Grid, lang: Language, colours: Colours, warned: str = ""
    ) -> None:
        """Show an answer, the flows, and what must be said of both."""
        self.show_kpi(replace(answer, lines=_on_two(answer.lines)), colours)
        self.caution.setText(warned)
        self.brief.setText(warned)
        self.table.show_grid(grid, colours)
        self.table.setAccessibleName(lang._("Where the year ends"))
        self.table.setVisible(bool(grid.rows))
        self._show_caution()


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


def _beside_flows(
    lines: tuple[Line, ...], exports: FlowOutlook, lang: Language
) -> tuple[Line, ...]:
    """Leave out the band that the table beneath tells, and put what is left on one line."""
    if exports.band is None or exports.band.most[0] == exports.band.most[1]:
        return lines
    chance, *grown = (line for line in lines if line != band_line(exports, lang))
    return ((*chance, *(span for line in grown for span in (Span(" · "), *line))),)


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
