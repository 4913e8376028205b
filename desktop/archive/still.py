"""Whether an archive is as it was: how many changes there are is asked where it may be another."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol


class Mark(Protocol):
    """What a database says of its state without reading any of it. To be used by any thread."""

    def now(self) -> int | None:
        """Give a number that is another after every change; None where it cannot tell."""

    def close(self) -> None:
        """Look no more."""


class Unmarked:
    """Of a server's database nothing is known without asking it."""

    def now(self) -> None:
        """Give none."""

    def close(self) -> None:
        """Nothing is held."""


class Still:
    """The number of the newest change, kept as long as the database bears the same mark."""

    def __init__(self, mark: Mark) -> None:
        """Begin with nothing seen."""
        self._mark = mark
        self._seen: tuple[int | None, int] = (None, 0)

    def number(self, ask: Callable[[], int]) -> int:
        """Give the number of the newest change; `ask` reads it."""
        mark = self._mark.now()  # before it is read: what comes meanwhile is another mark
        seen, number = self._seen
        if mark is None or mark != seen:
            number = ask()
            self._seen = mark, number
        return number

    def close(self) -> None:
        """Look no more."""
        self._mark.close()
