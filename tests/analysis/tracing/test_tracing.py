"""Provenance: every shown number follows from its inputs, and ends in cells."""

from __future__ import annotations

import math
from dataclasses import replace
from datetime import date

import pytest

from desktop.analysis.overview import overview
from desktop.analysis.targets.every import TargetFrames
from desktop.analysis.tracing import (
    Kind,
    TraceUnit,
    inquiry,
    leaves,
    names,
    near_names,
    traced,
)
from desktop.analysis.tracing.trace import Named, amount, title, words
from desktop.figures.figure import Status
from desktop.figures.month import Month
from desktop.figures.series import Flow, Ownership
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.wording import language

YEARS = (2021, 2022, 2024)
TARGET = Target(
    Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.15,
    document="Resolution 01", issued_on=date(2025, 1, 8),
)  # fmt: skip
ACTUAL = {"status": Status.ACTUAL}
PARTS = {"item": "COFFEE"}, {"market": "US"}, {"ownership": Ownership.FDI}


@pytest.fixture(scope="module")
def asked(new_printer):
    """Three ordinary years, and a spring in four returns that revise each other."""
    printer = new_printer().of_return("2025-01-31")
    for year in YEARS:
        for flow in (Flow.EXPORT, Flow.IMPORT):
            size = 100 if flow is Flow.EXPORT else 93
            printer.year([size + year - 2020 + n for n in range(12)], year, flow=flow, **ACTUAL)
    for part in PARTS:
        printer.year([11 + n for n in range(12)], 2024, **part, **ACTUAL)
    _spring(printer)
    frame = printer.frame()
    return inquiry(frame, overview(frame, [TARGET]))


def _spring(printer):
    imports = {"flow": Flow.IMPORT}
    printer.of_return("2025-02-06").month(110, "2025-01").month(101, "2025-01", **imports)
    printer.of_return("2025-03-06").both(90, 203, "2025-02").both(95, 196, "2025-02", **imports)
    printer.of_return("2025-04-06").month(130, "2025-03").month(94, "2025-02", **ACTUAL)
    printer.month(120, "2025-03", **imports)
    for part in PARTS:
        printer.to_date(40, "2025-03", **part)


def follows(trace):
    """Work a number out again from its inputs."""
    values = [part.value for part in trace.inputs]
    if None in values:
        return None
    return {
        Kind.SUM: lambda: sum(values),
        Kind.LESS: lambda: values[0] - sum(values[1:]),
        Kind.GROWTH: lambda: values[0] / values[1] - 1,
        Kind.OVER: lambda: values[0] / values[1],
        Kind.TIMES: lambda: math.prod(values),
        Kind.GROWN: lambda: values[0] * (1 + values[1]),
        Kind.CHANGE_OVER: lambda: (values[0] - values[1]) / values[2],
    }[trace.kind]()


def every(trace):
    """Walk a tree."""
    yield trace
    for part in trace.inputs:
        yield from every(part)


def test_a_target_on_a_fixed_base_leads_to_the_base_as_it_was_known_that_day(new_printer):
    printer = new_printer().of_return("2025-01-06").year([90] * 12, 2024)
    then = printer.frame()
    printer.of_return("2025-02-06").year([100] * 12, 2024).month(110, "2025-01")
    day = date(2025, 1, 8)
    fixed = replace(TARGET, low=0.1, high=0.1, base_as_of=day, number=1)
    frame, beside = printer.frame(), TargetFrames(then={day: then})
    trace = traced(inquiry(frame, overview(frame, [fixed], beside=beside)), "exports.target")
    assert trace.value == follows(trace) == pytest.approx(1188e6)
    assert {leaf.source.reported_on for leaf in leaves(trace) if leaf.source} == {"2025-01-06"}


def test_every_number_follows_from_its_inputs(asked):
    for name in names(asked):
        for trace in every(traced(asked, name)):
            if trace.inputs and trace.kind is not Kind.WEIGHED:
                found = follows(trace)
                same = None if found is None else pytest.approx(found, rel=1e-9, abs=1e-6)
                assert trace.value == same, (name, trace)


def test_every_number_ends_in_cells_or_says_why_not(asked):
    for name in names(asked):
        for leaf in leaves(traced(asked, name)):
            counted = leaf.unit is TraceUnit.NUMBER
            assert leaf.source or leaf.remark or counted, (name, leaf)
            if leaf.source and leaf.unit is TraceUnit.USD and not leaf.remark:
                assert leaf.value == float(leaf.source.printed) * 1e6


