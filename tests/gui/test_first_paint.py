"""The window shows itself before anything slow is imported."""

from __future__ import annotations

import subprocess
import sys

SLOW = (
    "pandas", "numpy", "sqlalchemy", "alembic", "pyqtgraph", "openpyxl", "babel", "fractions",
    "secrets", "subprocess", "desktop.workflow.watching",
    "desktop.figures.directions", "desktop.figures.target_names", "desktop.returns",
)  # fmt: skip
PROGRAM = """
import sys
from desktop.gui.application import application
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from pathlib import Path

app = application()
session = Session(lambda: None, Memory(Path(sys.argv[1])), "vi", ThemeChoice.SYSTEM)
window = MainWindow(session)
painted = []
window.painted.connect(lambda: (painted.append(set(sys.modules)), app.quit()))
window.show()
app.exec()
print(*(painted[0] & set(sys.argv[2:])))
"""


def test_nothing_slow_is_imported_before_the_first_paint(tmp_path, root):
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(tmp_path / "window.ini"), *SLOW],
        cwd=root,
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.split() == []
    assert done.stderr == ""
