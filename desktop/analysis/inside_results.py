"""What is found inside a cumulative: where it comes from, and how it differs from its months."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.figures.month import Month


class CumulativeOrigin(StrEnum):
    """Where a cumulative comes from: printed as such, summed from months, or implied.

    Implied: a later return's cumulative less that return's own month (so January's revision is
    known from February's return).
    """

    PRINTED = "printed"
    SUMMED = "summed"
    IMPLIED = "implied"


@dataclass(frozen=True, slots=True)
class Inside:
    """A revision inside the cumulative: by how much (USD), found in the step of `month`.

    It is the month's own, or one of a month before it: the releases do not tell them apart,
    but for January, which has none before it.
    """

    month: Month
    amount: float


@dataclass(frozen=True, slots=True)
class Difference:
    """A cumulative less its months (USD), and the revisions that make it, the largest first."""

    total: float
    parts: tuple[Inside, ...]


@dataclass(frozen=True, slots=True)
class Apart:
    """A cumulative of some origin that differs from its months by what is worth telling."""

    found: Difference
    origin: CumulativeOrigin
