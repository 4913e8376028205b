"""An archive of one province's returns alone: all is about that province, and nobody names it."""

from datetime import UTC, date, datetime

import pytest

from desktop.analysis.tracing import leaves
from desktop.analysis.yardstick_wording import beside_told
from desktop.figures.finding import Refused
from desktop.figures.month import Month
from desktop.figures.phasing import PathChoice, PathWish, Phasing
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.vintage import Vintage
from desktop.figures.wording import language
from desktop.workflow import Office, YearAsked
from desktop.workflow.home import NATION, Home, home_of
from tests.archive.made import AUGUST_6, reading, row, store

HUE = "TP. Huế"
PLAN = Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 1500e6, 1500e6)


@pytest.fixture
def office(tmp_path):
    """Give an office on an empty archive."""
    now = datetime(2025, 9, 1, tzinfo=UTC)
    with Office(tmp_path / "a.sqlite3", clock=lambda: now, user="Lan") as made:
        yield made


def months(name, year, count=12, amount=100e6):
    """Give the exports of a year's months, each of so many dollars."""
    return [
        row(amount, month=Month(year, n), province=name, cell=f"D{year}{n}")
        for n in range(1, count + 1)
    ]


def keep(office, *rows, name="a.xlsx", on=AUGUST_6):
    return store(office.archive, reading(*rows, name=name), on)


def test_a_province_is_its_own_whole(office):
    past = [r for year in (2021, 2022, 2024) for r in months(HUE, year)]
    keep(office, *past, *months(HUE, 2025, 5, 120e6))
    with pytest.raises(Refused):
        office.target_named(year=2025)
    office.set_target(PLAN)
    told = office.held_overview()
    assert (told.province, told.through) == (HUE, Month(2025, 5))
    p = told.exports
    assert (p.cumulative, p.base_cumulative, p.target_usd) == (600e6, 500e6, 1500e6)
    assert (p.months_left, p.required_monthly) == (7, pytest.approx(900e6 / 7))
    assert p.path is not None
    assert [t.cumulative for t in told.targets] == [600e6]
    trace = office.trace("exports.cumulative")
    assert trace.value == 600e6
    assert office.outlook() is not None


def test_a_target_is_kept_as_the_provinces_and_counts_for_it_alone(office):
    keep(office, *months(HUE, 2024), *months(HUE, 2025, 5))
    made = office.set_target(PLAN)
    assert [t.province for t in office.archive.targets()] == [HUE]
    assert office.targets() == [made]
    again = office.set_target(PLAN)  # the same once more is no second one
    assert again.number == made.number
    keep(office, *months("", 2025, 6), name="nation.xlsx")
    told = office.held_overview()
    assert (told.province, told.exports.target) == ("", None)
    assert [p.scope.province for p in told.targets] == [HUE]


def test_a_target_that_was_set_first_counts(office):
    office.set_target(PLAN)
    keep(office, *months(HUE, 2025, 5))
    assert office.held_overview().exports.target_usd == 1500e6


def test_a_path_is_chosen_for_the_province(office):
    keep(office, *months(HUE, 2024), *months(HUE, 2025, 8))
    year = Month(2025, 1), Month(2025, 12)
    office.set_target(PLAN)
    office.choose_path(PathChoice(Flow.EXPORT, *year, PathWish(Phasing.LINEAR)))
    assert [c.province for c in office.archive.path_choices()] == [HUE]
    assert office.held_overview().exports.path == pytest.approx(1000e6)


def test_the_nation_comes_first_and_goes_again(office):
    keep(office, *months(HUE, 2025, 5))
    number = keep(office, *months("", 2025, 6, 900e6), name="nation.xlsx", on=date(2025, 8, 7))
    assert office.overview().exports.cumulative == 5400e6
    then = office.overview(YearAsked(vintage=Vintage(date(2025, 8, 6))))
    assert (then.province, then.exports.cumulative) == (HUE, 500e6)
    office.undo(number)
    told = office.overview()
    assert (told.province, told.exports.cumulative) == (HUE, 500e6)
    office.redo(number)
    assert office.overview().province == ""


def test_the_nation_stays_as_long_as_any_of_its_returns_counts(office):
    keep(office, *months(HUE, 2025, 5))
    numbers = [
        keep(office, *months("", 2025, n, 900e6), name=f"{n}.xlsx", on=date(2025, n + 1, 7))
        for n in (5, 6)
    ]
    for number, left in zip(numbers, ("", HUE), strict=True):
        assert office.overview().province == ""
        office.undo(number)
        assert office.overview().province == left


def test_a_return_that_comes_counts_at_once(office):
    keep(office, *months(HUE, 2025, 5))
    assert office.overview().exports.cumulative == 500e6
    keep(office, row(80e6, month=Month(2025, 6), province=HUE), name="june.xlsx")
    assert office.overview().exports.cumulative == 580e6


def test_of_two_provinces_none_is_evident(office):
    keep(office, *months(HUE, 2025, 5), *months("TP. Hà Nội", 2025, 5))
    assert office.overview() is None
    assert office.home() == NATION


