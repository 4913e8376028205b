"""Falling months are counted, January and February as one."""

from __future__ import annotations

import pytest

from desktop.analysis.warnings.falling import falling
from desktop.analysis.warnings.results import Fact, Gravity
from desktop.analysis.warnings.subjects import main_items
from desktop.figures.catalogue import items
from desktop.figures.month import Month
from desktop.figures.series import Flow, Series
from desktop.figures.warning_rules import Falling

RULE = Falling(active=True, months=2, least_fall=0.02, least_base=100)
EXPORTS = Series(Flow.EXPORT)
STEEL = Series(Flow.EXPORT, item="STEEL")


def told(seen, series=EXPORTS, rule=RULE):
    """Give the one warning, or None."""
    found = list(falling(seen, rule, [series]))
    assert len(found) <= 1
    return found[0] if found else None


def test_two_months_below_last_year_are_told_with_their_size_and_cells(printer, sight):
    printer.of_return("2025-07-06").year([100] * 12, 2024)
    printer.year([100, 100, 100, 110, 80, 90], 2025)

    warning = told(sight(printer, "2025-06"))

    assert (warning.since, warning.through, warning.months) == (Month(2025, 5), Month(2025, 6), 2)
    assert warning.size == pytest.approx(0.15)
    by_fact = {e.fact: e for e in warning.evidence}
    assert by_fact[Fact.VALUE].amount == 170e6
    assert by_fact[Fact.BASE].amount == 200e6
    assert [s.printed for s in by_fact[Fact.VALUE].sources] == ["80", "90"]
    assert len(by_fact[Fact.GROWTH].sources) == 4


def test_nothing_is_warned_of_what_is_left_over(printer, sight):
    printer.of_return("2025-07-06")
    for item in ("OTHER", "STEEL"):
        printer.year([100] * 12, 2024, item=item)
        printer.year([100, 100, 100, 110, 80, 90], 2025, item=item)
    seen = sight(printer, "2025-06")
    assert [one.item for one in main_items(seen.series, items(Flow.EXPORT))] == ["STEEL"]


def test_one_falling_month_is_no_warning(printer, sight):
    printer.of_return("2025-07-06").year([100] * 12, 2024)
    printer.year([100, 100, 100, 110, 120, 90], 2025)
    assert told(sight(printer, "2025-06")) is None


def test_a_month_not_yet_seen_counts_for_nothing(printer, sight):
    printer.of_return("2025-07-06").year([100] * 12, 2024)
    printer.year([100, 100, 100, 90, 90, 200], 2025)
    assert told(sight(printer, "2025-06")) is None
    assert told(sight(printer, "2025-05")).months == 2


@pytest.mark.parametrize(("january", "february"), [(60, 150), (150, 60)])
def test_tet_in_january_or_in_february_is_no_fall(printer, sight, january, february):
    printer.of_return("2025-03-06").year([100] * 12, 2024)
    printer.year([january, february, 90], 2025)
    assert told(sight(printer, "2025-02")) is None
    assert told(sight(printer, "2025-03")) is None


def test_january_and_february_falling_together_are_two_months(printer, sight):
    printer.of_return("2025-03-06").year([100] * 12, 2024)
    printer.year([110, 70], 2025)
    warning = told(sight(printer, "2025-02"))
    assert (warning.since, warning.months) == (Month(2025, 1), 2)


def test_january_alone_neither_warns_nor_ends_what_fell_before(printer, sight):
    printer.of_return("2025-02-06").year([100] * 12, 2023)
    printer.year([100] * 10 + [90, 80], 2024).month(200, "2025-01")
    warning = told(sight(printer, "2025-01"))
    assert (warning.since, warning.through) == (Month(2024, 11), Month(2024, 12))


def test_a_run_goes_back_over_the_turn_of_the_year(printer, sight):
    printer.of_return("2025-04-06").year([100] * 12, 2023)
    printer.year([100] * 11 + [90], 2024).year([90, 80, 80], 2025)
    assert told(sight(printer, "2025-03")).since == Month(2024, 12)


def test_what_is_small_or_falls_by_a_hair_is_not_told(printer, sight):
    printer.of_return("2025-07-06").year([100] * 12, 2024).year([99] * 6, 2025)
    printer.year([10] * 12, 2024, item="STEEL").year([5] * 6, 2025, item="STEEL")
    seen = sight(printer, "2025-06")
    assert told(seen) is None
    assert told(seen, STEEL) is None


def test_a_missing_month_ends_what_can_be_said(printer, sight):
    printer.of_return("2025-07-06").year([100] * 12, 2024)
    for end in ("2025-01", "2025-02", "2025-03", "2025-05", "2025-06"):
        printer.month(80, end)
    assert told(sight(printer, "2025-06")).since == Month(2025, 5)


def test_the_whole_of_exports_weighs_most(printer, sight):
    printer.of_return("2025-07-06").year([100] * 12, 2024).year([90] * 6, 2025)
    printer.year([100] * 12, 2024, item="STEEL").year([90] * 6, 2025, item="STEEL")
    seen = sight(printer, "2025-06")
    assert told(seen).gravity is Gravity.ALARM
    assert told(seen, STEEL).gravity is Gravity.WATCH
