"""One errand timed: how long it took, and how long the server's and our processor worked at it."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

_NANO = 1e-9


@dataclass
class Asked:
    """What was asked of the server meanwhile: how many questions, and its processor's seconds.

    All that its sessions worked since they were asked first, also what nobody waits for at once.
    """

    count: int = 0
    seconds: float = 0.0
    _since: dict[int, float] = field(default_factory=dict)

    def begun(self, connection: Any, *_: Any) -> None:
        """Hear of a question that begins."""
        self.count += 1
        session = connection.connection.driver_connection.info.backend_pid
        if session not in self._since:
            self._since[session] = _worked(session)

    def over(self) -> None:
        """Count what was worked until now."""
        self.seconds = sum(_worked(each) - since for each, since in self._since.items())


def _worked(session: int) -> float:
    """Seconds that the server's process of a session has worked; it runs on this machine.

    Other programs that work here make everybody wait, and this no longer.
    """
    return int(Path(f"/proc/{session}/schedstat").read_text("ascii").split()[0]) * _NANO


@contextmanager
def asking() -> Iterator[Asked]:
    """Count what is asked of any server meanwhile."""
    asked = Asked()
    event.listen(Engine, "before_cursor_execute", asked.begun)
    try:
        yield asked
        asked.over()
    finally:
        event.remove(Engine, "before_cursor_execute", asked.begun)


def table(name: str, runs: list[tuple[float, float, float, int]]) -> str:
    """Write a line: medians of all, of the server's part, of our own processor, in ms."""
    whole, server, own, count = (statistics.median(each) for each in zip(*runs, strict=True))
    return (
        f"{name:<28} {1000 * whole:>8.0f} ms   server's processor {1000 * server:>6.0f} ms in"
        f" {count:>2.0f} questions   own processor {1000 * own:>6.0f} ms"
    )


def timed(work: Callable[[], object]) -> tuple[float, float, float, int]:
    """Give seconds of an errand: all, the server's processor, ours; and the questions."""
    with asking() as asked:
        start, own = time.perf_counter(), time.process_time()
        work()
        whole, own = time.perf_counter() - start, time.process_time() - own
    return whole, asked.seconds, own, asked.count
