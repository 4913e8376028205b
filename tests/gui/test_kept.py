"""Names and layouts: found, given another meaning, forgotten, brought back, exchanged as files."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QTabBar, QTableView

from desktop.figures.finding import Finding, Refused, Severity
from desktop.gui import dialogs
from desktop.gui.tokens import Tone

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),  # offscreen's own
]


@pytest.fixture
def dialog(window, idle, qtbot):
    window.show_page("received")
    idle(window)
    qtbot.keyClick(window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    idle(window)
    return window.keeping.knowing.dialog


def column(pane, place=0):
    return [row[place].text for row in pane.table.grid.rows]


def test_a_name_is_found_without_accents_and_given_another_meaning(
    window, dialog, office, qtbot, idle
):
    assert column(dialog.names, 1)[2] == "Đồ gỗ ngoài trời (new)"
    qtbot.keyClicks(dialog.search, "hoa chat")
    assert column(dialog.names) == ["SP hóa chất"]
    qtbot.keyClick(dialog.names.table, Qt.Key.Key_Return)
    assert dialog.card.asked.text() == "What does this sender mean by “SP hóa chất”?"
    qtbot.keyClicks(dialog.card.field, "coffee")
    qtbot.keyClick(dialog.card.field, Qt.Key.Key_Return)
    idle(window)
    assert [d.code for d in office.kept_names if d.label == "SP hóa chất"] == ["COFFEE"]
    assert column(dialog.names, 1) == ["Coffee"]
    assert not dialog.card.isVisible()
    assert dialog.notice.message.sentence == "Decided: “SP hóa chất”"
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)  # first leaves the search, then the dialog
    assert len(column(dialog.names)) == 3
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert window.keeping.knowing.dialog is None


def test_what_is_forgotten_can_be_brought_back(window, dialog, office, qtbot, idle):
    dialog.names.table.selectAll()
    dialog.names.forget.click()
    idle(window)
    assert office.kept_names == []
    assert dialog.names.empty.isVisible()
    assert dialog.tabs.tabText(0) == "Names · 0"
    dialog.notice.button.click()
    idle(window)
    assert len(column(dialog.names)) == 3
    dialog.tabs.setCurrentIndex(1)
    dialog.layouts.table.setFocus()
    qtbot.keyClick(dialog.layouts.table, Qt.Key.Key_Delete)
    idle(window)
    assert office.kept_layouts == []
    dialog.notice.button.click()
    idle(window)
    assert column(dialog.layouts) == ["FT-900"]


def test_files_go_out_and_come_in_or_the_dialog_says_why_not(
    window, dialog, office, idle, monkeypatch, tmp_path
):
    proposed = []

    def to_write(_parent, _lang, name):
        proposed.append(name.rpartition("/")[2])
        return tmp_path / proposed[-1]

    monkeypatch.setattr(dialogs, "kept_to_write", to_write)
    monkeypatch.setattr(dialogs, "kept_to_read", lambda *_: tmp_path / "Theirs.json")
    dialog.names.hand_out.click()
    dialog.layouts.hand_out.click()
    dialog.layouts.take_in.click()
    idle(window)
    assert all((tmp_path / name).exists() for name in proposed)
    assert proposed == ["names.csv", "FT-900.json"]
    assert column(dialog.layouts)[-1] == "Theirs"

    def refuses(_path):
        raise Refused(Finding(Severity.ERROR, "not_decisions", expected="label", about="x.csv"))

    office.import_decisions = refuses
    dialog.names.take_in.click()
    idle(window)
    assert dialog.notice.message.tone is Tone.BAD
    assert "x.csv" in dialog.notice.message.sentence
    assert dialog.notice.message.remedy


def test_every_control_has_a_name(dialog):
    dialog.names.change.click()
    assert dialog.card.isVisible()
    controls = [
        part
        for sort in (QAbstractButton, QLineEdit, QTableView, QTabBar)
        for part in dialog.findChildren(sort)
        if part.isVisible() and part.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]
    assert len(controls) > 8
    assert [c for c in controls if not (c.accessibleName() or getattr(c, "text", str)())] == []
