"""Dependence, stocks, the path and late returns: when they speak, since when, on what."""

from __future__ import annotations

from datetime import date

import pytest

from desktop.analysis.warnings.backtest import backtest, months_between
from desktop.analysis.warnings.dependence import dependence
from desktop.analysis.warnings.late import late
from desktop.analysis.warnings.path import path
from desktop.analysis.warnings.results import Fact, Gravity
from desktop.analysis.warnings.sight import Sight
from desktop.analysis.warnings.stocks import stocks
from desktop.figures.figure import Source, Status
from desktop.figures.month import Month
from desktop.figures.received import DueReturn, DueState
from desktop.figures.series import Flow, Measure, Series
from desktop.figures.warning_rules import Dependence, Late, Path, Stocks

CELL = Source("book.xlsx", "TTTK", "D9", "115,1", "2025-04-06", Status.PRELIMINARY)
SHARES = Dependence(active=True, share=0.30, item_share=0.40, least_item=0)
US = Series(Flow.EXPORT, market="US")


def test_a_market_above_the_threshold_is_told_since_it_rose_above(printer, sight):
    printer.of_return("2025-04-06").year([100] * 12, 2024).year([100] * 3, 2025)
    printer.year([29] * 12, 2024, market="US").year([25, 45, 45], 2025, market="US")

    (warning,) = dependence(sight(printer, "2025-03"), SHARES, [US], [])

    assert warning.subject == "market:US"
    assert warning.size == pytest.approx(115 / 300)
    assert warning.since == Month(2025, 2)
    assert {e.amount for e in warning.evidence if e.fact is Fact.VALUE} == {115e6, 300e6}


def test_a_market_at_less_than_the_threshold_is_not_told(printer, sight):
    printer.of_return("2025-04-06").year([100] * 3, 2025).year([29.9] * 3, 2025, market="US")
    assert not list(dependence(sight(printer, "2025-03"), SHARES, [US], []))


def indexed(*growths, through="2025-03"):
    """See stocks and sales, (month, growth of stocks, growth of sales)."""
    both = (Measure.INVENTORY_INDEX, Measure.CONSUMPTION_INDEX)
    indices = {
        (measure, Month.parse(month)): (growth, CELL)
        for month, *pair in growths
        for measure, growth in zip(both, pair, strict=True)
    }
    return Sight(lambda *_: None, Month.parse(through), (), indices)


def test_stocks_that_outgrow_sales_are_told():
    seen = indexed(("2024-12", 0.06, 0.05), ("2025-03", 0.151, 0.054))
    (warning,) = stocks(seen, Stocks(active=True, points=5))
    assert warning.size == pytest.approx(0.097)
    assert warning.since == Month(2025, 3)
    assert [e.amount for e in warning.evidence] == [0.151, 0.054]


def test_stocks_by_the_quarter_hold_on_from_one_to_the_next():
    seen = indexed(("2024-12", 0.16, 0.05), ("2025-03", 0.151, 0.054))
    (warning,) = stocks(seen, Stocks(active=True, points=5))
    assert warning.since == Month(2024, 12)


@pytest.mark.parametrize("through", ["2025-02", "2025-07"])
def test_stocks_not_yet_seen_or_long_past_say_nothing(through):
    seen = indexed(("2025-03", 0.151, 0.054), through=through)
    assert not list(stocks(seen, Stocks(active=True, points=5)))


def test_a_growth_never_reached_in_these_months_is_told_beside_the_best(printer, sight):
    printer.of_return("2025-07-06")
    for year, level in ((2022, 100), (2023, 120), (2024, 126)):
        printer.year([level] * 12, year)
    printer.year([130] * 6, 2025)
    seen = sight(printer, "2025-06")

    (warning,) = path(seen, Path(active=True, least_years=2), 0.25, 157.5e6)

    assert (warning.size, warning.threshold) == (0.25, pytest.approx(0.2))
    best = next(e for e in warning.evidence if e.fact is Fact.BEST_GROWTH)
    assert best.months == (Month(2023, 7), Month(2023, 12))
    assert not list(path(seen, Path(active=True, least_years=2), 0.19, None))
    assert not list(path(seen, Path(active=True, least_years=3), 0.25, None))
    assert not list(path(seen, Path(active=True, least_years=2), None, None))


def test_years_before_a_gap_count_for_what_was_reached_before(printer, sight):
    printer.of_return("2025-07-06")
    for year, level in ((2019, 100), (2020, 140), (2023, 120), (2024, 126)):
        printer.year([level] * 12, year)
    printer.year([130] * 6, 2025)
    seen = sight(printer, "2025-06")
    rule = Path(active=True, least_years=2)
    assert not list(path(seen, rule, 0.39, None))
    (warning,) = path(seen, rule, 0.41, None)
    assert warning.threshold == pytest.approx(0.4)


def test_a_month_of_which_nothing_is_held_is_not_tried(printer, sight):
    printer.of_return("2025-07-06").year([100] * 12, 2024).year([100, 100], 2025)
    printer.month(90, "2025-05")
    seen = sight(printer, "2025-05")
    asked = []
    backtest(
        seen, months_between(Month(2025, 1), Month(2025, 5)), lambda m: asked.append(m) or (), {}
    )
    assert [month.number for month in asked] == [1, 2, 5]


def due(month, day, state, layout="gso_monthly"):
    """One expected return."""
    return DueReturn("GSO", layout, Month.parse(month), date.fromisoformat(day), state)


def test_returns_missing_since_the_last_that_came_are_one_warning():
    expected = [
        due("2025-03", "2025-04-06", DueState.MISSING),
        due("2025-04", "2025-05-06", DueState.RECEIVED),
        due("2025-05", "2025-06-06", DueState.MISSING),
        due("2025-06", "2025-07-06", DueState.LATE),
        due("2025-07", "2025-08-06", DueState.DUE),
    ]
    (warning,) = late(expected, Late(active=True, days=3), date(2025, 7, 10))
    assert warning.subject == "GSO:gso_monthly"
    assert (warning.since, warning.through) == (Month(2025, 5), Month(2025, 6))
    assert (warning.size, warning.gravity) == (4, Gravity.WATCH)


def test_a_return_of_yesterday_is_not_late_yet():
    expected = [due("2025-06", "2025-07-06", DueState.LATE)]
    assert not list(late(expected, Late(active=True, days=3), date(2025, 7, 8)))


@pytest.mark.parametrize("days", [0, 3])
def test_what_is_missing_since_long_is_warned_of_while_the_next_one_is_only_just_due(days):
    expected = [
        due("2025-05", "2025-06-06", DueState.MISSING),
        due("2025-06", "2025-07-06", DueState.LATE),
    ]
    (warning,) = late(expected, Late(active=True, days=days), date(2025, 7, 6))
    assert (warning.since, warning.through) == (Month(2025, 5), Month(2025, 5))
    assert (warning.size, warning.gravity) == (30, Gravity.NOTICE)


def test_a_newer_return_that_came_at_once_ends_what_was_missing():
    expected = [
        due("2025-05", "2025-06-06", DueState.MISSING),
        due("2025-06", "2025-07-06", DueState.RECEIVED),
    ]
    assert not list(late(expected, Late(active=True, days=3), date(2025, 7, 7)))
