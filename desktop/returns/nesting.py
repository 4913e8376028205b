"""Items that are printed within other items ("Trong đó: …"), and never added to their whole."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from desktop.figures.catalogue import items as catalogue
from desktop.figures.figure import FigureRow
from desktop.figures.series import Flow


def unnested(items: Sequence[FigureRow]) -> list[FigureRow]:
    """Leave out what is printed within another item of the same block."""
    printed = {row.item for row in items}
    return [row for row in items if _whole_of(row.flow, row.item) not in printed]


@lru_cache(maxsize=4096)
def _whole_of(flow: str, item: str) -> str:
    return catalogue(Flow(flow)).part_of(item)
