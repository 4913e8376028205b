"""A process from its start to the window's first paint, against a bare QMainWindow's."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator

from tests.benchmarks.timing import Row, row

RUNS = 9

OURS = """
import sys
from desktop.__main__ import main
from desktop.figures.collector import uncollected
with uncollected():  # as the door has it; the window is read before, to see it paint
    from desktop.gui import window
    window.MainWindow.begin = lambda self, paths=(): print("painted", flush=True) or self.close()
    main(["--archive", sys.argv[1] + "/archive.sqlite", "--language", "vi"])
"""

BARE = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("painted", flush=True)
        QTimer.singleShot(0, self.close)
app = QApplication([])
window = Window()
window.resize(1440, 900)
window.show()
app.exec()
"""


def rows() -> Iterator[Row]:
    """Both write a line when they have painted; the time to that line counts."""
    with tempfile.TemporaryDirectory() as folder:
        pairs = [(_started(OURS, folder), _started(BARE, folder)) for _ in range(RUNS + 1)]
    yield row("first paint, from the start of the process", "bare QMainWindow", pairs[1:])


def _started(code: str, folder: str) -> float:
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, folder], stdout=subprocess.PIPE, text=True,
        env=os.environ | {"XDG_CONFIG_HOME": folder},
    ) as process:  # fmt: skip
        assert process.stdout is not None
        assert process.stdout.readline() == "painted\n"
        return time.perf_counter() - start
