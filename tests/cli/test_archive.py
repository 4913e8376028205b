"""Whole archives from the terminal: copied, backed up, brought back, checked, migrated."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime

import pytest
from click.testing import CliRunner

from desktop.archive import Archive
from desktop.cli.door import door
from desktop.cli.session import Session
from desktop.figures.finding import Cancelled, Refused
from desktop.figures.wording import language
from desktop.workflow import archives
from tests.archive.made import reading, row, store

NOW = datetime(2025, 7, 12, 12, tzinfo=UTC)


@pytest.fixture
def place(tmp_path):
    """Give the path of an archive with one return."""
    path = tmp_path / "kho.sqlite3"
    with Archive.open(path) as archive:
        store(archive, reading(row(1), row(2, item="RICE")))
    return path


def run(*arguments, now=NOW):
    """Run a command, and give what it wrote; a refusal is raised."""
    session = Session(language("en"), lambda: now)
    told = CliRunner().invoke(door, [str(a) for a in arguments], obj=session)
    if told.exception and not isinstance(told.exception, SystemExit):
        raise told.exception
    return told.output


def test_an_archive_goes_to_a_server_and_back(place, tmp_path, server):
    address, back = server.empty(), tmp_path / "back.sqlite3"
    assert "holds 1 return and 2 figures" in run("archive", "copy", place, address)
    assert "2 figures" in run("archive", "copy", address, back)
    assert "1 return" in run("archive", "migrate", "--archive", address)
    assert run("archive", "check", "--archive", back).strip() == f"{back} is sound."


def test_backups_in_a_folder_tell_their_moment_and_the_oldest_go(place, tmp_path):
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "other.sqlite3").touch()
    for day in (12, 13, 14):
        said = run(
            "archive", "backup", folder, "--keep", 2, "--archive", place,
            now=NOW.replace(day=day),
        )  # fmt: skip
    assert "1 older backup was removed." in said
    assert sorted(p.name for p in folder.iterdir()) == [
        "export-tracker 2025-07-13 120000.sqlite3",
        "export-tracker 2025-07-14 120000.sqlite3",
        "other.sqlite3",
    ]
    newest = folder / "export-tracker 2025-07-14 120000.sqlite3"
    again = tmp_path / "again.sqlite3"
    assert "holds 1 return" in run("archive", "restore", newest, "--archive", again)
    with pytest.raises(Refused, match="copy_target_not_empty"):
        run("archive", "restore", newest, "--archive", again)


def test_a_timer_writes_a_backup_only_where_something_was_done(place, tmp_path):
    nightly = (
        "archive",
        "backup",
        tmp_path / "nightly",
        "--keep",
        2,
        "--if-new",
        "--archive",
        place,
    )
    for day, written in ((12, 1), (13, 1), (14, 2)):
        if day == 14:
            run("undo", 1, "--archive", place)
        said = run(*nightly, now=NOW.replace(day=day))
        assert len(list((tmp_path / "nightly").iterdir())) == written
    assert "were compared" in said
    assert "Nothing was done since" in run(*nightly)
    newest = tmp_path / "nightly" / "export-tracker 2025-07-14 120000.sqlite3"
    newest.write_bytes(b"SQLite format 3\0 broken")
    assert "were compared" in run(*nightly, now=NOW.replace(day=15))


def test_a_backup_may_not_take_the_archives_place(place):
    with pytest.raises(Refused, match="would_overwrite_archive"):
        run("archive", "backup", place, "--archive", place)


def test_a_backup_to_a_folder_that_is_not_there_says_so(place, tmp_path):
    out = tmp_path / "no" / "where.sqlite3"
    with pytest.raises(Refused, match="folder_missing") as told:  # the archive itself is in order
        run("archive", "backup", out, "--archive", place)
    assert told.value.findings[0].about == str(out.parent)


def test_a_backup_that_fails_leaves_nothing_behind(place, tmp_path):
    out = tmp_path / "nightly" / "exports"
    with pytest.raises(Refused, match="no_archive"):
        run("archive", "backup", out, "--keep", 3, "--archive", tmp_path / "gone.sqlite3")
    assert not out.parent.exists()
    out.mkdir(parents=True)
    with closing(sqlite3.connect(place)) as spoilt, spoilt:
        spoilt.execute("DROP TABLE periods")
    with pytest.raises(Refused, match="archive_damaged"):
        run("archive", "backup", out, "--keep", 3, "--archive", place)
    assert list(out.iterdir()) == []  # the folder was there before: it stays


def test_a_backup_of_a_server_that_is_broken_off_leaves_no_part(place, tmp_path, server):
    address = server.empty()
    run("archive", "copy", place, address)

    def stop(done, total, what):
        raise Cancelled

    with pytest.raises(Cancelled):
        archives.backup(address, tmp_path / "nightly", now=NOW, keep=2, progress=stop)
    assert not (tmp_path / "nightly").exists()


def test_what_ends_as_a_folder_does_becomes_one(place, tmp_path):
    run("archive", "backup", f"{tmp_path}/backups/", "--archive", place)
    (made,) = (tmp_path / "backups").iterdir()
    assert made.name == f"export-tracker {NOW:%Y-%m-%d %H%M%S}.sqlite3"
