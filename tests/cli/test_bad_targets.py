"""Bad input, one by one: no base, a base of nothing, a month missing, overlaps, parts too large."""

from __future__ import annotations

import json
from datetime import UTC, datetime

import pytest

from desktop.archive import Archive
from desktop.cli.door import run_command
from desktop.figures.month import Month
from tests.archive.made import reading, row, store

NOW = datetime(2025, 7, 12, tzinfo=UTC)
MILLION = 1e6
GAP = Month(2025, 3)


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    """An archive without March 2025, an item that began this year, partners above the world."""
    path = tmp_path_factory.mktemp("bad") / "archive.sqlite3"
    parts = (({}, 1000, 1100), ({"item": "COFFEE"}, 0, 50), ({"market": "US"}, 900, 900),
             ({"market": "CN"}, 400, 400))  # fmt: skip
    rows = [
        row((then if year == 2024 else now) * MILLION, month=Month(year, n), cell=f"{k}!{year}{n}",
            **part)
        for k, (part, then, now) in enumerate(parts)
        for year, last in ((2024, 12), (2025, 6))
        for n in range(1, last + 1)
        if Month(year, n) != GAP
    ]  # fmt: skip
    with Archive.open(path) as archive:
        store(archive, reading(*rows))
    return path.read_bytes()


@pytest.fixture
def asked(content, tmp_path, capsys, monkeypatch):
    """Run a command on the archive: status, output, errors; in English."""
    monkeypatch.setenv("COLUMNS", "160")
    place = tmp_path / "archive.sqlite3"
    place.write_bytes(content)

    def run(*line):
        capsys.readouterr()
        words = ["--archive", str(place), *map(str, line), "--language", "en"]
        status = run_command(words, lambda: NOW)
        said = capsys.readouterr()
        return status, said.out, said.err

    return run


def status_of(asked):
    return json.loads(asked("status", "--format", "json")[1])


def test_a_target_without_base_data_is_kept_and_says_so(asked):
    status, _, err = asked("target", "set", "--year", "2030", "--growth", "8%")
    assert status == 0
    assert "lacks the figures of the year before" in err


def test_a_base_fixed_to_a_day_too_early_says_which(asked):
    told = asked("target", "set", "--year", "2025", "--growth", "12%", "--base-as-of", "2020-01-08")
    assert "as known on 2020-01-08, the year before was not complete" in " ".join(map(str, told))


def test_growth_on_a_base_of_nothing_is_told_apart_from_a_base_not_held(asked):
    status, _, err = asked("target", "set", "--year", "2025", "--growth", "12%", "--item", "COFFEE")
    assert status == 0
    assert "its base comes to 0.000 bn USD" in err
    (coffee,) = (t for t in status_of(asked)["targets"] if t["target"]["item"] == "COFFEE")
    assert (coffee["status"], coffee["reason"]) == ("cannot_say", "base_not_positive")


def test_a_missing_month_in_the_middle_is_named_and_the_common_months_are_compared(asked):
    asked("target", "set", "--year", "2025", "--growth", "12%")
    told = status_of(asked)["exports"]
    assert (told["cumulative_usd"], told["growth"], told["missing_months"]) == (
        None, None, ["2025-03"],
    )  # fmt: skip
    assert (told["status"], told["reason"]) == ("cannot_say", "missing_month")
    assert "gives March 2025 alone" in asked("status")[1]
    assert "+10.0% in 5 months that both years have" in asked("structure")[1]


def test_two_targets_for_one_scope_supersede_by_day_and_contradict_on_one_day(asked):
    line = ("target", "set", "--year", "2025", "--growth")
    assert asked(*line, "12%", "--issued-on", "2025-01-08")[0] == 0
    status, _, err = asked(*line, "15%", "--issued-on", "2025-01-08")
    assert (status, "by a document of the same day" in err) == (1, True)
    assert asked(*line, "15%", "--issued-on", "2025-06-01")[0] == 0
    listed = json.loads(asked("target", "list", "--format", "json")[1])
    assert [(t["low"], t["in_force"]) for t in listed] == [(0.12, False), (0.15, True)]


def test_partners_above_the_world_are_told_wherever_they_are_added_up(asked):
    asked("target", "set", "--year", "2025", "--growth", "12%")
    line = ("structure", "--through", "2025-02", "--format", "json")
    rest = json.loads(asked(*line)[1])["exports"]["markets"]["rest"]
    assert (rest["value"], rest["growth"], rest["reason"]) == (-400e6, None, "parts_exceed")
    assert "sum to more than the whole" in asked("target", "tree", "--by", "market")[1]
    status, _, err = asked("target", "allocate", "--by", "market")
    assert status == 1
    assert "sum to more than the whole" in err
