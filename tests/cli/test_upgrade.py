"""An archive of an earlier version: who reads it is told the command that brings it up to date."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

OLD = Path(__file__).parents[1] / "archive" / "schema_0005.sql"


@pytest.fixture
def terminal(command):
    """Run a command line; gives (exit status, standard output, standard error)."""
    return command


@pytest.fixture
def old(tmp_path):
    """An archive as an earlier version left it, in a folder whose name has a blank."""
    (tmp_path / "our office").mkdir()
    place = tmp_path / "our office" / "archive.sqlite3"
    with closing(sqlite3.connect(place)) as connection:
        connection.executescript(OLD.read_text(encoding="utf-8"))
        connection.execute("PRAGMA application_id = 0x45585454")
        connection.execute("PRAGMA user_version = 5")
    return place


def test_the_command_that_opens_an_older_archive_is_named_and_does_it(old, terminal):
    status, _, err = terminal("returns", "--archive", old)
    assert status == 1
    assert f'export-tracker upgrade --archive "{old}"' in err
    assert terminal("upgrade", "--archive", old)[:2] == (
        0, f"{old} is up to date; it holds 1 return.\n"
        f"What it held before is kept in {old.with_suffix('')}.before-0005.sqlite3.\n",
    )  # fmt: skip
    assert terminal("returns", "--archive", old)[0] == 0


def test_nothing_is_made_where_there_is_nothing_to_bring_up_to_date(tmp_path, terminal):
    status, _, err = terminal("upgrade", "--archive", tmp_path / "none.sqlite3")
    assert (status, list(tmp_path.iterdir())) == (1, [])
    assert "There is no archive" in err
