"""Qt's own dialogs and menus speak the window's language, from the one catalogue."""

from __future__ import annotations

import re

import pytest
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import (
    QFileDialog,
    QInputDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
)  # fmt: skip

from desktop.figures.wording import language
from desktop.gui.toolkit_texts import TEXTS, ToolkitTexts

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
_ELSEWHERE = {"QGuiApplication", "QShortcut", "QPageSize", "QPrintPreviewDialog"}
"""Writing direction, keys and papers keep their international names."""
_UNSEEN = {"Form", "...", "Enter a value:", "Alt+Left", "Alt+Right", "Alt+Up"}
"""Placeholders that are always replaced, and keys."""


class _Listening(ToolkitTexts):
    def __init__(self, lang):
        super().__init__(lang)
        self.asked = set()

    def translate(self, context, source_text, disambiguation=None, n=-1):
        if context not in _ELSEWHERE and re.search("[a-z]", source_text):
            self.asked.add(source_text)
        return super().translate(context, source_text, disambiguation, n)


@pytest.fixture
def texts(qapp):
    made = _Listening(language("vi"))
    yield made
    qapp.removeTranslator(made)


def _files(qtbot, mode, does=QFileDialog.AcceptMode.AcceptOpen):
    dialog = QFileDialog(None, "", "")
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setFileMode(mode)
    dialog.setAcceptMode(does)
    dialog.show()
    return dialog


def test_the_file_dialog_and_the_menu_of_a_line_are_vietnamese(texts, qtbot):
    dialog = _files(qtbot, QFileDialog.FileMode.ExistingFiles)
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    assert {"&Tìm trong:", "Tê&n tệp:", "&Loại tệp:"} <= shown
    line = QLineEdit("12")
    qtbot.addWidget(line)
    menu = line.createStandardContextMenu()
    assert "&Dán" in {action.text().partition("\t")[0] for action in menu.actions()}
    texts.lang = language("en")
    again = line.createStandardContextMenu()
    assert "&Paste" in {action.text().partition("\t")[0] for action in again.actions()}


def test_all_that_qt_asks_for_in_what_we_open_is_in_the_catalogue(texts, qtbot):
    modes = QFileDialog.FileMode
    for mode in (modes.ExistingFiles, modes.Directory):
        _files(qtbot, mode)
    _files(qtbot, modes.AnyFile, QFileDialog.AcceptMode.AcceptSave)
    for widget in (QLineEdit("a"), QPlainTextEdit("a")):
        qtbot.addWidget(widget)
        widget.createStandardContextMenu()
    for box in (QInputDialog(), QPrintDialog(), QSpinBox()):
        qtbot.addWidget(box)
        box.show()
    assert len(texts.asked) > len(TEXTS) / 2
    assert texts.asked - TEXTS - _UNSEEN == set()
