"""Overviews and warnings rest on totals and on two years: what they say is as of all figures."""

from datetime import UTC, date, datetime

import pytest

from desktop.analysis.overview import overview
from desktop.analysis.warnings.subjects import subject
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.vintage import LATEST, Vintage
from desktop.figures.warning_rules import Rule
from desktop.workflow import Office, YearAsked
from desktop.workflow.warning import report
from tests.archive.made import AUGUST_6, reading, row, store

OF_PARTS = (
    Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.12),
    Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 9e8, 9e8, item="RICE"),
    Target(Flow.IMPORT, TargetMeasure.GROWTH, 2025, 0.05, 0.05, item="CARS"),
    Target(Flow.IMPORT, TargetMeasure.VALUE, 2025, 7e8, 7e8, market="CN"),
    Target(Flow.BALANCE, TargetMeasure.SURPLUS, 2025, 2e8, 2e8, market="US"),
)
PARTS = ({}, {"item": "RICE"}, {"item": "CARS"}, {"market": "CN"}, {"market": "US"})


@pytest.fixture
def office(tmp_path):
    """Give an office on four years of both flows, with targets of their parts."""
    now = datetime(2025, 9, 1, tzinfo=UTC)
    with Office(tmp_path / "a.sqlite3", clock=lambda: now, user="Lan") as made:
        for year in range(2022, 2026):
            store(made.archive, reading(*told(year), name=f"{year}.xlsx"), AUGUST_6)
        for target in OF_PARTS:
            made.set_target(target)
        yield made


def told(year, more=0):
    """Give both flows of a year's first seven months or all, in all and by a few parts."""
    months = range(1, 8 if year == 2025 else 13)
    return [
        row((10 + 3 * at + year % 100 + n + more) * 1e6, month=Month(year, n), flow=flow,
            cell=f"{flow[0].upper()}{n}{at}", **part)
        for flow in ("export", "import") for at, part in enumerate(PARTS) for n in months
    ]  # fmt: skip


def of_all(office, vintage):
    """Give what an overview of every figure says."""
    targets = office._targets_in_force(vintage)
    return overview(office._overview_figures(vintage), targets, vintage=vintage)


def targets_told(said):
    return {(t.target.flow, t.target.item, t.target.market): (t.cumulative, t.base_cumulative,
            t.status) for t in said.targets}  # fmt: skip


@pytest.mark.parametrize("vintage", [LATEST, Vintage(first_release=True)], ids=["newest", "first"])
def test_an_overview_says_what_all_figures_say(office, vintage):
    said, whole = office.overview(YearAsked(vintage=vintage)), of_all(office, vintage)
    assert len(said.targets) == len(OF_PARTS)
    assert targets_told(said) == targets_told(whole)
    assert (said.exports, said.imports, said.items, said.markets) == (
        whole.exports, whole.imports, whole.items, whole.markets
    )  # fmt: skip


def test_it_still_does_after_a_return_that_corrects_both_flows(office):
    assert office.overview().targets
    number = store(office.archive, reading(*told(2025, 5), name="again.xlsx"), date(2025, 8, 20))
    said, whole = office.overview(), of_all(office, LATEST)
    assert (said.imports, targets_told(said)) == (whole.imports, targets_told(whole))
    office.undo(number)
    assert office.overview().imports == of_all(office, LATEST).imports


def test_an_outlook_has_the_parts_of_both_flows(office):
    flows = {}
    for frame in (office._outlook_figures(LATEST, 2025).frame, office._overview_figures(LATEST)):
        keys = ["flow", "item", "market", "period_start", "period_end", "return_id"]
        flows[len(flows)] = frame.sort_values(keys)[[*keys, "value"]].to_numpy().tolist()
    assert flows[0] == flows[1]


def test_warnings_say_since_when_however_long_ago_that_is(tmp_path):
    now = datetime(2025, 9, 1, tzinfo=UTC)
    with Office(tmp_path / "a.sqlite3", clock=lambda: now, user="Lan") as office:
        for year in range(2021, 2026):
            store(office.archive, reading(*on_one_market(year), name=f"{year}.xlsx"), AUGUST_6)
        said = office.warnings()
        whole = office._judged_by(LATEST, office._overview_figures(LATEST))
        assert said == report(whole, office.overview())
    since = {(w.rule, subject(w.series)): w.since for w in said.warnings}
    assert since[Rule.DEPENDENCE, "market:US"] == Month(2021, 1)
    assert since[Rule.FALLING, "item:RICE"] == Month(2022, 8)  # farther back it is no warning
    assert since[Rule.FALLING, "item:COFFEE"] == Month(2025, 4)


def on_one_market(year):
    """Give exports of a year of which one market takes half, and rice ever less."""
    amounts = {"": 3000, "US": 1500, "RICE": 900 - 30 * (year - 2021), "COFFEE": 600}
    months = range(1, 8 if year == 2025 else 13)
    less = {("COFFEE", Month(2025, n)): 80 for n in range(4, 13)}
    return [
        row((amount - less.get((code, month), 0)) * 1e6, month=month, cell=f"{code}{month.number}",
            **({"market": code} if code == "US" else {"item": code} if code else {}))
        for code, amount in amounts.items() for month in (Month(year, n) for n in months)
    ]  # fmt: skip


def test_a_year_of_which_only_a_forecast_is_told_has_no_month_to_choose(office):
    forecast = row(500e6, month=Month(2026, 12), basis="year_forecast")
    store(office.archive, reading(forecast, name="ahead.xlsx"), AUGUST_6)
    assert max(office.months()) == Month(2025, 7)
    assert office.overview().through == Month(2025, 7)
