"""Every page is narrowed to a market, an item, a group, a month: by mouse and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from desktop.figures.month import Month
from desktop.gui.palette.links import link_of, visit_of
from desktop.gui.palette.visits import Visit
from desktop.gui.session import Focus

pytestmark = pytest.mark.slow

APRIL = Month(2025, 4)


@pytest.fixture
def shown(window, qtbot, idle):
    """Show a page of the window, and wait until it has its figures."""

    def show(name):
        window.show_page(name)
        idle(window)
        return window.pages.structure(name)

    return show


def press(widget, key):
    QTest.keyClick(widget, key)


def click_on_slot(chart, slot):
    """Click where a month stands in a chart."""
    low, high = chart.view.viewRange()[1]
    scene = chart.view.mapViewToScene(QPoint(0, 0).toPointF() + type(QPoint().toPointF())(
        slot + 0.5, (low + high) / 2))  # fmt: skip
    place = chart.mapFromScene(scene)
    QTest.mouseMove(chart.viewport(), place)
    QTest.mouseClick(chart.viewport(), Qt.MouseButton.LeftButton, pos=place)


def ranked(window):
    return [c.code for c in window.overview.dashboard.contributions.list.shown.contributions]


def test_the_overviews_ranking_narrows_every_page(window, shown, idle):
    card = window.overview.dashboard.contributions
    card.by.press("markets")
    card.list.setFocus()
    row = [c.code for c in card.list.shown.contributions].index("CN")
    card.list.setCurrentIndex(card.list.shown.index(row, 0))
    press(card.list, Qt.Key.Key_Return)
    idle(window)
    assert window.session.focus == Focus(market="CN")
    assert window.focus_bar.chips.market.text() == "Market: China"
    assert window.focus_bar.sentence.text().startswith("Warnings, and domestic")
    card.by.press("items")
    assert set(ranked(window)) == {"ELEC", "COFFEE"}
    assert card.base.text() == "Within: China"
    assert shown("markets").market.title.text() == "China · items by month"


def figures(window):
    """What the overview's cards say, and of what."""
    return [card.accessibleName() for card in window.overview.dashboard.cards]


def test_cards_and_charts_of_the_overview_follow_or_say_that_they_cannot(window, idle):
    board = window.overview.dashboard
    window.session.focus_on(market="CN")
    idle(window)
    value, needed, landing, balance = figures(window)
    assert "15.3 bn USD" in value
    assert "+10.9% on last year" in value
    assert "no target of its own" in needed
    assert "too few figures" in landing
    assert "-20.7" in balance.replace("−", "-")
    assert [p.title.text() for p in (board.cumulative, board.months)] == [
        "China · Cumulative", "China · Month by month",
    ]  # fmt: skip
    assert board.charts[2].reading(3)[0][0].text == "April 2025"
    assert board.subject(window.overview.overview).months[3].value == 2550e6
    window.session.focus_on(item="ELEC")
    idle(window)
    value, _, landing, balance = figures(window)
    assert "12.6 bn USD" in value
    assert "told on the page of the outlook" in landing
    assert "exports 12.6, imports 36.0" in balance
    window.session.focus_on(market="", item="", month=APRIL)
    idle(window)
    value, needed, _, balance = figures(window)
    assert "37.7 bn USD" in value
    assert "told for the whole year only" in needed
    assert "+0.9" in balance
    window.session.focus_on(month=None)
    idle(window)
    assert "219.8 bn USD" in figures(window)[0]
    assert board.cumulative.title.text() == "Cumulative against the target's path"


@pytest.mark.parametrize("key", ["Key_Delete", "Key_Backspace", "Key_Return", "Key_Space"])
def test_a_chip_is_removed_by_key(window, idle, key):
    window.session.focus_on(market="US", item="WOOD", month=APRIL)
    idle(window)
    chips = window.focus_bar.chips
    assert [c.isVisible() for c in (chips.market, chips.item, chips.month)] == [True] * 3
    chips.item.setFocus()
    press(chips.item, Qt.Key[key])
    idle(window)
    assert window.session.focus == Focus("US", "", APRIL)
    assert not chips.item.isVisible()


def test_one_key_shows_all_again(window, idle):
    assert not window.actions_["unfocus"].isEnabled()
    window.session.focus_on(market="FTA/EU", month=APRIL)
    idle(window)
    assert window.focus_bar.chips.market.text() == "Markets: European Union"
    window.actions_["unfocus"].trigger()
    idle(window)
    assert not window.session.focus
    assert not window.focus_bar.isVisible()
    assert len(ranked(window)) > 2


