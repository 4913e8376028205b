"""The same tests on the other engine: what they keep in a file, a server keeps instead."""

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
        if "://" in str(location):
            return self._real(location)
        path = Path(location).expanduser().absolute()
        if path not in self._databases:
            self._tidy()
            self._databases[path] = self._server.archive()
        return self._real(self._databases[path])

    def _tidy(self) -> None:
        """Drop the databases whose folders are gone: their tests are over."""
        for path in [path for path in self._databases if not path.parent.exists()]:
            self._server.drop(self._databases.pop(path))
