"""What a program says to a database, through SQLAlchemy or to a file's driver by itself."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from functools import partial

from sqlalchemy import event
from sqlalchemy.engine import Engine


def overhear(heard: Callable[[str], None]) -> None:
    """Let each statement be heard before it is run, and "COMMIT" before that is done.

    To be called before a file is opened; there is no end of it but the program's.
    """

    class Overheard(sqlite3.Connection):
        def execute(self, statement: str, *values: object) -> sqlite3.Cursor:
            heard(statement)
            return super().execute(statement, *values)

        def executemany(self, statement: str, *values: object) -> sqlite3.Cursor:
            heard(statement)
            return super().executemany(statement, *values)

    sqlite3.connect = partial(sqlite3.connect, factory=Overheard)
    event.listen(Engine, "before_cursor_execute", lambda *seen: heard(seen[2]))
    event.listen(Engine, "commit", lambda _: heard("COMMIT"))
