"""Layouts hold with words sixty per cent longer, in a small window, on every page and dialog."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QTableWidget, QWidget

from desktop.figures.month import Month
from desktop.gui.parts.text import Elided, label
from tests.gui.clipping import faults, painted_words
from tests.gui.lengthened import Lengthened, longer
from tests.shots.__main__ import SCENES
from tests.shots.stage import Stage, build_archive

pytestmark = pytest.mark.qt_log_ignore(
    "propagateSizeHints", r"raise\(\)", "grabbing the keyboard", extend=True
)  # offscreen's own
SMALL = (1280, 720)
PAGES = ("overview", "markets", "sectors", "balance", "outlook", "received", "export")


def speak_longer(window):
    window.session.language = Lengthened()
    window.session.language_changed.emit()
    QApplication.processEvents()  # lays out what has other words now


def test_every_text_is_sixty_per_cent_longer_and_keeps_its_figures():
    text = "Nhập báo cáo tháng từ tệp Excel vào kho số liệu"
    assert longer(text).startswith(text)
    assert len(longer(text).replace(" ", "")) == pytest.approx(
        1.6 * len(text.replace(" ", "")), 0.1
    )
    assert longer("2025") == "2025"
    assert longer("Năm") == "Nămẵở"
    assert Lengthened()._("{count} markets", count=85).startswith("85 ")


def test_every_page_holds_longer_words(open_window, office, idle):
    window = open_window(office, language="vi", size=SMALL)
    speak_longer(window)
    window.session.focus_on(market="US", item="WOOD", month=Month(2025, 4))
    with painted_words() as painted:
        for page in PAGES:
            window.show_page(page)
            idle(window)
            for _ in range(3):  # a layout that found its lines wrapped asks for another
                QApplication.processEvents()
            window.grab()
            assert (window.width(), window.height()) == SMALL
            assert window.frame.view.horizontalScrollBar().maximum() == 0, page
            assert faults(window) == [], page
    assert painted == []


@pytest.mark.slow
@pytest.mark.parametrize("scene", SCENES, ids=[scene.name for scene in SCENES])
def test_every_scene_holds_longer_words(scene, archive):
    stage = Stage(None if scene.empty else archive)
    try:
        scene.prepare(stage)
        stage.window.resize(*SMALL)
        speak_longer(stage.window)
        stage.settle()
        with painted_words() as painted:
            scene.show(stage)
            stage.settle()
            stage.picture()
        shown = (stage.window, *stage.dialogs())
        assert [fault for window in shown for fault in faults(window)] + painted == []
    finally:
        stage.close()


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """The archive that the pictures are taken of."""
    return build_archive(tmp_path_factory.mktemp("shots") / "archive.sqlite3")


# The measure itself -------------------------------------------------------------------------------


@pytest.fixture
def sheet(qtbot):
    """An empty window to put faults on."""
    made = QWidget()
    made.resize(300, 200)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("kind", [QLabel, QPushButton])
def test_a_word_that_is_cut_is_found(sheet, kind):
    made = kind("Kim ngạch xuất khẩu hàng hóa", sheet)
    made.resize(made.sizeHint())
    made.show()
    assert faults(sheet) == []
    made.resize(made.width() - 10, made.height())
    if kind is QLabel:
        assert "larger than its place" in faults(sheet)[0]
    made.move(290, 0)
    assert any("out of reach" in fault for fault in faults(sheet)) is (kind is QPushButton)


def test_lines_that_have_no_room_are_found(sheet):
    made = label("secondary", "một câu dài hơn một dòng và cần đến hai dòng", sheet)
    made.setWordWrap(True)
    made.setGeometry(0, 0, 150, 16)
    made.show()
    assert "higher than its place" in faults(sheet)[0]
    made.setGeometry(0, 0, 150, 80)
    assert faults(sheet) == []


def test_what_lies_over_another_is_found_and_what_elides_is_not(sheet):
    one, two = Elided("secondary", "một " * 40), Elided("secondary", "hai")
    one.setParent(sheet)
    two.setParent(sheet)
    for made in (one, two):
        made.setGeometry(0, 0, 100, 20)
        made.show()
    assert "lie over one another" in faults(sheet)[0]
    two.move(0, 30)
    assert faults(sheet) == []


def test_a_heading_without_a_tip_is_found(sheet):
    table = QTableWidget(1, 1, sheet)
    table.setHorizontalHeaderLabels(["Kim ngạch xuất khẩu hàng hóa"])
    table.setColumnWidth(0, 60)
    table.show()
    assert any("heading" in fault for fault in faults(sheet))
    table.horizontalHeaderItem(0).setToolTip("Kim ngạch xuất khẩu hàng hóa")
    assert faults(sheet) == []


def test_painted_words_that_are_cut_are_found():
    canvas = QPixmap(200, 50)
    with painted_words() as found:
        painter = QPainter(canvas)
        painter.drawText(QRect(0, 0, 20, 20), Qt.AlignmentFlag.AlignLeft, "Kim ngạch")
        painter.drawText(QRect(0, 0, 190, 20), Qt.AlignmentFlag.AlignLeft, "Kim ngạch")
        painter.end()
    assert len(found) == 1
