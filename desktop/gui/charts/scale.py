"""Round numbers for an axis."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

_STEPS = (1, 2, 5, 10)


def round_step(span: float, at_most: int) -> float:
    """Give the smallest round step that cuts a span into at most so many parts."""
    if span <= 0:
        return 1.0
    magnitude = 10.0 ** math.floor(math.log10(span / at_most))
    return next(
        step * magnitude for step in (*_STEPS, 20, 50) if span / (step * magnitude) <= at_most
    )


def ticks(low: float, high: float, at_most: int) -> tuple[float, ...]:
    """Give the round numbers from `low` to `high`, both included where they are round."""
    step = round_step(high - low, at_most)
    first, last = math.ceil(low / step - 1e-9), math.floor(high / step + 1e-9)
    return tuple(n * step for n in range(first, last + 1))


def round_below(value: float) -> float:
    """Give the largest round number (1, 2 or 5 with noughts) that is not above a positive one."""
    # A logarithm may round up to the next magnitude: the half of one below is always there.
    magnitude = 10.0 ** math.floor(math.log10(value))
    return max(step * magnitude for step in (0.5, 1, 2, 5) if step * magnitude <= value)


def digits_of(marks: Sequence[float]) -> int:
    """Say how many decimals marks need to be told apart and true."""
    return next((n for n in range(3) if all(abs(m - round(m, n)) < 1e-9 for m in marks)), 3)


def label_places(amounts: Iterable[float]) -> int:
    """Say how many decimals the labels of a chart have: one, more where all are below one."""
    largest = max(map(abs, amounts), default=1.0)
    return 1 if largest >= 1.0 else 2 if largest >= 0.1 or not largest else 3
