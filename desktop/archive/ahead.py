"""Statements that a server works at while the program does something else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from desktop.archive.connected import on_server

if TYPE_CHECKING:
    from psycopg.abc import PQGen


@contextmanager
def sent_ahead(connection: Connection) -> Iterator[Callable[[], None]]:
    """Let what is written within be awaited at the end only; nothing that it brings is read.

    Gives what is to be called once all is written and something else begins: then the server has
    it. Raises what a statement raises, wherever it was written. A file does each at once.
    """
    if not on_server(connection):
        yield lambda: None
        return
    from psycopg import Error  # noqa: PLC0415 - comes with the part for offices

    driver: Any = connection.connection.driver_connection
    try:
        with driver.pipeline():
            yield lambda: driver.wait(_handed_over(driver.pgconn))
    except Error as error:  # of which SQLAlchemy has not heard
        raise DBAPIError(None, None, error) from error


def _handed_over(session: Any) -> PQGen[None]:
    """Wait until all that was written has left: much does not go at once."""
    from psycopg.waiting import Ready, Wait  # noqa: PLC0415 - as above

    while session.flush():
        if (yield Wait.RW) & Ready.R:
            session.consume_input()
