"""Every place of a drawing offers to tell where its numbers come from, by menu and by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.analysis.tracing.structure import structure_traced
from desktop.figures.month import Month
from desktop.figures.vintage import LATEST
from desktop.gui.parts.panel import TwinPanel

pytestmark = pytest.mark.slow


@pytest.fixture
def values(office):
    """Give the value of every number that a widget of a page offers, by its name."""

    def told(page, widget):
        (offer,) = (o for o in page.offers if o._widget is widget)
        found = {}
        for number in offer._here():
            assert number.label(page.session.language)
            if not number.name.endswith("path"):  # the targets' own: asked of a whole archive
                desk = office._structure_desk(number.through, LATEST, item="", market="")
                found[number.name] = structure_traced(desk, number.name).value
        return found

    return told


@pytest.fixture
def shown(window, idle):
    """Show a page, and wait until it has its figures."""

    def show(name):
        window.show_page(name)
        idle(window)
        return window.pages.structure(name)

    return show


def test_every_place_of_every_drawing(shown, values, office):
    markets = shown("markets")
    heat = markets.market.heat
    heat.current = heat.across + 1  # the second item of the United States, in February
    assert values(markets, heat) == {
        "market:US+item:WOOD@month.growth": pytest.approx(800 / 900 - 1),
        "market:US+item:WOOD@month.value": 800e6,
        "market:US+item:WOOD@month.base": 900e6,
    }
    markets.map.map.current = 1
    assert values(markets, markets.map.map)["market:CN.value"] == 6 * 2550e6
    sectors = shown("sectors")
    for drawing in (sectors.bars.treemap, sectors.multiples.multiples):
        drawing.current = 0
        assert values(sectors, drawing)["item:ELEC.value"] == 6 * 6300e6
    sectors.item.ranking.list.setCurrentIndex(sectors.item.ranking.list.model().index(0, 0))
    assert values(sectors, sectors.item.ranking.list)["item:ELEC+market:US.value"] == 6 * 4200e6
    balance = shown("balance")
    chart = balance.bridge_chart
    for by in ("items", "partners"):
        balance.steps.press(by)
        for place, stair in enumerate(chart.stairs):
            chart.current = place
            steps = [] if stair.whole else [stair.end - stair.start]  # and the balance by then
            assert [*values(balance, chart).values()] == pytest.approx([*steps, stair.end])


def test_the_table_of_months_offers_the_value_of_all_of_them(shown, values):
    page = shown("markets")
    page.market.toggle.setChecked(True)
    table, row = page.market.table, page.market.grid.rows[0]
    table.setCurrentIndex(table.model().index(0, 1))
    assert values(page, table) == {"market:US+item:ELEC.value": 6 * 4200e6}
    assert row[1].text == "25.20"
    table.setCurrentIndex(table.model().index(0, 2))
    assert "market:US+item:ELEC@month.growth" in values(page, table)


def test_every_row_of_every_table(shown, values):
    for page in map(shown, ("markets", "sectors", "balance")):
        for panel in page.findChildren(TwinPanel):
            panel.toggle.setChecked(True)
            for row in {0, len(panel.grid.rows) - 1}:
                panel.table.selectRow(row)
                assert values(page, panel.table), (panel.title.text(), row)


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen's own
def test_the_menu_key_on_a_cell_asks_of_its_month(shown, qtbot):
    page = shown("markets")
    heat = page.market.heat
    heat.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(heat, Qt.Key.Key_Right)
    QApplication.sendEvent(
        heat, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
    )
    (menu,) = heat.findChildren(QMenu)
    with qtbot.waitSignal(page.offers[2].asked) as asked:
        menu.actions()[2].trigger()
    menu.close()
    assert asked.args[0].name == "market:US+item:ELEC@month.growth"
    assert asked.args[0].through == Month(2025, 2)
