"""The random draws behind every path: the same for all, so that the same figures say the same."""

from __future__ import annotations

from functools import lru_cache
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

PATHS = 2000
"""Paths in all: a chance of one half is off by 1.1 points (one standard deviation) at most."""
_SEED = 2025


_MOST_BYTES = 12_000_000
"""So much is kept of normal draws; those that were asked for longest ago go first."""
_halves: dict[tuple[int, int], NDArray[np.float64]] = {}
_LOCK = Lock()


def normal(columns: int, stream: int) -> NDArray[np.float64]:
    """Give standard normal draws (paths x columns), each half the other's mirror."""
    half = _half(columns, stream)
    return np.concatenate([half, -half])


def _half(columns: int, stream: int) -> NDArray[np.float64]:
    key = columns, stream
    with _LOCK:
        half = _halves.pop(key, None)
        if half is None:
            half = np.random.default_rng((_SEED, stream)).standard_normal((PATHS // 2, columns))
        _halves[key] = half
        while sum(kept.nbytes for kept in _halves.values()) > _MOST_BYTES:
            del _halves[next(iter(_halves))]
    return half


@lru_cache(maxsize=8)
def widening(freedom: float) -> NDArray[np.float64]:
    """Give the factors (paths x 1) that make normal draws Student's t of so many degrees."""
    if np.isinf(freedom):
        return _read_only(np.ones((PATHS, 1)))
    half = np.random.default_rng((_SEED, 0)).chisquare(freedom, (PATHS // 2, 1))
    return _read_only(np.sqrt(freedom / np.concatenate([half, half])))


def _read_only(draws: NDArray[np.float64]) -> NDArray[np.float64]:
    draws.setflags(write=False)
    return draws
