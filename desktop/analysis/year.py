"""One calendar year of many series: which rows hold what was printed, and what is known by them."""

from __future__ import annotations

from dataclasses import dataclass
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
class Fields:
    """What is known of many series in a month, or through a year: arrays of one shape, in two.

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

    @kept_property
    def known(self) -> BoolArray:
        """Where the cumulative is known."""
        return np.asarray(self.date != NONE, np.bool_)

    @kept_property
    def month_known(self) -> BoolArray:
        """Where the month itself is known."""
        return np.asarray(self.told[MONTH_KNOWN] > 0, np.bool_)

    def at(self, places: Any) -> Iterator[Cell]:
        """Give all fields of each of several series in a month, or of a series by month."""
        amounts, told = (array[:, places].T.tolist() for array in (self.amounts, self.told))
        return zip(amounts, told, strict=True)

    def best(self, at: IntArray) -> IntArray:
        """Give how the cumulatives of some series are best known, amount and told."""
        out = np.empty((1 + MONTH_KNOWN - DATE, len(at)), np.int64)
        out[0], out[1:] = self.amounts[VALUE, at], self.told[DATE:MONTH_KNOWN, at]
        return out

    def changed(self, spots: IntArray, amounts: IntArray, told: Whole) -> Fields:
        """Put what is known of some series in a month in the place of what was; that stays.

        `spots` are where each field of each series stands in arrays laid flat: found sooner.
        """
        ours, theirs = self.amounts.copy(), self.told.copy()
        ours.reshape(-1)[spots[: MONTH + 1]], theirs.reshape(-1)[spots] = amounts, told
        return Fields(ours, theirs)


class Year:
    """A calendar year of many series, month by month: a return copies none that it tells not of."""

    def __init__(
        self, whole: Fields | None = None, months: tuple[Fields, ...] | None = None
    ) -> None:
        """Take over what is known of it: whole, or the months."""
        self._whole, self._months = whole, months
        self._said: dict[Hashable, Any] = {}

    @property
    def months(self) -> tuple[Fields, ...]:
        """Each month, with the series beside one another."""
        if self._months is None:
            both = (self.whole.amounts, self.whole.told)
            each = (np.ascontiguousarray(np.moveaxis(array, -1, 0)) for array in both)
            self._months = tuple(map(Fields, *each))
        return self._months

    @property
    def whole(self) -> Fields:
        """Everything, of the shape (series, 12)."""
        if self._whole is None:
            both = zip(*((month.amounts, month.told) for month in self.months), strict=True)
            self._whole = Fields(*(np.moveaxis(np.array(arrays), 0, -1) for arrays in both))
        return self._whole

    def at(self, number: int) -> list[Cell]:
        """Give all fields of a series by month."""
        if self._whole:
            return list(self._whole.at(number))
        return [(m.amounts[:, number].tolist(), m.told[:, number].tolist()) for m in self.months]

    def alone(self, at: IntArray, begin: int, stop: int) -> tuple[IntArray, Whole]:
        """Give some months of series, each month by itself, and above 0 where it is known."""
        if not self._whole:
            months = self.months[begin:stop]
            value = np.array([month.amounts[MONTH].take(at) for month in months]).T
            return value, np.array([month.told[MONTH_KNOWN].take(at) for month in months]).T
        value, known = self._whole.amounts[MONTH], self._whole.told[MONTH_KNOWN]
        return value.take(at, axis=0)[:, begin:stop], known.take(at, axis=0)[:, begin:stop]

    def once(self, what: Hashable, make: Callable[[], _Said]) -> _Said:
        """Say something of the year, made the first time; it stays so as no return touches it."""
        if what not in self._said:
            self._said[what] = make()
        found: _Said = self._said[what]
        return found

    def with_series(self, count: int) -> Year:
        """Give so many series; of those that are new nothing is known."""
        more = count - (self._whole or self.months[0]).told.shape[1]
        if not more:
            return self
        held, new = self.whole, nothing(more)
        amounts = np.concatenate([held.amounts, new.amounts], axis=1)
        return Year(Fields(amounts, np.concatenate([held.told, new.told], axis=1)))

    def changed(self, at: IntArray, stop: int, amounts: IntArray, told: Whole) -> Year:
        """Put other figures of some series in the place of those of the months before one."""
        months, begin = list(self.months), stop - amounts.shape[-1]
        spots = np.arange(len(told))[:, None] * months[0].told.shape[1] + at
        for n, month in enumerate(range(begin, stop)):
            months[month] = months[month].changed(spots, amounts[..., n], told[..., n])
        return Year(months=tuple(months))


def nothing(count: int) -> Fields:
    """Give a year of so many series of which nothing is known."""
    told = np.full((MONTH_KNOWN + 1, count, MONTHS_PER_YEAR), NONE, np.int32)
    told[MONTH_KNOWN] = 0
    return Fields(np.zeros((MONTH + 1, count, MONTHS_PER_YEAR), np.int64), told)
