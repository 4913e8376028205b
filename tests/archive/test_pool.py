"""A pool of connections before the server, for real: who cannot be told of news asks for them."""

from __future__ import annotations

import time

import pytest

from desktop.archive import Archive
from desktop.figures.finding import Refused
from tests.archive.made import reading, row, store, values
from tests.servers.pooled import pool, straight
from tests.servers.silent import way_to

pytestmark = pytest.mark.slow
LONGEST = 4.0


def heard(archive, address):
    """Hear of what another desk stores straight at the server; say what there is to tell of it."""
    with archive.listening() as wait, Archive.open(address) as other:
        before = archive.changes
        store(other, reading(row(before + 1), name=f"n{before}"))
        assert any(wait(1) for _ in range(5))
        assert archive.changes == before + 1
        return archive.news_doubt


@pytest.mark.parametrize(("mode", "doubt"), [("transaction", "news_by_asking"), ("session", "")])
def test_news_come_through_a_pool_or_are_asked_for(server, mode, doubt):
    with pool(server, mode) as address, Archive.open(address) as archive:
        assert heard(archive, straight(server, address)) == doubt
        assert values(archive) == [1]
        store(archive, reading(row(5, item="TEA"), name="mine"))
        assert len(archive.figures()) == 2


def test_a_pool_that_does_not_pass_the_limits_is_told_in_one_sentence(server):
    with (
        pool(server, "session", settings="") as address,
        pytest.raises(Refused, match="archive_pool"),
    ):
        Archive.open(address)


@pytest.mark.parametrize("mode", ["transaction", "session"])
def test_a_server_that_goes_silent_behind_a_pool_is_told(server, mode):
    with way_to(server.port) as way, pool(server, mode, way=way.port) as address:
        with Archive.open(address) as archive:
            store(archive, reading(row(1)))
            way.deaf = True
            way.forget()
            begun = time.monotonic()
            with pytest.raises(Refused, match="archive_server_gone"):
                values(archive)
            assert time.monotonic() - begun < LONGEST
        with Archive.open(straight(server, address)) as archive:
            assert values(archive) == [1]
