"""The growth of a month: as its return printed it, beside ours on last year's month as held."""

from __future__ import annotations

import pytest

from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.series import Measure

GROWTH = {"measure": Measure.GROWTH_VALUE}


@pytest.fixture
def estimates_of_2024(printer):
    """Months of 2024 as first estimated; February's return has revised January."""
    printer.of_return("2024-01-29").month(33_570, "2024-01")
    printer.of_return("2024-02-29").both(24_820, 59_340, "2024-02")
    return printer.of_return("2024-03-29").both(33_900, 93_060, "2024-03")


def test_the_printed_growth_of_a_month_stands_beside_ours(estimates_of_2024, exports):
    printer = estimates_of_2024.of_return("2025-02-06").month(33_085.3, "2025-01")
    printer.put(95.7, "2025-01", Basis.MONTH, **GROWTH)
    printer.of_return("2025-03-06").both(31_109.3, 64_268.2, "2025-02")
    printer.put(125.7, "2025-02", Basis.MONTH, **GROWTH)
    printer.put(108.4, "2025-02", Basis.CUMULATIVE, **GROWTH)
    of_year = exports(printer)
    february = of_year.months[1]
    assert february.growth_printed == pytest.approx(0.257)
    assert february.growth_printed_source.file == "return-5.xlsx"
    assert february.growth == pytest.approx(31_109.3 / 24_820 - 1)
    assert february.quoted_growth == february.growth_printed
    assert of_year.growth_printed == pytest.approx(0.084)
    assert of_year.months[0].growth_printed == pytest.approx(-0.043)


def test_january_is_compared_with_last_years_january_as_revised(estimates_of_2024, exports):
    """January's growth and growth to date are one: the same month on the same base."""
    printer = estimates_of_2024.of_return("2025-02-06").month(33_085.3, "2025-01")
    january = exports(printer).months[0]
    assert january.last_year == pytest.approx((59_340 - 24_820) * 1e6)
    assert january.growth == pytest.approx(33_085.3 / 34_520 - 1)
    assert january.growth == january.growth_to_date
    assert january.quoted_growth == january.growth  # none is printed


def test_a_month_that_nobody_printed_is_quoted_by_our_growth(estimates_of_2024, exports):
    """What was printed is of the month as printed: not of a step between cumulatives."""
    printer = estimates_of_2024.of_return("2025-02-06").month(33_085.3, "2025-01")
    printer.of_return("2025-03-06").to_date(64_268.2, "2025-02")
    printer.put(125.7, "2025-02", Basis.MONTH, **GROWTH)
    february = exports(printer).months[1]
    assert february.derived
    assert february.quoted_growth == february.growth


def test_a_month_that_does_not_count_yet_has_no_printed_growth(estimates_of_2024, exports):
    printer = estimates_of_2024.of_return("2025-02-06").month(33_085.3, "2025-01")
    printer.put(95.7, "2025-01", Basis.MONTH, **GROWTH)
    printer.of_return("2025-03-06").both(31_109.3, 64_268.2, "2025-02")
    printer.put(125.7, "2025-02", Basis.MONTH, **GROWTH)
    assert exports(printer, through=Month(2025, 1)).months[1].growth_printed is None
