"""Waiting for the disk: now and then while returns are stored, so that the end is short."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

_EACH = 12
"""So many returns are stored before a thread of its own waits for the disk."""


class Flushing:
    """Brings to the disk what was committed, in a thread of its own until the errand is over."""

    def __init__(self, flush: Callable[[], None]) -> None:
        """Take what waits for the disk; it raises `OSError` where that fails."""
        self._flush = flush
        self._aside = ThreadPoolExecutor(1)
        self._begun: list[Future[None]] = []
        self._committed = 0

    def committed(self) -> None:
        """Count what may have been written since."""
        self._committed += 1
        if self._committed % _EACH == 0 and all(begun.done() for begun in self._begun[-1:]):
            self._begun.append(self._aside.submit(self._flush))

    def last(self) -> None:
        """Begin to wait for what was committed last, while something else is done."""
        if self._committed:
            self._begun.append(self._aside.submit(self._flush))

    def end(self) -> None:
        """Wait until all is on the disk; raises `OSError` where a part of it is not."""
        self._aside.shutdown()
        for begun in self._begun:  # the disk tells of a failure once
            begun.result()
