"""A server whose disk is full, for real: one sentence, nothing lost, and work goes on with room."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from desktop.archive import Archive, copying
from desktop.figures.finding import Refused
from tests.archive.made import reading, row, store, values
from tests.servers import postgresql

pytestmark = pytest.mark.slow


def mount(*words):
    """Mount or unmount; say whether that was let happen."""
    return subprocess.run(words, capture_output=True, check=False).returncode == 0


@pytest.fixture
def tight(server):
    """Give the folder of a disk of 16 MiB that belongs to the server's account."""
    place = server.folder / "tight"
    place.mkdir()
    if not (
        shutil.which("mount") and mount("mount", "-t", "tmpfs", "-o", "size=16m", "none", place)
    ):
        pytest.skip("this account may not mount a small disk")
    if server.as_whom:
        shutil.chown(place, server.as_whom["user"], server.as_whom["group"])
    server.run(f"CREATE TABLESPACE tight LOCATION '{place}'")
    yield place
    server.run("DROP DATABASE narrow WITH (FORCE)")
    server.run("DROP TABLESPACE tight")
    assert mount("umount", place)


def test_a_full_disk_refuses_and_changes_nothing(server, tight):
    server.run("CREATE DATABASE narrow TABLESPACE tight")
    with Archive.open(server.address("narrow")) as archive:
        store(archive, reading(row(1)))
        many = reading(*(row(n, item=f"I{n}") for n in range(60_000)), name="b")
        with pytest.raises(Refused, match="archive_disk_full"):
            store(archive, many)
        assert values(archive, every_release=True) == [1]
        assert copying.check(server.address("narrow")) == []
        assert mount("mount", "-o", "remount,size=128m", tight)
        assert store(archive, many) == 2
        assert len(archive.figures()) == 60_001


@pytest.fixture
def narrow_log():
    """Give a server whose log of changes lies on a small disk, and how to give that more room."""
    with postgresql.server(max_wal_size="32MB", min_wal_size="32MB", wal_keep_size="0") as begun:
        begun.stop()
        log, kept = begun.data / "pg_wal", begun.folder / "log"
        log.rename(kept)
        log.mkdir()
        if not mount("mount", "-t", "tmpfs", "-o", "size=40m", "none", log):
            pytest.skip("this account may not mount a small disk")
        shutil.copytree(kept, log, dirs_exist_ok=True)
        for path in (log, *log.rglob("*")):
            if begun.as_whom:
                shutil.chown(path, begun.as_whom["user"], begun.as_whom["group"])
        begun.start()
        yield begun, lambda: mount("mount", "-o", "remount,size=300m", log)
        begun.stop()
        assert mount("umount", log)


def test_a_full_disk_of_the_servers_log_is_told_and_work_goes_on_with_room(narrow_log):
    """The server ends itself then (PANIC); who starts it again with room finds all that stood."""
    begun, give_room = narrow_log
    address = begun.archive()
    with Archive.open(address) as archive:
        store(archive, reading(row(1)))
        filler = begun.data / "pg_wal" / "filler"
        filler.write_bytes(bytes(shutil.disk_usage(filler.parent).free))
        many = reading(*(row(n, item=f"I{n}") for n in range(60_000)), name="b")
        with pytest.raises(Refused, match=r"archive_(disk_full|server_gone)"):
            store(archive, many)
        with pytest.raises(Refused, match=r"archive_(server_gone|busy)"):
            values(archive)
        assert give_room()
        filler.unlink()
        begun.restart()
        assert values(archive, every_release=True) == [1]
        assert store(archive, many) == 2
    assert copying.check(address) == []
