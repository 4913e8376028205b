"""The dialog that asks where a report goes names its kind as the export page does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop.figures.wording import language
from desktop.gui import dialogs
from desktop.gui.export.choices import kind_of


@pytest.mark.parametrize(
    ("code", "proposed", "said"),
    [
        ("en", "June.docx", "Word briefing (*.docx)"),
        ("en", "June.pptx", "PowerPoint slides (*.pptx)"),
        ("en", "June.md", "Markdown text (*.md)"),
        ("en", "June.xlsm", "Excel workbook (*.xlsm)"),
        ("vi", "June.xlsx", "Tệp Excel (*.xlsx)"),
    ],
)
def test_a_kind_is_said_in_words(qapp, monkeypatch, code, proposed, said):
    asked = []

    def answer(_parent, _title, _proposed, kinds):
        asked.append(kinds)
        return "", ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", answer)
    kind = kind_of(Path(proposed).suffix)
    assert dialogs.report_to_write(QWidget(), language(code), proposed, kind) is None
    assert asked == [said]
