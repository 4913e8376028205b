"""An archive that takes nothing, under a batch of files: it is tried once, and told once."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from contextlib import closing
from datetime import UTC, datetime
from functools import partial

import click
import pytest

from desktop.archive import Archive
from desktop.cli import commands
from desktop.cli.session import Session
from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.places import sample
from desktop.figures.progress import unheard
from desktop.figures.wording import language
from desktop.workflow import Office, Outcome
from desktop.workflow.importing import ImportDesk

FILES = [sample("gso", name) for name in ("02-Bieu-T02.2025.xlsx", "02-Bieu-T6.2025.xlsx")]


@pytest.fixture
def held(tmp_path):
    """Give the path of an archive, and the connection of who writes to it all the while."""
    path = tmp_path / "archive.sqlite3"
    with Archive.open(path):
        pass
    with closing(sqlite3.connect(path, check_same_thread=False)) as other:
        other.execute("BEGIN IMMEDIATE")
        yield path, other


def test_the_rest_of_a_batch_does_not_wait_for_it_again(held):
    path, other = held
    desk = ImportDesk(lambda: datetime(2025, 7, 12, tzinfo=UTC), "Lan")

    def hear(done, _total, _what):
        if done == 1:
            other.rollback()  # one that tried again would be let in now

    with closing(desk), Archive.open(path, patience=0.1) as archive:
        previews = desk.preview(archive, FILES, unheard, None)
        outcomes = desk.accept(archive, previews, hear)
        assert [o.finding.code for o in outcomes] == ["archive_busy"] * 2
        assert archive.returns() == []
        again = desk.accept(archive, previews, unheard)
        assert [o.number for o in again] == [1, 2]


def test_it_is_told_once_on_a_terminal(held, command, monkeypatch):
    path, _ = held
    monkeypatch.setattr(Archive, "open", partial(Archive.open, patience=0.1))
    status, out, err = command("import", *FILES, archive=path)
    assert status == 1
    assert out.count("nothing was imported") == len(FILES)
    assert err.count("is writing to the archive") == 1


def test_a_server_that_is_gone_is_told_once_however_that_is_met(tmp_path, capsys):
    session = Session(language("en"), lambda: datetime(2025, 7, 12, tzinfo=UTC))
    with closing(ImportDesk(session.clock, "Lan")) as desk, Archive.open(tmp_path / "a") as archive:
        previews = desk.preview(archive, FILES, unheard, None)
    met = ("terminating connection", "connection refused")
    outcomes = [
        Outcome(p, None, Finding(Severity.ERROR, "archive_server_gone", found=how, about="it"))
        for p, how in zip(previews, met, strict=True)
    ]
    commands._tell_outcomes(outcomes, session, click.echo)
    out, err = capsys.readouterr()
    assert out.count("nothing was imported") == len(FILES)
    assert err.count("does not answer") == 1


def test_a_connection_that_went_is_told_in_our_words_alone():
    gone = "import desktop.cli.door, logging; logging.getLogger('sqlalchemy.pool').error('gone')"
    done = subprocess.run([sys.executable, "-c", gone], capture_output=True, check=True)
    assert done.stderr == b""


def test_an_archive_that_goes_at_the_end_is_not_told_of_again(command, monkeypatch, tmp_path):
    place = tmp_path / "a.sqlite3"
    asked = []

    def gone(_office):
        asked.append(1)
        raise Refused(Finding(Severity.ERROR, "archive_out_of_reach", about="a"))

    monkeypatch.setattr(Office, "clock_doubt", gone)
    status, _, err = command("target", "set", "--year", "2025", "--growth", "12%", archive=place)
    assert (status, len(asked)) == (0, 1)
    assert "does not answer" not in err
    with Archive.open(place) as archive:
        assert len(archive.targets()) == 1


def test_a_reader_is_told_that_its_server_was_left_behind(command, monkeypatch, tmp_path):
    place = tmp_path / "a.sqlite3"
    Archive.open(place).close()
    behind = Finding(Severity.WARNING, "replica_left_behind", found="2025-07-12 09:00")
    monkeypatch.setattr(Office, "following_doubt", lambda _office: behind)
    assert "2025-07-12 09:00" in command("returns", archive=place)[2]
