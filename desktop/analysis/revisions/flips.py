"""Balances that turned out to have the other sign: a surplus that was first called a deficit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.analysis.revisions.triangle import Release, Triangle
    from desktop.figures.month import Month


@dataclass(frozen=True, slots=True)
class Flip:
    """A month whose latest balance has another sign than the first one released."""

    month: Month
    first: Release
    latest: Release


def flips(triangle: Triangle) -> tuple[Flip, ...]:
    """Find the months whose sign changed; a balance of nothing has the sign of neither."""
    return tuple(
        Flip(row.month, row.first, row.latest)
        for row in triangle.rows
        if _sign(row.first.value) != _sign(row.latest.value)
    )


def _sign(value: float) -> int:
    return (value > 0) - (value < 0)
