"""An empty archive in a folder of its own, and an office's accounts on a server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from desktop.archive import Archive, sharing
from desktop.archive.rights import Role
from tests.archive.made import reading, row, store
from tests.servers.postgresql import Server


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


@pytest.fixture
def asked() -> Iterator[list[str]]:
    """Collect what is asked of any archive."""
    statements: list[str] = []

    def note(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        statements.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    yield statements
    event.remove(Engine, "before_cursor_execute", note)


@pytest.fixture(scope="module")
def accounts(server: Server, tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Give the names of an office's accounts, by what they may do."""
    address = server.archive()
    sharing.set_up(address, tmp_path_factory.mktemp("kept"))
    base = address.rpartition("/")[2]
    named = {
        "viewer": (Role.VIEWER, ""),
        "editor": (Role.EDITOR, ""),
        "approver": (Role.APPROVER, ""),
        "keeper": (Role.KEEPER, ""),
        "hanoi": (Role.EDITOR, "VN-HN"),
        "hue": (Role.EDITOR, "VN-26"),
    }
    for name, (role, province) in named.items():
        sharing.admit(address, f"{name}_{base}", role, province)
    with Archive.open(address) as archive:
        store(archive, reading(row(1), row(2, item="RICE"), name="national"))
    return {"owner": address, **{n: sharing.address_for(address, f"{n}_{base}") for n in named}}
