"""How the parts of an archive reach its database: to read one state of it, to write wholly."""

from __future__ import annotations

from contextlib import AbstractContextManager

from sqlalchemy import Connection


def on_server(connection: Connection) -> bool:
    """Say whether the database is a server's: it works beside the program, and by its own rules."""
    return connection.dialect.name == "postgresql"


class Connected:
    """Where each part of `Archive` begins, which brings the transactions."""

    def _reading(self) -> AbstractContextManager[Connection]:
        """Show one state of the archive, whatever others write meanwhile."""
        raise NotImplementedError

    def _writing(self) -> AbstractContextManager[Connection]:
        """Write what is done within in one transaction, wholly or not at all."""
        raise NotImplementedError

    def _state(self, connection: Connection) -> int:
        """Give the number of the newest change in what a reader sees."""
        raise NotImplementedError
