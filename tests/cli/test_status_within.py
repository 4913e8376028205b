"""Where a market, an item or both stand: the year's status, narrowed to it."""

from __future__ import annotations

import json

import pytest

from desktop.figures.places import sample
from desktop.workflow import Office
from tests.cli.conftest import NOW


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive of a month, and of a year before it, by item, by market and by both."""
    place = tmp_path_factory.mktemp("june") / "archive.sqlite3"
    customs = [sample("customs", f"{year}-T06T-{form}.xlsx") for year in YEARS for form in FORMS]
    returns = [sample(*part) for part in (*OF_ITEMS, ("gso", "02-Bieu-T6.2025.xlsx"))]
    with Office(place, clock=lambda: NOW, user="tester") as office:
        taken = office.take_in([*returns, *customs])
        assert all(one.number for one in taken)
    return place


YEARS = 2024, 2025
OF_ITEMS = (("history", "XNK-theo-thang-2014-2024.xlsx"),)
FORMS = ("5X(VN-SB)", "5N(VN-SB)")


@pytest.fixture(scope="module")
def heard():
    """What commands said of the archive, which none of them changes, by their words."""
    return {}


@pytest.fixture
def said(command, archive, heard, monkeypatch):
    """Ask the archive by a command, or another by the same; gives what it said."""
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words, of=archive):
        if (of, *words) not in heard:
            status, out, err = command(*words, archive=of)
            assert status == 0, err
            heard[of, *words] = out
        return heard[of, *words]

    return run


def test_a_market_is_told_with_its_balance_and_its_items(said):
    told = json.loads(said("status", "--market", "US", "--format", "json"))
    whole = json.loads(said("status", "--format", "json"))
    part = next(row for row in whole["markets"] if row["code"] == "US")
    assert (told["market"], told["item"]) == ("US", None)
    assert told["exports"]["cumulative_usd"] == part["value_usd"]
    bought = told["imports"]["cumulative_usd"]
    assert told["balance_usd"] == part["value_usd"] - bought > 0
    assert told["markets"] == []
    within = json.loads(said("structure", "--market", "US", "--format", "json"))["split"]
    of = {row["code"]: row["value"] for row in within["parts"] if row["value"] is not None}
    assert {row["code"]: row["value_usd"] for row in told["items"]} == of
    brought = [row["contribution"] for row in told["items"] if row["contribution"] is not None]
    assert brought == sorted(brought, reverse=True)


def test_the_table_names_what_it_is_of(said):
    told = said("status", "--market", "Hoa Kỳ", "--item", "WOOD").splitlines()
    assert told[0].strip().startswith("Wood · United States · 6 months to June 2025")
    assert any(line.strip().startswith("Market ") for line in told)
    assert any(line.strip().startswith("Item ") for line in told)


def test_a_target_of_its_own_is_held_against_it(said, archive, tmp_path):
    own = tmp_path / "own.sqlite3"
    own.write_bytes(archive.read_bytes())
    wanted = ("--year", "2025", "--market", "US", "--value", "150", "--document", "x")
    said("target", "set", *wanted, of=own)
    told = json.loads(said("status", "--market", "US", "--format", "json", of=own))
    assert len(told["targets"]) == 1
    assert told["exports"]["target_usd"] == 150e9
    of_china = json.loads(said("status", "--market", "CN", "--format", "json", of=own))
    assert of_china["targets"] == []


def test_what_nothing_is_held_of_is_refused(command, archive):
    status, _, err = command("status", "--market", "KP", archive=archive)
    assert status == 1
    assert "no figures of Exports · Korea, DPR" in err


def test_a_part_has_its_structure_as_all_trade_has_it(said):
    told = json.loads(said("status", "--market", "US", "--format", "json"))
    whole = json.loads(said("status", "--format", "json"))["structure"]
    structure = told["structure"]
    for flow in ("exports", "imports"):
        of_all = next(p for p in whole[flow]["markets"]["parts"] if p["code"] == "US")
        part = structure[flow]["part"]
        for name in ("code", "value", "base", "growth", "share", "share_change", "contribution"):
            assert part[name] == of_all[name], (flow, name)
        assert part["value"] == told[flow]["cumulative_usd"]
    items = structure["exports"]["items"]
    within = json.loads(said("structure", "--market", "US", "--format", "json"))["split"]
    assert items == within
    added = sum(p["points"] for p in (*items["parts"], items["rest"]))
    assert round(added, 1) == round(items["total"]["growth"] * 100, 1)
    assert 0 < items["concentration"]["hhi"] < 1
    bridge = structure["bridge"]
    moved = sum(step["change"] for step in bridge["steps"])
    assert round(bridge["base"] + moved) == round(bridge["balance"]) == told["balance_usd"]
    assert structure["exports"]["markets"] is None
    assert structure["exports"]["unsaid"]["markets"] == "one_market"
    assert structure["unsaid"] == {"sectors": "all_trade_only", "emerging": "all_trade_only"}


def test_an_item_has_its_price_and_volume_and_its_groups_of_markets(said):
    asked = ("status", "--item", "COFFEE", "--format", "json")
    told = json.loads(said(*asked, "--grouping", "CONTINENT", "--grouping", "HS"))["structure"]
    price = told["exports"]["part"]["price"]
    moved = price["volume_effect"] + price["price_effect"]
    assert round(moved) == round(told["exports"]["part"]["change"])
    (continents,) = {g["scheme"] for g in told["groupings"]}
    assert continents == "CONTINENT"
    assert told["unsaid"]["HS"] == "one_item"
    parts = next(g for g in told["groupings"] if g["flow"] == "export")
    held = sum(p["value"] for p in (*parts["parts"], parts["rest"]))
    assert round(held) == round(told["exports"]["markets"]["total"]["value"])


def test_an_item_within_a_market_counts_its_own_price(said):
    pair = ("--market", "US", "--item", "PEPPER")
    told = json.loads(said("status", *pair, "--format", "json"))["structure"]["exports"]
    row = next(p for p in told["items"]["parts"] if p["code"] == "PEPPER")
    assert told["part"]["price"] == row["price"] is not None
    assert told["part"]["growth"] == row["growth"]
    assert told["part"]["share"] < row["share"]


def test_a_group_is_a_part_as_its_scheme_has_it(said):
    group = json.loads(said("status", "--item", "MARD/FISHERY", "--format", "json"))["structure"]
    whole = json.loads(said("status", "--grouping", "MARD", "--format", "json"))["structure"]
    parts = next(g for g in whole["groupings"] if g["flow"] == "export")["parts"]
    row = next(p for p in parts if p["code"] == "MARD/FISHERY")
    part = group["exports"]["part"]
    for name in ("value", "base", "growth", "share", "contribution"):
        assert part[name] == row[name], name
    assert group["exports"]["unsaid"]["price"] == "several_units"


def test_the_months_compared_are_those_asked_for(said):
    asked = ("status", "--market", "US", "--format", "json")
    year, month = (
        json.loads(said(*asked, "--basis", basis))["structure"] for basis in ("to_date", "month")
    )
    assert (year["window"], month["window"]) == ("to_date", "month")
    assert 0 < month["exports"]["part"]["value"] < year["exports"]["part"]["value"]


def test_only_warnings_that_speak_of_the_part_are_told(said):
    every = json.loads(said("status", "--format", "json"))["warnings"]
    of_us = json.loads(said("status", "--market", "US", "--format", "json"))
    subjects = [w["subject"] for w in of_us["warnings"]]
    assert "market:US" in subjects
    assert subjects == [w["subject"] for w in every if "US" in w["subject"]]
    assert {"rule": "late", "why": "it speaks of no single market or item"} in of_us["not_judged"]
    of_wood = json.loads(said("status", "--item", "WOOD", "--format", "json"))["warnings"]
    (beneath,) = (w for w in of_wood if w["subject"] == "market:US")  # of which wood is told
    assert "WOOD" in {e["item"] for e in beneath["more"]}
    of_china = json.loads(said("status", "--market", "CN", "--format", "json"))["warnings"]
    assert {w["partner"] for w in of_china if w["rule"] == "origin"} <= {"CN"}


def test_the_table_says_what_is_warned_of_and_the_groups_asked_for(said):
    plain = said("status", "--market", "US")
    assert "United States takes" in plain
    assert "Contribution, points" not in plain
    grouped = said("status", "--market", "US", "--grouping", "MARD", "--basis", "month")
    assert "Exports · June 2025 · the month" in grouped
    assert "Agricultural" in grouped or "Agriculture" in grouped
    assert "Contribution, points" in said("status", "--grouping", "CONTINENT")
    assert "Contribution, points" not in said("status")


def test_a_group_alone_is_split_by_its_members_too(said):
    told = json.loads(said("status", "--market", "CONTINENT/AFRICA", "--format", "json"))
    exports = told["structure"]["exports"]
    members = exports["markets"]
    assert {p["code"] for p in members["parts"]} >= {"ZA", "GH", "EG"}
    held = sum(p["value"] for p in (*members["parts"], members["rest"]))
    assert round(held) == round(exports["part"]["value"]) == told["exports"]["cumulative_usd"]
    points = sum(p["points"] for p in (*members["parts"], members["rest"]))
    assert round(points, 1) == round(100 * members["total"]["growth"], 1)
    assert list(exports["unsaid"]) == ["price"]
    goods = ("status", "--item", "MARD/AGRO_FORESTRY_FISHERY", "--format", "json")
    items = json.loads(said(*goods))["structure"]["exports"]["items"]
    prices = {p["code"]: p["price"] for p in items["parts"]}
    assert prices["COFFEE"]["price_growth"] > 0.5
    assert items["rest"]["value"] == 0


def test_the_least_of_what_grew_fast_is_written_though_it_is_small(said):
    told = said("status", "--market", "CONTINENT/AFRICA", "--basis", "month")
    lines = [row for row in told.splitlines() if row.startswith("Fast, from")]
    assert {line[: line.index(":")] for line in lines} == {"Fast, from 0.22 m USD up"}


def test_a_warning_that_is_silenced_says_so(command, archive, tmp_path):
    copy = tmp_path / "silenced.sqlite3"
    copy.write_bytes(archive.read_bytes())
    command("warnings", "silence", "dependence", "market:US", "--reason", "known", archive=copy)
    _, out, _ = command("status", "--market", "US", archive=copy)
    (line,) = (row for row in out.splitlines() if "known" in row)
    assert line.strip().startswith("Silenced")
