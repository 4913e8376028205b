"""The path of a surplus where exports and imports have targets too: the one's less the other's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop.analysis import spreading

if TYPE_CHECKING:
    from collections.abc import Sequence
    from fractions import Fraction


def surplus_path(
    surplus: int, between: Sequence[int], shares: Sequence[Fraction]
) -> tuple[int, ...]:
    """Follow the path of exports less that of imports, to the surplus that is asked for.

    Where the two targets leave another surplus than that, what is missing, or too much, is spread
    by the season of trade, so that the last month is the target exactly.

    Args:
        surplus: The surplus asked for, in thousandths.
        between: The path of exports less that of imports, month by month, in thousandths.
        shares: The season of exports and imports together.
    """
    beside = spreading.path(surplus - between[-1], shares)
    return tuple(step + extra for step, extra in zip(between, beside, strict=True))
