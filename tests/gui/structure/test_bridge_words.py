"""What stands in place of the balance where it is not known, written within the card."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtGui import QColor

from desktop.figures.wording import language
from desktop.gui.balance.bridge import BridgeChart
from desktop.gui.balance.unknown import change_unknown, flow_unknown
from desktop.gui.tokens import LIGHT
from desktop.workflow import Office
from tests.gui.example_office import ExampleOffice

EN = language("en")
NO_IMPORTS = "No return held tells the imports of these months."


def test_a_long_reason_is_wrapped_and_not_cut(qtbot):
    chart = BridgeChart()
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    chart.explain("Chưa có báo cáo nào cho cả xuất khẩu và nhập khẩu của các tháng này. " * 2)
    picture = chart.grab().toImage()
    ground = picture.pixelColor(0, 0)
    inked = {
        x for x in range(picture.width()) for y in range(picture.height())
        if picture.pixelColor(x, y) != ground
    }  # fmt: skip
    assert inked, QColor(LIGHT.muted).name()
    assert min(inked) >= 20
    assert max(inked) <= picture.width() - 20


def test_each_chart_says_in_its_place_that_imports_are_not_held(
    open_window, idle, tmp_path, root, qtbot
):
    day = datetime(2025, 2, 7, tzinfo=UTC)
    with Office(tmp_path / "archive.sqlite3", clock=lambda: day, user="lan") as office:
        office.take_in([root / "tests/returns/recipes/gso_history/sample.xlsx"])
        window = open_window(office)
        window.show_page("balance")
        idle(window)
        page = window.pages.structure("balance")
        assert page.flows_chart.explained == ""  # exports are drawn
        for chart in (page.surplus, page.to_date):
            assert chart.explained == NO_IMPORTS
            assert chart.accessibleDescription().endswith(NO_IMPORTS)
        assert page.bridge_chart.accessibleDescription() == NO_IMPORTS
        window.session.speak("vi")
        idle(window)
        assert page.surplus.explained == "Chưa có báo cáo nào cho số nhập khẩu của các tháng này."


@pytest.mark.parametrize(
    ("market", "item", "said"),
    [("", "", ""), ("CN", "", ""), ("GH", "", "its imports"), ("", "COTTON", "its exports")],
)
def test_what_is_held_is_not_said_to_be_missing(market, item, said):
    told = ExampleOffice().balance_view(market=market, item=item)
    assert said in flow_unknown(told, EN)
    assert bool(flow_unknown(told, EN)) == bool(said)
    assert said in change_unknown(told, EN)
