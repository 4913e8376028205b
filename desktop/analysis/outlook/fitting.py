"""A table's cells fitted to what its rows and columns may sum to, path by path.

Iterative proportional fitting (Deming and Stephan, 1940) of a table whose every row and column
has a remainder beyond its cells: both are scaled in turn, and the remainders along with them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]
    Places = NDArray[np.int64]

_TURNS = 6
_NOTHING = 1e-12
_AT_ONCE = 250
"""Paths that are fitted together: so many of a table stay in the processor's own memory."""


@dataclass(frozen=True, slots=True, eq=False)
class Margin:
    """Rows, or columns: which of them each cell is in (c), and of each (r x paths) two amounts.

    `sum` is what its cells and its remainder sum to, `over` that remainder's first size; both are
    above zero.
    """

    places: Places
    sum: Array
    over: Array

    def cut(self, part: slice) -> Margin:
        """Give some of the paths."""
        return Margin(self.places, self.sum[:, part], self.over[:, part])


def fitted(cells: Array, rows: Margin, columns: Margin) -> Array:
    """Fit cells (c x paths, above zero); no row's or column's remainder falls below zero."""
    found = np.empty_like(cells)
    sums = Sums(rows.places, len(rows.sum)), Sums(columns.places, len(columns.sum))
    for begin in range(0, cells.shape[1], _AT_ONCE):
        part = slice(begin, begin + _AT_ONCE)
        found[:, part] = _scaled(cells[:, part], rows.cut(part), columns.cut(part), sums)
    return found


def _scaled(cells: Array, rows: Margin, columns: Margin, sums: tuple[Sums, Sums]) -> Array:
    by_row, by_column = sums
    scale = np.ones_like(columns.sum)
    for _ in range(_TURNS):
        across = rows.sum / (by_row.of(cells * scale[columns.places]) + rows.over)
        scale = columns.sum / (by_column.of(cells * across[rows.places]) + columns.over)
    found = cells * across[rows.places] * scale[columns.places]
    whole = np.maximum(by_row.of(found), _NOTHING)  # some rows have no cell
    return np.asarray(found * np.minimum(1.0, rows.sum / whole)[rows.places])


class Sums:
    """Sums of cells by the place that each is in; a place without any sums to nothing."""

    def __init__(self, places: Places, count: int) -> None:
        """Remember the order."""
        self._order = np.argsort(places, kind="stable")
        self._held, self._starts = np.unique(places[self._order], return_index=True)
        self._count = count

    def of(self, cells: Array) -> Array:
        """Sum the cells (c x paths) of each place."""
        found = np.zeros((self._count, cells.shape[1]))
        found[self._held] = np.add.reduceat(cells[self._order], self._starts, axis=0)
        return found
