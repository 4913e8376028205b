"""Two things timed in turn, A B A B, so that a drifting machine is felt by both."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]
Clock = Callable[[], float]


@dataclass(frozen=True, slots=True)
class Row:
    """One comparison: medians in milliseconds, and the median of the ratios pair by pair."""

    name: str
    ours_ms: float
    peer: str
    peer_ms: float
    ratio: float

    def __str__(self) -> str:
        """Write one line of the table."""
        return (
            f"{self.name:<52} {self.ours_ms:>9.2f} ms   {self.peer:<38} {self.peer_ms:>9.2f} ms"
            f"   {self.ratio:>7.2f}x"
        )


def compare(
    name: str,
    ours: Work,
    peer_name: str,
    peer: Work,
    *,
    runs: int = 7,
    clock: Clock = time.perf_counter,
) -> Row:
    """Run both once to warm up, then in turn; the collector is off while a clock runs.

    `clock` may be the processor's own: of work in one thread it tells the same on a busy machine.
    """
    ours(), peer()
    pairs = [(timed(ours, clock), timed(peer, clock)) for _ in range(runs)]
    return row(name, peer_name, pairs)


def row(name: str, peer_name: str, pairs: list[tuple[float, float]]) -> Row:
    """Make a row of pairs of seconds."""
    return Row(
        name,
        statistics.median(a for a, _ in pairs) * 1000,
        peer_name,
        statistics.median(b for _, b in pairs) * 1000,
        statistics.median(a / b for a, b in pairs),
    )


def timed(work: Work, clock: Clock = time.perf_counter) -> float:
    """Give the seconds that something takes by a clock."""
    gc.collect()
    gc.disable()
    start = clock()
    work()
    elapsed = clock() - start
    gc.enable()
    return elapsed
