"""The review of a workbook with the real office behind it: read, asked, answered, remembered."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from desktop.figures.places import sample
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from desktop.workflow import Office

UNKNOWN = "Cà phê nhân xanh"
SHEET = "14. XK"


def renamed(folder: Path, name: str, month: str) -> Path:
    """Give July's book another name for coffee; the second differs in one figure."""
    book = openpyxl.load_workbook(sample("next", "02-Bieu-T7.2025.xlsx"))
    sheet = book[SHEET]
    row = next(cell.row for cell in sheet["B"] if cell.value == "Cà phê")
    sheet.cell(row, 2).value = UNKNOWN
    sheet["D9"].value += float(month)
    out = folder / name
    book.save(out)
    return out


@pytest.fixture
def desk(qtbot, tmp_path):
    """Open a window on an archive of its own; closing it ends the reading process."""
    archive = tmp_path / "archive.sqlite3"

    def opener():
        return Office(archive, clock=lambda: datetime(2025, 8, 7, tzinfo=UTC), user="an")

    session = Session(opener, Memory(tmp_path / "w.ini"), "en", ThemeChoice.LIGHT)
    window = MainWindow(session)
    qtbot.addWidget(window, before_close_func=lambda w: w.session.close())
    window.resize(1280, 720)
    window.show()
    return window


def test_a_name_answered_once_needs_no_click_in_the_next_file(desk, qtbot, tmp_path):
    def settled():
        return not desk.session.jobs.busy

    def read(path):
        with qtbot.waitSignal(desk.importing.read, timeout=20000):
            desk.importing.preview([path])
        qtbot.waitUntil(settled, timeout=20000)
        return desk.pages.review

    review = read(renamed(tmp_path, "first.xlsx", "0"))
    assert review.decisions.question.about == UNKNOWN
    sheet = review.recognised.sheet
    assert sheet.shown.drawn.cells.name == SHEET
    assert sheet.shown.data(sheet.currentIndex()) == UNKNOWN
    qtbot.keyClicks(review.decisions.field, "coffee")
    review.decisions.answer()
    qtbot.waitUntil(settled, timeout=20000)
    assert not review.decisions.isVisible()
    assert "1 remembered" in review.names.aside
    with qtbot.waitSignal(desk.importing.written, timeout=20000):
        review.accept()
    qtbot.waitUntil(settled, timeout=20000)
    again = read(renamed(tmp_path, "second.xlsx", "1"))
    assert not again.decisions.isVisible()
    assert again.ready
