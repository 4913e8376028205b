"""The pages of markets, sectors and the balance: what they show, and how one narrows another."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desktop.analysis.structure_view import BalanceCourse, BalanceMonth
from desktop.figures.month import Month
from desktop.figures.wording import language
from desktop.gui.balance.page import course_grid
from desktop.gui.structure.outlines import world
from desktop.gui.theme import ThemeChoice
from tests.gui.example_office import ExampleOffice

PAGES = ("markets", "sectors", "balance")


@pytest.fixture
def shown(window, qtbot, idle):
    """Show a page of the window, and wait until it has its figures."""

    def show(name):
        window.show_page(name)
        idle(window)
        return window.pages.structure(name)

    return show


@pytest.fixture
def looked_at(seen, idle):
    """Show a page of the window that is opened once, and wait until it has its figures."""

    def show(name):
        seen.show_page(name)
        idle(seen)
        return seen.pages.structure(name)

    return show


def names(ranking):
    return [head.name for head in ranking.list.shown.ranked.heads]


def marks(ranking, name):
    line = next(x for x in ranking.list.shown.ranked.lines if x.head.name == name)
    columns = [c.title or c.kind for c in ranking.list.shown.ranked.columns]
    return dict(zip(columns, line.marks, strict=True))


def press(widget, key):
    QTest.keyClick(widget, key)


def test_markets_are_ranked_with_growth_share_months_and_path(looked_at):
    page = looked_at("markets")
    ranking = page.ranking.ranking
    assert names(ranking) == ["United States", "China", "Germany", "Ghana", "Total"]
    us = marks(ranking, "United States")
    assert (us["bn USD"].text, us["Growth"].text, us["Share"].text) == ("30.00", "+28.2%", "59.7%")
    assert us["Contr., pts"].text == "+16.3"
    assert len(us["18 months"].values) == 18
    path = us["Against path"]
    assert 0 < path.tick < 1
    assert path.text.endswith("%")


def test_where_no_market_is_told_apart_the_page_says_what_tells_them(
    open_window, idle, office_of_two_books
):
    window = open_window(office_of_two_books())
    window.show_page("markets")
    idle(window)
    ranking = window.pages.structure("markets").ranking.ranking
    assert names(ranking) == ["Not by market", "Total"]
    assert "customs' tables by partner" in ranking.list.accessibleDescription()


def test_a_window_without_a_path_has_no_column_for_it(shown, window, idle):
    page = shown("markets")
    page.windows.press("month")
    idle(window)
    assert "Against path" not in [c.title for c in page.ranking.ranking.list.shown.ranked.columns]
    assert marks(page.ranking.ranking, "United States")["bn USD"].text == "5.00"


def test_no_path_is_told_within_another_part(looked_at):
    """Paths are of parts of all trade: a market's is none of what it takes of one item."""
    page = looked_at("sectors")
    own, within = page.bars.ranking, page.item.ranking
    assert "of its share of the total's path" in own.list.shown.ranked.lines[0].tip
    assert within.list.shown.ranked.heads[0].name == "United States"
    assert not any("path" in line.tip for line in within.list.shown.ranked.lines)
    page.item.toggle.setChecked(True)
    assert page.item.grid.columns[-1] == "Path, bn USD"
    assert {row[-1].text for row in page.item.grid.rows} == {"–"}
    page.item.toggle.setChecked(False)


def test_the_line_on_concentration(looked_at):
    foot = looked_at("markets").ranking.foot.text()
    assert foot.startswith("4 markets · the 5 largest hold 100.0% · HHI 0.4")
    assert foot.endswith("more concentrated)")


