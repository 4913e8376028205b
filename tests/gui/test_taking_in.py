"""Files dropped on the window go where they make sense; what they changed can be taken back."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent

from desktop.figures.groupings import schemes, take_over
from desktop.figures.vintage import Vintage
from desktop.gui import dialogs
from desktop.reports.template.spotting import has_placeholders
from desktop.workflow import Office
from desktop.workflow.office_groupings import export_groupings

COPY = Qt.DropAction.CopyAction
EITHER = COPY | Qt.DropAction.MoveAction
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own


def workbook(path, *cells):
    book = openpyxl.Workbook()
    for cell in cells:
        book.active.append([cell])
    book.save(path)
    return path


def drop(window, *paths: Path):
    """Drag files over the window, read what the veil says, drop them."""
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    at, none = QPointF(40, 40), Qt.KeyboardModifier.NoModifier
    left = Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(at.toPoint(), EITHER, data, left, none)
    window.dragEnterEvent(entering)
    said = window.veil._title.text() if hasattr(window, "veil") else ""
    dropping = QDropEvent(at, EITHER, data, left, none)  # moving is proposed
    window.dropEvent(dropping)
    assert entering.dropAction() is dropping.dropAction() is COPY  # whoever moved it might delete
    return said


def test_a_workbook_is_reviewed(window, qtbot, tmp_path):
    book = workbook(tmp_path / "02-Bieu-T7.2025.xlsx", "Tổng trị giá")
    with qtbot.waitSignal(window.importing.read):
        assert drop(window, book) == "Drop to review 1 file"
    assert window.page == "review"


def test_a_table_saved_as_text_is_reviewed(window, qtbot, tmp_path):
    table = tmp_path / "07.csv"
    table.write_text("Hàng hóa xuất khẩu;;\nGạo;1;2\n", encoding="utf-8")
    with qtbot.waitSignal(window.importing.read):
        assert drop(window, table) == "Drop to review 1 file"


def test_several_are_reviewed_together(window, qtbot, tmp_path):
    books = [workbook(tmp_path / f"{n}.xlsx", "x") for n in range(2)]
    with qtbot.waitSignal(window.importing.read) as read:
        assert drop(window, *books) == "Drop to review 2 files"
    assert len(read.args[0]) == 2


def test_a_layout_and_names_are_taken_over_and_taken_back(window, office, idle, tmp_path):
    layout, names = tmp_path / "FT-901.json", tmp_path / "names.csv"
    layout.write_text("x")
    names.write_text("sender,kind,flow,label,code\n")
    assert drop(window, layout) == "Drop to take the layout, or the scenario, over"
    idle(window)
    assert [held.name for held in office.kept_layouts] == ["FT-900", "FT-901"]
    assert window.notice.message.sentence == "Layout taken over: FT-901"
    assert drop(window, names) == "Drop to take the names over"
    idle(window)
    assert office.kept_names[-1].label == "Cá tra"
    window.actions_["undo"].trigger()
    idle(window)
    assert [n.label for n in office.kept_names if n.label == "Cá tra"] == []
    window.actions_["undo"].trigger()
    idle(window)
    assert [held.name for held in office.kept_layouts] == ["FT-900"]
    window.actions_["redo"].trigger()
    window.actions_["redo"].trigger()
    idle(window)
    assert office.kept_names[-1].label == "Cá tra"
    assert len(office.kept_layouts) == 2


def test_a_template_goes_to_the_page_of_export(window, idle, tmp_path, qtbot):
    template = workbook(tmp_path / "mau.xlsx", "Lũy kế: {{exports.cumulative}}")
    drop(window, template)
    qtbot.waitUntil(lambda: window.page == "export")
    idle(window)
    assert window.pages.export.choices.template == str(template)


def choose(window, *paths: Path):
    """Choose files in the dialog of the system instead."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dialogs, "returns_to_import", lambda *_: [*paths])
        window.choosers.take_in.click()


@pytest.fixture
def held(office, monkeypatch):
    """Give the rules in force, which a file takes the place of."""
    held = ["old"]
    for name, does in (
        ("rules_text", lambda _s: held[0]),
        ("set_rules", lambda _s, path: held.__setitem__(0, path.read_text())),
    ):
        monkeypatch.setattr(type(office), name, does, raising=False)
    return held


@pytest.fixture
def rules(tmp_path):
    rules = tmp_path / "rules.toml"
    rules.write_text("new")
    return rules


def test_rules_do_not_judge_an_earlier_day_and_the_notice_says_so(window, held, rules, idle):
    window.session.select(vintage=Vintage(date(2025, 6, 30)))
    idle(window)
    drop(window, rules)
    idle(window)
    assert window.notice.message.sentence == (
        "The rules of rules.toml are in force from now on; an earlier day is judged by its own."
    )


@pytest.mark.parametrize("bring", [drop, choose])
def test_rules_are_put_in_force_and_back(window, held, rules, idle, bring):
    bring(window, rules)
    idle(window)
    assert held == ["new"]
    assert window.notice.message.sentence == "The rules of rules.toml are in force."
    window.notice.button.click()
    idle(window)
    assert held == ["old"]
    for key, text in (("redo", "new"), ("undo", "old")):
        window.actions_[key].trigger()
        idle(window)
        assert held == [text]


def test_a_scenario_goes_to_the_outlook_and_names_can_be_dropped_on_their_dialog(
    window, idle, tmp_path, monkeypatch
):
    came = []
    monkeypatch.setattr(window.pages.scenarios, "read", came.append)
    monkeypatch.setattr(window.keeping.knowing, "take_names", came.append)
    scenario, names = tmp_path / "us.json", tmp_path / "names.csv"
    scenario.write_text('{"format": "export-target-tracker scenario 1", "name": "US"}')
    drop(window, scenario)
    idle(window)
    assert (came, window.page) == ([scenario], "outlook")
    window.keeping.knowing.open()
    idle(window)
    drop(window.keeping.knowing.dialog, names)
    assert came == [scenario, names]
    window.keeping.knowing.dialog.close()


def test_placeholders_are_seen_and_a_broken_file_has_none(tmp_path):
    assert has_placeholders(workbook(tmp_path / "a.xlsx", "{{exports.growth}}"))
    assert not has_placeholders(workbook(tmp_path / "b.xlsx", "Xuất khẩu"))
    broken = tmp_path / "c.xlsx"
    broken.write_bytes(b"PK\x03\x04 no more")
    assert not has_placeholders(broken)


def test_groupings_of_the_offices_own_count_at_once(open_window, idle, tmp_path):
    clock = lambda: datetime(2025, 7, 6, tzinfo=UTC)  # noqa: E731 - a fixed day
    window = open_window(Office(tmp_path / "archive.sqlite3", clock=clock, user="Lan"))
    own = tmp_path / "own.csv"
    export_groupings(own)
    try:
        drop(window, own)
        idle(window)
        assert window.notice.message.sentence == "The groupings of own.csv count for this archive."
        assert "OWN_MARD" in schemes()
        window.wayfinding.open()
        found = {e.code for e in window.wayfinding.find("lâm sản")}
        assert "OWN_MARD/FORESTRY" in found
        window.notice.button.click()
        idle(window)
        assert "OWN_MARD" not in schemes()
    finally:
        take_over({})
    own.write_text("scheme,group,dimension,flow,members\nX,,,,\n", "utf-8")
    drop(window, own)
    idle(window)
    assert window.notice.message.tone.value == "bad"
