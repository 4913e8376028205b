"""A server that just left a question unanswered: nobody waits as long again until it answers."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event, Lock, Thread
from time import monotonic

GLANCE = 0.5
"""Seconds in which a server that is back answers a knock; who comes meanwhile waits so long."""

_REACH = 1.9
"""Seconds that a knock may take which somebody waits for who just found it silent."""


class Unanswered:
    """Says whether a server is silent, and knocks there meanwhile. May be asked from any thread."""

    def __init__(self) -> None:
        """Begin with one that answers."""
        self.answers: Callable[[], bool] = lambda: True
        """Waits, not long, and says whether there is an answer of whatever kind."""
        self._lock = Lock()
        self.lasting = False
        self._since, self._begun, self._over = 0.0, 0.0, Event()
        self._over.set()

    def begin(self) -> None:
        """Hear that a question was not answered."""
        if not self.lasting:
            self.lasting, self._since = True, monotonic()
        self._knock()

    def lasts(self) -> bool:
        """Say whether it is silent still: a knock is waited for, whoever began it.

        The first as long as a slow way may take; from then on a moment.
        """
        if self.lasting:
            self._knock()
            until = max(self._since + _REACH, self._begun + GLANCE)
            self._over.wait(max(0.0, until - monotonic()))
        return self.lasting

    def _knock(self) -> None:
        with self._lock:
            if self._over.is_set():
                self._begun, self._over = monotonic(), Event()
                Thread(target=self._listen, args=(self._over,), daemon=True).start()

    def _listen(self, over: Event) -> None:
        try:
            if self.answers():
                self.lasting = False
        finally:
            over.set()
