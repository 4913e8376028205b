"""The random draws behind every path: the same for all, so that the same figures say the same."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

PATHS = 2000
"""Paths in all: a chance of one half is off by 1.1 points (one standard deviation) at most."""
_SEED = 2025


@lru_cache(maxsize=32)
def normal(columns: int, stream: int) -> NDArray[np.float64]:
    """Give standard normal draws (paths x columns), each half the other's mirror; read only."""
    half = np.random.default_rng((_SEED, stream)).standard_normal((PATHS // 2, columns))
    return _read_only(np.concatenate([half, -half]))


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
