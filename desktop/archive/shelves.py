"""The shelves that figures stand on: whose trade they tell of, and whether they are split twice.

A shelf's number is the first column of every key of figures (`detail`): what is asked of the
nation passes by all that provinces and other countries told, and what one of those tells is read
without the others. Even numbers are the wholes, odd ones what is split by item and by market.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import lru_cache

from desktop.figures.series import NATIONAL

_AREAS = 2**30 - 2
"""So many areas have shelves of their own; two that met on one would only be slower to read."""


@lru_cache(maxsize=1024)
def shelf(province: str, *, split: bool) -> int:
    """Number of an area's shelf, of its wholes or of its figures that are split."""
    area = 0 if province == NATIONAL else 1 + zlib.crc32(province.encode()) % _AREAS
    return 2 * area + split


def shelves(provinces: Iterable[str], *, split_by_both: bool) -> list[int]:
    """Numbers of the shelves of areas: those of their wholes, and those of what is split too."""
    kinds = (False, True) if split_by_both else (False,)
    return sorted({shelf(province, split=split) for province in provinces for split in kinds})


def is_split(number: int) -> bool:
    """Say whether a shelf holds what is split by item and by market at once."""
    return number % 2 == 1
