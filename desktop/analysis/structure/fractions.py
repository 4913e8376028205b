"""Growth and shares of whole columns at once, the same numbers as `growth` gives one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.figures.series import SCALE

if TYPE_CHECKING:
    import numpy.typing as npt

    from desktop.analysis.rows import IntArray

    FloatArray = npt.NDArray[np.float64]
    Told = list[float | None]

EXACT = 1 << 53
"""Whole numbers up to it are floats too, so that dividing columns rounds once, as `int` does."""


def are_exact(*columns: IntArray | int) -> bool:
    """Say whether amounts are small enough to be divided in columns."""
    return all(np.abs(column).max(initial=0) <= EXACT for column in columns)


def usds(amounts: IntArray) -> list[float]:
    """Turn whole thousandths into US dollars."""
    dollars: list[float] = (amounts / SCALE).tolist()
    return dollars


def growths(now: FloatArray | IntArray, base: FloatArray | IntArray) -> Told:
    """Change against a base as a fraction; None where the base is no base."""
    any_base = base > 0
    fractions: Told = (now / np.where(any_base, base, 1) - 1).tolist()
    if any_base.all():
        return fractions
    return [one if known else None for one, known in zip(fractions, any_base.tolist(), strict=True)]


def is_base(amount: int | None) -> int | None:
    """Give an amount that there are shares of, if it is one."""
    return amount if amount is not None and amount > 0 else None
