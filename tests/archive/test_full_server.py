"""A server whose disk is full, for real: one sentence, nothing lost, and work goes on with room."""

from __future__ import annotations

import shutil
import subprocess

import pytest

from desktop.archive import Archive, copying
from desktop.figures.finding import Refused
from tests.archive.made import reading, row, store, values

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
