"""The dialogs that ask where a file goes name its kind in words, as the pages do."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from desktop.figures.wording import language
from desktop.gui import dialogs
from desktop.gui.export.choices import kind_of


@pytest.fixture
def asked(qapp, monkeypatch):
    """What kinds of file were asked for."""
    kinds = []

    def answer(_parent, _title, _proposed, kind):
        kinds.append(kind)
        return "", ""

    for name in ("getSaveFileName", "getOpenFileName"):
        monkeypatch.setattr(QFileDialog, name, answer)
    return kinds


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
def test_the_kind_of_a_report_is_said_in_words(asked, code, proposed, said):
    kind = kind_of(Path(proposed).suffix)
    assert dialogs.report_to_write(QWidget(), language(code), proposed, kind) is None
    assert asked == [said]


def test_names_layouts_and_scenarios_are_called_so(asked):
    lang, over = language("vi"), QWidget()
    dialogs.kept_to_write(over, lang, "names.csv")
    dialogs.kept_to_write(over, lang, "FT-900.json")
    dialogs.kept_to_read(over, lang, "", "csv")
    dialogs.scenario_to_write(over, lang, "Thuế 46%.json")
    dialogs.scenario_to_read(over, lang, "")
    assert asked == [
        "Bảng tên gọi (*.csv)", "Mẫu biểu (*.json)", "Bảng tên gọi (*.csv);;Tất cả tệp (*)",
        "Kịch bản (*.json)", "Kịch bản (*.json);;Tất cả tệp (*)",
    ]  # fmt: skip


def test_the_kinds_of_a_chart_are_said_in_words(asked):
    dialogs.picture_to_write(QWidget(), language("vi"), "Lũy kế.png")
    assert asked == ["Hình ảnh (*.png);;Hình vẽ vector (*.svg);;PDF (*.pdf)"]


def test_an_ending_that_was_not_typed_is_the_proposed_one(qapp, monkeypatch):
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/out/mine", ""))
    assert dialogs.kept_to_write(QWidget(), language("en"), "names.csv") == Path("/out/mine.csv")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("/out/mine.txt", ""))
    assert dialogs.kept_to_write(QWidget(), language("en"), "names.csv") == Path("/out/mine.txt")


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen's own
@pytest.mark.parametrize("typed", [True, False])
def test_a_folder_that_is_typed_is_the_one_that_is_watched(qtbot, tmp_path, typed):
    wanted = tmp_path / "returns"
    wanted.mkdir()
    over = QWidget()
    qtbot.addWidget(over)

    def answer():
        dialog = QApplication.activeModalWidget()
        field = dialog.findChild(QLineEdit, "fileNameEdit")
        if typed:
            for text in (str(tmp_path), str(wanted)):  # as it is typed, with the folder above
                field.setText(text)
                field.textEdited.emit(text)
        dialog.accept()

    QTimer.singleShot(0, answer)
    found = dialogs.folder_to_watch(over, language("en"), str(tmp_path))
    assert found == (wanted if typed else tmp_path)
