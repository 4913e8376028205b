"""An empty archive in a folder of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop.archive import Archive


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Give the path of an archive that is not there yet."""
    return tmp_path / "kho số liệu %41.sqlite3"


@pytest.fixture
def archive(place: Path) -> Iterator[Archive]:
    """Give an empty archive."""
    with Archive.open(place) as archive:
        yield archive


@pytest.fixture(scope="session")
def empty_archive(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Give the bytes of an empty archive, to begin many from."""
    path = tmp_path_factory.mktemp("template") / "empty.sqlite3"
    Archive.open(path).close()
    return path.read_bytes() if path.exists() else b""  # a server keeps it elsewhere
