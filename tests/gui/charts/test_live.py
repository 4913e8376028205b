"""What changes is drawn again, and nothing else; what moves is short and can be turned off."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from desktop.gui import motion
from desktop.gui.charts.drawing import redraws
from desktop.gui.memory import Memory
from desktop.gui.motion import Glide
from desktop.gui.theme import ThemeChoice
from tests.gui.example_overview import overview

pytestmark = pytest.mark.slow


@pytest.fixture
def counted(window, idle):
    """Give what counts each part's redraws since it was last asked."""
    idle(window)
    board = window.overview.dashboard
    parts = {
        "cumulative": board.charts[0], "gap": board.charts[1], "months": board.charts[2],
        "contributions": board.contributions.list, "to_date": board.cards[0],
        "required": board.cards[1], "landing": board.cards[2], "balance": board.cards[3],
    }  # fmt: skip
    before = {name: redraws(part) for name, part in parts.items()}

    def since():
        now = {name: redraws(part) for name, part in parts.items()}
        changed = {name for name in parts if now[name] > before[name]}
        before.update(now)
        return changed

    return since


def show(window, held):
    window.overview.show_overview(held, None)


def test_the_same_answer_draws_nothing(window, counted):
    show(window, overview())
    counted()
    show(window, overview())
    assert counted() == set()


def test_a_changed_target_leaves_what_it_does_not_touch(window, counted):
    show(window, overview())
    counted()
    held = overview()
    points = tuple(
        replace(p, path=p.path * 1.05, gap=p.gap and p.cumulative - p.path * 1.05)
        for p in held.exports.months
    )
    show(window, replace(held, exports=replace(held.exports, months=points)))
    assert counted() == {"cumulative", "gap", "months"}


def test_imports_alone_leave_the_charts_of_exports(window, counted):
    show(window, overview())
    counted()
    held = overview()
    show(window, replace(held, balance=replace(held.balance, cumulative=1e9, change=-2e9)))
    assert counted() == {"balance"}


class Paints(QObject):
    """Counts how often each of some widgets is painted."""

    def __init__(self, **watched):
        super().__init__()
        self.counts, self._names = Counter(), {part: name for name, part in watched.items()}
        for part in watched.values():
            part.installEventFilter(self)

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            self.counts[self._names[watched]] += 1
        return False


def test_what_an_answer_does_not_touch_is_not_painted_and_the_rest_is_painted_once(window, idle):
    held = overview()
    show(window, held)
    idle(window)
    QApplication.processEvents()
    board = window.overview.dashboard
    paints = Paints(
        cumulative=board.charts[0].viewport(), gap=board.charts[1].viewport(),
        months=board.charts[2].viewport(), ranking=board.contributions.list.viewport(),
        to_date=board.cards[0].figures, balance=board.cards[3].figures,
    )  # fmt: skip
    show(window, replace(held, balance=replace(held.balance, cumulative=1e9, change=-2e9)))
    for _ in range(5):
        QApplication.processEvents()
    assert paints.counts == {"balance": 1}
    points = tuple(replace(p, path=p.path * 1.4, gap=-3e9) for p in held.exports.months)
    show(window, replace(held, exports=replace(held.exports, months=points)))
    for _ in range(5):
        QApplication.processEvents()
    assert paints.counts == {"balance": 2, "cumulative": 1, "gap": 1, "months": 1}


def test_a_theme_draws_everything_once(window, counted, idle):
    window.session.wear(ThemeChoice.DARK)
    idle(window)
    assert {"cumulative", "gap", "months", "contributions", "to_date"} <= counted()


def test_a_chooser_of_one_page_draws_none_of_another(window, counted, idle):
    window.show_page("markets")
    idle(window)
    page = window.pages.structure("markets")
    drawn = redraws(page.map.map)
    counted()
    page.map.shade.press("share")
    assert redraws(page.map.map) == drawn + 1
    page.map.shade.press("share")
    assert redraws(page.map.map) == drawn + 1
    assert counted() == set()


def test_motion_ends_where_it_should_and_is_skipped_when_off(qtbot):
    steps = []
    owner = QObject()
    glide = Glide(owner, steps.append)
    motion.allow(False)
    glide.start()
    assert steps == [1.0]
    motion.allow(True)
    try:
        glide.start()
        qtbot.waitUntil(lambda: steps[-1] == 1.0 and len(steps) > 2)
        assert steps[1] < 1.0
        glide.start(moving=False)
        assert steps[-1] == 1.0
    finally:
        motion.allow(False)
    assert motion.DURATION_MS <= 200


def test_the_choice_is_remembered(tmp_path, qapp):
    memory = Memory(tmp_path / "window.ini")
    try:
        motion.recall(memory)
        assert motion.allowed() is not motion.system_reduces()
        motion.choose(memory, on=False)
        motion.allow(True)
        motion.recall(Memory(tmp_path / "window.ini"))
        assert not motion.allowed()
    finally:
        motion.allow(False)
