"""A server is reached within four seconds or told, whatever stands in the way."""

from __future__ import annotations

import socket
import subprocess
import sys
from threading import Event
from urllib.parse import urlsplit

import pytest

from desktop.archive import Archive, reaching
from desktop.figures.finding import Refused
from tests.archive.made import reading, row, store
from tests.archive.test_patience import LONGEST
from tests.servers import postgresql
from tests.servers.waiting import soon

FROM_THE_START = 5.0
"""Of a whole program, which has to be read first."""


@pytest.fixture
def silent():
    """Give the port of a machine that lets everybody in and says nothing."""
    with socket.create_server(("127.0.0.1", 0), backlog=20) as door:
        yield door.getsockname()[1]


def refused(address):
    """Hold that nobody answers there, and that this is told in time."""
    with soon(LONGEST), pytest.raises(Refused, match="archive_server_gone"):
        Archive.open(address)


def test_who_knocked_meanwhile_need_not_wait_again(silent):
    address = f"postgresql://lan@127.0.0.1:{silent}/archive"
    reaching.knock(address)
    assert reaching._knocks["127.0.0.1", silent].is_silent()
    with soon(1.0), pytest.raises(Refused, match="archive_server_gone"):
        Archive.open(address)
    assert not reaching._knocks


def test_a_knock_at_a_server_lets_in_and_one_at_nobody_is_told_at_once(server):
    address = server.archive()
    reaching.knock(address)
    with Archive.open(address) as archive:
        assert store(archive, reading(row(1))) == 1
    nobody = f"postgresql://lan@127.0.0.1:{postgresql.free_port()}/archive"
    reaching.knock(nobody)
    with soon(1.0), pytest.raises(Refused, match="archive_server_gone"):
        Archive.open(nobody)
    assert not reaching._knocks


@pytest.mark.parametrize(
    "place",
    ["a.sqlite3", "sqlite:///a.sqlite3", "postgresql:///a", "postgresql://lan@[::1/a",
     "postgresql://lan@h:x/a"],
)  # fmt: skip
def test_what_is_no_servers_address_is_not_knocked_at(place):
    reaching.knock(place)
    assert not reaching._knocks


@pytest.mark.slow
def test_several_addresses_that_are_all_silent_do_not_add_up(silent):
    hosts = "&".join([f"host=127.0.0.1:{silent}"] * 3)
    refused(f"postgresql://lan@/archive?{hosts}")


@pytest.mark.slow
def test_behind_a_silent_address_the_next_is_tried(server, silent):
    told = urlsplit(server.archive())
    hosts = f"host=127.0.0.1:{silent}&host=127.0.0.1:{told.port}&sslmode=disable"
    with soon(LONGEST), Archive.open(f"postgresql://postgres@{told.path}?{hosts}") as archive:
        assert archive.returns() == []


@pytest.mark.slow
def test_a_name_that_nobody_looks_up_is_told(monkeypatch):
    over, asked = Event(), socket.getaddrinfo

    def slow(*told, **more):
        over.wait()
        return asked("127.0.0.1", 1, **more)

    monkeypatch.setattr(socket, "getaddrinfo", slow)
    try:
        refused("postgresql://lan@data.office.example/archive")
    finally:
        over.set()


@pytest.mark.slow
def test_what_is_reached_too_late_is_closed(server):
    may, closed, ended = Event(), [], Event()

    class Reached:
        def close(self):
            closed.append(True)
            ended.set()

    def dial():
        may.wait()
        return Reached()

    with pytest.raises(TimeoutError):
        reaching.within(0.0, dial)
    may.set()
    assert ended.wait(LONGEST)
    assert closed == [True]


@pytest.mark.slow
def test_a_whole_program_is_told_in_time(silent):
    address = f"postgresql://lan@127.0.0.1:{silent}/archive"
    command = [sys.executable, "-m", "desktop", "--language", "en", "returns", "--archive", address]
    with soon(FROM_THE_START):
        told = subprocess.run(command, capture_output=True, text=True, check=False)
    assert told.returncode == 1
    assert "does not answer" in told.stderr


@pytest.mark.slow
def test_no_log_of_a_server_tells_of_who_knocked():
    with postgresql.server(logging_collector="on", log_min_messages="debug1") as server:
        host, port = "127.0.0.1", server.port
        assert not reaching.Knock(host, port).is_silent()
        server.run("SELECT 'after'")
        server.stop()
        logged = "".join(p.read_text("utf-8") for p in (server.data / "log").iterdir())
    assert "starting PostgreSQL" in logged
    assert not [line for line in logged.splitlines() if "SSL" in line or "packet" in line]
