"""Several programs and threads at one archive; one of them killed; nobody sees half a return."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import pytest

from desktop.archive import Archive, copying
from desktop.figures.finding import Refused
from tests.archive.killed import DEAD
from tests.archive.made import JULY_6, NOON, counts, reading, row, store, values
from tests.archive.past_the_program import address_of, by_hand

ROOT = Path(__file__).resolve().parents[2]


def program(name, place, *arguments):
    """Start another Python program of this folder on an archive."""
    words = [address_of(place), *map(str, arguments)]
    return subprocess.Popen([sys.executable, "-m", f"tests.archive.{name}", *words], cwd=ROOT)


@pytest.mark.parametrize(
    "last",
    [
        pytest.param("INSERT INTO originals", marks=pytest.mark.slow),
        pytest.param("INSERT INTO returns", marks=pytest.mark.slow),
        # A server's database gives the numbers itself.
        pytest.param("INSERT INTO series|SELECT archive_numbers_series", marks=pytest.mark.slow),
        "INSERT INTO figures",
        pytest.param("INSERT INTO events", marks=pytest.mark.slow),
        # A server's database does this by itself, with the event.
        pytest.param(
            "INSERT INTO current_figures", marks=[pytest.mark.file_only, pytest.mark.slow]
        ),
        "COMMIT",
    ],
)
def test_a_program_killed_while_it_stores_leaves_the_archive_as_it_was(place, last):
    with Archive.open(place) as archive:
        store(archive, reading(*(row(n, item=f"I{n}") for n in range(300))))
        before, changes = archive.figures(), archive.changes
    assert program("killed", place, last).wait(60) == DEAD
    with Archive.open(place) as archive:
        assert archive.figures().equals(before)
        assert (len(archive.returns()), archive.changes) == (1, changes)
        assert store(archive, reading(row(1), name="after")) == 2
    assert copying.check(place) == []
    if address_of(place) == str(place):
        with closing(sqlite3.connect(place)) as plain:
            assert plain.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert plain.execute("PRAGMA foreign_key_check").fetchall() == []


def test_two_programs_write_and_no_reader_sees_half_a_return(place):
    seen = set()
    with Archive.open(place) as archive:
        programs = [program("writer", place, name, 6) for name in ("a", "b")]
        while any(p.poll() is None for p in programs):
            whole = archive.figures(every_release=True).groupby("return_id").size()
            assert set(whole) <= {200}
            seen.add(len(whole))
        assert [p.wait() for p in programs] == [0, 0]
        assert len(archive.returns()) == 12
        assert len(archive.figures()) == 150 + 12 * 50
        assert archive.changes == 12
    assert len(seen) > 1


def test_two_programs_may_make_the_same_new_archive(request, place):
    if request.config.getoption("engine") == "server":
        place = request.getfixturevalue("server").empty()
    programs = [program("writer", place, name, 1) for name in ("a", "b")]
    assert [p.wait(60) for p in programs] == [0, 0]
    with Archive.open(place) as archive:
        assert len(archive.returns()) == 2


@pytest.fixture
def held(place):
    """An archive with one figure, while another program holds it for writing."""
    with Archive.open(place, patience=0.05) as archive:
        store(archive, reading(row(1)))
        with by_hand(place, writing=True) as other:
            other.exec_driver_sql("UPDATE current_figures SET value = 0")
            yield archive
            other.rollback()


def test_a_writer_that_waited_long_enough_is_refused(held):
    with pytest.raises(Refused, match=r"archive_(busy|held)") as refusal:
        store(held, reading(row(2), name="b"))
    assert refusal.value.findings[0].about == held._name


def test_readers_do_not_wait_for_a_writer(held, place):
    assert values(held) == [1]
    assert counts(held.compare(reading(row(1), name="b"), JULY_6)) == (0, 0, 1, 0)
    with Archive.open(place, patience=0.05) as another:
        assert values(another) == [1]


def test_threads_share_one_archive(archive):
    def work(n):
        number = store(archive, reading(row(n), row(n, item=f"I{n}"), name=str(n)))
        archive.withdraw(number, at=NOON, by="Lan")
        archive.restore(number, at=NOON, by="Lan")
        return len(archive.figures()), len(archive.returns()), archive.changes

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(work, range(16)))
    assert len(archive.figures()) == 17
    assert archive.changes == 16 * 3


def test_who_has_it_open_while_a_newer_program_brings_it_up_to_date_changes_nothing(archive, place):
    store(archive, reading(row(1)))
    with by_hand(place) as newer:
        newer.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    for deed in (
        lambda: store(archive, reading(row(2), name="b")),
        lambda: archive.withdraw(1, at=NOON, by="Lan"),
        lambda: archive.changes,
    ):
        with pytest.raises(Refused, match="archive_newer"):
            deed()
    with by_hand(place) as newer:
        assert newer.exec_driver_sql("SELECT count(*) FROM events").scalar() == 1
