"""How growth is printed: as an index (114.4), a ratio (1.144), or a change in per cent (14.4)."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from statistics import median

FEW = 3
"""Fewer numbers than this say nothing by themselves."""
_RATIO = 5
_CHANGE = 45
"""Below this a column's middle is no index: not half of the goods shrink to less than half."""


_NEAR_ONE = (0.3, 2.5)
_MOST = 0.75
"""Changes in per cent, of which most were as small, would be below nought in part."""


class GrowthScale(Enum):
    """What turns a printed growth into an index: the value times a factor, plus a shift."""

    INDEX = (1, 0)
    RATIO = (100, 0)
    CHANGE = (1, 100)

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


def growth_scale(numbers: Sequence[float]) -> GrowthScale:
    """Tell from a column's numbers how its growth is printed; too few of them are indices."""
    if len(numbers) < FEW:
        return GrowthScale.INDEX
    middle = median(numbers)
    if min(numbers) >= 0 and _are_near_one(numbers):
        return GrowthScale.RATIO
    if min(numbers) < 0 or (middle < _CHANGE and max(numbers) > _RATIO):
        return GrowthScale.CHANGE
    return GrowthScale.RATIO if middle < _RATIO else GrowthScale.INDEX
