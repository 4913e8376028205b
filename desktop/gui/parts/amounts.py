"""How many decimals an amount is told with: a province's is small beside the country's."""

from __future__ import annotations

from desktop.figures.wording import BILLION

_LARGE = 10 * BILLION


def fitting(usd: float, least: int = 1) -> int:
    """Give the decimals of an amount in billions: so many, more below ten billion and one."""
    needed = 1 if abs(usd) >= _LARGE or not usd else 2 if abs(usd) >= BILLION else 3
    return max(needed, least)
