"""An ear for what a server's database tells of every event; where nothing gets through, it asks."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from time import monotonic
from typing import Any

from sqlalchemy import Engine
from sqlalchemy.exc import DBAPIError

from desktop.archive.news import Ear, Glances
from desktop.archive.postgresql import CHANNEL, is_replica

_LOOK = 2.0
"""Seconds after which one looks though nothing was told: whether the server is there, too."""
_GLANCE = 0.5
"""Seconds between two looks where nothing is ever told."""
_WELL = 1.0
"""Seconds in which a word gets through, if any does."""


def ear(engine: Engine, changes: Callable[[], int]) -> Ear:
    """Give what waits for news: by word where the server passes it on, by looking where not.

    A replica tells nobody anything, a pool of connections by transactions loses what is told.
    """
    if is_replica(engine):
        return Glances(changes, _GLANCE)
    listening = Listening(engine)
    try:
        heard = listening.hears()
    except BaseException:
        listening.close()
        raise
    if heard:
        return listening
    listening.close()
    return Glances(changes, _GLANCE, "news_by_asking")


class Listening:
    """Hears of every event. See `news.Ear`."""

    doubt = ""

    def __init__(self, engine: Engine) -> None:
        """Listen from now on, on a connection of its own."""
        self._trouble: type[Exception] = engine.dialect.loaded_dbapi.Error
        self._engine, self._looked = engine, monotonic()
        pooled: Any = engine.raw_connection()
        self._driver = pooled.driver_connection
        pooled.detach()  # it is none for other work from now on
        self._driver.autocommit = True
        self._driver.execute(f"LISTEN {CHANNEL}")

    def hears(self) -> bool:
        """Say whether a word gets through; asked only where a pool stands between."""
        (own,) = self._driver.execute("SELECT pg_backend_pid()").fetchone()
        if own == self._driver.info.backend_pid:
            return True
        channel = f"{CHANNEL}_{secrets.token_hex(8)}"
        self._driver.execute(f"LISTEN {channel}")
        with self._engine.connect() as other:
            other.exec_driver_sql(f"NOTIFY {channel}")
            other.commit()
        heard = any(word.channel == channel for word in self._driver.notifies(timeout=_WELL))
        self._driver.execute(f"UNLISTEN {channel}")
        return heard

    def wait(self, seconds: float) -> bool:
        """Wait for the server's word; see `Ear`. Raises `DBAPIError` where the server is gone."""
        try:
            told = [*self._driver.notifies(timeout=seconds, stop_after=1)]
        except self._trouble as error:
            raise DBAPIError("LISTEN", None, error) from error
        due = bool(told) or monotonic() - self._looked > _LOOK
        if due:
            self._looked = monotonic()
        return due

    def close(self) -> None:
        """Let go of the connection, on which nothing is to be undone: it may be lost."""
        self._driver.close()
