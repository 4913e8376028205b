"""The story the application was conceived from, told from the sample workbooks.

The first half of 2025 against +12 %, from monthly books, customs tables and the history book.
"""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from desktop.analysis.overview import overview
from desktop.analysis.results import CumulativeOrigin, PaceStatus
from desktop.figures.figure import FIGURE_COLUMNS
from desktop.figures.month import Month
from desktop.figures.places import sample
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.vintage import Vintage
from desktop.returns import read_return

TWELVE_PERCENT = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12)
CUSTOMS = ("2024-T06", "2024-T07", "2025-T06")  # June of both years, and what revised 2024's


@pytest.fixture(scope="module")
def frame():
    """Every release of every figure in the sample workbooks, read as the application reads."""
    paths = [*sample("gso").glob("*.xls*"), *sample("history").glob("*.xls*")]
    paths += [sample("customs") / f"{month}T-5X(VN-SB).xlsx" for month in CUSTOMS]
    return pd.DataFrame(
        [
            (*row, number, reading.name, reading.sender, reading.reported_on.isoformat(), number)
            for number, reading in enumerate(map(read_return, sorted(paths)), 1)
            for row in reading.rows
        ],
        columns=list(FIGURE_COLUMNS),
    )


@pytest.fixture(scope="module")
def june(frame):
    """The overview through June 2025 on the latest figures."""
    return overview(frame, [TWELVE_PERCENT], through=Month(2025, 6))


def test_last_year_and_the_target(june):
    assert june.exports.base_year == pytest.approx(405_531.7e6, abs=0.05e6)
    assert june.exports.target_usd == pytest.approx(454_195.5e6, abs=0.06e6)


@pytest.mark.parametrize(("month", "growth"), [(1, -0.0397), (2, 0.0863), (3, 0.1078), (4, 0.1343)])
def test_growth_to_date_on_the_latest_figures(june, month, growth):
    assert june.exports.months[month - 1].growth_to_date == pytest.approx(growth, abs=5e-5)


def test_january_is_known_as_february_revised_it(june, frame):
    january = june.exports.months[0]
    assert january.cumulative == pytest.approx(33_158.92e6, abs=0.01e6)
    assert january.cumulative_origin is CumulativeOrigin.IMPLIED
    # As of the January book alone it was another figure, and another growth: -4.19 %.
    early = Vintage(as_of=date(2025, 2, 28))
    then = overview(frame[frame["reported_on"] <= "2025-02-28"], [TWELVE_PERCENT], vintage=early)
    assert then.exports.cumulative == pytest.approx(33_085.29e6, abs=0.01e6)
    assert then.exports.growth == pytest.approx(-0.0419, abs=5e-5)
    assert then.exports.status is PaceStatus.CANNOT_SAY


def test_the_half_year_as_printed_and_its_two_growths(june):
    p = june.exports
    assert p.cumulative == 219_830e6
    assert p.cumulative_origin is CumulativeOrigin.PRINTED
    # The office's +14.4 % is on 192.2 bn, the half-year of 2024 as revised since and never
    # published by month. The months of 2024 that are published sum to 190.7 bn: +15.3 %.
    assert p.growth_printed == pytest.approx(0.144)
    assert p.base_cumulative == pytest.approx(190_734.9e6, abs=0.1e6)
    assert p.growth == pytest.approx(0.1525, abs=5e-5)
    assert p.share_of_target == pytest.approx(0.484, abs=5e-4)


def test_what_each_remaining_month_must_bring(june):
    p = june.exports
    assert p.monthly_average == pytest.approx(36.6e9, abs=0.05e9)
    assert p.required_monthly == pytest.approx(39.06e9, abs=0.005e9)
    assert p.required_growth == pytest.approx(0.091, abs=5e-4)


def test_the_path_by_the_seasons_of_eight_ordinary_years(june):
    p = june.exports
    assert p.phasing_years == (2015, 2016, 2017, 2018, 2019, 2021, 2022, 2024)
    assert p.season.left_out == (2020, 2023)
    assert p.season.holiday.days == ((1, 5), (2, 4))  # Tết 2025: 27 January to 4 February
    assert sum(p.season.shares) == 1
    # 47.3 % of the year by June. The plain mean of 2014-2024 has 46.9 %, which is 212.9 bn.
    assert p.path == pytest.approx(214.75e9, abs=0.05e9)
    assert p.months[11].path == p.target_usd
    assert p.status is PaceStatus.AHEAD


def test_the_balance(june):
    assert june.balance.cumulative == pytest.approx(7.63e9, abs=0.01e9)


@pytest.mark.parametrize(
    ("item", "billions", "printed"),
    [
        ("ELEC", 47.7, 0.399),
        ("TEXTILE", 18.7, 0.123),
        ("FOOTWEAR", 11.9, 0.101),
        ("SEAFOOD", 5.1, 0.159),
        ("TOYS", 3.3, None),  # the report said +103 %, which is no tenth of a per cent
    ],
)
def test_the_items_of_the_half_year(june, item, billions, printed):
    found = {part.code: part for part in june.items}[item]
    assert found.value == pytest.approx(billions * 1e9, abs=0.05e9)
    assert found.growth_printed == (printed and pytest.approx(printed))


def test_the_items_lead_with_electronics(june):
    assert [part.code for part in june.items[:2]] == ["ELEC", "MACHINERY"]
    assert june.items[0].contribution == pytest.approx(0.073, abs=0.001)
    assert june.items[-1].code == "STEEL"


@pytest.mark.parametrize(
    ("market", "billions", "growth"), [("US", 70.9, 0.28), ("CN", 29.1, 0.04), ("KR", 13.7, 0.12)]
)
def test_the_markets_of_the_half_year(june, market, billions, growth):
    found = {part.code: part for part in june.markets}[market]
    assert found.value == pytest.approx(billions * 1e9, abs=0.05e9)
    assert found.growth == pytest.approx(growth, abs=0.01)


@pytest.fixture(scope="module")
def wide(shared):
    """The office's items over several years, as reported in August 2026."""
    (path,) = (shared / "returns" / "nso_wide").glob("Xu*2025-11.xls")
    reading = read_return(path)
    return pd.DataFrame(
        [
            (*row, 1, reading.name, reading.sender, reading.reported_on.isoformat(), 1)
            for row in reading.rows
        ],
        columns=list(FIGURE_COLUMNS),
    )


def test_the_months_of_2025_sum_to_474_994_2_which_is_17_13_percent_more(wide):
    """Of the target of 12 % that is 104.6 %: met."""
    p = overview(wide, [TWELVE_PERCENT], through=Month(2025, 12)).exports
    assert p.cumulative == pytest.approx(474_994.2e6, abs=0.05e6)
    assert p.base_year == pytest.approx(405_531.7e6, abs=0.05e6)
    assert p.growth == pytest.approx(0.1713, abs=5e-5)
    assert p.share_of_target == pytest.approx(1.046, abs=5e-4)
    assert p.status is PaceStatus.MET


def test_january_2024_grew_by_46_0_percent(frame):
    """Tết was in January 2023, and in February 2024."""
    p = overview(frame, [], through=Month(2024, 1)).exports
    assert p.growth == pytest.approx(0.460, abs=0.0005)


@pytest.mark.parametrize(("year", "growth"), [(2025, -0.040), (2026, 0.306)])
def test_january_grows_as_the_holiday_moves(wide, year, growth):
    """Tết was in January 2025, in February 2024 and 2026; the book begins with 2024."""
    p = overview(wide, [], through=Month(year, 1)).exports
    assert p.growth == pytest.approx(growth, abs=0.0005)
