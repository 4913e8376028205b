"""What was odd in a return, as a list of sentences with their remedies, the gravest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QListWidget, QListWidgetItem

from desktop.figures.finding import Finding, Severity
from desktop.figures.finding_texts import remedy, sentence
from desktop.figures.wording import Language
from desktop.gui.icons import icon
from desktop.gui.review.words import SEVERITIES
from desktop.gui.tokens import Colours

_ORDER = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


class FindingList(QListWidget):
    """Wraps its lines; Ctrl+C copies the chosen one."""

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self.setProperty("look", "small")
        self.setWordWrap(True)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setSpacing(2)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def draw(self, findings: Sequence[Finding], lang: Language, colours: Colours) -> None:
        """Show another return's findings."""
        self.setAccessibleName(lang._("Findings"))
        self.clear()
        for finding in sorted(findings, key=lambda f: _ORDER.index(f.severity)):
            tone, picture = SEVERITIES[finding.severity]
            text = f"{sentence(finding, lang)}\n{remedy(finding, lang, in_window=True)}"
            self.addItem(QListWidgetItem(icon(picture, colours.of(tone)), text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Copy the chosen finding."""
        if self.selectedItems() and event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(self.currentItem().text())
        else:
            super().keyPressEvent(event)
