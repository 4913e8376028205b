"""The same tests on the other engine: what they keep in a file, a server keeps instead.

In the file's place lies its database's address; whoever copies the file copies the database.
"""

from __future__ import annotations

from pathlib import Path

from desktop.archive import opening
from desktop.archive.place import Place
from tests.servers.postgresql import Server


class Instead:
    """Takes the place of `opening.place_of`: one database for each file that is named."""

    def __init__(self, server: Server) -> None:
        """Take the server that keeps the archives."""
        self._server = server
        self._real = opening.place_of
        self._databases: dict[Path, str] = {}

    def __call__(self, location: str | Path) -> Place:
        """Give the place of the file's database, which is made where it is asked for first."""
        written = str(location).removeprefix("sqlite:///")
        if "://" in written:
            return self._real(location)
        path = Path(written).expanduser().absolute()
        said = path.read_text("utf-8") if path.exists() else ""
        if said != self._databases.get(path):
            self._tidy()
            self._databases[path] = address = self._made(said)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(address, "utf-8")
        return self._real(self._databases[path])

    def _made(self, said: str) -> str:
        return self._server.copy_of(said) if "://" in said else self._server.archive()

    def _tidy(self) -> None:
        """Drop the databases whose folders are gone: their tests are over."""
        for path in [path for path in self._databases if not path.parent.exists()]:
            self._server.drop(self._databases.pop(path))
