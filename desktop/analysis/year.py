"""One calendar year of many series: which rows hold what was printed, and what is known by them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from desktop.figures.kept_property import kept_property
from desktop.figures.month import MONTHS_PER_YEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterator

    import numpy.typing as npt

    BoolArray = npt.NDArray[np.bool_]
    IntArray = npt.NDArray[np.int64]
    Whole = npt.NDArray[np.signedinteger[Any]]
    Cell = tuple[list[int], list[int]]
    """The fields of a series in one month: amounts, and what is told of them."""

_Said = TypeVar("_Said")
NONE = -1
"""No row: the figure was not printed. As a date: it is not known."""

PRINTED = 6
"""So many fields of `told` say which rows hold what: the others follow from them."""
(
    MONTH_ROW, TO_DATE_ROW, GROWTH_ROW, MONTH_GROWTH_ROW, NEXT_TO_DATE, NEXT_MONTH,
    DATE, FIRMNESS, ROW, ORIGIN, MONTH_KNOWN,
) = range(11)  # fmt: skip
"""The fields of `told`, in their order."""
VALUE, MONTH = range(2)
"""The fields of `amounts`."""


@dataclass(frozen=True, eq=False)
class Year:
    """Arrays of the shape (series, 12), several in one so that they are copied at once.

    Of `told` the first hold row numbers, or `NONE`:

    - `month_row`: the month alone; `to_date_row`: January to that month under any name (January
      is both); `growth_row`: the printed index of that, `month_growth_row` of the month.
    - `next_to_date` and `next_month`: the next month's two figures as one return printed them
      together, the return for that next month.

    The others say how each cumulative is best known: `date` ranks the day of report, `row` is
    the one that is shown as its source, `firmness` that of the least firm of its parts, `origin`
    an index of `ORIGINS`. Of `amounts`, in thousandths, `value` is the cumulative where `known`,
    and `month` each month's own where `month_known`: as printed, or derived (`month_row` is
    `NONE`) as the step between the cumulatives of two months.
    """

    amounts: IntArray
    told: Whole
    said: dict[Hashable, Any] = field(default_factory=dict)
    """What was said of it: as long as no return touches the year it is not said again."""

    value = property(lambda self: self.amounts[VALUE])
    month = property(lambda self: self.amounts[MONTH])
    month_row = property(lambda self: self.told[MONTH_ROW])
    growth_row = property(lambda self: self.told[GROWTH_ROW])
    month_growth_row = property(lambda self: self.told[MONTH_GROWTH_ROW])
    next_to_date = property(lambda self: self.told[NEXT_TO_DATE])
    next_month = property(lambda self: self.told[NEXT_MONTH])
    date = property(lambda self: self.told[DATE])
    firmness = property(lambda self: self.told[FIRMNESS])
    row = property(lambda self: self.told[ROW])
    origin = property(lambda self: self.told[ORIGIN])

    def at(self, *place: Any) -> Iterator[Cell]:
        """Give all fields of each of several series in a month (0-11), or of a series by month."""
        amounts, told = (array[:, *place].T.tolist() for array in (self.amounts, self.told))
        return zip(amounts, told, strict=True)

    def once(self, what: Hashable, make: Callable[[], _Said]) -> _Said:
        """Say something of the year, made the first time."""
        if what not in self.said:
            self.said[what] = make()
        found: _Said = self.said[what]
        return found

    @kept_property
    def known(self) -> BoolArray:
        """Where the cumulative is known."""
        return np.asarray(self.date != NONE, np.bool_)

    @kept_property
    def month_known(self) -> BoolArray:
        """Where the month itself is known."""
        return np.asarray(self.told[MONTH_KNOWN] > 0, np.bool_)

    def with_series(self, count: int) -> Year:
        """Give so many series; of those that are new nothing is known."""
        more = count - self.told.shape[1]
        if not more:
            return self
        new = nothing(more)
        amounts = np.concatenate([self.amounts, new.amounts], axis=1)
        return Year(amounts, np.concatenate([self.told, new.told], axis=1))

    def best(self, at: IntArray, month: int) -> IntArray:
        """Give how the cumulatives of some series to a month are best known, amount and told."""
        out = np.empty((1 + MONTH_KNOWN - DATE, len(at)), np.int64)
        out[0], out[1:] = self.amounts[VALUE, at, month], self.told[DATE:MONTH_KNOWN, at, month]
        return out

    def changed(self, at: IntArray, stop: int, amounts: IntArray, told: Whole) -> Year:
        """Put other figures of some series in the place of those of the months before one.

        The year that was stays.
        """
        ours, theirs, months = self.amounts.copy(), self.told.copy(), amounts.shape[-1]
        for n, month in enumerate(range(stop - months, stop)):  # sooner than several at once
            ours[:, at, month], theirs[:, at, month] = amounts[..., n], told[..., n]
        return Year(ours, theirs)


def nothing(count: int) -> Year:
    """Give a year of so many series of which nothing is known."""
    told = np.full((MONTH_KNOWN + 1, count, MONTHS_PER_YEAR), NONE, np.int32)
    told[MONTH_KNOWN] = 0
    return Year(np.zeros((MONTH + 1, count, MONTHS_PER_YEAR), np.int64), told)