def test_numbers_are_those_that_the_overview_shows(asked):
    shown = asked.overview
    for flow, progress in (("exports", shown.exports), ("imports", shown.imports)):
        for name in (
            "cumulative", "base_cumulative", "base_year", "growth", "growth_printed", "gap",
            "sum_of_months", "share_of_target", "target_growth", "path", "monthly_average",
            "required_monthly", "required_growth",
        ):  # fmt: skip
            value = traced(asked, f"{flow}.{name}").value
            assert value == pytest.approx(getattr(progress, name)), name
    assert traced(asked, "exports.target").value == shown.exports.target_usd
    assert traced(asked, "exports.target_high").value == shown.exports.target_high_usd
    assert traced(asked, "balance.change").value == pytest.approx(shown.balance.change)
    for code, part in asked.parts().items():
        assert traced(asked, f"{code}.cumulative").value == part.value
        for name in ("growth", "share", "contribution"):
            assert traced(asked, f"{code}.{name}").value == pytest.approx(getattr(part, name))


def test_a_cumulative_is_printed_implied_or_summed(asked):
    told = {n: traced(asked, f"exports.{n}") for n in ("cumulative", "base_cumulative")}
    assert told["cumulative"].kind is Kind.SUM
    january, *months = told["cumulative"].inputs
    assert [t.source.printed for t in months] == ["94", "130"]
    assert [t.source.printed for t in january.inputs] == ["203", "90"]
    assert len(told["base_cumulative"].inputs) == 3
    february = inquiry(asked.figures, overview(asked.figures, [TARGET], through=Month(2025, 1)))
    implied = traced(february, "exports.cumulative")
    assert implied.kind is Kind.LESS
    assert [t.source.printed for t in implied.inputs] == ["203", "90"]
    printed = traced(asked, "item:COFFEE.cumulative")
    assert (printed.inputs, printed.source.printed) == ((), "40")


def test_a_path_names_the_years_that_shape_it(asked):
    share = traced(asked, "exports.path_share")
    assert [t.what.blanks["year"] for t in share.inputs] == list(YEARS)
    weights = [t.remark.blanks["weight"] for t in share.inputs]
    assert sum(weights) == pytest.approx(1)
    assert {len(list(leaves(year))) for year in share.inputs} == {3 + 12}


def test_a_revision_shows_both_releases(asked):
    february = inquiry(asked.figures, overview(asked.figures, [TARGET], through=Month(2025, 2)))
    revision = traced(february, "exports.month_revision")
    assert [t.source.printed for t in revision.inputs] == ["94", "90"]
    assert revision.value == pytest.approx(94 / 90 - 1)


def test_a_target_names_its_document(asked):
    _, stated = traced(asked, "exports.target").inputs
    assert stated.value == 0.12
    assert stated.remark.blanks["document"] == "Resolution 01"
    assert traced(asked, "imports.target").remark is not None


def test_an_unknown_name_is_none_and_near_ones_are_told(asked):
    for name in ("exports", "exports.grwth", "item:TEA.growth", "balance.share", ".", ""):
        assert traced(asked, name) is None
    assert near_names(asked, "Exports.grwth")[0] == "exports.growth"
    assert near_names(asked, "market:us.contribution")[0] == "market:US.contribution"


@pytest.mark.parametrize("code", ["vi", "en"])
def test_every_number_is_told_in_words(asked, code):
    spoken = language(code)
    for name in names(asked):
        for trace in every(traced(asked, name)):
            told = (title(trace, spoken), amount(trace, spoken))
            said = [words(s, spoken) for s in (trace.formula, trace.remark) if s]
            assert all(text and "{" not in text for text in (*told, *said))


def test_january_is_not_called_january_to_january(asked, new_printer):
    frame = new_printer().of_return("2024-02-06").month(100, "2024-01").frame()
    alone = inquiry(frame, overview(frame, []))
    english = language("en")
    numbers = [traced(alone, name) for name in names(alone) if not name.startswith("balance")]
    assert len(numbers) > 5
    assert not any("January to January" in title(trace, english) for trace in numbers)
    assert title(traced(alone, "exports.growth"), english) == "Growth of exports in January 2024"
    of_march = title(traced(asked, "exports.growth"), english)
    assert of_march == "Growth of exports, January to March 2025"


@pytest.mark.parametrize(
    ("code", "english", "vietnamese"),
    [
        ("market:CN", "exports to China", "xuất khẩu sang Trung Quốc"),
        ("imports+market:CN", "imports from China", "nhập khẩu từ Trung Quốc"),
        ("balance+market:CN", "trade balance · China", "cán cân thương mại · Trung Quốc"),
    ],
)
def test_trade_with_a_partner_is_named_alike_both_ways(code, english, vietnamese):
    names = [Named(code).name(language(lang)) for lang in ("en", "vi")]
    assert names == [english, vietnamese]
