"""What the database's errors mean to the user: one finding each; the rest are faults of ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError

from desktop.archive import postgresql, sqlite, turn
from desktop.figures.finding import Finding, Refused, Severity


def refused(code: str, about: object = "", *, found: str = "") -> Refused:
    """Make the refusal of an errand from one finding; `about` is what the errand was about."""
    return Refused(Finding(Severity.ERROR, code, found=found, about=str(about)))


def refused_at(code: str, sheet: str, cell: str, found: str) -> Refused:
    """Make the refusal of an errand for what stands in one cell."""
    return Refused(Finding(Severity.ERROR, code, sheet=sheet, cell=cell, found=found))


@contextmanager
def explained(about: str) -> Iterator[None]:
    """Turn a database error with a known cause into `Refused`; `about` names the archive."""
    try:
        yield
    except UnicodeDecodeError as error:
        # SQLite quotes a spoilt table's name in its complaint, and Python cannot read that.
        raise refused("archive_damaged", about) from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if cause and (held := turn.held(cause, about)):
            raise Refused(held) from error
        code = _code_of(cause) if cause else None
        if code is None:
            raise
        raise refused(code, about) from error


def _code_of(cause: BaseException) -> str | None:
    ours = isinstance(cause, sqlite3.Error)
    return sqlite.code_of(cause) if ours else postgresql.code_of(cause)