def test_markets_by_continent_and_a_group_that_is_looked_at(shown, window, idle):
    page = shown("markets")
    page.kinds.press("CONTINENT")
    idle(window)
    assert names(page.ranking.ranking)[:3] == ["Americas", "Asia", "Europe"]
    page.ranking.ranking.chosen.emit("CONTINENT/ASIA")
    idle(window)
    assert window.session.focus.market == "CONTINENT/ASIA"
    assert page.market.title.text() == "Asia · items by month"
    assert page.market.heat._names == ("Electronics", "Coffee")
    assert "deficit 20.70 bn USD" in page.market.balance.text()
    page.market.rows.press("members")
    assert page.market.title.text() == "Asia · markets by month"
    assert page.market.heat._names == ("China",)
    page.kinds.press("COUNTRIES")
    idle(window)
    assert names(page.ranking.ranking) == ["Asia", "China", "Total"]
    assert names(shown("sectors").bars.ranking) == ["Electronics", "Coffee"]
    assert shown("balance").panels[0].title.text() == "Asia · Exports and imports by month"


def test_where_no_market_is_told_of_its_card_is_named_by_its_items_alone(shown):
    page = shown("markets")
    nobody = replace(page.answer, code="")
    page.market.draw(nobody, page.flow, page.session.language, page.session.theme.colours)
    assert page.market.title.text() == "Items by month"


def test_a_market_chosen_by_key_narrows_every_page_until_its_chip_is_pressed(shown, window, idle):
    page = shown("markets")
    rows = page.ranking.ranking.list
    rows.setFocus()
    rows.setCurrentIndex(rows.shown.index(0))
    press(rows, Qt.Key.Key_Down)
    press(rows, Qt.Key.Key_Return)
    idle(window)
    assert window.session.focus.market == "CN"
    assert page.market.title.text() == "China · items by month"
    assert "deficit 20.70 bn USD" in page.market.balance.text()
    sectors = shown("sectors")
    assert names(sectors.bars.ranking) == ["Electronics", "Coffee"]
    balance = shown("balance")
    assert balance.panels[0].title.text() == "China · Exports and imports by month"
    assert balance.chips.market.isVisible()
    balance.chips.market.click()
    idle(window)
    assert not window.session.focus.market
    assert balance.panels[0].title.text() == "Exports and imports by month"
    assert names(shown("sectors").bars.ranking)[:2] == ["Electronics", "Coffee"]


def test_an_item_chosen_ranks_its_markets(shown, window, idle):
    sectors = shown("sectors")
    sectors.bars.ranking.chosen.emit("COFFEE")
    idle(window)
    assert sectors.item.title.text() == "Coffee · markets"
    assert names(sectors.item.ranking) == ["Germany", "China"]
    assert sectors.item.price.text().startswith("Volume up 5.0%, average price up 36.9%")
    markets = shown("markets")
    assert names(markets.ranking.ranking)[:2] == ["Germany", "China"]
    assert markets.ranking.title.text() == "Coffee · Exports, 6 months"


def test_items_are_bars_in_the_shade_of_their_growth(looked_at):
    page = looked_at("sectors")
    ranking = page.bars.ranking
    coffee, wood = marks(ranking, "Coffee"), marks(ranking, "Wood")
    assert (coffee["bar"].level, wood["bar"].level) == (3, -2)
    assert coffee["bar"].reach == pytest.approx((450 + 700) / (4200 + 2100))
    assert (coffee["Volume"].text, coffee["Price"].text) == ("+5.0%", "+36.9%")
    assert wood["Volume"].text == "–"


def test_items_by_a_scheme_and_what_must_be_known_of_it(shown, window, idle):
    page = shown("sectors")
    page.scheme.choose("MARD")
    idle(window)
    assert "Forestry products" in names(page.bars.ranking)
    assert page.bars.note.text()


def test_the_balance_by_month_and_the_bridge(looked_at):
    page = looked_at("balance")
    course = page.answer.course
    assert course.months[5].balance == pytest.approx((39520.0 - 36642.0) * 1e6)
    stairs = page.bridge_chart.stairs
    assert (stairs[0].name, stairs[-1].name) == ("A year before", "Now")
    assert stairs[-2].end == pytest.approx(stairs[-1].end)
    assert names(page.partners)[0] == "United States"
    page.to_date.setFocus()
    lines = page.to_date.reading(5)
    assert "June 2025" in lines[0][0].text


