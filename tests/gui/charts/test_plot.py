"""A plot under the hands: what the crosshair tells, how it zooms, where flags stand."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QFocusEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop.figures.note import Note
from desktop.figures.wording import language
from desktop.gui.charts.cumulative import CumulativeChart
from desktop.gui.charts.gap import GapChart
from desktop.gui.charts.months import MonthsChart
from desktop.gui.outlook.legends import outlook_months_legend
from desktop.gui.outlook.months_chart import OutlookMonthsChart
from desktop.gui.parts.text import plain
from desktop.gui.tokens import LIGHT
from tests.gui.example_overview import progress

EN, VI = language("en"), language("vi")
TET = Note(date(2025, 1, 29), "Tết 2025", code="tet-2025")
TARIFF = Note(date(2025, 4, 2), "Thuế đối ứng", "Reciprocal tariff", "tariff-2025-04")
NEXT_DAY = Note(date(2025, 4, 3), "Đàm phán", "Talks", "7")
OLDER = Note(date(2024, 6, 1), "Năm trước", "Last year", "8")


@pytest.fixture
def chart(qtbot):
    made = MonthsChart()
    qtbot.addWidget(made)
    made.resize(700, 240)
    made.draw(progress(), EN, LIGHT)
    made.show()
    return made


@pytest.fixture
def lines(qtbot):
    made = CumulativeChart()
    qtbot.addWidget(made)
    made.resize(700, 300)
    made.draw(progress(), EN, LIGHT)
    made.show()
    return made


def place(chart, slot, part=0.5):
    """Where the middle of a slot is on the screen."""
    low, high = chart.view.viewRange()[1]
    at = chart.view.mapViewToScene(QPointF(slot + part, (low + high) / 2))
    return chart.mapFromScene(at)


def drag(chart, start, end):
    begin, stop = place(chart, start), place(chart, end)
    QTest.mousePress(chart.viewport(), Qt.MouseButton.LeftButton, pos=begin)
    for step in range(1, 6):
        between = begin + (stop - begin) * step / 5
        QTest.mouseMove(chart.viewport(), between)
        QApplication.processEvents()
    QTest.mouseRelease(chart.viewport(), Qt.MouseButton.LeftButton, pos=stop)


def wheel(chart, slot, turn, modifiers=Qt.KeyboardModifier.NoModifier):
    at = QPointF(place(chart, slot))
    event = QWheelEvent(
        at, QPointF(chart.mapToGlobal(at.toPoint())), QPoint(), QPoint(0, turn),
        Qt.MouseButton.NoButton, modifiers, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(chart.viewport(), event)
    return event.isAccepted()


def told(chart, slot):
    return [plain(line) for line in chart.told(slot)]


def test_hover_names_status_release_and_cell(chart):
    assert "estimate · published 6 Jul 2025" in told(chart, 5)
    assert any("14.XK!D" in line for line in told(chart, 5))


def test_the_crosshair_rings_every_line_where_it_passes_the_month(lines):
    lines.read(2)
    ringed = {round(y, 2) for _, y in lines.crosshair.rings.places}
    held = progress().months[2]
    assert {round(v / 1e9, 2) for v in (held.cumulative, held.path, held.cumulative_last_year)} == (
        ringed
    )
    lines.read(9)  # to come: path and last year alone
    assert len(lines.crosshair.rings.places) == 2


def test_the_pointer_writes_the_height_it_stands_at(chart):
    QTest.mouseMove(chart.viewport(), place(chart, 3))
    low, high = chart.view.viewRange()[1]
    assert chart.crosshair.height.isVisible()
    written = float(chart.crosshair.height.toPlainText())
    assert written == pytest.approx((low + high) / 2, abs=0.3)
    QApplication.sendEvent(chart, QEvent(QEvent.Type.Leave))
    assert not chart.crosshair.height.isVisible()


def test_dragging_over_months_shows_them_alone_and_a_double_click_all(chart):
    drag(chart, 2, 5)
    assert (chart.zoom.first, chart.zoom.last) == (2, 6)
    assert [round(x) for x in chart.view.viewRange()[0]] == [2, 6]
    QTest.mouseDClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 3))
    assert chart.zoom.whole


def test_a_click_is_no_drag(chart):
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place(chart, 3))
    assert chart.zoom.whole


def test_the_wheel_is_the_page_s_until_the_chart_is_meant(chart):
    chart.clearFocus()
    assert not wheel(chart, 4, 120)
    assert chart.zoom.whole
    assert wheel(chart, 4, 120, Qt.KeyboardModifier.ControlModifier)
    assert not chart.zoom.whole
    assert chart.zoom.shows(4)
    chart.setFocus()
    assert wheel(chart, 4, -120)
    assert chart.zoom.whole
    assert not wheel(chart, 4, -120)  # all is shown: the page may scroll


def test_arrow_keys_walk_beyond_what_is_in_sight(chart):
    chart.zoom.to(0, 3)
    chart.setFocus()
    chart.read(2)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert chart.slot == 3
    assert chart.zoom.shows(3)
    QTest.keyClick(chart, Qt.Key.Key_End)
    assert chart.zoom.shows(11)


@pytest.mark.parametrize("meanwhile", [
    Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason,
])  # fmt: skip
def test_after_a_menu_or_a_dialog_the_month_is_read_that_it_was_of(chart, meanwhile):
    def focus(kind, reason):
        QApplication.sendEvent(chart, QFocusEvent(kind, reason))
        return chart.slot

    newest = focus(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert focus(QEvent.Type.FocusOut, meanwhile) is None
    assert focus(QEvent.Type.FocusIn, meanwhile) == 1
    assert focus(QEvent.Type.FocusOut, Qt.FocusReason.TabFocusReason) is None
    assert focus(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason) == newest != 1


def test_a_menu_is_of_the_month_under_the_pointer_though_it_has_not_moved(chart):
    for slot in (2, 0):
        QTest.mousePress(
            chart.viewport(), Qt.MouseButton.RightButton, pos=place(chart, slot)
        )  # fmt: skip
        assert chart.slot == slot
        chart.read(None)  # the menu is closed


def test_zoom_fits_the_height_and_keeps_bars_on_the_ground(chart, lines):
    chart.zoom.to(0, 2)
    low, high = chart.view.viewRange()[1]
    assert low == 0
    assert 34.5 < high < 45
    lines.zoom.to(3, 6)
    low, high = lines.view.viewRange()[1]
    assert 50 < low < 104
    assert 230 < high < 270


def test_zoom_stays_where_it_is_when_other_figures_come(chart):
    chart.zoom.to(2, 6)
    chart.draw(progress(through=7), EN, LIGHT)
    assert [round(x) for x in chart.view.viewRange()[0]] == [2, 6]


def test_flags_are_numbered_by_day_and_stand_outside_the_plot(chart):
    chart.show_notes([NEXT_DAY, TARIFF, OLDER, TET])
    assert [(f.number, f.note.code) for f in chart.flags] == [
        (1, "tet-2025"), (2, "tariff-2025-04"), (3, "7"),
    ]  # fmt: skip
    boxes = [box for _, box in chart.lane.places()]
    assert all(a.right() <= b.left() for a, b in pairwise(boxes))
    room = chart.view.sceneBoundingRect()
    assert all(chart.lane.mapRectToScene(box).bottom() <= room.top() for box in boxes)
    assert "[2] 2 Apr 2025 · Reciprocal tariff" in told(chart, 3)
    assert chart.notes_by_row()[0] == "[1] 29 Jan 2025 · Tết 2025"


def test_a_flag_s_line_lies_behind_the_figures(chart):
    chart.show_notes([TARIFF])
    (line,) = chart.lane._lines
    assert line.zValue() < chart.bars.zValue()


def test_an_estimate_is_hatched_or_hollow_everywhere(lines, qtbot):
    gap, months = GapChart(), MonthsChart()
    for made in (gap, months):
        qtbot.addWidget(made)
        made.draw(progress(), EN, LIGHT)
    assert [b.hatched for b in gap.bars.bars] == [False] * 5 + [True]
    now = months.bars.bars[1::2]
    assert [b.hatched for b in now] == [False] * 5 + [True] + [False] * 6
    assert (lines.point.fill, lines.point.edge) == (LIGHT.card, LIGHT.primary)


def test_a_month_that_is_not_in_yet_is_no_collapse(lines):
    """The line ends at the newest month, and a missing one breaks it: neither falls to zero."""
    lines.draw(progress(through=7, missing=(3,)), EN, LIGHT)
    _, heights = lines.actual.getData()
    known = [h for h in heights[1:] if math.isfinite(h)]
    assert len(known) == 2
    assert known == sorted(known)


def test_a_missing_month_says_so_among_the_months_of_the_outlook(qtbot):
    chart = OutlookMonthsChart()
    qtbot.addWidget(chart)
    held = progress(through=7, missing=(3,))
    chart.draw(held, None, EN, LIGHT)
    assert plain(chart.told(2)[1]) == "not imported"
    assert "not imported" in [entry.words for entry in outlook_months_legend(held, EN, LIGHT)]


def test_months_and_units_are_named_by_the_language(lines):
    names = [name for _, name in lines.bottom.ticks]
    assert names[:2] == ["Jan", "Feb"]
    assert lines.lane.unit == "bn USD"
    lines.draw(progress(), VI, LIGHT)
    names = [name for _, name in lines.bottom.ticks]
    assert (names[0], names[-1], lines.lane.unit) == ("T1", "T12", "tỷ USD")


def test_the_chart_is_told_in_a_sentence(lines):
    lines.show_notes([TET])
    assert lines.description.startswith("June 2025. Cumulative  219.83")
    assert lines.description.endswith(".")


@pytest.mark.parametrize(("lang", "begins"), [(EN, "No target"), (VI, "Chưa đặt")])
def test_why_a_chart_is_empty_is_said_as_a_sentence_begins(qtbot, lang, begins):
    made = GapChart()
    qtbot.addWidget(made)
    made.explain(lang._("no target is set for the year"), LIGHT)
    assert made._empty.toPlainText().startswith(begins)


@pytest.mark.parametrize("high", range(52, 80, 4))
def test_in_a_low_chart_no_label_is_cut_at_the_foot(qtbot, high):
    chart, told = GapChart(), progress()
    qtbot.addWidget(chart)
    behind = replace(told.months[0], gap=-1.3e9)
    ahead = (replace(point, gap=None) for point in told.months[1:])
    chart.draw(replace(told, months=(behind, *ahead)), EN, LIGHT)
    chart.resize(560, high)
    drawn = chart.grab().toImage()
    middle = place(chart, 0).x()
    foot = {drawn.pixel(x, drawn.height() - 1) for x in range(middle - 14, middle + 14)}
    assert len(foot) == 1
