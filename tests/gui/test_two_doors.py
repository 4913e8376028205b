"""Two errands that come first, and at once, each get what they import: neither a half of it."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import desktop.analysis
from desktop.gui.session import SHARED_ROOMS

PROGRAM = """
import sys
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier, Thread

from PySide6.QtWidgets import QApplication

from desktop.gui.memory import Memory
from desktop.gui.overview.page import import_slow_rooms
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.workflow import Office

application, folder = QApplication([]), Path(sys.argv[1])
now = datetime(2025, 7, 7, tzinfo=UTC)
session = Session(
    lambda: Office(folder / "a.sqlite3", clock=lambda: now, user="lan"),
    Memory(folder / "memory.ini"), "en", ThemeChoice.LIGHT,
)
together, failed = Barrier(2), []


def compose():
    from desktop.reports.content.composing import compose


def errand(work):
    try:
        together.wait(60)
        session.office()
        together.wait(60)
        work()
    except Exception as error:
        failed.append(repr(error))


threads = [Thread(target=errand, args=(work,)) for work in (compose, import_slow_rooms)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
session.office().close()
sys.exit("; ".join(failed) or 0)
"""


def test_a_preview_and_an_overview_that_are_asked_for_first_and_at_once_are_both_given(tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path)],
        check=False, capture_output=True, text=True, timeout=100,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")


def test_every_package_of_the_analysis_that_reads_its_own_rooms_is_among_them():
    folder = Path(desktop.analysis.__file__).parent
    with_doors = {
        f"desktop.analysis.{package.parent.name}"
        for package in folder.glob("*/__init__.py")
        if any(isinstance(line, ast.ImportFrom) for line in ast.parse(package.read_text()).body)
    }
    assert with_doors == {*SHARED_ROOMS}
