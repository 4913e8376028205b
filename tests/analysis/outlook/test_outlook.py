"""The outlook of an archive made by hand: known part, targets, what moved it, the record."""

from __future__ import annotations

from datetime import UTC, date, datetime

import numpy as np
import pytest

from desktop.analysis.outlook import Rule, Unsaid
from desktop.analysis.revisions import triangle
from desktop.archive import Archive
from desktop.figures.figure import Status
from desktop.figures.groupings import Dimension
from desktop.figures.month import Month
from desktop.figures.series import Flow, Series
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.vintage import Vintage
from desktop.workflow import Office, YearAsked
from tests.archive.made import reading, row, store

JUNE = Month(2025, 6)
DAY = date(2025, 1, 8)
TARGETS = (
    Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.08, 0.12, issued_on=DAY),
    Target(Flow.BALANCE, TargetMeasure.SURPLUS, 2025, 1.42e10, 1.42e10, issued_on=DAY),
    Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 4e10, 4e10, "ELEC", issued_on=DAY),
    Target(Flow.EXPORT, TargetMeasure.SHARE, 2025, 0.1, 0.1, "COFFEE", issued_on=DAY),
    Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 1e9, 1e9, "ELEC", "US", issued_on=DAY),
    Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 5e10, 5e10, first_month=1, months=6,
           issued_on=DAY),
    Target(Flow.IMPORT, TargetMeasure.VALUE, 2025, 1e11, 1e11, first_month=7, months=12,
           issued_on=DAY),
)  # fmt: skip
AMOUNTS = {(Flow.EXPORT, "TOTAL"): 8e9, (Flow.IMPORT, "TOTAL"): 7e9, (Flow.EXPORT, "ELEC"): 4e9,
           (Flow.EXPORT, "COFFEE"): 1e9}  # fmt: skip


def value(flow, item, month):
    wobble = np.random.default_rng(month.ordinal).normal(0, 0.03)
    return AMOUNTS[flow, item] * 1.08 ** ((month - Month(2018, 1)) / 12) * np.exp(wobble) / 1.5


def book(first, last, name, status=Status.PRELIMINARY):
    rows = [
        row(value(flow, item, first + n), month=first + n, flow=flow.value, item=item,
            cell=f"{item}{flow}{n}", status=status)
        for flow, item in AMOUNTS for n in range(last - first + 1)
    ]  # fmt: skip
    return reading(*rows, name=name)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    path = tmp_path_factory.mktemp("outlook") / "archive.sqlite3"
    with Archive.open(path) as archive:
        store(archive, book(Month(2018, 1), Month(2024, 12), "past.xlsx"), date(2025, 1, 6))
        for number in range(1, 7):
            month = Month(2025, number)
            store(archive, book(month, month, f"{number}.xlsx"), (month + 1).day(6))
    with _office(path) as office:
        for target in TARGETS:
            office.set_target(target)
    return path


def _office(path):
    return Office(path, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="Lan")


@pytest.fixture(scope="module")
def office(place):
    with _office(place) as office:
        yield office


@pytest.fixture(scope="module")
def outlook(office):
    return office.outlook()


def chance(outlook, measure, **wanted):
    return next(
        c for c in outlook.chances
        if c.target.measure is measure
        and all(getattr(c.target, name) == value for name, value in wanted.items())
    )  # fmt: skip


def test_what_is_known_is_the_cumulative_as_published(office, outlook):
    overview = office.overview()
    assert outlook.exports.known == pytest.approx(overview.exports.cumulative, rel=1e-12)
    assert outlook.exports.base == pytest.approx(overview.exports.base_year, rel=1e-12)
    assert outlook.through == JUNE
    assert len(outlook.exports.fan) == 6
    assert outlook.exports.fan[-1].to_date.median == pytest.approx(
        outlook.exports.band.median, rel=1e-3
    )


def test_a_range_has_a_chance_for_each_end(outlook):
    found = chance(outlook, TargetMeasure.GROWTH)
    assert found.low == pytest.approx(outlook.exports.base * 1.08)
    assert 0.01 <= found.chance_high < found.chance <= 0.99
    assert found.chance == outlook.exports.landing.chance(found.low)
    assert outlook.headline is found


def test_the_balance_is_told_from_both_flows_together(outlook):
    found = chance(outlook, TargetMeasure.SURPLUS)
    assert 0.01 < found.chance < 0.99
    assert outlook.balance.correlation > 0.9  # both wobble alike
    apart = outlook.exports.band.most[1] - outlook.exports.band.most[0]
    assert outlook.balance.band.most[1] - outlook.balance.band.most[0] < 0.6 * apart


def test_parts_and_shares_have_chances_and_what_is_not_split_a_reason(outlook):
    assert chance(outlook, TargetMeasure.VALUE, item="ELEC", market="WORLD").chance is not None
    coffee = chance(outlook, TargetMeasure.SHARE)
    assert coffee.chance > 0.9  # an eighth, against a tenth
    assert coffee.band.median == pytest.approx(1 / 8, rel=0.02)
    assert chance(outlook, TargetMeasure.VALUE, market="US").unsaid is Unsaid.NO_PART