def test_the_table_of_the_balance_says_why_it_is_not_its_months_added_up():
    january, february = Month(2025, 1), Month(2025, 2)
    flat = BalanceMonth(january, 100e6, 90e6, 10e6, None, None, 10e6, None, None)
    course = BalanceCourse((flat, replace(flat, month=february, cumulative=27e6)), None)
    rows = course_grid(course, february, language("en")).rows
    told = {(n, column): cell.tip for n, row in enumerate(rows) for column, cell in enumerate(row)}
    (place, tip), *more = [(place, tip) for place, tip in told.items() if tip]
    assert (place, more) == ((1, 5), [])
    assert "7.0 million USD more than the months added up" in tip


def test_every_chart_has_a_table_twin_that_can_be_copied(looked_at):
    for page in map(looked_at, PAGES):
        panels = page.findChildren(QWidget)
        twins = [p for p in panels if hasattr(p, "toggle") and hasattr(p, "table")]
        assert len(twins) >= 3
        for twin in twins:
            twin.toggle.click()
            assert twin.stack.currentWidget() is twin.table
            twin.table.copy()
            assert QGuiApplication.clipboard().text().count("\n") >= 1
            assert twin.table.accessibleName()
            assert twin.chart.accessibleName()
            twin.toggle.click()
            assert twin.stack.currentWidget() is not twin.table


def test_a_drawing_is_walked_by_keys_and_says_what_it_shows(shown, window, idle):
    page = shown("markets")
    heat = page.market.heat
    heat.setFocus(Qt.FocusReason.TabFocusReason)
    press(heat, Qt.Key.Key_Right)
    press(heat, Qt.Key.Key_Down)
    assert heat.current == 1 + heat.across
    assert heat.accessibleDescription() == (
        "Wood · February 2025, down 11.1%, preliminary · published 6 Jul 2025"
    )
    press(heat, Qt.Key.Key_Return)
    idle(window)
    assert window.session.focus.item == "WOOD"


def test_the_map_shades_markets_and_chooses_the_one_that_is_clicked(shown, window, idle):
    page = shown("markets")
    world = page.map.map
    assert [s.code for s in world.spots] == ["US", "CN", "DE", "GH"]
    number = 1
    place = world.box(number).center().toPoint() + QPoint(2, 2)
    QTest.mouseClick(world, Qt.MouseButton.LeftButton, pos=place)
    idle(window)
    assert window.session.focus.market == "CN"
    page.map.shade.press("share")
    assert world._levels["US"] == 3


def test_a_page_that_nobody_sees_asks_for_nothing(shown, window, idle, office):
    page = shown("markets")
    window.show_page("overview")
    before = page.answer
    window.session.focus_on(market="DE")
    idle(window)
    assert page.answer is before
    window.show_page("markets")
    idle(window)
    assert page.answer.code == "DE"


def test_choices_are_remembered_the_next_day(open_window, office, idle):
    first = open_window(office)
    first.show_page("markets")
    idle(first)
    page = first.pages.structure("markets")
    page.kinds.press("FTA")
    page.order.choose("name")
    idle(first)
    first.close()
    again = open_window(ExampleOffice())
    idle(again)
    assert again.page == "markets"
    held = again.pages.structure("markets")
    assert (held.kinds.choice, held.order.code) == ("FTA", "name")


def test_an_empty_archive_says_why_there_is_nothing(open_window, idle):
    window = open_window(ExampleOffice(empty=True))
    for name in ("markets", "sectors", "balance"):
        window.show_page(name)
        idle(window)
        page = window.pages.structure(name)
        assert page.empty.isVisible()
        assert "import" in page.empty.text.text()


def test_the_pages_speak_vietnamese_and_wear_the_dark(shown, window, idle):
    page = shown("markets")
    window.session.speak("vi")
    window.session.wear(ThemeChoice.DARK)
    assert names(page.ranking.ranking)[:2] == ["Hoa Kỳ", "Trung Quốc"]
    assert page.market.title.text() == "Hoa Kỳ · mặt hàng theo tháng"
    assert window.header.title.text() == "Thị trường"
    page.order.choose("name")
    assert names(page.ranking.ranking)[:4] == ["Đức", "Ghana", "Hoa Kỳ", "Trung Quốc"]


