"""The pane of early warnings on the overview: the gravest few, and the way to all of them."""

from __future__ import annotations

from itertools import pairwise

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.analysis.warnings.results import EarlyWarning, WarningsReport
from desktop.figures.wording import Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.layouts import row
from desktop.gui.parts.tab_card import Pane
from desktop.gui.parts.text import label
from desktop.gui.tokens import Colours
from desktop.gui.warnings.row import WarningRow

FEWEST = 2
"""At least so many are shown; the rest is a press away."""


class WarningsPane(Pane):
    """Shows a `WarningsReport`. `asked` opens the warning pressed, or all (None)."""

    asked = Signal(object)  # EarlyWarning | None

    def __init__(self) -> None:
        """Start unfilled: nothing is known yet."""
        super().__init__()
        self.rows: list[WarningRow] = []
        self._report: WarningsReport | None = None
        self._filled_with: tuple[tuple[EarlyWarning, ...], Language, Colours] | None = None
        self._most = FEWEST
        self._shown: tuple[Language, Colours] | None = None
        self.body.setSpacing(2)
        self._lines = QVBoxLayout()
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(0)
        self._nothing = label("secondary")
        self._nothing.setWordWrap(True)
        self.all = button("link", lambda: self.asked.emit(None))
        self.body.addLayout(self._lines)
        self.body.addWidget(self._nothing)
        self.body.addLayout(row(1, self.all))
        self.body.addStretch(1)

    def limit(self, most: int) -> None:
        """Show so many from now on."""
        if most != self._most:
            self._most = most
            if self._shown:
                self.draw(*self._shown)

    def show_report(self, report: WarningsReport | None, lang: Language, colours: Colours) -> None:
        """Show another report, or none."""
        self._report = report
        self.draw(lang, colours)

    def draw(self, lang: Language, colours: Colours) -> None:
        """Draw what is held in another language or theme; without a report it is not offered."""
        self._shown = (lang, colours)
        spoken = self._report.spoken if self._report else ()
        count = lang.number(len(spoken)) if spoken else ""
        title = f"{lang._('Warnings')} · {count}" if count else lang._("Warnings")
        self.entitle(title, filled=self._report is not None)
        self._fill(spoken[: self._most], lang, colours)
        self._nothing.setVisible(not spoken)
        self._nothing.setText(lang._("Nothing to warn of by the rules in force."))
        more = len(spoken) - self._most
        words = (
            lang.plural("{count} more warning", "{count} more warnings", more)
            if more > 0
            else lang._("Details")
        )
        self.all.setText(words)
        self.all.setAccessibleName(lang._("All early warnings"))

    def _fill(self, warnings: tuple[EarlyWarning, ...], lang: Language, colours: Colours) -> None:
        if self._filled_with == (warnings, lang, colours):
            return
        self._filled_with = warnings, lang, colours
        for held in self.rows:
            self._lines.removeWidget(held)
            held.hide()
            held.deleteLater()
        self.rows = [WarningRow(warning, lang, colours) for warning in warnings]
        for line in self.rows:
            line.clicked.connect(lambda _=False, w=line.warning: self.asked.emit(w))
            self._lines.addWidget(line)
        for one, other in pairwise((*self.rows, self.all)):  # rows are made after what follows
            QWidget.setTabOrder(one, other)
