"""Columns that nobody sees hold no figures of the return."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.returns.binding import SAME, Bound, first_of_each
from desktop.returns.grid import Grid

HIDDEN = "hidden_column"
"""Why a column is left out that nobody sees."""


def shown(grid: Grid, bound: Sequence[Bound]) -> list[Bound]:
    """Leave out the columns that nobody sees; one that means the same and is seen counts."""
    if not grid.hidden_columns:
        return list(bound)
    every = (replace(b, left_out="") if b.left_out == SAME else b for b in bound)
    return first_of_each(
        [
            replace(b, left_out=HIDDEN) if not b.left_out and grid.column_is_hidden(b.number) else b
            for b in every
        ]
    )
