"""One calendar year of many series: which rows hold what was printed, and what is known by them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

import numpy as np

from desktop.figures.kept_property import kept_property

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


class Month(NamedTuple):
    """What is known of many series in one month: lines of `amounts`, and of what is `told`."""

    amounts: IntArray
    told: Whole

    def known(self) -> BoolArray:
        """Where the cumulative is known."""
        return np.asarray(self.told[DATE] != NONE, np.bool_)

    def month_known(self) -> BoolArray:
        """Where the month itself is known."""
        return np.asarray(self.told[MONTH_KNOWN] > 0, np.bool_)

    def at(self, at: Any) -> Iterator[Cell]:
        """Give all fields of each of several series."""
        return zip(self.amounts[:, at].T.tolist(), self.told[:, at].T.tolist(), strict=True)

    def with_series(self, count: int) -> Month:
        """Give so many series; of those that are new nothing is known."""
        room = (0, 0), (0, count - self.told.shape[1])
        told = np.pad(self.told, room, constant_values=NONE)
        told[MONTH_KNOWN:, self.told.shape[1] :] = 0
        return Month(np.pad(self.amounts, room), told)

    def changed(self, at: IntArray, amounts: IntArray, told: Whole) -> Month:
        """Put other figures of some series in the place of those here, which stay."""
        ours, theirs = self.amounts.copy(), self.told.copy()
        ours[:, at], theirs[:, at] = amounts, told
        return Month(ours, theirs)


def _field(of: int, field: int) -> kept_property[Any]:
    """Give a field through the year: it is put together when it is asked for, and kept."""

    def taken(year: Year) -> npt.NDArray[Any]:
        return np.stack([month[of][field] for month in year.months], axis=-1)

    return kept_property(taken)


@dataclass(frozen=True, eq=False)
class Year:
    """Arrays of series for each month, and of the shape (series, 12) by their names.

    Every month has arrays of its own, of two kinds, so that a return copies those alone that it
    tells of. Of `told` the first hold row numbers, or `NONE`:

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

    months: tuple[Month, ...]
    said: dict[Hashable, Any] = field(default_factory=dict)
    """What was said of it: as long as no return touches the year it is not said again."""

    value = _field(0, VALUE)
    month = _field(0, MONTH)
    month_row = _field(1, MONTH_ROW)
    growth_row = _field(1, GROWTH_ROW)
    month_growth_row = _field(1, MONTH_GROWTH_ROW)
    next_to_date = _field(1, NEXT_TO_DATE)
    next_month = _field(1, NEXT_MONTH)
    date = _field(1, DATE)
    firmness = _field(1, FIRMNESS)
    row = _field(1, ROW)
    origin = _field(1, ORIGIN)

    @classmethod
    def of(cls, amounts: IntArray, told: Whole) -> Year:
        """Take a year of arrays whose last dimension is the months'."""
        both = (np.ascontiguousarray(np.moveaxis(fields, -1, 0)) for fields in (amounts, told))
        return cls(tuple(map(Month, *both)))

    def course(self, number: int) -> list[Cell]:
        """Give all fields of a series, month by month."""
        return [(m.amounts[:, number].tolist(), m.told[:, number].tolist()) for m in self.months]

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
        return np.stack([month.month_known() for month in self.months], axis=-1)

    def with_series(self, count: int) -> Year:
        """Give so many series; of those that are new nothing is known."""
        if count == self.months[0].told.shape[1]:
            return self
        return Year(tuple([month.with_series(count) for month in self.months]))

    def best(self, at: IntArray, month: int) -> IntArray:
        """Give how the cumulatives of some series to a month are best known, amount and told."""
        out = np.empty((1 + MONTH_KNOWN - DATE, len(at)), np.int64)
        amounts, told = self.months[month]
        out[0], out[1:] = amounts[VALUE, at], told[DATE:MONTH_KNOWN, at]
        return out

    def changed(self, at: IntArray, stop: int, amounts: IntArray, told: Whole) -> Year:
        """Put other figures of some series in the place of those of the months before one.

        The year that was stays, and all other months are the same in both.
        """
        months = list(self.months)
        for month in range(stop - amounts.shape[-1], stop):
            theirs = month - stop
            months[month] = months[month].changed(at, amounts[..., theirs], told[..., theirs])
        return Year(tuple(months))
