"""What was odd in a return, as a list of sentences with their remedies, the gravest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent

from desktop.figures.finding import Finding, Severity
from desktop.figures.wording import Language
from desktop.gui.parts.entry_list import EntryList
from desktop.gui.review.findings import entries
from desktop.gui.tokens import Colours

_HIGHEST = 320
"""Pixels: a return with hundreds of findings has a list that scrolls by itself."""
_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class FindingList(EntryList):
    """Findings with their remedies; Ctrl+C copies the chosen one."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__("small")

    def minimumSizeHint(self) -> QSize:
        """Take the height of the findings, up to a limit: the card scrolls, not the list too."""
        high, frame = 0, 2 * self.frameWidth()
        for number in range(self.count()):
            high += self.sizeHintForRow(number) + 2 * self.spacing()
            if high >= _HIGHEST:
                break
        return QSize(super().minimumSizeHint().width(), min(high, _HIGHEST) + frame)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for another height where the words wrap at another width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def draw(self, findings: Sequence[Finding], lang: Language, colours: Colours) -> None:
        """Show another return's findings."""
        self.setAccessibleName(lang._("Findings"))
        in_order = sorted(findings, key=lambda f: _ORDER.index(f.severity))
        self.show_entries(entries(in_order, lang, colours))
        self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen finding."""
        if self.selectedItems() and event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.currentItem().text())
        else:
            super().keyPressEvent(event)
