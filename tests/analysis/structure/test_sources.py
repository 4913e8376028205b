"""Every cell that an amount was made of is named, not the last one alone."""

import pytest

from desktop.analysis.structure_results import Window
from desktop.figures.month import Month
from tests.analysis.structure.traded import told


def cells(printer, month, window=Window.TO_DATE):
    """Give the total's value and its cells, as the structure of a month names them."""
    total = told(printer, Month.parse(month), window=window).exports.items.total
    return total.value, [s.cell for s in total.sources]


@pytest.mark.parametrize("window", [Window.TO_DATE, Window.ROLLING_12])
def test_of_a_sum_of_months_all_are_named(printer, window):
    printer.of_return("2025-07-06").year([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12], 2024)
    assert cells(printer, "2024-03") == (6e6, ["D1", "D2", "D3"])
    assert cells(printer, "2024-12", window) == (78e6, [f"D{n}" for n in range(1, 13)])


def test_months_after_a_printed_cumulative_are_named_beside_it(printer):
    printer.of_return("2025-03-06").both(2, 9, "2025-02")
    printer.of_return("2025-05-06").month(4, "2025-03").month(5, "2025-04")
    assert cells(printer, "2025-04") == (18e6, ["D2", "D3", "D4"])


def test_a_cumulative_that_is_implied_names_both_figures_of_the_next_return(printer):
    printer.of_return("2025-03-06").both(3, 10, "2025-02")
    assert cells(printer, "2025-01") == (7e6, ["D2", "D1"])


def test_a_month_that_is_a_step_names_what_it_is_a_step_between(printer):
    printer.of_return("2025-03-06").to_date(10, "2025-02")
    printer.of_return("2025-04-06").to_date(16, "2025-03")
    assert cells(printer, "2025-03", Window.MONTH) == (6e6, ["D2", "D1"])


def test_twelve_months_that_cross_the_year_name_what_is_added_and_what_is_taken_off(printer):
    printer.of_return("2025-01-06").to_date(5, "2024-02").to_date(60, "2024-12")
    printer.of_return("2025-03-06").month(3, "2025-01").month(4, "2025-02")
    assert cells(printer, "2025-02", Window.ROLLING_12) == (62e6, ["D3", "D4", "D2", "D1"])


def test_the_year_before_names_all_of_its_own(printer):
    printer.of_return("2024-04-06").year([1, 2, 3], 2024)
    printer.of_return("2025-04-06").to_date(9, "2025-03")
    total = told(printer, Month(2025, 3)).exports.items.total
    assert [s.cell for s in total.base_sources] == ["D1", "D2", "D3"]