@pytest.mark.parametrize("by", ["mouse", "key"])
def test_a_month_of_a_chart_is_looked_at_alone(window, shown, idle, by):
    chart = window.overview.dashboard.charts[2]
    if by == "mouse":
        click_on_slot(chart, 3)
    else:
        chart.setFocus()
        chart.read(3)
        press(chart, Qt.Key.Key_Space)
    idle(window)
    assert window.session.focus.month == APRIL
    page = shown("markets")
    assert page.windows.choice == "month"
    assert page.ranking.title.text() == "Exports, April 2025"
    assert page.chips.month.text() == "April 2025 only"
    assert shown("balance").panels[3].title.text() == "What moved the balance, April 2025"
    page = shown("sectors")
    page.windows.press("to_date")
    idle(window)
    assert window.session.focus.month is None
    assert page.bars.title.text() == "Exports, 6 months"


def test_a_month_to_come_cannot_be_looked_at(window, idle):
    chart = window.overview.dashboard.charts[2]
    click_on_slot(chart, 9)
    assert not window.session.focus
    idle(window)


def test_the_balance_shows_the_month_among_all_months(shown, window, idle):
    page = shown("balance")
    click_on_slot(page.surplus, 1)
    idle(window)
    assert window.session.focus.month == Month(2025, 2)
    assert page.answer.course.months[5].balance is not None
    assert page.answer.view.overview.through == Month(2025, 2)


def test_another_month_in_the_choosers_takes_the_chip_away(window, idle):
    window.session.focus_on(month=APRIL)
    window.session.select(year=2025, through=Month(2025, 5))
    idle(window)
    assert window.session.focus.month is None


def test_a_heat_map_chooses_a_month_by_its_name_or_by_a_key(shown, window, idle):
    heat = shown("markets").market.heat
    place = heat.box(2).center().toPoint()
    QTest.mouseClick(heat, Qt.MouseButton.LeftButton, pos=QPoint(place.x(), 8))
    idle(window)
    assert window.session.focus.month == Month(2025, 3)
    heat.walk_to(1)
    press(heat, Qt.Key.Key_M)
    idle(window)
    assert window.session.focus.month == Month(2025, 2)


def test_market_item_and_month_at_once(window, shown, idle):
    window.session.focus_on(market="CN", item="ELEC", month=APRIL)
    page = shown("balance")
    assert page.panels[0].title.text() == "China · Electronics · Exports and imports by month"
    assert page.answer.bridge.balance == pytest.approx((2100 - 6000) * 1e6)
    assert shown("sectors").bars.title.text() == "China · Exports, April 2025"


def test_a_bloc_is_found_by_the_palette_and_its_link_leads_back(window, idle):
    window.wayfinding.open()
    QTest.keyClicks(window.wayfinding.palette.field, "cptpp")
    press(window.wayfinding.palette.field, Qt.Key.Key_Return)
    idle(window)
    assert window.session.focus.market == "FTA/CPTPP"
    here = Visit("markets", focus=Focus("FTA/CPTPP", "MARD/FISHERY", APRIL))
    assert visit_of(link_of(here), ["markets"]) == here
    assert visit_of("export-tracker://markets?market=MARD/FISHERY", ["markets"]) == Visit("markets")


def test_the_line_of_a_table_is_looked_at_by_space_and_by_a_double_click(window, shown, idle):
    panel = shown("markets").ranking
    panel.toggle.click()
    code = shown("markets").answer.ranked.parts[1].code
    panel.table.selectRow(1)
    press(panel.table, Qt.Key.Key_Space)
    idle(window)
    assert window.session.focus == Focus(market=code)
    panel = shown("balance").panels[0]
    panel.toggle.click()
    place = panel.table.visualRect(panel.table.model().index(3, 0)).center()
    QTest.mouseClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QTest.mouseDClick(panel.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    idle(window)
    assert window.session.focus == Focus(market=code, month=APRIL)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
def test_what_is_warned_of_is_looked_at_on_every_page(window, idle):
    board = window.overview.dashboard
    warned = next(w for w in window.overview.warner.report.warnings if w.series.market != "WORLD")
    window.overview.warner.open(board, warned)
    dialog = window.overview.warner.dialog
    dialog.look.click()
    idle(window)
    assert window.session.focus.market == warned.series.market
    assert not dialog.isVisible()


def test_of_a_market_that_no_return_tells_of_nothing_of_all_trade_is_shown(window, qtbot, idle):
    board = window.overview.dashboard
    window.session.focus_on(market="FJ")
    idle(window)
    assert not ranked(window)
    assert board.cumulative.title.text().startswith("Fiji")
    assert not any(p.value or p.cumulative for p in board.subject(window.overview.overview).months)
    window.show_page("outlook")
    page = window.pages.outlook
    qtbot.waitUntil(lambda: page.cumulative.title.text().endswith("Fiji"))
    assert not any(p.value or p.cumulative for p in page.charts[1]._progress.months)