def test_a_period_that_is_over_is_known_and_one_beyond_the_year_is_not_told(outlook):
    half = chance(outlook, TargetMeasure.VALUE, months=6)
    assert half.chance == (0.99 if outlook.exports.known >= 5e10 else 0.01)
    assert half.band.most[0] == half.band.most[1] == pytest.approx(outlook.exports.known)
    fiscal = chance(outlook, TargetMeasure.VALUE, first_month=7)
    assert (fiscal.chance, fiscal.unsaid) == (None, Unsaid.OTHER_MONTHS)


def test_all_at_once_is_no_likelier_than_the_least_likely(outlook):
    told = [c.chance for c in outlook.chances if c.chance is not None]
    assert outlook.joint.targets == len(told) == 5
    assert outlook.joint.chance <= min(told) + 1e-9


def test_parts_and_their_rest_make_the_total(outlook):
    parts = outlook.parts_of(Flow.EXPORT, Dimension.ITEM)
    assert [p.code for p in parts.parts] == ["ELEC", "COFFEE"]
    medians = sum(p.band.median for p in parts.parts) + parts.rest.median
    assert medians == pytest.approx(outlook.exports.band.median, rel=0.01)
    assert outlook.parts_of(Flow.EXPORT, Dimension.MARKET) is None


def test_each_month_is_seen_by_what_was_known_then(outlook):
    seen = outlook.exports.seen
    assert [s.month.number for s in seen] == [1, 2, 3, 4, 5, 6]
    assert not any(s.by_hindsight for s in seen)
    assert seen[-1].median == outlook.exports.landing.median
    widths = [s.high - s.low for s in seen]
    assert widths[0] > widths[-1]


def test_what_moved_it_sums_to_the_change(outlook):
    move, seen = outlook.exports.move, outlook.exports.seen
    assert move.change == pytest.approx(seen[-1].median - seen[-2].median)
    assert move.revision + move.tet + move.news == pytest.approx(move.change)
    assert move.revision == pytest.approx(0.0, abs=1.0)  # nothing was revised


def test_the_record_holds_every_rule_against_the_same_years(outlook):
    record = outlook.exports.record
    assert set(record.errors) == set(Rule)
    assert record.years == (2021, 2022, 2023, 2024)
    for rule in Rule:
        mean = np.mean([abs(record.by_year[year][rule]) for year in record.years])
        assert record.errors[rule] == pytest.approx(mean)


def test_as_of_a_day_it_is_what_it_was_whatever_came_since(office, place, tmp_path):
    then = Vintage(date(2025, 4, 30))
    before = office.outlook(YearAsked(vintage=then))
    assert before.through == Month(2025, 3)
    later = tmp_path / "later.sqlite3"
    later.write_bytes(place.read_bytes())
    with Archive.open(later) as archive:
        revised = book(Month(2025, 1), Month(2025, 7), "july.xlsx", Status.ACTUAL)
        store(archive, revised, date(2025, 8, 6))
    with _office(later) as office_later:
        assert office_later.outlook(YearAsked(vintage=then)) == before
        assert office_later.outlook().through == Month(2025, 7)


def test_the_same_figures_say_the_same(office, outlook):
    assert office.outlook() == outlook


def test_a_gap_is_a_reason_instead_of_a_number(tmp_path):
    path = tmp_path / "gap.sqlite3"
    with Archive.open(path) as archive:
        store(archive, book(Month(2022, 1), Month(2023, 6), "one.xlsx"), date(2025, 1, 6))
        store(archive, book(Month(2023, 8), JUNE, "two.xlsx"), date(2025, 7, 6))
    with _office(path) as office:
        found = office.outlook()
    assert found.exports.band is None
    assert found.balance is None
    assert found.exports.landing.reasons[-1].month == Month(2023, 7)


def test_growth_that_makes_the_target_as_likely_as_asked(outlook):
    even, likely = outlook.needed
    assert (even.chance, likely.chance) == (0.5, 0.8)
    assert even.growth < likely.growth
    exports, target = outlook.exports, outlook.headline.low
    rest = exports.landing.median - exports.known
    factor = (1 + likely.growth) / (1 + likely.expected)
    below = exports.landing.quantile(0.2) - exports.known
    assert exports.known + factor * below == pytest.approx(target)
    assert exports.known + rest * (1 + even.growth) / (1 + even.expected) == pytest.approx(target)


def test_what_had_been_released_before_a_day_is_what_its_figures_alone_say(office):
    figures = office._outlook_figures(Vintage(), 2025).frame
    series = Series(Flow.EXPORT)
    whole = triangle(figures, series)
    for day in whole.days:
        known = figures[figures["reported_on"] < day.isoformat()]
        assert whole.before(day).rows == triangle(known, series).rows
