"""The check values of the domain, through the whole application, from the sample workbooks."""

import json
from datetime import UTC, date, datetime

import pytest

from desktop.cli.demo_command import TARGET_2025
from desktop.cli.status_out import as_json
from desktop.figures.month import Month
from desktop.figures.places import sample
from desktop.figures.vintage import Vintage
from desktop.workflow import Office


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """An archive with every sample return (not July's), and 2025's target."""
    place = tmp_path_factory.mktemp("samples") / "archive.sqlite3"
    with Office(place, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="tester") as office:
        outcomes = office.accept(
            office.preview([sample("history"), sample("gso"), sample("customs")])
        )
        assert all(o.number is not None for o in outcomes)
        office.set_target(TARGET_2025)
        yield office


def _status(office, through=None, **asked):
    return json.loads(json.dumps(as_json(office.overview(2025, through, **asked))))


def test_2024_and_the_target(office):
    exports = _status(office)["exports"]
    assert exports["base_year_usd"] == pytest.approx(405_531.7e6, abs=0.06e6)
    assert exports["target_usd"] == pytest.approx(454_195.5e6, abs=0.06e6)


@pytest.mark.parametrize(("month", "growth"), [(1, -0.0397), (2, 0.0863), (3, 0.1078), (4, 0.1343)])
def test_growth_to_date_on_latest_figures(office, month, growth):
    """January's revision is known only from February's book: its cumulative less its month."""
    exports = _status(office, Month(2025, month))["exports"]
    assert exports["growth"] == pytest.approx(growth, abs=0.00005)


def test_first_half_of_2025(office):
    told = _status(office, Month(2025, 6))
    exports, imports = told["exports"], told["imports"]
    assert exports["cumulative_usd"] == 219_830e6
    assert exports["cumulative_origin"] == "printed"
    assert exports["source"]["printed"].startswith("219830")
    assert exports["share_of_target"] == pytest.approx(0.484, abs=0.0005)
    assert exports["required_monthly_usd"] == pytest.approx(39.06e9, abs=0.01e9)
    assert exports["required_growth"] == pytest.approx(0.091, abs=0.0005)
    # 47.3 % of the target: the season of 2015-2024 without 2020 and 2023, Tết put into its place.
    assert exports["path_usd"] == pytest.approx(214.75e9, abs=0.05e9)
    assert exports["season"]["left_out"] == [2020, 2023]
    assert sum(exports["season"]["shares"]) == pytest.approx(1)
    assert imports["cumulative_usd"] == 212_200e6
    assert told["balance_usd"] == pytest.approx(7_630e6)


def test_the_printed_growth_stands_beside_ours(office):
    """The office's +14.4 % is on a revised 192.2 bn that it never published by month.

    On the months that it did publish (190.7 bn) the same cumulative is +15.3 %: both are kept.
    """
    exports = _status(office, Month(2025, 6))["exports"]
    assert exports["growth_printed"] == pytest.approx(0.144)
    assert exports["base_cumulative_usd"] == pytest.approx(190_734.9e6, abs=0.1e6)
    assert exports["growth"] == pytest.approx(0.1525, abs=0.0001)


@pytest.mark.parametrize(
    ("code", "billions"),
    [("ELEC", 47.7), ("TEXTILE", 18.7), ("FOOTWEAR", 11.9), ("TOYS", 3.3), ("SEAFOOD", 5.1)],
)
def test_items_of_the_interview(office, code, billions):
    items = {c["code"]: c for c in _status(office, Month(2025, 6))["items"]}
    assert items[code]["value_usd"] == pytest.approx(billions * 1e9, abs=0.05e9)


@pytest.mark.parametrize(("code", "printed"), [("ELEC", 0.399), ("TEXTILE", 0.123)])
def test_item_growth_as_printed(office, code, printed):
    """The interview's growth rates are on the office's revised base, and printed in the book."""
    items = {c["code"]: c for c in _status(office, Month(2025, 6))["items"]}
    assert items[code]["growth_printed"] == pytest.approx(printed, abs=0.0005)


@pytest.mark.parametrize(
    ("code", "billions", "growth"),
    [("US", 70.9, 0.282), ("CN", 29.1, 0.042), ("KR", 13.7, 0.119), ("JP", 12.8, 0.118)],
)
def test_markets_of_the_interview(office, code, billions, growth):
    markets = {c["code"]: c for c in _status(office, Month(2025, 6))["markets"]}
    assert markets[code]["value_usd"] == pytest.approx(billions * 1e9, abs=0.06e9)
    assert markets[code]["growth"] == pytest.approx(growth, abs=0.01)


def test_last_month_can_be_asked_again(office):
    before = _status(office, vintage=Vintage(date(2025, 7, 1)))
    assert before["through"] == "2025-05"
    assert before["exports"]["cumulative_usd"] == 180_230e6


def test_the_difference_from_the_months_is_explained(office):
    """The office revised January within February's cumulative, and never printed it by month."""
    exports = _status(office, Month(2025, 6))["exports"]
    told = exports["difference"]
    assert exports["cumulative_origin"] == "printed"
    assert told["total_usd"] == pytest.approx(
        exports["cumulative_usd"] - exports["sum_of_months_usd"], abs=0.01
    )
    assert sum(part["amount_usd"] for part in told["parts"]) == pytest.approx(told["total_usd"])
    assert told["parts"][0]["month"] == "2025-01"
    assert told["parts"][0]["amount_usd"] == pytest.approx(73.6e6, abs=0.1e6)
