"""Our own bugs: said in one sentence, with a report that the user can copy and send."""

from __future__ import annotations

import platform

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QVBoxLayout, QWidget

from desktop.figures.wording import Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label


class TroubleDialog(QDialog):
    """Says that the fault is ours, that nothing was lost, and offers the report."""

    def __init__(self, parent: QWidget, lang: Language, sentence: str, trace: str) -> None:
        """Take the exception's sentence and its trace."""
        super().__init__(parent)
        self.setWindowTitle(lang._("Something went wrong"))
        self.setObjectName("trouble")
        self.setMinimumWidth(560)
        self.report = f"{trace}\nPython {platform.python_version()}, Qt {qVersion()}, "
        self.report += platform.platform()
        title = label("title", lang._("This is our mistake"))
        text = label("secondary")
        text.setText(
            lang._(
                "The last step was stopped and nothing was written. Please send the report to "
                "whoever looks after the application."
            )
        )
        text.setWordWrap(True)
        what = label("strong", sentence)
        what.setWordWrap(True)
        self.details = QPlainTextEdit(self.report)
        self.details.setReadOnly(True)
        self.details.setMinimumHeight(180)
        self.details.setAccessibleName(lang._("Report"))
        self.copy_button = button("", self.copy)
        self.copy_button.setText(lang._("Copy report"))
        close = button("primary", self.accept)
        close.setText(lang._("Close"))
        close.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(22, 20, 22, 18)
        layout.setSpacing(12)
        for part in (title, text, what, self.details):
            layout.addWidget(part)
        layout.addLayout(row(1, self.copy_button, close, gap=8))

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)
