"""Where a market, an item or both stand: the year's status, narrowed to it."""

from __future__ import annotations

import json

import pytest

from desktop.figures.places import sample
from desktop.workflow import Office
from tests.cli.conftest import NOW


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive of a month by item, by market and by both; with a target of one market's own."""
    place = tmp_path_factory.mktemp("june") / "archive.sqlite3"
    returns = [sample("customs", f"2025-T06T-{form}.xlsx") for form in FORMS]
    with Office(place, clock=lambda: NOW, user="tester") as office:
        taken = office.take_in([sample("gso", "02-Bieu-T6.2025.xlsx"), *returns])
        assert all(one.number for one in taken)
    return place


FORMS = ("5X(VN-SB)", "5N(VN-SB)")


@pytest.fixture
def said(command, archive, monkeypatch):
    """Run a command on the archive; gives what it said."""
    monkeypatch.setenv("COLUMNS", "200")

    def run(*words):
        status, out, err = command(*words, archive=archive)
        assert status == 0, err
        return out

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


def test_a_target_of_its_own_is_held_against_it(said):
    said("target", "set", "--year", "2025", "--market", "US", "--value", "150", "--document", "x")
    told = json.loads(said("status", "--market", "US", "--format", "json"))
    assert len(told["targets"]) == 1
    assert told["exports"]["target_usd"] == 150e9
    assert json.loads(said("status", "--market", "CN", "--format", "json"))["targets"] == []


def test_what_nothing_is_held_of_is_refused(command, archive):
    status, _, err = command("status", "--market", "KP", archive=archive)
    assert status == 1
    assert "no figures of Exports · Korea, DPR" in err
