"""Paths of parts that sum to the whole's on every path."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.analysis.outlook import draws

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Array = NDArray[np.float64]

_STEPS = 2
"""Newton's steps; what is left then is taken out by one common factor."""


def reconciled(share: Array, spread: Array, rest: Array, stream: int) -> Array:
    """Draw what each part brings in the months left (p x paths); the columns sum to `rest`.

    Each part is drawn about its share by its own spread. What the sum then misses the whole by is
    given to the parts by their variance, as in minimum-trace reconciliation (Wickramasuriya,
    Athanasopoulos and Hyndman, 2019), here of the logarithms, so that no part falls below zero.

    Args:
        share: Of the months left (p), the rest beyond the parts among them; sums to one.
        spread: Standard deviation of each share's logarithm (p).
        rest: What the whole brings on each path.
        stream: Which draws to take, so that two splits are not drawn alike.
    """
    drawn = share[:, None] * np.exp(
        spread[:, None] * draws.normal(len(share), stream).T - spread[:, None] ** 2 / 2
    )
    weight = spread**2 / float(share @ spread**2)
    tilt = np.zeros(drawn.shape[1])
    moved = drawn
    for _ in range(_STEPS):
        whole = moved.sum(axis=0)
        slope = (weight @ moved) / whole
        tilt -= np.log(whole) / slope
        moved = drawn * np.exp(np.multiply.outer(weight, tilt))
    moved *= rest / moved.sum(axis=0)
    return moved
