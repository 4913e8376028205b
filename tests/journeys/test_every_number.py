"""From any shown number to its cells: every number of structure is asked where it comes from."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime
from itertools import accumulate

import pytest

from desktop.analysis.structure.bridge import moved_most
from desktop.analysis.structure_results import Part, Split, Structure, Window
from desktop.analysis.tracing import Kind, TraceUnit, leaves, traced
from desktop.analysis.tracing.aims import aim_traced, target_number
from desktop.analysis.tracing.outlooks import outlook_names, outlook_traced
from desktop.analysis.tracing.structure import Spot, structure_traced
from desktop.analysis.tracing.structure.spots import SpotKind
from desktop.analysis.tracing.tree_parts import NUMBERS, part_asked
from desktop.cli import status_out, warnings_out
from desktop.figures.finding import Refused
from desktop.figures.groupings import Dimension
from desktop.figures.places import sample
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.figures.target_split import split_of
from desktop.figures.vintage import LATEST
from desktop.figures.wording import language
from desktop.workflow import Office, YearAsked
from desktop.workflow.errands import NEWEST

pytestmark = pytest.mark.slow

NOW = datetime(2025, 7, 12, tzinfo=UTC)
TARGETS = (
    Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.12, 0.15, document="NQ 25/NQ-CP"),
    Target(Flow.BALANCE, TargetMeasure.SURPLUS, 2025, 30e9, 30e9),
    Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 65e9, 65e9, "MARD/AGRO_FORESTRY_FISHERY"),
    Target(Flow.EXPORT, TargetMeasure.SHARE, 2025, 0.3, 0.3, market="US"),
    Target(Flow.IMPORT, TargetMeasure.VALUE, 2024, 420e9, 420e9, first_month=7),
)
SCHEMES = ("GSO", "MARD", "FTA")
_NOT_OF_A_PART = {"members", "code", "reason", "status", "sources", "base_sources", "months",
                  "price", "common_months", "alone", "missing", "within"}  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """An office with the history, and customs' and the statistics office's books of two Junes."""
    place = tmp_path_factory.mktemp("numbers") / "archive.sqlite3"
    books = [
        sample("history"),
        *(path for path in sorted(sample("gso").glob("*2025.xlsx")) if "T01" not in path.name),
        *(sample("customs", f"{y}-T06T-5{n}(VN-SB).xlsx") for y in (2024, 2025) for n in "XN"),
    ]
    with Office(place, clock=lambda: NOW, user="tester") as office:
        assert all(o.number for o in office.take_in(books))
        office.change_targets(TargetChange(TARGETS))
        office.set_target(replace(TARGETS[1], low=25e9, high=25e9, issued_on=date(2025, 2, 1)))
        yield office


def shown(structure: Structure):
    """Every number that the answer about structure holds, with its name."""
    for flow in (structure.exports, structure.imports):
        for split in (flow.items, flow.markets):
            yield from of_split(split, structure.window)
        for sector in flow.sectors:
            spot = Spot(flow.flow, structure.window, SpotKind.SECTOR,
                        code=sector.ownership.value.lower())  # fmt: skip
            yield from of_part(spot, sector.part)
    for split in structure.groupings:
        yield from of_split(split, structure.window)
    yield from of_bridge(structure)


def of_split(split: Split, window: Window):
    """The whole, its parts, the rest and how far it rests on few."""
    whole = Spot(split.flow, window, dimension=split.dimension, of=split.of)
    yield from of_part(whole, split.total)
    for part in split.parts:
        yield from of_part(whole.part(part.code), part)
    rest = Spot(split.flow, window, SpotKind.REST, split.dimension, split.scheme, split.of)
    yield from of_part(rest, split.rest)
    if not split.of and not split.scheme:
        held, word = split.concentration, f"{whole.name}.{split.dimension.value}s"
        yield f"{word}_hhi", held.hhi
        yield f"{word}_hhi_base", held.base_hhi
        yield f"{word}_hhi_change", held.hhi_change
        yield f"{word}_top_share", held.top_share
        yield f"{word}_top_share_base", held.base_top_share
        yield f"{word}_top_share_change", held.top_share_change


def of_part(spot: Spot, part: Part):
    """The numbers of one part, and of its price."""
    for name, value in part._asdict().items():
        if name not in _NOT_OF_A_PART:
            points = name == "points" and value is not None
            yield f"{spot.name}.{name}", value / 100 if points else value
    for name, value in part.price._asdict().items() if part.price and not part.price.reason else ():
        if name not in {"unit", "reason", "sources", "base_sources"}:
            yield f"{spot.name}.{name}", value


def of_bridge(structure: Structure):
    """The balance, its steps and its partners."""
    bridge, window = structure.bridge, structure.window
    whole = Spot(Flow.BALANCE, window, dimension=Dimension.MARKET)
    yield f"{whole.name}.value", bridge.balance
    yield f"{whole.name}.base", bridge.base
    for name in ("change", "from_exports", "from_imports"):
        yield f"{whole.name}.{name}", getattr(bridge, name)
    for step in bridge.steps:
        flow = Spot(step.flow, window)
        other = step.code == "OTHER"
        name = (
            f"{flow.name}.other_steps" if other else f"{flow.part(step.code).name}.balance_effect"
        )
        yield name, step.change
    moved = sum(partner.change for partner in moved_most(bridge))
    yield f"{whole.name}.other_partners", None if bridge.change is None else bridge.change - moved
    yield from by_then(whole, "item", bridge.base, [step.change for step in bridge.steps])
    partners = [*(p.change for p in moved_most(bridge)), (bridge.change or 0) - moved]
    yield from by_then(whole, "partner", bridge.base, partners)
    rest = Spot(Flow.BALANCE, window, SpotKind.REST, Dimension.MARKET)
    for spot, partner in [
        *((whole.part(p.code), p) for p in bridge.partners), (rest, bridge.rest)
    ]:  # fmt: skip
        yield f"{spot.name}.value", partner.balance
        yield f"{spot.name}.base", partner.base_balance
        for name in ("change", "from_exports", "from_imports"):
            yield f"{spot.name}.{name}", getattr(partner, name)


def by_then(whole, which, base, changes):
    """The balance as each step of the bridge leaves it."""
    for number, at in enumerate(accumulate(changes, initial=base)):
        if number:
            yield f"{whole.name}.after_{which}_{number}", at


def ends_in_cells(trace):
    """Say of the ends of a tree which have neither a cell nor a reason."""
    return [
        leaf for leaf in leaves(trace)
        if not (leaf.source or leaf.remark or leaf.unit is TraceUnit.NUMBER)
        and not (leaf.kind is Kind.SUM and leaf.value is None)
    ]  # fmt: skip


@pytest.mark.parametrize("window", list(Window))
def test_every_number_of_structure_is_the_one_shown_and_ends_in_cells(office, window):
    through = office.held_overview().through
    told = office.structure(through, window=window, groupings=SCHEMES)
    desk = office._structure_desk(through, told.vintage, item="", market="")
    wrong, asked = [], 0
    every = [(name, value) for name, value in shown(told) if value is not None]
    if window is not Window.TO_DATE:
        every = every[::7]  # by the same ways, from other months
    for name, value in every:
        trace = structure_traced(desk, name)
        asked += 1
        if trace is None or trace.value != pytest.approx(value, rel=1e-9, abs=1e-9):
            wrong.append((name, value, trace and trace.value))
        elif ends_in_cells(trace):
            wrong.append((name, "no cell", ends_in_cells(trace)[0].what))
    assert not wrong, (len(wrong), wrong[:12])
    assert asked > 80


@pytest.mark.parametrize(
    ("of", "by"), [("US", Dimension.ITEM), ("WOOD", Dimension.MARKET), ("FTA/EU", Dimension.ITEM),
                   ("MARD/FORESTRY", Dimension.MARKET)],
)  # fmt: skip
def test_every_number_within_a_market_an_item_a_bloc_or_a_group(office, of, by):
    through = office.held_overview().through
    told = office.detail(Flow.EXPORT, of, through, by=by).split
    item, market = ("", of) if by is Dimension.ITEM else (of, "")
    desk = office._structure_desk(through, LATEST, item=item, market=market)
    wrong, asked = [], 0
    for name, value in of_split(told, Window.TO_DATE):
        if value is not None:
            trace, asked = structure_traced(desk, name), asked + 1
            if trace is None or trace.value != pytest.approx(value, rel=1e-9, abs=1e-9):
                wrong.append((name, value, trace and trace.value))
            elif ends_in_cells(trace):
                wrong.append((name, "no cell", ends_in_cells(trace)[0].what))
    assert not wrong, (len(wrong), wrong[:8])
    assert asked > 100


OF_A_FLOW = {
    "sum_of_months_usd": "sum_of_months", "difference.total_usd": "difference",
    "yardsticks.growth.value": "growth", "yardsticks.growth.against": "target_growth",
    "yardsticks.growth.difference": "growth_ahead",
    "yardsticks.share.value": "share_of_target", "yardsticks.share.difference": "share_ahead",
    "yardsticks.path.value_usd": "cumulative", "yardsticks.path.against_usd": "path",
    "yardsticks.path.against_high_usd": "path_high",
    "yardsticks.path.difference_usd": "path_ahead", "best_month.value_usd": "best_month",
    "season.holiday_loss": "tet_loss",
}  # fmt: skip
OF_A_TARGET = {
    "yardsticks.growth.value": "growth", "yardsticks.growth.against": "asked_growth",
    "yardsticks.growth.difference": "growth_ahead", "target_usd": "low", "target_high_usd": "high",
    "yardsticks.share.value": "share_of_target", "yardsticks.share.difference": "share_ahead",
    "yardsticks.path.value_usd": "cumulative", "yardsticks.path.against_usd": "path",
    "yardsticks.path.difference_usd": "path_ahead",
    "yardsticks.path.against_high_usd": "path_high",
}  # fmt: skip
OF_THE_BALANCE = {"balance_usd": "cumulative", "balance_last_year_usd": "last_year",
                  "balance_change_usd": "change"}  # fmt: skip
NO_FIGURES = (
    "year", "number", "elapsed", "months_left", "phasing_years", "season.years", "season.left_out",
    "season.incomplete", "season.holiday_days", "straight_line_share", "warnings", "structure",
    "target.low", "target.high", "yardsticks.growth.against_high", "yardsticks.share.against",
    "yardsticks.share.against_high",
)  # fmt: skip
"""Counts, years, what an official typed, and what stands under another key too; warnings carry the
cells of their evidence; structure is asked above."""


def numbers(told, path=()):
    """Every number of a record with its path, list places as integers."""
    if isinstance(told, dict):
        for key, value in told.items():
            yield from numbers(value, (*path, key))
    elif isinstance(told, list):
        for place, value in enumerate(told):
            yield from numbers(value, (*path, place))
    elif isinstance(told, int | float) and not isinstance(told, bool):
        yield path, told


def asked_as(record, path):
    """Give the name of a number of the status by its path; empty for what is no figure."""
    head, *rest = path
    keys = [key for key in rest if isinstance(key, str)]
    told = ".".join(keys) or head
    if any(told == word or told.startswith(f"{word}.") or told.endswith(f".{word}")
           or head == word for word in NO_FIGURES):  # fmt: skip
        return ""
    if head in OF_THE_BALANCE:
        return f"balance.{OF_THE_BALANCE[head]}"
    if head in {"items", "markets"}:
        kind, code = head.removesuffix("s"), record[head][rest[0]]["code"]
        return f"{kind}:{code}.{_of_a_part(keys[-1])}"
    if head in {"domestic", "fdi"}:
        return f"{head}.{_of_a_part(keys[-1])}"
    if head == "targets":
        return of_a_target(record["targets"][rest[0]], rest[1:], told)
    return of_a_flow(head, record[head], rest, told)


def _of_a_part(key):
    return {"value_usd": "cumulative", "base_usd": "base_cumulative"}.get(key, key)


def of_a_flow(head, flow, rest, told):
    """Give the name of a number of exports or imports."""
    if told.startswith(("months.", "difference.parts.")):
        keys, place = [k for k in rest if isinstance(k, str)], rest[-2]
        of = flow["months"] if keys[0] == "months" else flow["difference"]["parts"]
        number = "difference" if keys[0] == "difference" else keys[-1].removesuffix("_usd")
        return f"{head}@{of[place]['month']}.{number}"
    if told == "season.shares":
        return f"{head}@{flow['months'][rest[-1]]['month']}.path_share"
    return f"{head}.{OF_A_FLOW.get(told, told.removesuffix('_usd'))}"


def of_a_target(held, rest, told):
    """Give the name of a number of a target."""
    number = held["target"]["number"]
    if told.startswith("season"):
        return ""  # how it is spread: the path's inputs are the years
    if told.startswith("months."):
        month = held["months"][rest[1]]["month"]
        return f"target:{number}@{month}.{rest[-1].removesuffix('_usd')}"
    if told.startswith("versions."):
        version = held["versions"][rest[1]]
        if rest[2] != "path_usd":
            return f"target:{version['target']['number']}.{OF_A_TARGET.get(rest[2], rest[2])}"
        month = held["months"][rest[3]]["month"]
        current = version["target"]["number"] == number
        return f"target:{number}@{month}.path" if current else ""
    return f"target:{number}.{OF_A_TARGET.get(told, told.removesuffix('_usd'))}"


def test_every_number_of_the_status_is_traced_to_its_cells(office):
    overview = office.held_overview()
    report = office.warnings(YearAsked(overview.year, overview.through))
    record = status_out.as_json(overview) | warnings_out.as_json(report, language("en"))
    about = office._inquiry(NEWEST)
    aims = {str(t.number): office._aim(str(t.number), overview.through, LATEST)
            for t in office.targets()}  # fmt: skip
    wrong, asked = [], 0
    for path, value in numbers(json.loads(json.dumps(record))):
        name = asked_as(record, path)
        if not name:
            continue
        asked += 1
        number = target_number(name)
        trace = aim_traced(aims[number], name) if number else traced(about, name)
        if trace is None:
            wrong.append((path, name, "no such number"))
            continue
        if trace.value != pytest.approx(value, rel=1e-9, abs=1e-6):
            wrong.append((path, name, value, trace.value))
        elif ends_in_cells(trace):
            wrong.append((path, name, "no cell", ends_in_cells(trace)[0].what))
    assert not wrong, (len(wrong), wrong[:15])
    assert asked > 500


def test_what_is_left_of_a_target_leads_to_its_papers_and_its_base(office):
    standing = office.standing_targets()
    whole = next(t for t in standing if t.target.measure is TargetMeasure.GROWTH)
    named = [name for name in office.shown_numbers() if ".remainder:" in name]
    number = whole.target.number
    assert f"target:{number}.remainder:group:MARD" in named
    assert f"target:{number}.remainder:market" in named
    for name in named:
        trace = office.trace(name)
        tree = office.target_tree(whole.target, split_of(name.partition("remainder:")[2]))
        assert (trace.value, trace.kind) == (pytest.approx(tree.remainder), Kind.LESS)
        assert not ends_in_cells(trace) or all(leaf.remark for leaf in ends_in_cells(trace))


def test_what_a_part_is_within_its_whole_leads_to_cells(office):
    standing = office.standing_targets()
    whole = next(t for t in standing if t.target.measure is TargetMeasure.GROWTH).target
    named = [name for name in office.shown_numbers() if f":{whole.number}.part:" in name]
    assert {part_asked(name).number for name in named} == set(NUMBERS)
    of_coffee = [f"target:{whole.number}.part:item=COFFEE.{number}" for number in NUMBERS]
    for name in (*named, *of_coffee):
        asked = part_asked(name)
        row = asked.within(office.target_tree(whole, asked.split))
        value = getattr(row, asked.number)
        if value is None:
            with pytest.raises(Refused):
                office.trace(name)
            continue
        trace = office.trace(name)
        assert trace.value == pytest.approx(value, rel=1e-9), name
        assert all(leaf.remark for leaf in ends_in_cells(trace)), name


def test_every_figure_of_a_warning_has_its_cells(office):
    told = warnings_out.as_json(office.warnings(), language("en"))["warnings"]
    evidence = [fact for w in told for fact in w["evidence"]]
    assert evidence
    assert all(fact["sources"] for fact in evidence if not fact["figure"].startswith("usual"))


def test_every_number_of_the_outlook_leads_to_the_series_it_was_made_from(office):
    foresight = office._foresight(office.held_overview())
    shown = foresight.outlook
    asked = list(outlook_names(foresight))
    for name in asked:
        trace = outlook_traced(foresight, name)
        assert trace.value is not None, name
        assert not ends_in_cells(trace), name
    assert len(asked) > 300

    def value(name):
        return outlook_traced(foresight, f"outlook:{name}").value

    assert value("exports.median") == shown.exports.band.median
    assert value("imports.low_80") == shown.imports.band.most[0]
    assert value("balance.high_95") == shown.balance.band.nearly_all[1]
    assert value("exports.growth") == pytest.approx(shown.exports.growth)
    assert value("exports.known") == pytest.approx(shown.exports.known)
    assert value("exports@2025-09.alone_median") == shown.exports.fan[2].alone.median
    for chance in shown.chances:
        if chance.chance is not None:
            assert value(f"target:{chance.target.number}.chance") == chance.chance
    for parts in shown.parts:
        spot = Spot(parts.flow, dimension=parts.dimension)
        for part in parts.parts:
            assert value(f"{spot.part(part.code).text}.median") == part.band.median


def test_the_path_of_every_part_leads_to_its_target_or_the_totals(office):
    view = office.view(groupings=("MARD",))
    codes = {path.code for path in view.paths}
    assert {"COFFEE", "US", "MARD/AGRO_FORESTRY_FISHERY"} <= codes
    for path in view.paths:
        if path.code not in {"COFFEE", "US", "MARD/AGRO_FORESTRY_FISHERY"}:
            continue
        kind = "market" if path.code == "US" else "item"
        flow = "" if path.flow is Flow.EXPORT else "imports+"
        trace = office.trace(f"{flow}{kind}:{path.code}.path")
        assert trace.value == pytest.approx(path.path)
        assert not ends_in_cells(trace)
