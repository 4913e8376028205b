"""A target for the year: what must be reached, on what base, by which document."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import TOTAL, WORLD, Flow


class TargetMeasure(StrEnum):
    """What a target is stated in."""

    GROWTH = "growth"
    VALUE = "value"


@dataclass(frozen=True, slots=True)
class Target:
    """A target: growth on the year before (fraction: 0.12) or a value (USD).

    `high` is the upper end of a range, or equal to `low`. `document` names the resolution or
    report that set it, `issued_on` its date. A later target of the same scope supersedes an
    earlier one (`issued_on`, then `number`).
    """

    flow: Flow
    measure: TargetMeasure
    year: int
    low: float
    high: float
    item: str = TOTAL
    market: str = WORLD
    document: str = ""
    issued_on: date | None = None
    number: int = 0

    @property
    def start(self) -> Month:
        """First month of the target's year."""
        return Month(self.year, 1)

    @property
    def end(self) -> Month:
        """Last month of the target's year."""
        return Month(self.year, MONTHS_PER_YEAR)
