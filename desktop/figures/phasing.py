"""How a target is spread over its months, as an official may choose it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from desktop.figures.month import Month
from desktop.figures.series import NATIONAL, TOTAL, WORLD, Flow

if TYPE_CHECKING:
    from fractions import Fraction


class Phasing(StrEnum):
    """How a target is spread over the months of its period."""

    SEASONAL = "seasonal"
    LINEAR = "linear"
    LAST_YEAR = "last_year"
    TYPED = "typed"


@dataclass(frozen=True, slots=True)
class PathWish:
    """What an official asks of a path.

    - `shares`: the typed shares, one for each month of the period, which sum to 1; only where
      `phasing` is typed.
    - `with_exceptional`: let the years marked exceptional shape the season too.
    - `holiday_days`: days of the Tết window by calendar month (1-12), where the calendar's own
      are not to count; empty for the calendar's.
    """

    phasing: Phasing = Phasing.SEASONAL
    shares: tuple[Fraction, ...] = ()
    with_exceptional: bool = False
    holiday_days: tuple[tuple[int, int], ...] = ()


BY_SEASON = PathWish()


@dataclass(frozen=True, slots=True)
class PathChoice:
    """What was chosen for the path of a scope and period, by whom and when (UTC, ISO 8601).

    A later choice of the same scope and period supersedes an earlier one. A `balance` scope is
    exports less imports.
    """

    flow: Flow
    start: Month
    end: Month
    wish: PathWish
    item: str = TOTAL
    market: str = WORLD
    province: str = NATIONAL
    made_at: str = ""
    made_by: str = ""
    number: int = 0

    @property
    def scope(self) -> tuple[object, ...]:
        """What it is about: two choices of one scope are about the same path."""
        return self.flow, self.item, self.market, self.province, self.start, self.end

    @property
    def months(self) -> int:
        """How many months the period has."""
        return self.end - self.start + 1


def chosen(choices: Iterable[PathChoice], scope: tuple[object, ...]) -> PathWish:
    """Give the newest choice for a scope; the season where none was made."""
    ours = [choice for choice in choices if choice.scope == scope]
    return max(ours, key=lambda c: c.number).wish if ours else BY_SEASON
