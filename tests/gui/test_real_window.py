"""Journeys in a real window, with real keys and mouse, where a virtual screen is to be had."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

JOURNEY = """
import sys
from pathlib import Path
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
import time
from desktop.gui.application import application, screen_available
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from tests.gui.example_office import ExampleOffice

assert screen_available()
app = application()
assert app.platformName() == "xcb"
office = ExampleOffice()
session = Session(lambda: office, Memory(Path(sys.argv[1])), "vi", ThemeChoice.LIGHT)
window = MainWindow(session)
window.painted.connect(window.begin)
window.show()

def until(true):
    late = time.monotonic() + 20
    while not true():
        assert time.monotonic() < late
        app.processEvents()
        time.sleep(0.005)  # lets the worker threads run, which QTest.qWait does not

window.activateWindow()  # no window manager does it on a bare screen
until(window.isActiveWindow)
until(lambda: window.overview.overview is not None)
QTest.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
QTest.keyClicks(app.focusWidget(), "bao cao nhan")
QTest.keyClick(app.focusWidget(), Qt.Key.Key_Return)
print(window.header.title.text())
english = window.rail.languages._buttons["en"]
QTest.mouseClick(english, Qt.MouseButton.LeftButton)
print(window.header.title.text())
window.importing.preview([Path("/returns/02-Bieu-T7.2025.xlsx")])
until(lambda: window.page == "review")
QTest.keyClick(window, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
at_rest = lambda: not (session.jobs.busy or session.theme.dressing.busy)
until(lambda: window.notice.isVisible() and at_rest())
QTest.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
print(window.choosers.month.value)
QTest.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
until(lambda: window.choosers.month.value == "June" and at_rest())
print(window.choosers.month.value)
window.close()
until(lambda: office.closed)  # once what asks it has ended
print(office.closed)
"""


pytestmark = pytest.mark.skipif(
    not shutil.which("xvfb-run"), reason="needs a virtual screen (xvfb)"
)


def lived(root, *program, seconds=90):
    """Run a program under a virtual screen; it complains of nothing. Give what it saw by lines."""
    done = subprocess.run(
        ["xvfb-run", "-a", sys.executable, *map(str, program)],
        cwd=root,
        env={**os.environ, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    assert done.stderr == ""
    return done.stdout.splitlines()


def test_a_day_at_the_desk(tmp_path, root):
    seen = lived(root, "-c", JOURNEY, tmp_path / "window.ini")
    assert seen == ["Báo cáo nhận", "Returns received", "July", "June", "True"]


@pytest.mark.slow
def test_the_errands_of_a_first_day(tmp_path, root):
    """First run, import, chart; revise; undo; set a target; find; export; language and theme."""
    seen = lived(root, "-m", "tests.gui.real_errands", tmp_path, seconds=400)
    assert [line.replace("\u00a0", " ") for line in seen] == [
        "invited True",
        "charted overview True tháng 6",
        "revises True",
        "undone tháng 6",
        "targeted True 0.12",
        "found Thị trường",
        "written PK",
        "worn Export dark",
        "closed True",
    ]
