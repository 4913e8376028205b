"""Scenarios from a terminal: kept by name, applied, compared, exchanged, removed."""

from __future__ import annotations

import json

import pytest

from desktop.cli.door import run_command
from tests.analysis.outlook import detailed
from tests.cli.test_paths import NOW

HARD = ("scenario", "add", "US 46%", "--from", "2025-08", "--note", "a guess",
        "--shock", "market=US; tariff=46%; volume=-20%; diverted=30%",
        "--shock", "market=US; item=WOOD; tariff=46%; volume=-40%")  # fmt: skip
MILD = ("scenario", "add", "US 20%", "--from", "2025-08", "--shock", "market=US; volume=-10%")


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """The bytes of an archive with items within markets."""
    return detailed.made(tmp_path_factory.mktemp("scenarios") / "a.sqlite3").read_bytes()


@pytest.fixture
def run(content, tmp_path, capsys):
    """Run a command on the archive: status, output, errors."""
    place = tmp_path / "archive.sqlite3"
    place.write_bytes(content)

    def asked(*line, language="en"):
        capsys.readouterr()
        status = run_command(
            ["--archive", str(place), *map(str, line), "--language", language], lambda: NOW
        )
        said = capsys.readouterr()
        return status, " ".join(said.out.split()), said.err

    return asked


def told(run, *line):
    status, out, err = run(*line, "--format", "json")
    assert status == 0, err
    return json.loads(out)


def test_a_scenario_is_kept_and_listed_as_an_assumption_of_somebody(run):
    status, out, _ = run(*HARD)
    assert status == 0
    assert "Assumption of" in out
    assert "Wood · United States: tariff 46%, volume −40%" in out
    (listed,) = told(run, "scenario", "list")
    assert (listed["name"], listed["since"], listed["note"]) == ("US 46%", "2025-08", "a guess")
    assert listed["made_by"]
    assert listed["shocks"][0] == {"market": "US", "tariff": 0.46, "volume": -0.2, "diverted": 0.3}
    assert told(run, "scenario", "show", "us 46%") == listed


def test_the_outlook_stands_beside_what_the_scenario_would_change(run):
    run(*HARD)
    plain, found = told(run, "outlook"), told(run, "outlook", "--scenario", "US 46%")
    (effect,) = found.pop("scenarios")
    assert found == plain
    assert effect["flows"]["export"]["after"]["median"] < plain["exports"]["median"]
    assert effect["targets"][0]["after"] < effect["targets"][0]["before"]
    assert effect["targets"][0]["before"] == plain["targets"][0]["chance"]
    assert effect["required"]["expected_monthly_after"] < effect["required"]["expected_monthly"]
    by = {(p["flow"], p["by"]): {q["code"]: q for q in p["parts"]} for p in effect["parts"]}
    assert by["export", "market"]["US"]["change"] < 0 < by["export", "market"]["CN"]["change"]
    assert by["export", "item"]["WOOD"]["dependence"] == pytest.approx(0.53, abs=0.05)
    assert "Assumption of" in effect["assumption"]


def test_two_are_compared_in_both_languages(run):
    run(*HARD)
    run(*MILD)
    both = told(run, "scenario", "compare", "US 46%", "US 20%")["scenarios"]
    after = [one["flows"]["export"]["after"]["median"] for one in both]
    assert after[0] < after[1]
    for language, word in (("en", "Required a month"), ("vi", "Hoa Kỳ")):
        status, out, _ = run("scenario", "compare", "US 46%", "US 20%", language=language)
        assert status == 0
        assert word in out
    assert run("scenario", "compare", "US 46%", "us 46%")[0] == 1


def test_a_newer_version_supersedes_and_both_are_taken_back(run):
    run(*HARD)
    run(*HARD[:4], "2025-09", "--shock", "market=US; volume=-5%")
    assert [s["since"] for s in told(run, "scenario", "list")] == ["2025-09"]
    assert len(told(run, "scenario", "list", "--all")) == 2
    assert run("scenario", "remove", "US 46%")[0] == 0
    assert told(run, "scenario", "list") == []
    assert all(s["removed"] for s in told(run, "scenario", "list", "--all"))
    status, _, err = run("outlook", "--scenario", "US 46%")
    assert status == 1
    assert "no scenario US 46%" in err


def test_one_is_sent_to_another_office_with_its_author(run, tmp_path):
    run(*HARD)
    out = tmp_path / "us.json"
    assert run("scenario", "export", "US 46%", out)[0] == 0
    (before,) = told(run, "scenario", "list")
    run("scenario", "remove", "US 46%")
    assert run("scenario", "import", out)[0] == 0
    (after,) = told(run, "scenario", "list")
    assert {**after, "number": before["number"]} == before
    out.write_text("{}")
    status, _, err = run("scenario", "import", out)
    assert status == 1
    assert "us.json holds no scenario" in err


def test_misuse_is_told(run):
    assert run(*HARD[:-1], "market=US; volume=often")[0] == 1
    assert run("scenario", "show", "x")[0] == 1
    assert run("outlook", "--series", "x.csv", "--scenario", "y")[0] == 2
    assert run("scenario", "add", "x", "--from", "2025-08")[0] == 2


def test_a_target_and_its_parts_have_a_joint_chance(run):
    chances = [t["chance"] for t in told(run, "outlook")["targets"] if t["item"] != "WOOD"]
    tree = told(run, "target", "tree", "--by", "item")
    assert tree["joint"]["targets"] == 2
    assert 0.01 <= tree["joint"]["chance"] <= max(chances)
    _, out, _ = run("target", "tree", "--by", "item")
    assert "All 2 at once: " in out


def test_the_outlook_of_an_item_within_a_market_and_of_no_scenario(run):
    record = told(run, "outlook", "--market", "US", "--item", "Wood")
    assert (record["market"], record["item"], record["parts"]) == ("US", "WOOD", None)
    low, high = record["exports"]["band_80"]
    assert low < record["exports"]["median"] < high
    assert record["exports"]["fan"][-1]["to_date"]["median"] == record["exports"]["median"]
    of_market = told(run, "outlook", "--market", "US")
    assert of_market["parts"]["by"] == "item"
    assert "WOOD" in {part["code"] for part in of_market["parts"]["parts"]}
    assert "United States" in run("outlook", "--market", "US")[1]
    assert run("outlook", "--market", "Zimbabwe")[0] == 1
    assert run("outlook", "--market", "US", "--scenario", "US 20%")[0] == 2
