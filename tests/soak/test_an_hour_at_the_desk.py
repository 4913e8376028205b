"""An hour of use in minutes: thousands of real events over every page, with flat memory.

What an official does in an hour is done by real keys, clicks and choosers, in an order that a
seed shuffles. Memory is looked at after every round: after the first ones, in which pages, fonts
and caches come into being, it may not grow. No step of the window's thread takes longer than
`MOST_MS` of its own work.
"""

from __future__ import annotations

import gc
import os
import random
import statistics

import psutil
import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.figures.places import sample
from desktop.gui import motion
from desktop.gui.charts.plot import Plot
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.structure.walkable import Walkable
from desktop.gui.theme import ThemeChoice
from tests.benchmarks.window_thread import Meter
from tests.shots.stage import Stage, build_archive

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),  # offscreen's own
]

ROUNDS = int(os.environ.get("SOAK_ROUNDS", "22"))
WARM = 13
"""Rounds after which everything has come into being, and the answers that are kept are full."""
MOST_GROWTH_MB = 12
"""Of the median of the last rounds over that of the first ones after the warm-up."""
MOST_MS = 100
"""The longest step, a change of theme, is to stay under 100 on a machine of its own; other work on
it lengthens the thread's own time by a third and more.
"""
PAGES = ("overview", "markets", "sectors", "balance", "outlook", "targets", "received")


class Desk:
    """An official at the window: counts the events that are sent."""

    def __init__(self, stage, seed=5):
        self.stage, self.window, self.chance = stage, stage.window, random.Random(seed)
        self.events = 0

    def key(self, widget, key, modifiers=Qt.KeyboardModifier.NoModifier, times=1):
        for _ in range(times):
            QTest.keyClick(widget, key, modifiers)
            self.events += 2

    def round(self):
        """Do everything once, the pages in another order each time."""
        pages = list(PAGES)
        self.chance.shuffle(pages)
        for page in pages:
            self.visit(page)
        self.choose()
        self.take_in()
        self.change_looks()

    def visit(self, page):
        self.window.show_page(page)
        self.stage.settle()
        for panel in self.window.pages.page(page).findChildren(TwinPanel):
            if not panel.isVisible():
                continue
            if isinstance(panel.face, Plot | Walkable):
                self.look_at(panel.face)
            panel.toggle.click()
            panel.toggle.click()
            self.events += 4
            QApplication.processEvents()

    def look_at(self, chart):
        """Walk it by keys and pointer, zoom and come back."""
        chart.setFocus(Qt.FocusReason.TabFocusReason)
        target = chart.viewport() if isinstance(chart, Plot) else chart
        for _ in range(12):
            at = QPoint(self.chance.randrange(target.width()), self.chance.randrange(
                target.height()))  # fmt: skip
            QTest.mouseMove(target, at)
            self.events += 1
        self.key(chart, Qt.Key.Key_Right, times=6)
        self.key(chart, Qt.Key.Key_Plus, times=3)
        self.key(chart, Qt.Key.Key_Left, times=4)
        self.key(chart, Qt.Key.Key_0)
        QApplication.processEvents()

    def choose(self):
        """Other months, releases, markets, items; then all again."""
        session = self.window.session
        months = self.window._choices.months
        for _ in range(4):
            self.window._choose_month(self.chance.choice(months[-18:]))
            self.stage.settle()
        session.focus_on(market=self.chance.choice(("US", "CN", "JP")))
        self.stage.settle()
        session.focus_on(item=self.chance.choice(("ELEC", "COFFEE", "WOOD")))
        self.stage.settle()
        session.focus_on(market="", item="")
        session.select(year=None, through=None)
        self.stage.settle()

    def take_in(self):
        """Import July, note it, undo both."""
        window = self.window
        window.show_page("overview")
        self.stage.review(sample("next", "02-Bieu-T7.2025.xlsx"))
        window.review.accept()
        self.stage.settle()
        window.reviewing.leave()
        self.stage.settle()
        window.charts.noting.add(window._overview.through.day(15), "Ngâm")
        self.stage.settle()
        for _ in range(2):
            self.key(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            self.stage.settle()

    def change_looks(self):
        session = self.window.session
        for code, theme in (("en", ThemeChoice.DARK), ("vi", ThemeChoice.LIGHT)):
            session.speak(code)
            self.stage.settle()
            session.wear(theme)
            self.stage.settle()


def memory_mb(collector):
    """What the process holds, after what is no longer wanted has gone.

    In a true hour a round takes minutes, in which the collector comes round many times.
    """
    for _ in range(3):
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    collector.give_back()
    return psutil.Process().memory_info().rss / 1e6


def test_an_hour_leaves_memory_flat_and_the_window_answering(tmp_path):
    archive = build_archive(tmp_path / "archive.sqlite3")
    stage, meter = Stage(archive), Meter()
    motion.allow(True)
    desk = Desk(stage)
    held, gaps = [], []
    for number in range(ROUNDS):
        gap = meter.during(desk.round)
        held.append(memory_mb(stage.window.session.collector))
        if number >= WARM:
            gaps.append(gap.thread * 1000)
    motion.allow(False)
    stage.close()
    warm = held[WARM:]
    third = max(len(warm) // 3, 1)
    growth = statistics.median(warm[-third:]) - statistics.median(warm[:third])
    told = ", ".join(f"{mb:.0f}" for mb in held)
    assert desk.events > 300 * ROUNDS
    assert growth < MOST_GROWTH_MB, f"MB after each round: {told}"
    assert max(gaps) < MOST_MS, f"longest steps: {', '.join(f'{g:.0f}' for g in gaps)} ms"
