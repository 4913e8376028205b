"""The clock that all desks at an archive have in common, against the one of this desk."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from threading import Lock

from desktop.figures.finding import Refused

_AGAIN = 60.0
"""Seconds after which the server is asked again: a desk's clock may have been set meanwhile."""
_NOTHING = timedelta(0)
_TOLERATED = timedelta(seconds=2)
"""A difference that the way to the server and back may make."""


def machine_time() -> datetime:
    """Give the time of this machine's own clock, whatever day an errand is told that it is."""
    return datetime.now(UTC)


class SharedTime:
    """Knows by how much the common clock is ahead of the desk's."""

    def __init__(self, ask: Callable[[], datetime | None]) -> None:
        """Take what asks for the common clock's time; it gives None where there is none."""
        self._ask, self._lock = ask, Lock()
        self._ahead = _NOTHING
        self._asked: float | None = None

    @property
    def ahead(self) -> timedelta:
        """How much is to be added to the desk's time; nothing where both are alike.

        While the server is out of reach it is what it was.
        """
        with self._lock:
            if self._asked is None or time.monotonic() - self._asked > _AGAIN:
                with suppress(Refused):
                    self._ahead = self._measured()
                self._asked = time.monotonic()
            return self._ahead

    def _measured(self) -> timedelta:
        before = machine_time()
        told = self._ask()
        if told is None:
            return _NOTHING
        middle = before + (machine_time() - before) / 2
        ahead = told - middle
        return ahead if abs(ahead) > _TOLERATED else _NOTHING
