"""Columns that nobody sees hold no figures of the return."""

from __future__ import annotations

from dataclasses import replace

from desktop.returns.binding import Bound
from desktop.returns.grid import Grid


def shown(grid: Grid, b: Bound) -> Bound:
    """Leave out a column that nobody sees."""
    hidden = not b.left_out and grid.column_is_hidden(b.number)
    return replace(b, left_out="hidden_column") if hidden else b
