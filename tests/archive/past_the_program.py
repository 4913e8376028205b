"""The database itself, of whichever engine, as somebody reaches it who does not use the program."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from desktop.archive import opening
from desktop.archive.server_place import ServerPlace


def address_of(location: Path | str) -> str:
    """Give what another program opens to reach the same archive."""
    place = opening.place_of(location)
    if isinstance(place, ServerPlace):
        return place.url.set(drivername="postgresql").render_as_string()
    return str(location)


@contextmanager
def by_hand(location: Path | str, *, writing: bool = False) -> Iterator[Connection]:
    """Give a connection; what is done by it is kept where nothing goes wrong.

    One that is `writing` takes its place among the writers, as the program does.
    """
    place = opening.place_of(location)
    engine = place.connect(read_only=False, patience=5)
    try:
        options = place.writing if writing else {}
        with engine.execution_options(**options).begin() as connection:
            yield connection
    finally:
        engine.dispose()


def refuses(location: Path | str, deed: str) -> None:
    """Hold that the database refuses to change what was written."""
    with pytest.raises(DBAPIError, match="append-only"), by_hand(location) as connection:
        connection.exec_driver_sql(deed)