@pytest.mark.parametrize(
    ("totals", "home"),
    [
        ([], NATION),
        ([("UNKNOWN", "month", Month(2025, 3))], NATION),
        ([("Bình Phước", "month", Month(2025, 3))],
         Home("Bình Phước", "Bình Phước", held_before=True)),
        ([(HUE, "month", Month(2025, 3)), (HUE, "month", Month(2025, 8))],
         Home(HUE, HUE, held_before=True)),
        ([("Bình Phước", "month", Month(2025, 3)), ("Đồng Nai", "month", Month(2025, 8))],
         Home("Đồng Nai", "Đồng Nai", lacking=("Đồng Nai",))),
        ([("TP. Hà Nội", "month", Month(2025, 3)), ("Đồng Nai", "month", Month(2025, 8))], NATION),
    ],
)  # fmt: skip
def test_which_unit_it_is(totals, home):
    assert home_of((name, basis, month.ordinal) for name, basis, month in totals) == home


def test_what_a_merged_unit_was_before_is_no_base_of_what_it_is(office):
    keep(office, *months("Đồng Nai", 2024), *months("Đồng Nai", 2025, 8)[6:])
    told = office.overview()
    assert (told.province, told.through) == ("Đồng Nai", Month(2025, 8))
    assert told.exports.months[6].value == 100e6
    assert told.exports.base_year is None
    assert told.exports.months[0].value is None


def merged(office):
    """Keep two old units' returns of 2024 and of half a year, and those of what they became."""
    for name, amount in (("Đồng Nai", 100e6), ("Bình Phước", 30e6)):
        keep(office, *months(name, 2024, 12, amount), *months(name, 2025, 6, amount * 1.1),
             name=f"{name}.xlsx", on=date(2025, 7, 6))  # fmt: skip
    ours = [r for r in months("Đồng Nai", 2025, 8, 150e6) if r.period_end >= Month(2025, 7).ordinal]
    total = row(6 * 143e6 + 300e6, month=Month(2025, 8), basis="cumulative", province="Đồng Nai")
    keep(office, *ours, total, name="new.xlsx", on=date(2025, 9, 1))


def test_what_a_merged_unit_was_before_is_the_sum_of_its_parts(office):
    merged(office)
    told = office.held_overview()
    p = told.exports
    assert (told.province, told.through) == ("Đồng Nai", Month(2025, 8))
    assert (p.base_cumulative, p.base_year) == (8 * 130e6, 12 * 130e6)
    assert p.months[0].value == pytest.approx(143e6)
    assert p.growth == pytest.approx(1158e6 / 1040e6 - 1)
    assert p.summed_units == ("Bình Phước", "Đồng Nai")
    base = office.trace("exports.base_cumulative")
    sources = {leaf.source.file for leaf in leaves(base) if leaf.source}
    assert sources == {"Bình Phước.xlsx + Đồng Nai.xlsx"}
    english, vietnamese = (beside_told(p, language(code))[-1] for code in ("en", "vi"))
    assert english.startswith(
        "Until June 2025 the figures are the sum of those of Bình Phước, Đồng Nai; goods and"
    )
    assert vietnamese != english


def test_a_merged_units_target_of_growth_is_held_against_the_sum_of_its_parts(office):
    merged(office)
    office.set_target(Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.1, 0.1))
    told = office.held_overview()
    assert told.exports.target_usd == pytest.approx(1.1 * 1560e6)
    assert told.targets[0].base == pytest.approx(1560e6)
    assert office.trace(f"target:{told.targets[0].target.number}.base").value == 1560e6


def test_the_sum_of_parts_follows_what_comes_and_goes(office):
    merged(office)
    again = [row(40e6, month=Month(2024, 1), province="Bình Phước")]
    number = keep(office, *again, name="again.xlsx", on=date(2025, 8, 20))
    assert office.overview().exports.months[0].last_year == 140e6
    then = office.overview(YearAsked(vintage=Vintage(date(2025, 8, 19))))
    assert then is None or then.exports.months[0].last_year in {None, 130e6}
    office.undo(number)
    assert office.overview().exports.months[0].last_year == 130e6
    late = keep(office, row(900e6, month=Month(2024, 1), province="Đồng Nai"), name="late.xlsx",
                on=date(2025, 9, 1))  # fmt: skip
    assert office.overview().exports.months[0].last_year == 130e6  # it is of the larger unit
    office.undo(late)
    assert office.overview(YearAsked(2025, Month(2025, 7))).exports.base_cumulative == 7 * 130e6


def test_where_a_part_lacks_there_is_no_base_and_it_is_said(office):
    keep(office, *months("Đồng Nai", 2024), name="old.xlsx", on=date(2025, 1, 6))
    keep(office, *months("Đồng Nai", 2025, 8)[6:], name="new.xlsx", on=date(2025, 9, 1))
    p = office.held_overview().exports
    assert p.base_cumulative is None
    assert p.lacking_units == ("Bình Phước",)
    assert "Bình Phước" in beside_told(p, language("en"))[-1]
