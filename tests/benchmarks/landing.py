"""The landing: what one costs and the whole backtest of a series, against what they may cost."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

from desktop.analysis.landing import land
from desktop.analysis.landing.backtest import backtest, cut
from desktop.analysis.landing.structure import prepared
from desktop.figures.month import Month
from tests.benchmarks.landing_peers import histories
from tests.benchmarks.timing import Row, row

LANDING_S, BACKTEST_S = 0.005, 1.0
RUNS = 7


def rows() -> Iterator[Row]:
    """Viet Nam's exports, the lunar new year to be found out."""
    history = histories()["Viet Nam exports"]
    june = cut(history, Month(2025, 6))
    yield _held("one landing", lambda: land(june, 2025), "5 ms", LANDING_S)
    yield _held("one landing, nothing remembered", lambda: _anew(june), "5 ms", LANDING_S)
    every = range(2008, 2026)
    yield _held("18 years' backtest", lambda: list(backtest(history, every)), "1 s", BACKTEST_S)


def _anew(history: object) -> None:
    prepared.cache_clear()
    land(history, 2025)  # type: ignore[arg-type]  # a history


def _held(name: str, work: Callable[[], object], limit: str, seconds: float) -> Row:
    work()
    return row(name, limit, [(_timed(work), seconds) for _ in range(RUNS)])


def _timed(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
