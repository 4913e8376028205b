"""Scales of a drawing: round steps for the axis of values, places for the categories."""

from __future__ import annotations

import math
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
_WANTED = 6
"""So many lines are read easily behind a chart."""


@dataclass(frozen=True, slots=True)
class Scale:
    """Turns values into places along one side of a drawing: `start` for `low`, `end` for `high`."""

    low: float
    high: float
    step: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """Give the place of a value."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    @property
    def ticks(self) -> list[float]:
        """The round values within."""
        first = math.ceil(self.low / self.step - 1e-9)
        last = math.floor(self.high / self.step + 1e-9)
        return [number * self.step for number in range(first, last + 1)]


def round_scale(values: list[float], start: float, end: float, least: float | None = None) -> Scale:
    """Give a scale with round ends around values and zero, or from `least` on."""
    low, high = min([*values, 0.0]), max([*values, 0.0])
    if least is not None:
        low = least
    step = _round_step((high - low or 1.0) / _WANTED)
    bottom = low if least is not None else math.floor(low / step + 1e-9) * step
    top = max(math.ceil(high / step - 1e-9) * step, bottom + step)
    return Scale(bottom, top, step, start, end)


def _round_step(least: float) -> float:
    power = 10.0 ** math.floor(math.log10(least))
    return next(step * power for step in _STEPS if step * power >= least * (1 - 1e-9))
