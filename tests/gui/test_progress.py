"""The sheet of progress: what it fills paints nothing else on the way."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop.figures.wording import language
from desktop.gui.jobs import Job
from desktop.gui.shell.footer import Footer
from desktop.gui.shell.notice import Message, Notice
from desktop.gui.shell.progress import ProgressSheet
from desktop.gui.tokens import Tone

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own


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
    beside, sheet = Counted(over), ProgressSheet(over, Notice(over))
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


def test_the_sheet_covers_nothing_of_a_notice(over, qtbot):
    notice = Notice(over)
    sheet = ProgressSheet(over, notice)
    sheet.follow(Job("export", lambda progress: None, "Writing the report"))
    qtbot.waitUntil(sheet.isVisible)
    alone = sheet.geometry()
    notice.say(Message(Tone.BAD, "The file is open elsewhere.", "Close it there.", "Again"))
    assert not sheet.geometry().intersects(notice.geometry())
    assert over.rect().contains(sheet.geometry())
    notice.close_button.click()
    assert sheet.geometry() == alone


def test_the_foot_says_that_an_answer_is_awaited_until_the_last_one_came(qtbot):
    footer = Footer()
    qtbot.addWidget(footer)
    footer.dress(language("en"))
    footer.show()
    jobs = [Job("overview", lambda progress: None), Job("outlook", lambda progress: None)]
    for job in jobs:
        footer.follow(job)
    assert not footer.awaited.isVisible()  # what is quick says nothing
    qtbot.waitUntil(footer.awaited.isVisible)
    assert footer.awaited.text() == "Working it out…"
    jobs[0].ended.emit()
    assert footer.awaited.isVisible()
    jobs[1].ended.emit()
    assert not footer.awaited.isVisible()


def test_the_foot_says_nothing_of_what_has_a_sheet_of_its_own(qtbot):
    footer = Footer()
    qtbot.addWidget(footer)
    footer.show()
    titled, quick = Job("x", lambda progress: None, "Reading"), Job("y", lambda progress: None)
    footer.follow(titled)
    footer.follow(quick)
    quick.ended.emit()
    qtbot.waitUntil(lambda: not footer._timer.isActive())
    assert not footer.awaited.isVisible()
