"""How growth is printed: index (114.4), ratio (1.144), change in per cent (14.4) or of one (0.144).

The last two are told apart by how a cell shows its number, or where most numbers are small.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from statistics import median

FEW = 3
"""Fewer numbers than this say nothing by themselves."""
_CHANGE = 45
"""Below this a column's middle is no index: not half of the goods shrink to less than half."""
_HALF, MANY = 0.5, 8
"""Of so many goods half do not shrink by half, nor change by less than one per cent."""
_NEAR_ONE = (0.3, 2.5)
_MOST = 0.75
"""Changes in per cent, of which most were as small, would be below nought in part."""


class GrowthScale(Enum):
    """What turns a printed growth into an index: the value times a factor, plus a shift."""

    INDEX = (1, 0)
    RATIO = (100, 0)
    CHANGE = (1, 100)
    FRACTION = (100, 100)

    @property
    def factor(self) -> int:
        """What the printed number is multiplied by."""
        return self.value[0]

    @property
    def shift(self) -> int:
        """What is added then."""
        return self.value[1]


def _are_near_one(numbers: Sequence[float]) -> bool:
    """Say whether most numbers are what ratios are, though one of something small may be large."""
    near = sum(_NEAR_ONE[0] < number < _NEAR_ONE[1] for number in numbers)
    return near >= _MOST * len(numbers)


def are_of_one(numbers: Sequence[float]) -> bool:
    """Say whether many numbers are changes of one: no other growth is so small throughout."""
    small = len(numbers) >= MANY and median(map(abs, numbers)) < 1
    return small and not (min(numbers) >= 0 and _are_near_one(numbers))


def growth_scale(numbers: Sequence[float], *, percent: bool = False) -> GrowthScale:
    """Tell from a column's numbers how its growth is printed; too few of them are indices.

    `percent` where its cells show them a hundred times as large, with a sign of per cent.
    """
    if percent and numbers:
        level = median(map(abs, numbers)) >= _HALF
        return GrowthScale.RATIO if level and min(numbers) >= 0 else GrowthScale.FRACTION
    if are_of_one(numbers):
        return GrowthScale.FRACTION
    if len(numbers) < FEW:
        return GrowthScale.INDEX
    middle = median(numbers)
    if min(numbers) >= 0 and _are_near_one(numbers):
        return GrowthScale.RATIO
    return GrowthScale.CHANGE if min(numbers) < 0 or middle < _CHANGE else GrowthScale.INDEX
