"""A server that goes silent: one sentence before four seconds are over, and nothing half done."""

from __future__ import annotations

import time
from contextlib import contextmanager

import pytest
from sqlalchemy import text

from desktop.archive import Archive
from desktop.figures.finding import Refused
from tests.archive.made import reading, row, store, values
from tests.servers.silent import way_to

LONGEST = 4.0


@contextmanager
def soon():
    """Hold that nobody waits longer than an official does."""
    begun = time.monotonic()
    yield
    assert time.monotonic() - begun < LONGEST


@pytest.fixture
def reached(server):
    """Give a way to the server, and an archive that was opened by it."""
    address = server.archive()
    with way_to(server.port) as way:
        by_way = address.replace(f":{server.port}/", f":{way.port}/")
        with Archive.open(by_way) as archive:
            store(archive, reading(row(1)))
            yield way, archive, address


def test_an_idle_connection_that_a_firewall_forgot_is_made_anew(reached):
    way, archive, _ = reached
    way.forget()
    with soon():
        assert values(archive) == [1]
    assert store(archive, reading(row(2), name="b")) == 2


@pytest.mark.slow
def test_a_server_that_goes_silent_in_the_middle_of_an_import_is_told(reached):
    way, archive, address = reached

    def go_on():
        with archive._writing() as writer:
            writer.execute(text("INSERT INTO terms (text) VALUES ('half')"))
            way.deaf = True
            way.forget()
            writer.execute(text("SELECT 1"))

    with pytest.raises(Refused, match="archive_server_gone"), soon():
        go_on()
    with Archive.open(address) as other:
        assert values(other) == [1]
        with other._reading() as connection:
            assert not connection.scalar(text("SELECT count(*) FROM terms WHERE text = 'half'"))


@pytest.mark.slow
def test_a_server_that_answers_nobody_is_told(reached):
    way, archive, address = reached
    way.deaf = True
    way.forget()
    with pytest.raises(Refused, match="archive_server_gone"), soon():
        Archive.open(address.rpartition(":")[0] + f":{way.port}/x")
    for ask in (values, lambda _: archive.changes, lambda _: store(archive, reading(row(2)))):
        with pytest.raises(Refused, match="archive_server_gone"), soon():
            ask(archive)


@pytest.mark.slow
def test_a_server_that_is_at_work_is_waited_for(reached):
    _, archive, _ = reached
    with archive._reading() as connection:
        assert connection.scalar(text("SELECT 7 FROM pg_sleep(1.6)")) == 7


@pytest.mark.slow
def test_news_are_waited_for_as_long_as_asked(reached):
    _, archive, _ = reached
    with archive.listening() as wait:
        wait(1.3)
        store(archive, reading(row(2), name="b"))
        with soon():
            wait(60)
