"""Notes from the terminal: listed, added, removed and restored, and refused with a sentence."""

from __future__ import annotations

import json
from functools import partial

import pytest

from tests.cli.conftest import NOW


@pytest.fixture
def terminal(command, tmp_path):
    """Run a command on notes; gives (exit status, standard output, standard error)."""
    return partial(command, "notes", archive=tmp_path / "archive.sqlite3")


def listed(terminal, *more):
    return json.loads(terminal("list", "--format", "json", *more)[1])


def test_a_note_is_added_listed_removed_and_restored(terminal):
    assert terminal("add", "2025-06-03", "Đình công cảng")[:2] == (
        0, "Note 1: 3 Jun 2025 · Đình công cảng\n",
    )  # fmt: skip
    (own,) = [n for n in listed(terminal) if not n["shipped"]]
    assert (own["code"], own["day"], own["added_at"]) == ("1", "2025-06-03", NOW.isoformat())
    assert own["added_by"]
    assert terminal("remove", "1")[0] == 0
    assert "1" not in {n["code"] for n in listed(terminal)}
    assert terminal("restore", "1")[0] == 0
    assert "1" in {n["code"] for n in listed(terminal)}


def test_shipped_notes_hold_the_tariff_tet_and_the_pandemic(terminal):
    codes = {n["code"] for n in listed(terminal)}
    assert {"tet-2025", "tariff-2025-04", "covid-2020-04"} <= codes
    assert terminal("remove", "tet-2025")[0] == 0
    assert "tet-2025" not in {n["code"] for n in listed(terminal)}
    assert {n["day"][:4] for n in listed(terminal, "--year", "2020")} == {"2020"}
    assert "Tết 2026" in terminal("list", "--year", "2026", language="vi")[1]


def test_of_a_past_day_only_what_was_known_is_listed(terminal):
    terminal("add", "2025-01-05", "Noted in July")
    then = {n["code"] for n in listed(terminal, "--as-of", "2025-03-01")}
    assert "tet-2026" in then  # the calendar says so years before
    assert not {"1", "tariff-2025-04"} & then


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("remove", "9"), "There is no note 9."),
        (("remove", "tet-1"), "There is no note tet-1."),
        (("restore", "tet-2025"), "There is no note tet-2025."),
        (("restore", "9" * 20), f"There is no note {'9' * 20}."),
        (("add", "2025-01-01", " \t"), "A note without words says nothing."),
        (("add", "2025-01-01", "x" * 201), "A note of 201 letters is too long."),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_sentence(terminal, arguments, words):
    status, _, error = terminal(*arguments)
    assert status == 1
    assert words in error
