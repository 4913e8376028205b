"""The outlook in the window: the card and the fan on the overview, the page, by keyboard."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from desktop.analysis.landing.results import Reason, Why
from desktop.analysis.outlook.results import Band
from desktop.analysis.outlook.wording import silent
from desktop.figures.month import Month
from desktop.figures.wording import language
from desktop.gui.outlook.legends import cumulative_legend, outlook_months_legend
from desktop.gui.outlook.tables import flows_grid
from desktop.gui.overview.landing_card import landing
from desktop.gui.parts.layouts import Scrolling, ScrollingText
from desktop.gui.parts.tips import wrapped
from desktop.gui.tokens import LIGHT
from tests.gui.example_outlook import outlook
from tests.gui.example_overview import overview

EN, VI = language("en"), language("vi")

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own


@pytest.fixture
def told(window, qtbot, idle):
    """Give a window whose outlook has come."""
    idle(window)
    qtbot.waitUntil(lambda: window.overview.forecaster.outlook is not None)
    return window


@pytest.fixture
def page(told, qtbot, idle):
    """Give the page of the outlook, opened by its key."""
    qtbot.keyClick(told, Qt.Key.Key_5, Qt.KeyboardModifier.ControlModifier)
    assert told.page == "outlook"
    idle(told)  # it is filled in a turn of its own
    return told.pages.outlook


@pytest.fixture
def on_sight(seen, qtbot, idle):
    """Give the window that is opened once, at its overview, with its outlook."""
    seen.show_page("overview")
    idle(seen)
    qtbot.waitUntil(lambda: seen.overview.forecaster.outlook is not None)
    seen.activateWindow()
    return seen


@pytest.fixture
def looked_at(on_sight, idle):
    """Give the page of the outlook in the window that is opened once."""
    on_sight.show_page("outlook")
    idle(on_sight)
    return on_sight.pages.outlook


def test_a_legend_tells_no_fan_where_none_is_drawn():
    exports = overview().exports
    with_it = [e.words for e in cumulative_legend(exports, EN, LIGHT)]
    without = [e.words for e in cumulative_legend(exports, EN, LIGHT, foreseen=False)]
    assert [w for w in with_it if w not in without] == ["median", "50 · 80 · 95%"]
    assert not any(
        "80%" in e.words for e in outlook_months_legend(exports, EN, LIGHT, foreseen=False)
    )


def test_what_forbids_a_forecast_is_said_first():
    landing_ = replace(
        outlook(overview()).exports.landing, quantiles=(),
        reasons=(Reason(Why.OLDER_LEFT_OUT, Month(2017, 1)), Reason(Why.GAP, Month(2017, 3))),
    )  # fmt: skip
    assert silent(landing_, EN).startswith("Cannot say: March 2017 is missing. Months before")


def test_the_card_says_where_the_year_ends_and_how_likely_that_is(on_sight):
    card = on_sight.overview.dashboard.cards[2]
    assert card.accessibleName() == (
        "Forecast for the year: 470.0 bn USD. target met: 92%, very likely. "
        "+15.9% on 2024. 80%:\u00a0456–484, early to say."
    )
    assert "The figure of June 2025 is an estimate." in card.accessibleDescription()


def test_the_overviews_chart_goes_on_to_december(on_sight):
    chart = on_sight.overview.dashboard.charts[0]
    assert chart.fan.median.isVisible()
    x, y = chart.fan.median.getData()
    assert list(x) == list(range(6, 13))
    assert y[-1] == pytest.approx(470.0)
    assert {"470.0 forecast", "80%: 458–482"} <= {end.text for end in chart.ends.labels}
    chart.read(8)
    assert "Forecast  352.50" in chart.accessibleDescription()


def test_medians_that_stand_beneath_one_another_have_the_same_decimals():
    def band(median):
        return Band(median, *((median - n * 1e9, median + n * 1e9) for n in (1, 2, 3)))

    grid = flows_grid(band(469.3e9), band(462.14e9), band(7.16e9), EN)
    assert [row[1].text for row in grid.rows] == ["469.3", "462.1", "7.2"]


def test_while_it_is_worked_out_the_card_says_so():
    assert "being worked out" in landing(None, EN).sentence
    assert "đang tính" in landing(None, VI).sentence


def test_another_month_takes_the_old_fan_away(told, qtbot):
    forecaster = told.overview.forecaster
    told.session.select(year=2025, through=Month(2025, 4))
    qtbot.waitUntil(
        lambda: bool(forecaster.outlook) and forecaster.outlook.through == Month(2025, 4)
    )
    x, _ = told.overview.dashboard.charts[0].fan.median.getData()
    assert list(x) == list(range(4, 13))


def test_an_outlook_stands_beside_its_own_month_only(on_sight):
    forecaster = on_sight.overview.forecaster
    assert forecaster.of(on_sight.overview.overview) is forecaster.outlook
    assert forecaster.of(overview(5)) is None


def test_the_card_says_what_forbids_an_outlook_and_its_tip_the_rest():
    found = outlook(overview(6))
    reasons = (Reason(Why.OLDER_LEFT_OUT, Month(2017, 1)), Reason(Why.GAP, Month(2017, 3)))
    landed = replace(found.exports.landing, quantiles=(), reasons=reasons)
    card = landing(replace(found, exports=replace(found.exports, landing=landed, band=None)), EN)
    assert [span.text for line in card.lines for span in line] == [
        "Cannot say: March 2017 is missing."
    ]  # fmt: skip
    assert card.tip == silent(landed, EN)
    assert "Months before January 2017" in card.tip


def test_the_page_lists_the_chances_with_words_and_reasons(looked_at):
    first, second = looked_at.chances.table.grid.rows
    assert [cell.text for cell in first] == ["Exports +12%", "92%", "very likely", "456–484"]
    assert second[2].text == "cannot say"
    assert "are not forecast" in second[0].tip
    assert "Tết weighs on January 2025: −22%." in looked_at.why.text.text()


def test_the_page_tells_how_it_moved_and_how_good_it_was(looked_at):
    assert looked_at.seen.note.text() == (
        "Since May the answer rose by 1.0 bn USD: June's figure +1.5, "
        "revisions of earlier months −0.5."
    )
    months = [row[0].text for row in looked_at.seen.table.grid.rows]
    assert months[::5] == ["June 2025", "January 2025 *"]
    mean = looked_at.record.table.grid.rows[0]
    assert [cell.text for cell in mean] == ["Mean", "1.2%", "1.5%", "4.0%", "6.0%"]
    assert "2 of 2 years" in looked_at.record.note.text()


def test_every_table_and_chart_has_a_name_and_its_twin(looked_at):
    for panel in (looked_at.cumulative, looked_at.months):
        assert panel.chart.accessibleName()
        panel.toggle.click()
        assert panel.table.isVisible()
        assert panel.table.accessibleName()
        panel.toggle.click()
        assert not panel.table.isVisible()
    december = looked_at.cumulative.table.grid.rows[-1]
    assert [cell.text for cell in december][4:6] == ["470.00", "458.0–482.0"]
    for pane in (looked_at.chances, looked_at.seen, looked_at.record, looked_at.items):
        assert pane.table.accessibleName()


def test_on_a_small_window_nothing_is_cut_in_half(page, told, qtbot, idle):
    told.resize(1280, 720)
    page.history.show_pane(page.record)
    page.reasons.show_pane(page.why)
    page.cumulative.toggle.setChecked(True)
    table = page.record.table
    qtbot.waitUntil(lambda: not table.horizontalScrollBar().isVisible())
    idle(told)
    rows = table.viewport().height() / table.verticalHeader().defaultSectionSize()
    assert rows == int(rows) >= 1 or len(table.grid.rows) <= rows
    area, text = page.why.findChild(ScrollingText), page.why.text
    lines = area.viewport().height() / text.fontMetrics().lineSpacing()
    assert lines == int(lines) or text.height() <= area.viewport().height()
    title = page.cumulative.title
    assert title.x() == page.months.title.x()  # the legend's room went with the legend
    assert page.cumulative.toggle.geometry().right() > page.cumulative.width() - 30


def test_a_single_chance_leaves_its_height_to_the_months_beneath(page, told, idle):
    told.resize(1280, 720)
    held = page.chances.table.grid
    lone = replace(held, rows=held.rows[:1])
    colours = told.session.theme.colours
    page.chances.show_table("Chances", lone, EN, colours)
    page.levers.show_table("What would do it", held, EN, colours, "Each alone.")
    page.reasons.show_pane(page.levers)
    idle(told)
    of_reasons, of_months = page.reasons.height(), page.history.height()
    page.reasons.show_pane(page.chances)
    idle(told)
    assert page.reasons.height() < of_reasons
    assert page.history.height() > of_months
    assert not page.chances.table.verticalScrollBar().isVisible()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_beneath_a_title_bar_on_the_smallest_screen_nothing_scrolls(
    page, told, qtbot, idle, language
):
    told.session.speak(language)
    told.resize(1280, 701)  # 720 less the bar that a window manager draws
    idle(told)
    bar = page.findChild(Scrolling).verticalScrollBar()
    assert len(page.chances.table.grid.rows) > 1
    assert page.seen.note.text()
    for pane in (page.seen, page.record, page.items):
        page.history.show_pane(pane)
        idle(told)
        qtbot.waitUntil(lambda: bar.maximum() == 0)
    assert page.record.brief.toolTip() in {"", wrapped(page.record.note.text())}
    assert not page.record.note.isVisible()
    told.resize(1280, 900)
    idle(told)
    page.history.show_pane(page.record)
    assert page.record.note.isVisible()
    assert not page.record.brief.isVisible()


def test_at_its_least_height_no_note_stands_on_a_line_of_its_table(page, told, idle):
    told.resize(1280, 640)
    page.history.show_pane(page.seen)
    idle(told)
    page.history.resize(page.history.width(), page.history.minimumHeight())
    assert page.seen.brief.isVisible()
    assert page.seen.brief.geometry().top() > page.seen.table.geometry().bottom()


def test_the_months_to_come_are_read_by_the_arrow_keys(looked_at, qtbot):
    chart = looked_at.charts[1]
    chart.setFocus()
    qtbot.keyClick(chart, Qt.Key.Key_Right)
    assert "80%: 37.2–41.2" in chart.accessibleDescription()
    assert len(chart.ranges) == 6


def test_a_market_in_focus_has_the_outlook_of_its_own_until_its_chip_is_removed(
    page, told, idle, qtbot
):
    told.session.focus_on(market="US", month=Month(2025, 3))
    idle(told)
    assert page.cumulative.title.text() == "Exports to December · United States"
    assert "140.0 forecast" in {end.text for end in page.charts[0].ends.labels}
    assert page.answer.accessibleName().startswith("Forecast for the year: 140.0 bn USD. +17.2%")
    assert [row[0].text for row in page.answer.table.grid.rows] == ["Exports", "Imports", "Balance"]
    items = ["Electronics", "Wood"]
    qtbot.waitUntil(lambda: [row[0].text for row in page.items.table.grid.rows] == items)
    assert page.levers.table.grid.rows == ()
    assert not page.bar.isVisibleTo(page)
    assert page._choosers[0]._band.isVisible()  # the month is marked
    page.charts[0].read(3)
    offered = {number.name for offer in page.offers for number in offer._here()}
    assert {"outlook:market:US.median", "market:US.value"} <= offered
    assert not any("exports" in name for name in offered)  # nothing of all trade
    told.focus_bar.chips.market.removed.emit()
    assert page.cumulative.title.text() == "Exports to December"
    assert page.answer.accessibleName().startswith("Forecast for the year: 470.0 bn USD")
    assert page.bar.isVisibleTo(page)


def test_both_languages_are_complete(page, told):
    told.session.speak("vi")
    assert page.answer.title.text() == "Dự báo cả năm"
    assert page.chances.table.grid.rows[0][2].text == "rất cao"


def test_every_month_has_words():
    for number in range(1, 13):
        for lang in (EN, VI):
            said = landing(outlook(overview(min(number, 7))), lang).sentence
            assert "None" not in said


def test_why_there_is_no_forecast_is_said_once_and_no_table_of_dashes_stands_under_it(looked_at):
    found = outlook(overview())
    silent = [replace(flow, band=None, growth=None) for flow in (found.exports, found.imports)]
    unknown = replace(found, exports=silent[0], imports=silent[1], balance=None)
    looked_at.answer.draw(unknown, EN, LIGHT)
    looked_at.why.draw(unknown.exports, EN)
    assert looked_at.answer.table.isHidden()
    assert not looked_at.why.filled
    looked_at.answer.draw(found, EN, LIGHT)
    looked_at.why.draw(found.exports, EN)
    assert not looked_at.answer.table.isHidden()
    assert looked_at.why.filled


def test_a_month_that_lacks_is_told_with_what_to_do(told, page, qtbot, idle):
    found = told.overview.forecaster.outlook
    gap = replace(found.exports.landing, quantiles=(),
                  reasons=(Reason(Why.GAP, Month(2025, 1)),))  # fmt: skip
    lacking = replace(found, exports=replace(found.exports, landing=gap, band=None))
    page.answer.draw(lacking, EN, LIGHT)
    assert page.answer.caution.isVisible()
    assert page.answer.caution.text().startswith("Import the return of January 2025")
    page.answer.be_low(low=True)  # the imports' table takes the room
    assert (page.answer.caution.isVisible(), page.answer.brief.isVisible()) == (False, True)
    neither = replace(lacking, imports=replace(found.imports, band=None))
    page.answer.draw(neither, EN, LIGHT)  # nothing takes it
    assert (page.answer.caution.isVisible(), page.answer.brief.isVisible()) == (True, False)
