"""Which numbers the page of targets shows where, for the question where they come from."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop.gui.provenance.offer import Number, Offer

if TYPE_CHECKING:
    from desktop.analysis.target_results import TargetProgress
    from desktop.gui.parts.grid import GridView

_NAMES = (
    "cumulative", "share_of_target", "low", "growth", "path", "gap", "required_monthly",
    "required_growth", "base_cumulative", "monthly_average",
)  # fmt: skip
_OF_A_SHARE = ("share_of_whole", "cumulative", "low", "path", "growth")


def offer_of_targets(table: GridView, shown: Callable[[], TargetProgress | None]) -> Offer:
    """Offer the numbers of the target chosen in the list of those in force."""

    def here() -> Sequence[Number]:
        held = shown()
        if held is None:
            return ()
        names = _OF_A_SHARE if held.target.is_share else _NAMES
        about = f"target:{held.target.number}"
        return tuple(Number(f"{about}.{name}") for name in names)

    return Offer(table, here)
