"""News of an archive: what somebody else has changed, as soon as it stands."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

_GLANCE = 0.2
"""Seconds between two looks at a file, whose database tells nobody anything."""


class Ear(Protocol):
    """Waits for the moment when something may have happened. To be used by one thread."""

    def wait(self, seconds: float) -> None:
        """Return as soon as something may have happened, or when the time is over."""

    def close(self) -> None:
        """Listen no more."""


class Glances:
    """An ear for a file: it looks now and then whether the number of changes has grown."""

    def __init__(self, changes: Callable[[], int]) -> None:
        """Take what gives the number."""
        self._changes = changes
        self._last = changes()

    def wait(self, seconds: float) -> None:
        """Look until the number grows; see `Ear`."""
        end = time.monotonic() + seconds
        while (now := self._changes()) == self._last and time.monotonic() < end:
            time.sleep(_GLANCE)
        self._last = now

    def close(self) -> None:
        """Nothing is held."""
