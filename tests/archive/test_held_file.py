"""A file that another program holds and gives nobody: each act tells it in time, nothing lost."""

from __future__ import annotations

import signal
import subprocess
import sys
from time import monotonic

import pytest

from desktop.archive import Archive, sqlite
from desktop.archive.place import PATIENCE
from desktop.figures.finding import Refused
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from tests.archive.made import NOON, add_target, reading, row, store

pytestmark = [
    pytest.mark.file_only,
    pytest.mark.skipif(not hasattr(signal, "SIGSTOP"), reason="no program can be stopped"),
]

_SECONDS = 1.0
"""To wait for who holds the file, here: it is waited for once, so nothing takes twice as long."""

# It begins to write, and is stopped in the middle of it.
_HOLDS = """
import os, signal, sqlite3, sys
other = sqlite3.connect(sys.argv[1], isolation_level=None)
other.execute("BEGIN EXCLUSIVE")
other.execute("CREATE TABLE half AS SELECT * FROM figures")
print("held", flush=True)
os.kill(os.getpid(), signal.SIGSTOP)
"""

WRITING = {
    "a return": lambda archive: store(archive, reading(row(2e9), name="b.xlsx")),
    "an undo": lambda archive: archive.withdraw(1, at=NOON, by="Lan"),
    "a target": lambda archive: add_target(
        archive, Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 4e11, 4e11)
    ),
}
READING = {
    "figures": lambda archive: archive.figures(),
    "returns": lambda archive: archive.returns(),
    "what is new": lambda archive: archive.changes,
    "opening it again": lambda archive: opened_as(archive).close(),
    "opening it to read": lambda archive: opened_as(archive, read_only=True).close(),
}


def opened_as(archive, **how):
    """Open an archive's file once more."""
    return Archive.open(archive._place.path, patience=_SECONDS, **how)


@pytest.fixture(params=["share", pytest.param("disk", marks=pytest.mark.slow)])
def held(request, tmp_path, monkeypatch):
    """Give an archive on a share, where readers wait too, or not, and who holds it, stopped."""
    monkeypatch.setattr(sqlite, "on_network_share", lambda _: request.param == "share")
    with Archive.open(tmp_path / "archive.sqlite3", patience=_SECONDS) as archive:
        store(archive, reading(row(1e9)))
        other = subprocess.Popen(
            [sys.executable, "-c", _HOLDS, archive._place.path], stdout=subprocess.PIPE
        )
        try:
            assert other.stdout.readline() == b"held\n"
            yield archive, other, request.param == "share"
        finally:
            other.kill()
            other.communicate()


def refused_in_time(act, archive):
    """Give the codes with which an act is refused, after one waiting; none where it was done."""
    begun = monotonic()
    try:
        act(archive)
    except Refused as error:
        return [finding.code for finding in error.findings]
    else:
        return []
    finally:
        assert monotonic() - begun < 2 * _SECONDS


def test_whoever_writes_is_told_in_time_and_nothing_is_lost(held):
    archive, other, _ = held
    assert PATIENCE < 5  # seconds, where nobody says how long to wait
    for name, act in WRITING.items():
        assert refused_in_time(act, archive) == ["archive_busy"], name
    other.kill()
    other.wait()
    assert archive.figures()["return_id"].tolist() == [1]
    assert archive.targets() == []
    assert WRITING["a return"](archive) == 2
    with archive._engine.connect() as connection:
        tables = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
    assert "half" not in tables


@pytest.mark.slow
def test_whoever_reads_waits_on_a_share_alone_and_once(held):
    archive, _, on_a_share = held
    for name, act in READING.items():
        assert refused_in_time(act, archive) == ["archive_busy"] * on_a_share, name
