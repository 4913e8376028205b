"""From any shown number to its cells: every number of structure is asked where it comes from."""

from __future__ import annotations

from dataclasses import fields
from datetime import UTC, datetime

import pytest

from desktop.analysis.structure_results import Part, PriceVolume, Split, Structure, Window
from desktop.analysis.tracing import Kind, TraceUnit, leaves
from desktop.analysis.tracing.structure import Spot, structure_traced
from desktop.analysis.tracing.structure.spots import SpotKind
from desktop.figures.groupings import Dimension
from desktop.figures.places import sample
from desktop.figures.series import TRADE, Flow
from desktop.workflow import Office

NOW = datetime(2025, 7, 12, tzinfo=UTC)
SCHEMES = ("GSO", "MARD", "FTA")
_NOT_OF_A_PART = {"members", "code", "reason", "status", "sources", "base_sources", "months",
                  "price", "common_months", "alone", "missing", "within"}  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """An office with the history, and customs' and the statistics office's books of two Junes."""
    place = tmp_path_factory.mktemp("numbers") / "archive.sqlite3"
    books = [
        sample("history"),
        sample("gso", "02-Bieu-T6.2025.xlsx"),
        *(sample("customs", f"{y}-T06T-5{n}(VN-SB).xlsx") for y in (2024, 2025) for n in "XN"),
    ]
    with Office(place, clock=lambda: NOW, user="tester") as office:
        assert all(o.number for o in office.accept(office.preview(books)))
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
    for field in fields(Part):
        if field.name not in _NOT_OF_A_PART:
            value = getattr(part, field.name)
            points = field.name == "points" and value is not None
            yield f"{spot.name}.{field.name}", value / 100 if points else value
    for field in fields(PriceVolume) if part.price and not part.price.reason else ():
        if field.name not in {"unit", "reason", "sources", "base_sources"}:
            yield f"{spot.name}.{field.name}", getattr(part.price, field.name)


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
    rest = Spot(Flow.BALANCE, window, SpotKind.REST, Dimension.MARKET)
    for spot, partner in [
        *((whole.part(p.code), p) for p in bridge.partners), (rest, bridge.rest)
    ]:  # fmt: skip
        yield f"{spot.name}.value", partner.balance
        yield f"{spot.name}.base", partner.base_balance
        for name in ("change", "from_exports", "from_imports"):
            yield f"{spot.name}.{name}", getattr(partner, name)


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
    for name, value in shown(told):
        if value is None:
            continue
        trace = structure_traced(desk, name)
        asked += 1
        if trace is None or trace.value != pytest.approx(value, rel=1e-9, abs=1e-9):
            wrong.append((name, value, trace and trace.value))
        elif ends_in_cells(trace):
            wrong.append((name, "no cell", ends_in_cells(trace)[0].what))
    assert not wrong, (len(wrong), wrong[:12])
    assert asked > 1000