def test_every_control_has_a_name_and_tab_walks_the_choices_first(shown, window, idle):
    window.session.focus_on(market="US", item="WOOD")
    for page in map(shown, PAGES):
        controls = [
            w for w in page.findChildren(QWidget)
            if w.isVisible() and w.focusPolicy() & Qt.FocusPolicy.TabFocus and not w.focusProxy()
        ]  # fmt: skip
        assert len(controls) > 6
        assert not [w for w in controls if not (w.accessibleName() or getattr(w, "text", str)())]
        first = page.windows.findChildren(QWidget)[0]
        walked, here = [], page
        while (here := here.nextInFocusChain()) is not page:
            walked.append(here)
        assert walked.index(first) < walked.index(page.chips.market)
        charts = [w for w in controls if not page._bar.isAncestorOf(w)]
        assert all(walked.index(page.chips.market) < walked.index(c) for c in charts)


def test_a_page_that_has_nothing_of_what_is_focused_on_says_so_and_keeps_the_chip(
    shown, window, idle, office, monkeypatch
):
    monkeypatch.setattr(office, "balance_view", lambda *_, market, **__: None)
    page = shown("balance")
    window.session.focus_on(market="AQ")
    idle(window)
    assert page.empty.isVisible()
    assert "Remove the chip" in page.empty.text.text()
    assert page.chips.market.isVisible()


def test_items_as_areas_are_walked_to_the_neighbour_and_chosen(shown, window, idle):
    page = shown("sectors")
    page.resize(1100, 700)
    page.bars.areas.click()
    areas = page.bars.treemap
    assert areas.isVisible()
    assert [s.code for s in areas.spots] == ["ELEC", "COFFEE", "WOOD", "RICE"]
    areas.setFocus(Qt.FocusReason.TabFocusReason)
    press(areas, Qt.Key.Key_Right)
    assert areas.current == 0  # nothing lies at its right
    press(areas, Qt.Key.Key_Down)
    assert areas.box(areas.current).top() > areas.box(0).center().y()
    press(areas, Qt.Key.Key_Up)
    assert areas.current == 0
    press(areas, Qt.Key.Key_End)
    assert areas.accessibleDescription().startswith("Rice")
    press(areas, Qt.Key.Key_Return)
    idle(window)
    assert window.session.focus.item == "RICE"
    page.bars.toggle.click()
    assert not areas.isVisible()
    assert not page.bars.areas.isVisible()
    assert window.session.memory.text("sectors-areas") == "yes"


def test_the_balance_leads_by_item_or_by_partner_to_the_same_end(shown, window, idle):
    page = shown("balance")
    by_item = page.bridge_chart.stairs
    page.steps.press("partners")
    by_partner = page.bridge_chart.stairs
    assert by_partner[1].name == "United States"
    assert by_partner[-2].end == pytest.approx(by_partner[-1].end)
    assert (by_partner[0], by_partner[-1]) == (by_item[0], by_item[-1])
    page.bridge_chart.chosen.emit("US")
    idle(window)
    assert window.session.focus.market == "US"
    assert page.steps.isHidden()  # within one market there is no other partner
    assert page.bridge_chart.stairs[1].name.startswith("Exports · ")


def test_the_map_shows_the_archipelagos_with_their_names(looked_at):
    held = {a.names[0]: a for a in world().archipelagos}
    assert len(held["Hoàng Sa"].islands) == 8
    assert len(held["Trường Sa"].islands) == 11
    assert all(world().extent.contains(p) for a in held.values() for p in a.islands)
    picture = looked_at("markets").map.map
    at = picture._place().map(held["Trường Sa"].islands[0])
    drawn = picture.grab().toImage()
    ratio = drawn.devicePixelRatio()
    ink = drawn.pixelColor(round(at.x() * ratio), round(at.y() * ratio))
    assert ink != picture.palette().base().color()
    assert ink.name() != picture.colours.card
