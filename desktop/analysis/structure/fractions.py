"""Growth and shares of whole columns at once, the same numbers as `growth` gives one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from desktop.figures.series import SCALE

if TYPE_CHECKING:
    import numpy.typing as npt

    from desktop.analysis.rows import BoolArray, IntArray

    FloatArray = npt.NDArray[np.float64]
    Told = list[float | None]

_EXACT = 1 << 53
"""Whole numbers up to it are floats too, so that dividing columns rounds once, as `int` does."""


def are_exact(*columns: IntArray | int) -> bool:
    """Say whether amounts are small enough to be divided in columns."""
    return all(np.abs(column).max(initial=0) <= _EXACT for column in columns)


def usds(amounts: IntArray) -> list[float]:
    """Turn whole thousandths into US dollars."""
    dollars: list[float] = (amounts / SCALE).tolist()
    return dollars


def growths(now: FloatArray | IntArray, base: FloatArray | IntArray) -> Told:
    """Change against a base as a fraction; None where the base is no base."""
    any_base = base > 0
    if any_base.all():
        return told(now / base - 1)
    return told(now / np.where(any_base, base, 1) - 1, any_base)


def shares(parts: IntArray, whole: int | None) -> FloatArray:
    """Parts of a whole as fractions; not a number where the whole is unknown or nothing."""
    return parts / (whole if whole and whole > 0 else np.nan)


def told(column: FloatArray, known: BoolArray | None = None) -> Told:
    """Give numbers; None where they are not known, or not a number."""
    known = ~np.isnan(column) if known is None else known
    values: Told = column.tolist()
    if known.all():
        return values
    return [value if one else None for value, one in zip(values, known.tolist(), strict=True)]
