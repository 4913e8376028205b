"""Paths from the terminal: shown, chosen, listed; and the status follows what was chosen."""

from __future__ import annotations

import json
from functools import partial

import pytest

from desktop.cli.door import run_command
from desktop.figures.places import sample
from tests.cli.conftest import NOW

SHARES = "8 6 8,5 8 8 8,5 8,5 9 8,5 9 9 9"


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive with the history and June's book, and 2025's target."""
    place = tmp_path_factory.mktemp("paths") / "archive.sqlite3"
    books = [sample("history"), sample("gso", "02-Bieu-T6.2025.xlsx")]
    assert run_command(["--archive", str(place), "import", *map(str, books)], lambda: NOW) == 0
    target = ["--archive", str(place), "target", "set", "--year", "2025", "--growth", "12%"]
    assert run_command(target, lambda: NOW) == 0
    return place


@pytest.fixture
def terminal(command, archive):
    """Run a command on the archive; gives (exit status, standard output, standard error)."""
    return partial(command, archive=archive)


def status(terminal, *more):
    return json.loads(terminal("status", "--format", "json", *more)[1])["exports"]


def test_a_path_is_shown_with_all_that_shapes_it(terminal):
    done, out, _ = terminal("path", "show", "--year", "2025")
    assert done == 0
    assert "2015–2024 without 2020, 2023" in out
    assert "2020 (the pandemic)" in out
    assert "5 of 9 days in January, 4 of 9 days in February" in out
    told = json.loads(terminal("path", "show", "--year", "2025", "--format", "json")[1])
    assert sum(told["shares"]) == pytest.approx(1)
    assert told["left_out"] == [2020, 2023]


def test_an_item_is_named_by_code_or_by_name(terminal):
    asked = ("path", "show", "--year", "2025", "--format", "json", "--item")
    by_code, by_name = (json.loads(terminal(*asked, name)[1]) for name in ("COFFEE", "Cà phê"))
    assert by_code == by_name
    assert by_code["note"] is None
    total = json.loads(terminal(*asked[:-1])[1])
    assert by_code["shares"][0] > 1.1 * total["shares"][0]  # coffee leaves after the harvest


def test_a_fiscal_year_s_balance_follows_the_season_of_trade(terminal):
    asked = ("--from", "2025-07", "--flow", "balance", "--format", "json")
    told = json.loads(terminal("path", "show", *asked)[1])
    assert (told["start"], len(told["shares"]), told["note"]) == ("2025-07", 12, "of_trade")


def test_the_status_sets_the_yardsticks_and_the_rest_of_the_year_side_by_side(terminal):
    told = terminal("status")[1]
    for words in ("yardsticks", "+3.3 pts", "December 2025", "Growth needed"):
        assert words in told
    exports = status(terminal)
    assert exports["yardsticks"]["growth"]["verdict"] == "above"
    assert exports["yardsticks"]["path"]["difference_usd"] == pytest.approx(exports["gap_usd"])
    assert exports["best_month"]["month"] == "2025-05"
    assert exports["best_month"]["source"]["file"] == "02-Bieu-T6.2025.xlsx"
    assert [m["required_growth"] is None for m in exports["months"]] == [True] * 6 + [False] * 6
    assert exports["months_below_path"] == []
    assert not exports["on_estimate"]


def test_typed_shares_are_followed_until_another_choice(terminal):
    asked = ("path", "set", "--year", "2025")
    assert terminal(*asked, "--phasing", "typed", "--shares", SHARES)[0] == 0
    typed = status(terminal)
    assert typed["phasing"] == "typed"
    assert typed["path_usd"] == pytest.approx(0.47 * typed["target_usd"])
    assert status(terminal, "--phasing", "seasonal")["phasing"] == "seasonal"
    before = status(terminal, "--as-of", "2025-07-11")  # as it stood before the choice
    assert (before["phasing"], before["season"]["left_out"]) == ("seasonal", [2020, 2023])
    assert terminal(*asked, "--with-exceptional")[0] == 0
    assert status(terminal)["season"]["left_out"] == []
    assert terminal(*asked, "--tet-days", "1:9")[0] == 0
    assert status(terminal)["season"]["holiday_typed"]
    assert terminal(*asked)[0] == 0
    assert status(terminal)["season"]["left_out"] == [2020, 2023]
    made = json.loads(terminal("path", "list", "--format", "json")[1])
    assert [choice["phasing"] for choice in made] == ["typed", "seasonal", "seasonal", "seasonal"]
    assert made[0]["shares"][2] == 0.085


@pytest.mark.parametrize(
    ("arguments", "exit_status", "said"),
    [
        (("--phasing", "typed", "--shares", "1 2 3"), 1, "3 numbers were given"),
        (("--phasing", "typed", "--shares", SHARES.replace("8,5", "8")), 1, "sum to 98, not"),
        (("--phasing", "typed"), 2, "--shares"),
        (("--tet-days", "now"), 1, "1:5 2:4"),
        (("--from", "2025-07"), 2, "Give either --year or --from."),
        (("--item", "Nhầm"), 1, "Nhầm"),
        (("--province", "Nhầm"), 1, "Nhầm"),
    ],
)
def test_what_cannot_be_a_path_is_refused_in_a_sentence(terminal, arguments, exit_status, said):
    done, _, error = terminal("path", "set", "--year", "2025", *arguments)
    assert done == exit_status
    assert said in error


@pytest.mark.parametrize(("words", "share"), [((), "8.3"), (("--shares", SHARES), "8.0")])
def test_a_straight_line_and_typed_shares_need_no_figures(command, tmp_path, words, share):
    asked = ("path", "set", "--year", "2026", "--phasing", "typed" if words else "linear")
    done, out, _ = command(*asked, *words, archive=tmp_path / "new.sqlite3")
    assert done == 0
    assert "No path" not in out
    assert share in out
