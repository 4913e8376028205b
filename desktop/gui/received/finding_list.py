"""What was odd in a return, as a list of sentences with their remedies, the gravest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence

from desktop.figures.finding import Finding, Severity
from desktop.figures.wording import Language
from desktop.gui.parts.entry_list import EntryList
from desktop.gui.review.findings import entries
from desktop.gui.tokens import Colours

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class FindingList(EntryList):
    """Findings with their remedies; Ctrl+C copies the chosen one."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__("small")

    def draw(self, findings: Sequence[Finding], lang: Language, colours: Colours) -> None:
        """Show another return's findings."""
        self.setAccessibleName(lang._("Findings"))
        in_order = sorted(findings, key=lambda f: _ORDER.index(f.severity))
        self.show_entries(entries(in_order, lang, colours))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen finding."""
        if self.selectedItems() and event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.currentItem().text())
        else:
            super().keyPressEvent(event)
