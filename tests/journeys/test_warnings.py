"""Early warnings from the sample returns, in the terminal: told, silenced, tried on the past."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from desktop.cli.door import run_command
from desktop.figures.places import sample
from desktop.workflow import Office
from desktop.workflow.example import TARGET_2025

pytestmark = pytest.mark.slow

NOW = datetime(2025, 7, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive with every sample return but July's, the industry's too, and 2025's target."""
    place = tmp_path_factory.mktemp("warned") / "archive.sqlite3"
    with Office(place, clock=lambda: NOW, user="lan") as office:
        parts = ("history", "gso", "customs", "industry")
        office.take_in([sample(part) for part in parts])
        office.set_target(TARGET_2025)
    return place


@pytest.fixture
def terminal(archive, capsys):
    """Run a command line in English; gives (exit status, standard output, standard error)."""

    def run(*arguments):
        words = [*arguments, "--archive", archive, "--language", "en"]
        status = run_command([str(word) for word in words], lambda: NOW)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


@pytest.fixture
def told(terminal):
    """Give the warnings as JSON, by rule and subject."""

    def tell(*arguments):
        status, out, _ = terminal("warnings", *arguments, "--format", "json")
        assert status == 0
        return {(w["rule"], w["subject"]): w for w in json.loads(out)["warnings"]}

    return tell


def test_the_dependence_on_the_united_states_with_the_items_that_hang_on_it(told):
    """The interview of April 2025 speaks of four sectors that depend on the United States."""
    warning = told()["dependence", "market:US"]
    assert warning["size"] == pytest.approx(0.3226, abs=0.0005)
    shares = {e["item"]: e["amount"] for e in warning["more"]}
    assert {"CHILDTOYS", "WOOD", "TEXTILE"} & set(shares) or "TOYS" in "".join(shares)
    assert shares["WOOD"] == pytest.approx(0.558, abs=0.001)
    cells = [s["file"] for e in warning["evidence"] for s in e["sources"]]
    assert "2025-T06T-5X(VN-SB).xlsx" in cells


def test_steel_has_been_falling_and_pepper_lives_on_its_price(told):
    warnings = told()
    steel = warnings["falling", "item:STEEL"]
    assert (steel["since"], steel["through"]) == ("2024-11", "2025-06")
    pepper = warnings["price_volume", "item:PEPPER"]
    facts = {e["figure"]: e["amount"] for e in pepper["evidence"]}
    assert facts["volume_growth"] == pytest.approx(-0.129, abs=0.001)
    value = (1 + facts["price_growth"]) * (1 + facts["volume_growth"])
    assert value == pytest.approx(1 + facts["growth"])


def test_january_alone_warns_of_no_fall_of_all_exports(told):
    """January 2025 fell by 4 %, since Tết had moved into it; it says nothing."""
    assert ("falling", "export") not in told("--through", "2025-01")


def test_stocks_outgrew_sales_for_none_that_is_told_beyond_three_months(told):
    assert ("stocks", "industry:C") not in told("--through", "2025-06")


def test_a_silence_holds_for_its_months_and_is_kept_with_its_reason(terminal, told):
    asked = ("warnings", "silence", "falling", "item:STEEL")
    status, out, _ = terminal(*asked, "--months", 2, "--reason", "known")
    assert (status, out) == (0, "Silence 1: falling item:STEEL until August 2025.\n")
    silence = told()["falling", "item:STEEL"]["silence"]
    assert (silence["reason"], silence["until"]) == ("known", "2025-08")
    _, out, _ = terminal("warnings", "silences", "--format", "json")
    assert [s["number"] for s in json.loads(out)] == [1]
    assert terminal("warnings", "lift", 1)[0] == 0
    assert told()["falling", "item:STEEL"]["silence"] is None


def test_what_does_not_stand_or_has_no_reason_is_not_silenced(terminal):
    status, _, err = terminal("warnings", "silence", "falling", "item:TEA", "--reason", "x")
    assert status == 1
    assert "item:TEA" in err
    assert "falling item:STEEL" in err
    status, _, err = terminal("warnings", "silence", "falling", "item:STEEL", "--reason", " ")
    assert status == 1
    assert "reason" in err


def test_an_office_changes_a_threshold_in_a_file(terminal, told, tmp_path):
    _, text, _ = terminal("warnings", "rules")
    own = tmp_path / "rules.toml"
    own.write_text(text.replace("\nshare = 0.30\n", "\nshare = 0.40\n"), "utf-8")
    assert terminal("warnings", "rules", "--set", own)[0] == 0
    assert ("dependence", "market:US") not in told()
    own.write_text(text.replace("\nshare = 0.30\n", "\nshare = lots\n"), "utf-8")
    status, _, err = terminal("warnings", "rules", "--set", own)
    assert status == 1
    assert "rules.toml" in err
    own.write_text(text, "utf-8")
    assert terminal("warnings", "rules", "--set", own)[0] == 0
    assert ("dependence", "market:US") in told()


def test_the_rules_are_tried_on_the_past_and_beat_silence(terminal):
    status, out, _ = terminal("warnings", "backtest", "--format", "json")
    assert status == 0
    record = {r["rule"]: r for r in json.loads(out)}
    falling = record["falling"]
    assert falling["judged"] > 100
    assert falling["hit_rate"] > 2 * falling["base_rate"]
    fired = {(f["month"][:4], f["followed_by_a_miss"]) for f in record["path"]["firings"]}
    assert ("2023", True) in fired


def test_each_time_that_a_rule_would_have_spoken_is_listed(terminal):
    status, out, _ = terminal("warnings", "backtest", "--rule", "path", "--from", "2023-05")
    assert status == 0
    line = next(line for line in out.splitlines() if "July 2023" in line)
    assert line.split()[2] == "export"
    assert line.split()[-1] == "yes"


def test_the_status_carries_the_warnings_too(terminal):
    status, out, _ = terminal("status", "--format", "json")
    assert status == 0
    told = json.loads(out)
    assert told["through"] == "2025-06"
    assert ("dependence", "market:US") in {(w["rule"], w["subject"]) for w in told["warnings"]}
