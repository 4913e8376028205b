"""News of an archive: what somebody else has changed, as soon as it stands."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

_GLANCE = 0.2
"""Seconds between two looks at a file, whose database tells nobody anything."""


class Ear(Protocol):
    """Waits for the moment when something may have happened. To be used by one thread."""

    doubt: str
    """Code of what is to be told of how it hears; empty where there is nothing to tell."""

    def wait(self, seconds: float) -> bool:
        """Return as soon as something may have happened, or False when the time is over."""

    def close(self) -> None:
        """Listen no more."""


class Glances:
    """An ear that looks now and then whether the number of changes has grown."""

    def __init__(self, changes: Callable[[], int], every: float = _GLANCE, doubt: str = "") -> None:
        """Take what gives the number, and the seconds between two looks."""
        self._changes, self._every, self.doubt = changes, every, doubt
        self._last = changes()
        self._next = time.monotonic() + every

    def wait(self, seconds: float) -> bool:
        """Look until the number grows; see `Ear`."""
        end = time.monotonic() + seconds
        while True:
            if time.monotonic() >= self._next:
                self._next = time.monotonic() + self._every
                before, self._last = self._last, self._changes()
                if self._last != before:
                    return True
            left = min(self._next, end) - time.monotonic()
            if time.monotonic() >= end:
                return False
            time.sleep(max(left, 0))

    def close(self) -> None:
        """Nothing is held."""
