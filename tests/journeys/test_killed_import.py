"""A program killed at any point of an import leaves a whole archive, and the import goes on."""

import os
import pickle
import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop.figures.places import sample
from desktop.workflow import Office

BOOKS = ("02-Bieu-T01.2025.xlsx", "02-Bieu-T02.2025.xlsx")
STATEMENTS = 132
"""An import of both books takes fewer; beyond, nothing is left to be killed."""

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that forks")


@pytest.fixture(scope="module")
def previews(tmp_path_factory):
    place = tmp_path_factory.mktemp("previewed")
    with office(place / "archive.sqlite3") as desk:
        return desk.preview([sample("gso", book) for book in BOOKS])


def office(place):
    return Office(place, clock=lambda: datetime(2025, 8, 8, tzinfo=UTC), user="after")


def killed(folder, previews, points):
    """Kill a program at each point; give what each archive holds, and how each program ended."""
    (folder / "previews.pickle").write_bytes(pickle.dumps(previews))
    program = [sys.executable, "-m", "tests.journeys.killed_import", str(folder), *points]
    root = Path(__file__).parents[2]
    said = subprocess.run(program, check=True, capture_output=True, text=True, cwd=root)
    return dict(line.split() for line in said.stdout.splitlines())


def whole(place, previews):
    """Say how many returns are in, each with all its figures; fail where one is half in."""
    with closing(sqlite3.connect(place)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("PRAGMA foreign_key_check").fetchall() == []
        if not plain.execute("SELECT 1 FROM sqlite_master WHERE name = 'figures'").fetchone():
            return 0
        counts = "SELECT return_id, count(*) FROM figures GROUP BY return_id ORDER BY return_id"
        held = [count for _, count in plain.execute(counts)]
        told = [count for (count,) in plain.execute("SELECT figures FROM returns ORDER BY id")]
        (events,) = plain.execute("SELECT count(*) FROM events").fetchone()
        (originals,) = plain.execute("SELECT count(*) FROM originals").fetchone()
    assert held == told == [len(p.reading.rows) for p in previews][: len(held)]
    assert events == originals == len(held)
    return len(held)


def goes_on(place, previews):
    """Import again: what was in stays, what was not comes in."""
    with office(place) as desk:
        outcomes = desk.accept(previews)
        assert {o.finding.code for o in outcomes if o.finding} <= {"already_in"}
        assert [r.figures for r in desk.returns()] == [len(p.reading.rows) for p in previews]


def check(folder, previews, points):
    ends = killed(folder, previews, points)
    assert list(ends) == points
    inside = {point: whole(folder / f"{point}.sqlite3", previews)
              for point in points if (folder / f"{point}.sqlite3").exists()}  # fmt: skip
    for point in inside:
        goes_on(folder / f"{point}.sqlite3", previews)
    return ends, inside


@pytest.mark.file_only
def test_killed_before_a_statement(tmp_path, previews):
    ends, inside = check(tmp_path, previews, ["s120"])
    assert ends["s120"] == "-9"
    assert inside == {"s120": 1}


@pytest.mark.file_only
@pytest.mark.slow
def test_killed_before_statements_all_along(tmp_path, previews):
    points = [f"s{number}" for number in range(0, STATEMENTS + 1, 4)]
    ends, inside = check(tmp_path, previews, points)
    assert ends["s0"] == "-9"
    assert ends[points[-1]] == "0"
    assert set(inside.values()) == {0, 1, 2}


@pytest.mark.file_only
@pytest.mark.slow
def test_killed_after_some_time(tmp_path, previews):
    ends, _ = check(tmp_path, previews, [f"t{ms}" for ms in range(0, 400, 20)])
    assert "-9" in ends.values()
