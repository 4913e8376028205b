"""The cumulative rule: of all ways to know a year-to-date figure the newest report wins."""

from __future__ import annotations

import pytest

from desktop.analysis.results import CumulativeOrigin, GapCause
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.period import Basis
from desktop.figures.vintage import Vintage

FIRST = Vintage(first_release=True)


@pytest.fixture
def first_months_of_2025(printer):
    """January and February 2025 as the office printed them, with 2024 in the January book."""
    printer.of_return("2025-02-06").put(405_531.740609, "2024-12", Basis.YEAR)
    printer.month(33_085.291801, "2025-01")
    return printer.of_return("2025-03-06").both(31_109.320468, 64_268.238065, "2025-02")


def test_a_printed_cumulative_is_shown_with_its_cell(first_months_of_2025, exports):
    p = exports(first_months_of_2025)
    assert p.cumulative == 64_268_238_065
    assert p.cumulative_origin is CumulativeOrigin.PRINTED
    assert (p.cumulative_source.file, p.cumulative_source.printed) == (
        "return-2.xlsx",
        "64268.238065",
    )
    assert p.sum_of_months == 33_085_291_801 + 31_109_320_468


def test_february_s_return_revises_january(first_months_of_2025, exports):
    january = exports(first_months_of_2025).months[0]
    assert january.cumulative == 33_158_917_597
    assert january.cumulative_origin is CumulativeOrigin.IMPLIED
    assert january.value == 33_085_291_801  # the printed month stays, and leads to its cell


def test_the_first_release_keeps_january_as_it_was(first_months_of_2025, exports):
    january = exports(first_months_of_2025, vintage=FIRST).months[0]
    assert january.cumulative == 33_085_291_801
    assert january.cumulative_origin is CumulativeOrigin.PRINTED


def test_the_whole_last_year_in_a_january_book_is_last_december(first_months_of_2025, exports):
    assert exports(first_months_of_2025).base_year == 405_531_740_609


def test_a_later_revision_of_a_month_outdoes_the_printed_cumulative(printer, exports):
    printer.of_return("2024-06-29").to_date(190_080, "2024-06")
    printer.of_return("2024-07-29").both(35_920, 226_980, "2024-07")
    printer.of_return("2024-09-06").month(36_310, "2024-07")
    p = exports(printer, through=Month(2024, 7))
    assert p.months[5].cumulative == (226_980 - 35_920) * 1_000_000
    assert p.cumulative == (226_980 - 35_920 + 36_310) * 1_000_000
    assert p.cumulative_origin is CumulativeOrigin.SUMMED
    assert p.cumulative_source.printed == "36310"


def test_a_superseded_month_still_tells_what_the_month_before_became(first_months_of_2025, exports):
    first_months_of_2025.of_return("2025-04-06").month(31_167.12557, "2025-02")
    first_months_of_2025.month(38_510, "2025-03")
    p = exports(first_months_of_2025)
    assert p.months[0].cumulative == 33_158_917_597  # by February's own two figures
    assert p.months[1].cumulative == 33_158_917_597 + 31_167_125_570
    assert p.cumulative == 33_158_917_597 + 31_167_125_570 + 38_510_000_000


def test_months_alone_are_summed_and_are_as_firm_as_the_softest(printer, exports):
    printer.of_return("2025-04-06").year([10, 20], 2025, status=Status.FINAL)
    printer.month(30, "2025-03", status=Status.ESTIMATE)
    p = exports(printer)
    assert p.cumulative == 60_000_000
    assert p.cumulative_origin is CumulativeOrigin.SUMMED
    assert p.cumulative_status is Status.ESTIMATE


@pytest.mark.parametrize("basis", [Basis.CUMULATIVE, Basis.QUARTER])
def test_a_first_quarter_counts_from_january_under_any_name(printer, exports, basis):
    printer.of_return("2025-04-06").put(102_840, "2025-03", basis)
    assert exports(printer).cumulative == 102_840_000_000


@pytest.mark.parametrize("quarter", [90_000, 110_000])
def test_of_two_names_in_one_return_the_cumulative_counts(printer, exports, quarter):
    printer.of_return("2025-04-06").to_date(102_840, "2025-03")
    printer.put(quarter, "2025-03", Basis.QUARTER)
    assert exports(printer).cumulative == 102_840_000_000


def test_a_second_quarter_is_no_cumulative(printer, exports):
    printer.of_return("2025-07-06").put(116_930, "2025-06", Basis.QUARTER).month(39_490, "2025-06")
    p = exports(printer)
    assert p.cumulative is None
    assert p.months[5].value == 39_490_000_000


def test_a_forecast_of_the_year_never_counts(printer, exports):
    printer.of_return("2003-09-29").to_date(14_700, "2003-09")
    printer.put(19_800, "2003-12", Basis.YEAR_FORECAST)
    assert exports(printer).through == Month(2003, 9)


def test_a_month_between_two_cumulatives_is_derived_from_them(printer, exports):
    printer.of_return("2025-04-06").to_date(102_840, "2025-03")
    printer.of_return("2025-05-06").to_date(140_340, "2025-04")
    april = exports(printer).months[3]
    assert april.value == 37_500_000_000
    assert april.derived
    assert april.missing is None
    assert april.source.printed == "140340"


def test_only_the_next_month_s_return_implies(printer, exports):
    printer.of_return("2025-07-06").both(39_700, 180_400, "2025-05").month(39_490, "2025-06")
    assert exports(printer).months[3].cumulative is None  # the June book is no witness of April
    printer.of_return("2025-06-06").both(39_600, 180_230, "2025-05")
    assert exports(printer).months[3].cumulative == 140_630_000_000


def test_a_missing_month_is_a_gap_with_its_cause(printer, exports):
    printer.of_return("2025-02-06").month(33_085, "2025-01")
    printer.of_return("2025-05-06").month(37_500, "2025-04")
    p = exports(printer)
    causes = [point.missing for point in p.months]
    assert causes[:5] == [
        None,
        GapCause.NOT_IMPORTED,
        GapCause.NOT_IMPORTED,
        None,
        GapCause.NOT_YET,
    ]
    assert p.missing_months == (Month(2025, 2), Month(2025, 3))
    assert p.cumulative is None
    assert p.sum_of_months is None


def test_months_behind_the_one_asked_for_are_still_to_come(printer, exports):
    printer.of_return("2025-04-06").year([10, 20, 30], 2025)
    p = exports(printer, through=Month(2025, 2))
    assert p.cumulative == 30_000_000
    assert p.months[2].value is None
    assert p.months[2].missing is GapCause.NOT_YET


def test_an_equally_new_firmer_figure_wins(printer, exports):
    printer.of_return("2025-03-06").month(33_085, "2025-01", status=Status.ESTIMATE)
    printer.of_return("2025-03-06").month(33_000, "2025-01", status=Status.ACTUAL)
    assert exports(printer).cumulative == 33_000_000_000


@pytest.mark.parametrize("first_release", [False, True])
@pytest.mark.parametrize("amounts", [(10, 20), (20, 10)])
def test_of_one_day_the_archives_rank_decides(printer, exports, amounts, first_release):
    for amount in amounts:
        printer.of_return("2025-02-06").both(amount, amount, "2025-01")
    asked = Vintage(first_release=first_release)
    assert exports(printer, vintage=asked).cumulative == amounts[1] * 1e6
