"""A server that goes silent: one sentence before four seconds are over, and nothing half done."""

from __future__ import annotations

from contextlib import ExitStack

import pytest
from sqlalchemy import text

from desktop.archive import Archive
from desktop.figures.finding import Refused
from tests.archive.made import reading, row, store, values
from tests.servers.silent import way_to
from tests.servers.waiting import as_soon_as_it_can, soon

LONGEST = 4.0
AT_ONCE = 1.5
"""Where the server was just found silent."""


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
    with soon(LONGEST):
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

    with soon(LONGEST), pytest.raises(Refused, match="archive_server_gone"):
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
    with soon(LONGEST), pytest.raises(Refused, match="archive_server_gone"):
        Archive.open(address.rpartition(":")[0] + f":{way.port}/x")
    for ask in (values, lambda _: archive.changes, lambda _: store(archive, reading(row(2)))):
        with soon(LONGEST), pytest.raises(Refused, match="archive_server_gone"):
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
        with soon(LONGEST):
            wait(60)


@pytest.mark.slow
def test_who_clicks_on_is_told_at_once_and_goes_on_as_soon_as_it_answers(reached):
    way, archive, _ = reached
    way.deaf = True
    way.forget()
    acts = (values, lambda _: archive.changes, lambda _: store(archive, reading(row(2))), values)
    with soon(LONGEST), pytest.raises(Refused, match="archive_server_gone"):
        values(archive)
    for act in acts:
        with soon(AT_ONCE), pytest.raises(Refused, match="archive_server_gone"):
            act(archive)
    way.deaf = False
    with soon(LONGEST):
        assert as_soon_as_it_can(values, archive, LONGEST) == [1]
    assert store(archive, reading(row(2), name="b")) == 2


@pytest.mark.slow
def test_what_is_under_way_goes_on_though_nobody_else_is_let_in(reached):
    way, archive, _ = reached

    def three_more():
        with ExitStack() as held:
            for _ in range(3):  # more than there are connections
                held.enter_context(archive._reading()).execute(text("SELECT 1"))

    with archive._reading() as connection:
        connection.execute(text("SELECT 1"))
        way.deaf = True
        with soon(LONGEST), pytest.raises(Refused, match="archive_server_gone"):
            three_more()
        assert connection.scalar(text("SELECT 7 FROM pg_sleep(0.7)")) == 7
    with soon(AT_ONCE):
        assert values(archive) == [1]  # by the way that there is
