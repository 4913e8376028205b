"""An archive of several provinces and no nation: each is told by itself, and what they sum to."""

from datetime import UTC, date, datetime

import pytest

from desktop.analysis.provinces_wording import alone_told, made_of_told, sum_told
from desktop.analysis.tracing import leaves
from desktop.analysis.tracing.trace import title
from desktop.figures.finding import Refused
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.vintage import Vintage
from desktop.figures.wording import language
from desktop.workflow import Office, YearAsked
from tests.archive.made import AUGUST_6, JULY_6, reading, row, store

HUE, HANOI = "TP. Huế", "TP. Hà Nội"
ENGLISH = language("en")


@pytest.fixture
def office(tmp_path):
    """Give an office on two provinces: one told to July, the other to May."""
    now = datetime(2025, 9, 1, tzinfo=UTC)
    with Office(tmp_path / "a.sqlite3", clock=lambda: now, user="Lan") as made:
        for name, amount, last in ((HUE, 100e6, 7), (HANOI, 200e6, 5)):
            keep(made, name, *months(name, 2024, 12, amount), *months(name, 2025, last, amount))
        yield made


def months(name, year, last, amount):
    return [
        row(amount, month=Month(year, n), province=name, cell=f"D{year}{n}")
        for n in range(1, last + 1)
    ]


def keep(office, name, *rows, on=AUGUST_6):
    return store(office.archive, reading(*rows, name=f"{name}.xlsx"), on)


def test_each_stands_by_itself_and_the_sum_is_to_the_month_that_all_tell(office):
    office.set_target(Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 2e9, 2e9, province=HUE))
    told = office.provinces()
    assert [(o.province, o.through) for o in told.each] == [
        (HANOI, Month(2025, 5)), (HUE, Month(2025, 7)),
    ]  # fmt: skip
    hanoi, hue = (o.exports for o in told.each)
    assert (hue.cumulative, hue.growth, hue.target_usd, hue.share_of_target) == (
        700e6, 0.0, 2e9, 0.35,
    )  # fmt: skip
    assert (hanoi.cumulative, hanoi.target) == (1e9, None)
    both = told.together
    assert (both.through, both.cumulative, both.base, both.growth) == (
        Month(2025, 5), 1.5e9, 1.5e9, 0.0,
    )  # fmt: skip
    assert "2 provinces and none of the nation" in alone_told(told, ENGLISH)
    assert "1.50 bn USD to May 2025" in sum_told(told, ENGLISH)
    assert all(say(told, language("vi")) != say(told, ENGLISH) for say in (alone_told, sum_told))


def test_a_month_may_be_asked_and_what_was_known_then(office):
    at_may = office.provinces(YearAsked(through=Month(2025, 5)))
    assert [o.exports.cumulative for o in at_may.each] == [1e9, 500e6]
    keep(office, "more", row(300e6, month=Month(2025, 5), province=HANOI), on=date(2025, 8, 20))
    assert office.provinces().together.cumulative == 1.6e9
    assert office.provinces(YearAsked(vintage=Vintage(AUGUST_6))).together.cumulative == 1.5e9


def test_what_lacks_is_said_in_place_of_a_sum(office):
    keep(office, "more", *months("Nghệ An", 2024, 3, 1e6))
    told = office.provinces()
    assert (told.together, told.silent) == (None, ("Nghệ An",))
    assert "Nghệ An told nothing of 2025" in sum_told(told, ENGLISH)
    keep(office, "gap", row(5e6, month=Month(2025, 7), province="Nghệ An"))
    told = office.provinces(YearAsked(through=Month(2025, 7)))
    assert told.together is None
    assert "a month lacks" in sum_told(told, ENGLISH)
    assert set(told.broken) == {HANOI, "Nghệ An"}


def test_every_number_of_each_province_leads_to_its_cells(office):
    """Among several provinces a number is asked for by its province."""
    names = office.shown_numbers()
    assert f"exports+province:{HUE}.cumulative" in names
    assert "exports.cumulative" not in names
    trace = office.trace(f"exports+province:{HUE}.growth")
    assert (trace.value, [part.value for part in trace.inputs]) == (0.0, [700e6, 700e6])
    assert {leaf.source.file for leaf in leaves(trace)} == {f"{HUE}.xlsx"}
    assert title(trace, ENGLISH) == "Growth of exports · TP. Huế, January to July 2025"
    short = office.trace(f"province:{HANOI}.cumulative", YearAsked(through=Month(2025, 3)))
    assert short.value == 600e6
    assert all(office.trace(name) for name in names[::7])


def test_a_number_of_no_province_is_told_the_names(office):
    for name in ("province:Huế.growth", f"province:{HUE}.growing"):
        with pytest.raises(Refused) as refused:
            office.trace(name)
        (found,) = refused.value.findings
        assert (found.code, HUE in found.expected) == ("unknown_number", True)


def test_a_year_that_none_tells_of_is_refused(office):
    with pytest.raises(Refused) as refused:
        office.provinces(YearAsked(2019))
    assert refused.value.findings[0].code == "year_not_held"


def test_the_nation_or_one_province_alone_is_told_as_before(office, tmp_path):
    keep(office, "nation", *months("", 2025, 7, 9e9))
    assert office.provinces() is None
    assert office.overview().exports.cumulative == 63e9
    with Office(tmp_path / "b.sqlite3", clock=lambda: datetime(2025, 9, 1, tzinfo=UTC),
                user="Lan") as one:  # fmt: skip
        assert one.provinces() is None
        keep(one, "hue", *months(HUE, 2025, 7, 1e8))
        assert one.provinces() is None


def test_other_questions_say_where_the_answer_is(office):
    for ask in (office.held_overview, lambda: office.trace("exports.cumulative")):
        with pytest.raises(Refused) as refused:
            ask()
        assert refused.value.findings[0].code == "provinces_alone"


def test_a_merged_province_is_held_against_its_parts(office):
    for part, amount in (("Đồng Nai", 100e6), ("Bình Phước", 30e6)):
        keep(office, part, *months(part, 2024, 12, amount), *months(part, 2025, 6, amount),
             on=JULY_6)  # fmt: skip
    keep(office, "new", row(950e6, month=Month(2025, 7), basis="cumulative", province="Đồng Nai"))
    told = office.provinces()
    (dong_nai,) = (o.exports for o in told.each if o.province == "Đồng Nai")
    assert (dong_nai.cumulative, dong_nai.base_cumulative) == (950e6, 910e6)
    assert made_of_told(told, ENGLISH) == [
        "Đồng Nai: Until June 2025 the figures are the sum of those of Bình Phước, Đồng Nai; goods "
        "and markets that one of them did not tell have none."
    ]
    assert told.together.cumulative == 1.5e9 + 650e6


def test_a_target_of_a_province_has_its_base(office):
    made = office.set_target(
        Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.1, 0.1, province=HUE)
    )
    (held,) = office.standing_targets()
    assert (held.target.number, held.base, held.low) == (made.number, 1.2e9, pytest.approx(1.32e9))
