"""Two things timed in turn, A B A B, so that a drifting machine is felt by both."""

from __future__ import annotations

import gc
import statistics
import time
from collections.abc import Callable
from dataclasses import dataclass

Work = Callable[[], object]


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


def compare(name: str, ours: Work, peer_name: str, peer: Work, *, runs: int = 7) -> Row:
    """Run both once to warm up, then in turn; the collector is off while a clock runs."""
    ours(), peer()
    pairs = [(timed(ours), timed(peer)) for _ in range(runs)]
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


def timed(work: Work) -> float:
    gc.collect()
    gc.disable()
    start = time.perf_counter()
    work()
    elapsed = time.perf_counter() - start
    gc.enable()
    return elapsed
