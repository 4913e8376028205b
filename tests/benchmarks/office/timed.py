"""One errand timed: how long it took, and how long of it the server worked and was waited for."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Engine, event


@dataclass
class Asked:
    """What was asked of the server meanwhile: how many questions, and the seconds they took."""

    count: int = 0
    seconds: float = 0.0
    _since: dict[int, float] = field(default_factory=dict)

    def begun(self, connection: Any, *_: Any) -> None:
        """Hear of a question that begins."""
        self._since[id(connection)] = time.perf_counter()

    def ended(self, connection: Any, *_: Any) -> None:
        """Hear of a question that was answered."""
        self.count += 1
        self.seconds += time.perf_counter() - self._since[id(connection)]


@contextmanager
def asking() -> Iterator[Asked]:
    """Count what is asked of any server meanwhile."""
    asked = Asked()
    event.listen(Engine, "before_cursor_execute", asked.begun)
    event.listen(Engine, "after_cursor_execute", asked.ended)
    try:
        yield asked
    finally:
        event.remove(Engine, "before_cursor_execute", asked.begun)
        event.remove(Engine, "after_cursor_execute", asked.ended)


def table(name: str, runs: list[tuple[float, float, float, int]]) -> str:
    """Write a line: medians of all, of the server's part, of our own processor, in ms."""
    whole, server, own, count = (statistics.median(each) for each in zip(*runs, strict=True))
    return (
        f"{name:<28} {1000 * whole:>8.0f} ms   server {1000 * server:>7.0f} ms in {count:>2.0f}"
        f" questions   own processor {1000 * own:>7.0f} ms"
    )


def timed(work: Callable[[], object]) -> tuple[float, float, float, int]:
    """Give seconds of an errand: all, waited for the server, our processor; and the questions."""
    with asking() as asked:
        start, own = time.perf_counter(), time.process_time()
        work()
        whole, own = time.perf_counter() - start, time.process_time() - own
    return whole, asked.seconds, own, asked.count
