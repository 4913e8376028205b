"""The panes of what is odd in a file: findings with their remedies, and the checks made."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QIcon, QResizeEvent

from desktop.figures.finding import Finding, Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.reading import Check
from desktop.figures.wording import Language
from desktop.gui.icons import icon
from desktop.gui.parts.entry_list import EntryList
from desktop.gui.parts.grid import Cell, Grid, LazyRows
from desktop.gui.parts.tab_card import Pane
from desktop.gui.review.pointing import PointingTable
from desktop.gui.review.words import (
    SEVERITIES,
    amount_words,
    check_words,
    difference_words,
    flow_sign,
    period_words,
)
from desktop.gui.tokens import LIGHT, Colours, Tone

_NARROW, _BRIEF = 640, 520
"""Pixels below which a check is told on two lines, and without ours where it need not be told.

Else it would lose the words that name it.
"""
_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}


def entries(
    findings: Iterable[Finding], lang: Language, colours: Colours
) -> Iterator[tuple[QIcon, str]]:
    """Say findings with their remedies, each with the picture of its severity."""
    for finding in findings:
        tone, picture = SEVERITIES[finding.severity]
        text = f"{sentence(finding, lang)}\n{remedy(finding, lang, in_window=True)}"
        yield icon(picture, colours.of(tone)), text


class FindingsPane(Pane):
    """Findings, the gravest first. Choosing one asks for its cell."""

    cell_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self.list = EntryList()
        self.list.currentItemChanged.connect(self._ask)
        self.list.itemClicked.connect(self._ask)
        self.body.addWidget(self.list, 1)
        self._findings: tuple[Finding, ...] = ()

    def draw(self, findings: Sequence[Finding], lang: Language, colours: Colours) -> None:
        """Draw another file's findings; the card hides where there are none."""
        self._findings = tuple(sorted(findings, key=lambda f: _ORDER[f.severity]))
        words = lang.plural(
            "{number} finding", "{number} findings", len(findings),
            number=lang.number(len(findings)),
        )  # fmt: skip
        self.entitle(lang._("Findings"), words, filled=bool(findings))
        self.list.setAccessibleName(lang._("Findings"))
        self.list.show_entries(entries(self._findings, lang, colours))

    def _ask(self) -> None:
        row = self.list.currentRow()
        if 0 <= row < len(self._findings):
            finding = self._findings[row]
            first, _, _ = finding.cell.partition(":")  # many cells are told by their range
            self.cell_asked.emit(finding.sheet, first)


class ChecksPane(Pane):
    """What was added up again: printed, ours, the difference, and whether they agree."""

    cell_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        self._checks: list[Check] = []
        self._lang: Language | None = None
        self._colours = LIGHT
        self._drawn = (False, False)
        self.table = PointingTable(26)
        self.table.row_chosen.connect(self._show)
        self.body.addWidget(self.table, 1)

    def draw(self, checks: Sequence[Check], lang: Language, colours: Colours) -> None:
        """Draw another file's checks, those that fail first; hide where there are none."""
        failed = sum(not c.agrees for c in checks)
        aside = lang._("{count} of {total} agree", count=len(checks) - failed, total=len(checks))
        self._checks = sorted(checks, key=lambda c: c.agrees)
        self._lang, self._colours = lang, colours
        self._fill()
        self.table.setAccessibleName(lang._("Reconciliation"))
        self.entitle(lang._("Reconciliation"), aside, filled=bool(checks))

    def _fill(self) -> None:
        if self._lang is None:
            return
        self._drawn = narrow, brief = self._room()
        self.table.blockSignals(True)
        self.table.make_room(two_lines=narrow)
        grid = checks_table(self._checks, self._lang, narrow=narrow, brief=brief)
        self.table.show_grid(grid, self._colours)
        self.table.blockSignals(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the names of the checks their room."""
        super().resizeEvent(event)
        if self._drawn != self._room():
            self._fill()

    def _room(self) -> tuple[bool, bool]:
        """Say whether room is short, and whether our figures may be tips: all are those printed."""
        brief = self.width() < _BRIEF and all(check.agrees for check in self._checks)
        return self.width() < _NARROW, brief

    def _show(self, number: int) -> None:
        if 0 <= number < len(self._checks):
            self.cell_asked.emit(self._checks[number].sheet, self._checks[number].cell)


_OF_ONE_ROW = frozenset({"sector_sum", "fdi_sum"})
"""Checks whose name says already which row of the table was held against others."""


def checks_table(
    checks: Sequence[Check], lang: Language, *, narrow: bool = False, brief: bool = False
) -> Grid:
    """Check, period, printed, recomputed, difference with a mark.

    A `narrow` one tells of when and what under the check's name; `brief` tells ours as a tip.
    """
    period = () if narrow else (lang._("Period"),)
    ours = () if brief else (lang._("Ours"),)
    heads = (lang._("Check"), *period, lang._("Printed"), *ours, lang._("Difference"))
    rows = LazyRows(checks, lambda c: _check_row(c, lang, narrow=narrow, brief=brief))
    return Grid(heads, rows, frozenset({0} if narrow else {0, 1}))


def _check_row(check: Check, lang: Language, *, narrow: bool, brief: bool) -> tuple[Cell, ...]:
    name, about = _named(check, lang)
    whole = " · ".join(filter(None, (name, about)))
    when = period_words(check, lang)
    below = " · ".join(filter(None, (when, about)))
    ours = amount_words(check.unit, check.ours, lang)
    told = f"{lang._('Ours')}: {ours}"
    more = (told,) if brief else ()
    return (
        Cell(f"{name}\n{below}" if narrow else whole,
             tip="\n".join((whole, *more, f"{check.sheet}!{check.cell}"))),
        *(() if narrow else (Cell(when, Tone.SECONDARY),)),
        Cell(amount_words(check.unit, check.printed, lang)),
        *(() if brief else (Cell(ours),)),
        _difference(check, lang, told if brief else ""),
    )  # fmt: skip


def _named(check: Check, lang: Language) -> tuple[str, str]:
    """Name a check, and the row that it is about where its name does not say it."""
    flow, _, label = check.about.partition(" · ")
    name = f"{flow_sign(flow, lang)} · {check_words(check.code, lang)}"
    if check.with_archive:
        name = lang._("{check} (with the archive)", check=name)
    return name, "" if check.code in _OF_ONE_ROW else label


def _difference(check: Check, lang: Language, tip: str) -> Cell:
    gap = check.printed - check.ours
    text = difference_words(check.unit, abs(gap), lang)
    mark, tone = ("✓", Tone.GOOD) if check.agrees else ("▲", Tone.WARN)
    return Cell(f"{text} {mark}", tone, tip)
