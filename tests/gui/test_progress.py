"""The sheet of progress: what it fills paints nothing else on the way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.gui.jobs import Job
from desktop.gui.shell.progress import ProgressSheet


class Counted(QLabel):
    """Counts its paints."""

    def __init__(self, over):
        super().__init__("figures", over)
        self.paints = 0

    def paintEvent(self, event):
        self.paints += 1
        super().paintEvent(event)


@pytest.fixture
def over(qtbot):
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    qtbot.waitExposed(made)
    return made


def test_a_step_of_progress_paints_nothing_at_once_that_waits_for_a_paint(over, qtbot):
    beside, sheet = Counted(over), ProgressSheet(over)
    beside.show()
    job = Job("preview", lambda progress: None, "Reading returns")
    sheet.follow(job)
    qtbot.waitUntil(sheet.isVisible)
    QApplication.processEvents()
    before = beside.paints
    beside.update()
    job.progressed.emit(3, 12, "a.xlsx")
    assert (sheet.bar.value(), sheet.bar.maximum(), beside.paints) == (3, 12, before)
    qtbot.waitUntil(lambda: beside.paints == before + 1)
    assert sheet.bar.updatesEnabled()
