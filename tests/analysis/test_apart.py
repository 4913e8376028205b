"""Of which parts the year to date is not the sum of their months."""

from __future__ import annotations

import pickle
from datetime import UTC, datetime

import pytest

from desktop.analysis.apart import ApartByCode, apart_of
from desktop.analysis.inside_results import Apart, CumulativeOrigin, Difference, Inside
from desktop.analysis.inside_wording import less_months
from desktop.analysis.lines import laid_out
from desktop.figures.month import Month
from desktop.figures.places import sample
from desktop.figures.series import TOTAL, Flow, Measure, Series
from desktop.figures.wording import language
from desktop.workflow import Office

MARCH = Month(2025, 3)
NOW = datetime(2025, 7, 12, tzinfo=UTC)
SEEN = Apart(Difference(5e6, (Inside(MARCH, 5e6),)), CumulativeOrigin.PRINTED)


def of(market):
    return Series(Flow.EXPORT, Measure.VALUE, TOTAL, market)


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """Lay a spring by market out, whose later returns revised earlier months inside."""
    place = tmp_path_factory.mktemp("spring") / "archive.sqlite3"
    returns = [sample("customs", f"2025-T0{number}T-5X(VN-SB).xlsx") for number in (1, 2, 3)]
    with Office(place, clock=lambda: NOW, user="tester") as office:
        office.take_in(returns)
        return laid_out(office.archive.figures(split_by_both=False, every_release=True))


def test_a_sum_of_series_is_apart_by_what_each_of_them_is(book):
    one, other = (apart_of(book, [of(market)], MARCH) for market in ("AU", "CN"))
    both = apart_of(book, [of("AU"), of("CN")], MARCH)
    assert both.found.total == one.found.total + other.found.total != 0
    assert both.found.total == sum(part.amount for part in both.found.parts)
    assert (one.origin, both.origin) == (CumulativeOrigin.PRINTED, CumulativeOrigin.SUMMED)


def test_who_has_no_figures_is_left_out_of_a_sum(book):
    unknown = of("XX")
    alone, beside = apart_of(book, [of("AU")], MARCH), apart_of(book, [of("AU"), unknown], MARCH)
    assert alone.found == beside.found
    assert apart_of(book, [unknown], MARCH) is None
    assert apart_of(book, [of("AU")], Month(2024, 3)) is None


def test_a_sum_is_not_known_where_one_of_those_with_figures_lacks_a_month(book):
    assert apart_of(book, [of("AU")], Month(2025, 4)) is None


def test_each_is_found_out_once_when_it_is_asked_for():
    asked = []

    def find(code):
        asked.append(code)
        return SEEN if code == "AU" else None

    found = ApartByCode(lambda: ("AU", "CN", "AU"), find)
    assert found.get("AU") is SEEN
    assert found.get("AU") is SEEN
    assert asked == ["AU"]
    assert "CN" not in found
    assert found == {"AU": SEEN}
    assert asked == ["AU", "CN"]
    assert pickle.loads(pickle.dumps(found)) == {"AU": SEEN}
    assert hash(found) == hash(ApartByCode(lambda: ("AU",), find))


@pytest.mark.parametrize(
    ("totals", "written"),
    [
        ((-19.1e6, 40_000, 60_000, None), ["−19.1", "", "+0.1", ""]),
        ((40_000, -8_000), ["+0.040", "−0.008"]),
        ((-9.1e6, -49_999, 4_999), ["−9.10", "−0.05", ""]),
    ],
)
def test_a_column_writes_no_zero_for_what_is_none(totals, written):
    column = [
        t and Apart(Difference(t, (Inside(MARCH, t),)), CumulativeOrigin.PRINTED) for t in totals
    ]
    assert less_months(column, language("en")) == written
