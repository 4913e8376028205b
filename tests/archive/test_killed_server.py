"""A server that is killed: one sentence soon, nothing half done, and work goes on after it."""

from __future__ import annotations

import os
import signal

import pytest
from sqlalchemy import text

from desktop.archive import Archive, copying
from desktop.figures.finding import Refused
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure
from tests.archive.made import AUGUST_6, NOON, reading, row, store, values
from tests.servers import postgresql
from tests.servers.waiting import as_soon_as_it_can, soon

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("server")]

LONGEST = 5.0
_GONE = r"archive_(server_gone|busy)"  # or on its way back
_TARGET = Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 450e9, 450e9)

ACTS = (
    values,
    lambda archive: archive.changes,
    lambda archive: archive.returns(),
    lambda archive: store(archive, reading(row(2), name="b")),
    lambda archive: archive.withdraw(1, at=NOON, by="Lan"),
    lambda archive: archive.change_targets(TargetChange(added=(_TARGET,)), at=NOON, by="Lan"),
)


@pytest.fixture
def own():
    """Give a server of one's own that writes down what it says it did, and an archive there."""
    with (
        postgresql.server(synchronous_commit="on") as begun,
        Archive.open(begun.archive()) as archive,
    ):
        store(archive, reading(row(1)))
        yield begun, archive


def half_done(archive, kill):
    """Kill in the middle of what writes."""
    with archive._writing() as writer:
        writer.execute(text("INSERT INTO terms (text) VALUES ('half')"))
        kill()
        writer.execute(text("SELECT 1"))


def goes_on(archive):
    """Say that all is as it was, and what is done now is done."""
    assert values(archive) == [1]
    assert store(archive, reading(row(2), name="b"), AUGUST_6) == 2
    assert values(archive) == [2]
    assert copying.check(archive._name) == []


def test_a_killed_server_is_told_whatever_one_does_and_found_again(own):
    begun, archive = own
    with soon(LONGEST), pytest.raises(Refused, match=_GONE):
        half_done(archive, begun.kill)
    for act in ACTS:
        with soon(LONGEST), pytest.raises(Refused, match=_GONE):
            act(archive)
    begun.start()
    goes_on(archive)


def test_a_killed_session_throws_everybody_out_and_lets_them_in_again(own):
    """The server ends all others, and looks through its log before it lets anybody in."""
    _, archive = own

    def kill():
        with archive._reading() as other:
            os.kill(other.scalar(text("SELECT pg_backend_pid()")), signal.SIGKILL)
            other.execute(text("SELECT 1"))

    with soon(LONGEST), pytest.raises(Refused, match=_GONE):
        half_done(archive, kill)
    assert as_soon_as_it_can(values, archive, LONGEST) == [1]
    goes_on(archive)
