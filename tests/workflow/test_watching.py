"""The watched folder: what has settled and is new is told, whatever happens to the files."""

from __future__ import annotations

import hashlib
import os
from datetime import datetime, timedelta
from math import inf
from pathlib import Path
from shutil import copy

import pytest

from desktop.figures.finding import Cancelled
from desktop.figures.places import sample
from desktop.workflow import Office, Watch


@pytest.fixture
def folder(tmp_path):
    return tmp_path


@pytest.fixture
def watch(folder):
    return Watch(folder)


def nothing():
    return {}


def waiting(watch, held=nothing):
    """Look twice, as whoever watches does, and give the names of what waits."""
    watch.scan(held)
    return [a.path.name for a in watch.scan(held).arrivals]


def test_a_workbook_that_appears_waits(watch, folder):
    (folder / "june.xlsx").write_bytes(b"june")
    (arrival,) = (watch.scan(nothing), watch.scan(nothing))[1].arrivals
    assert arrival.path == folder / "june.xlsx"
    assert arrival.content_hash == hashlib.sha256(b"june").hexdigest()
    assert waiting(watch) == ["june.xlsx"]


def test_a_file_that_still_grows_is_not_opened(watch, folder):
    book = folder / "june.xlsx"
    for size in (1, 2, 3):
        book.write_bytes(b"x" * size)
        found = watch.scan(nothing)
        assert (found.arrivals, found.settling) == ((), 1)
    found = watch.scan(nothing)
    assert [a.path for a in found.arrivals] == [book]
    assert found.settling == 0


def test_a_file_that_changes_settles_anew(watch, folder):
    book = folder / "june.xlsx"
    book.write_bytes(b"first")
    assert waiting(watch) == ["june.xlsx"]
    book.write_bytes(b"second")
    assert watch.scan(nothing).arrivals == ()
    assert watch.scan(nothing).arrivals[0].content_hash == hashlib.sha256(b"second").hexdigest()


def test_a_change_of_time_alone_settles_anew(watch, folder):
    book = folder / "june.xlsx"
    book.write_bytes(b"first")
    assert waiting(watch) == ["june.xlsx"]
    os.utime(book, (1, 1))
    assert watch.scan(nothing).settling == 1
    assert [a.path.name for a in watch.scan(nothing).arrivals] == ["june.xlsx"]


def test_what_the_archive_has_is_not_offered(watch, folder):
    (folder / "june.xlsx").write_bytes(b"june")
    held = hashlib.sha256(b"june").hexdigest()
    assert waiting(watch, lambda: {held: inf}) == []


def test_one_content_under_two_names_waits_once(watch, folder):
    (folder / "june.xlsx").write_bytes(b"june")
    (folder / "june (1).xlsx").write_bytes(b"june")
    assert waiting(watch) == ["june (1).xlsx"]


@pytest.mark.parametrize("name", ["~$june.xlsx", "._june.xlsx", "june.docx", "june.xlsx.part"])
def test_lock_files_and_other_files_are_left_alone(watch, folder, name):
    (folder / name).write_bytes(b"june")
    assert waiting(watch) == []
    assert watch.scan(nothing).settling == 0


def test_an_empty_file_is_one_that_is_about_to_be_written(watch, folder):
    (folder / "june.xlsx").touch()
    assert waiting(watch) == []
    (folder / "june.xlsx").write_bytes(b"june")
    assert waiting(watch) == ["june.xlsx"]


def test_folders_within_it_are_watched_too(watch, folder):
    (folder / "2025").mkdir()
    (folder / "2025" / "JUNE.XLS").write_bytes(b"june")
    assert waiting(watch) == ["JUNE.XLS"]


def test_a_folder_that_vanishes_is_said_and_taken_up_again(watch, folder, tmp_path):
    (folder / "june.xlsx").write_bytes(b"june")
    assert waiting(watch) == ["june.xlsx"]
    away = folder.with_name("away")
    folder.rename(away)
    assert not watch.scan(nothing).reached
    away.rename(folder)
    assert [a.path.name for a in watch.scan(nothing).arrivals] == ["june.xlsx"]


def test_a_file_that_goes_waits_no_more(watch, folder):
    (folder / "june.xlsx").write_bytes(b"june")
    assert waiting(watch) == ["june.xlsx"]
    (folder / "june.xlsx").unlink()
    assert watch.scan(nothing).arrivals == ()


def test_what_cannot_be_read_is_a_finding_until_it_can(watch, folder, monkeypatch):
    (folder / "june.xlsx").write_bytes(b"june")
    watch.scan(nothing)
    really = Path.open

    def locked(path, *more, **named):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", locked)
    found = watch.scan(nothing)
    assert [(f.code, f.about, f.found) for f in found.findings] == [
        ("cannot_open", "june.xlsx", "Permission denied")
    ]
    assert found.arrivals == ()
    monkeypatch.setattr(Path, "open", really)
    assert [a.path.name for a in watch.scan(nothing).arrivals] == ["june.xlsx"]


def test_nothing_is_opened_twice(watch, folder, monkeypatch):
    (folder / "june.xlsx").write_bytes(b"june")
    assert waiting(watch) == ["june.xlsx"]
    monkeypatch.setattr(Path, "open", None)
    assert [a.path.name for a in watch.scan(nothing).arrivals] == ["june.xlsx"]


def test_a_look_can_be_stopped(watch, folder):
    def stop(*_):
        raise Cancelled

    (folder / "june.xlsx").write_bytes(b"june")
    watch.scan(nothing)
    with pytest.raises(Cancelled):
        watch.scan(nothing, stop)


def test_a_withdrawn_return_is_offered_again_only_once_its_file_comes_again(watch, folder):
    book = Path(copy(sample("gso", "02-Bieu-T6.2025.xlsx"), folder))
    hour = datetime.now().astimezone() + timedelta(hours=1)
    with Office(folder / "archive.sqlite3", clock=lambda: hour, user="lan") as office:
        office.take_in([book])
        assert waiting(watch, office.contents) == []
        office.undo(1)
        assert waiting(watch, office.contents) == []  # it lay there when it was withdrawn
        later = hour.timestamp() + 60
        os.utime(book, (later, later))
        assert waiting(watch, office.contents) == [book.name]
        office.redo(1)
        assert waiting(watch, office.contents) == []
