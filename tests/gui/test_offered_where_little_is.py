"""What is offered to be asked where a page shows little: nothing that there is no number of."""

from dataclasses import replace
from types import SimpleNamespace

from PySide6.QtWidgets import QLabel

from desktop.figures.month import Month
from desktop.gui.markets.numbers import offer_of_partner
from desktop.gui.outlook.numbers import of_month_rows
from desktop.gui.overview.numbers import _of_months
from tests.gui.example_overview import overview


def outlook(*fan):
    points = tuple(SimpleNamespace(month=month) for month in fan)
    through = Month(2025, 1)
    return SimpleNamespace(year=2025, through=through, exports=SimpleNamespace(fan=points))


def names(told, slot, which=""):
    return [n.name for n in of_month_rows(lambda: told, lambda: None, which)(slot, 0)]


def test_a_month_without_a_forecast_offers_last_years_figure():
    assert names(outlook(), 1) == ["exports@2025-02.cumulative_last_year"]
    assert names(outlook(), 1, "alone_") == ["exports@2025-02.last_year"]
    assert names(outlook(Month(2025, 2)), 1)[0] == "outlook:exports@2025-02.median"
    assert names(outlook(Month(2025, 2)), 0)[0] == "exports.cumulative"


def test_no_balance_is_offered_where_no_market_is_looked_at(qtbot):
    line = QLabel()
    qtbot.addWidget(line)
    structure = SimpleNamespace(window=None, through=Month(2025, 1))
    assert offer_of_partner(line, lambda: ("", structure))._here() == ()
    assert offer_of_partner(line, lambda: None)._here() == ()


def test_the_table_of_the_gap_offers_its_cumulative_without_a_target_too():
    dashboard = SimpleNamespace(subject=lambda told: told.exports, outlook=None)
    held = overview()
    months = tuple(replace(p, gap=None, path=None) for p in held.exports.months)
    untold = replace(held, exports=replace(held.exports, months=months, target=None))
    for told, offered in (
        (held, ["gap", "gap_share", "path", "cumulative"]),
        (untold, ["cumulative"]),
    ):
        of_row = _of_months(dashboard, lambda told=told: told, 1)
        assert [n.name for n in of_row(0, 0)] == [f"exports.{name}" for name in offered]
