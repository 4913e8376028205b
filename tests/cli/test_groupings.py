"""An office's own groupings from the terminal: checked, used, chosen, taken away."""

import csv
import json
from functools import partial

import pytest

from desktop.cli.door import run_command
from desktop.figures.groupings import schemes, take_over
from desktop.figures.places import sample
from tests.cli.conftest import NOW

OWN = (
    "scheme;group;dimension;name_vi;name_en;members\n"
    "SO_CT;;item;Nhóm của Sở;The department's;\n"
    "SO_CT;DRINKS;;Đồ uống;Drinks;COFFEE TEA\n"
)


@pytest.fixture(scope="module")
def june(tmp_path_factory):
    """The bytes of an archive with June's book."""
    place = tmp_path_factory.mktemp("june") / "archive.sqlite3"
    book = str(sample("gso", "02-Bieu-T6.2025.xlsx"))
    assert run_command(["import", book, "--archive", str(place)], lambda: NOW) == 0
    return place.read_bytes()


@pytest.fixture
def terminal(june, command, tmp_path):
    """Run a command on an archive with June's book; only the program's schemes count after."""
    place = tmp_path / "archive.sqlite3"
    place.write_bytes(june)
    yield partial(command, archive=place)
    take_over({})


@pytest.fixture
def own(tmp_path):
    """The office's file."""
    path = tmp_path / "ours.csv"
    path.write_text(OWN, encoding="utf-8")
    return path


def test_own_groupings_are_used_and_chosen_like_the_others(terminal, own):
    assert terminal("groupings", "use", own)[:2] == (0, "Can be chosen: SO_CT\n")
    status, out, _ = terminal("structure", "--grouping", "SO_CT", "--format", "json")
    assert status == 0
    split = json.loads(out)["groupings"][0]
    (drinks,) = split["parts"]
    assert (drinks["code"], drinks["members"]) == ("SO_CT/DRINKS", ["COFFEE", "TEA"])
    assert "SO_CT" in terminal("groupings", "list")[1]
    set_ = ("target", "set", "--year", "2025", "--growth", "12%", "--item", "Drinks")
    assert "Drinks" in terminal(*set_)[1]
    traced = terminal("provenance", "item:SO_CT/DRINKS.value", "--format", "json")[1]
    assert json.loads(traced)["value"] == drinks["value"]
    terminal("groupings", "remove")
    assert terminal("structure", "--grouping", "SO_CT")[0] == 1


def test_another_archive_does_not_have_them(terminal, own, tmp_path):
    terminal("groupings", "use", own)
    other = ["groupings", "list", "--archive", str(tmp_path / "other.sqlite3")]
    assert run_command(other, lambda: NOW) == 0
    assert "SO_CT" not in schemes()


def test_what_is_wrong_is_told_by_line_and_nothing_is_used(terminal, own):
    own.write_text(OWN.replace("TEA", "TEAA"), encoding="utf-8")
    for verb in ("check", "use"):
        status, _, err = terminal("groupings", verb, own)
        assert status == 1
        assert "ours.csv, line 3: no catalogue has the code TEAA. Near codes: TEA" in err
    assert "SO_CT" not in terminal("groupings", "list")[1]


def test_a_file_of_before_is_taken_over_once(terminal, own, tmp_path):
    beside = tmp_path / "archive.groupings.csv"
    beside.write_text("rubbish", encoding="utf-8")
    status, _, err = terminal("status")
    assert status == 0
    assert "holds no groupings" in err
    beside.write_text(OWN, encoding="utf-8")
    assert "SO_CT" in terminal("groupings", "list")[1]  # who only looks writes nothing
    assert "SO_CT" not in terminal("groupings", "history")[1]
    terminal("notes", "add", "2025-06-03", "Strike")
    assert "SO_CT" in terminal("groupings", "history")[1]
    beside.unlink()
    assert "SO_CT" in terminal("groupings", "list")[1]
    terminal("groupings", "remove")
    beside.write_text(OWN, encoding="utf-8")
    terminal("notes", "add", "2025-06-04", "Storm")
    assert "SO_CT" not in terminal("groupings", "list")[1]


def test_what_counted_before_counts_again(terminal, own, tmp_path):
    terminal("groupings", "use", own)
    own.write_text(OWN.replace("SO_CT", "SO_KHAC"), encoding="utf-8")
    terminal("groupings", "use", own)
    history = terminal("groupings", "history")[1]
    assert history.index("SO_KHAC") < history.index("SO_CT")
    assert f"{NOW.day} Jul 2025 {NOW:%H:%M}" in history
    assert terminal("groupings", "restore", 1)[:2] == (0, "Can be chosen: SO_CT\n")
    assert terminal("groupings", "export", "--own", tmp_path / "kept.csv")[0] == 0
    assert (tmp_path / "kept.csv").read_text(encoding="utf-8") == OWN
    assert terminal("groupings", "restore", 9)[0] == 1


def test_a_target_names_a_group_of_the_archives_own_from_the_start(terminal, own):
    terminal("groupings", "use", own)
    take_over({})  # as a program that has just begun
    set_ = ("target", "set", "--year", "2025", "--growth", "12%", "--item", "Drinks")
    assert "Drinks" in terminal(*set_)[1]


def test_the_programs_groupings_are_a_pattern_that_can_be_used_at_once(terminal, tmp_path):
    pattern = tmp_path / "pattern.csv"
    assert terminal("groupings", "export", pattern)[0] == 0
    with pattern.open(encoding="utf-8-sig", newline="") as lines:
        assert {row["scheme"][:4] for row in csv.DictReader(lines)} == {"OWN_"}
    assert terminal("groupings", "check", pattern)[0] == 0
