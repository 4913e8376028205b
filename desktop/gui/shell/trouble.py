"""Our own bugs: said in one sentence; the report comes on demand, and can be copied and sent."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from desktop.figures.wording import Language
from desktop.gui.parts.buttons import button
from desktop.gui.parts.dialog import Dialog
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import label
from desktop.gui.shell.report import report, said


class TroubleDialog(Dialog):
    """Says that the fault is ours, that nothing was lost, what to do, and offers the report."""

    def __init__(self, parent: QWidget, lang: Language, sentence: str, trace: str) -> None:
        """Take the exception's sentence and its trace."""
        super().__init__(parent)
        self.setWindowTitle(lang._("Something went wrong"))
        self.setObjectName("trouble")
        self.setMinimumWidth(560)
        self._lang, self.report = lang, report(trace)
        title = label("title", lang._("This is our mistake"))
        text = label("secondary")
        text.setText(
            lang._(
                "The last step was stopped and nothing was written; you can go on. Please copy "
                "the report and send it to whoever looks after the application: it holds no "
                "figures and no names of files."
            )
        )
        text.setWordWrap(True)
        what = label("small", said(sentence))
        what.setWordWrap(True)
        self.details = QPlainTextEdit(self.report)
        self.details.setReadOnly(True)
        self.details.setMinimumHeight(180)
        self.details.setAccessibleName(lang._("Report"))
        self.details.hide()
        self.more = button("link", self._turn)
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
        layout.addLayout(row(self.more, 1, self.copy_button, close, gap=8))
        self._word()

    def _turn(self) -> None:
        self.details.setVisible(self.details.isHidden())
        self._word()
        self.adjustSize()

    def _word(self) -> None:
        hidden, say = self.details.isHidden(), self._lang._
        self.more.setText(say("Show details") if hidden else say("Hide details"))

    def copy(self) -> None:
        """Put the report on the clipboard."""
        QGuiApplication.clipboard().setText(self.report)
        self.copy_button.setText(self._lang._("Copied"))
