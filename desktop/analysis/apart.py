"""Of which parts the year to date is not the sum of their months: found when one is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np

from desktop.analysis.cumulative import ORIGINS
from desktop.analysis.inside import difference_of_year
from desktop.analysis.inside_results import Apart, CumulativeOrigin
from desktop.analysis.inside_wording import apart

if TYPE_CHECKING:
    from desktop.analysis.lines import Book
    from desktop.analysis.rows import BoolArray, IntArray
    from desktop.analysis.year import Year
    from desktop.figures.month import Month
    from desktop.figures.series import Series


def apart_of(book: Book, series: Sequence[Series], through: Month) -> Apart | None:
    """Say it of the sum of some series, or of one; None where the two agree or are not known."""
    year, numbers = book.year(through.year), book.printed.series
    held = [numbers[one] for one in series if one in numbers]
    if year is None or not held:
        return None
    return apart_at(year, held, through, added=len(series) > 1)


def apart_at(
    year: Year, places: Sequence[int], through: Month, *, added: bool = False
) -> Apart | None:
    """Say it of the series at places of a year, which are `added` up where there may be several.

    A month that one of those with figures lacks is not known of their sum.
    """
    at, months, told = list(places), slice(through.number), year.whole
    if added:
        at = [p for p in at if told.known[p].any() or told.month_known[p].any()]
    if not at:
        return None
    values = _sums(told.month[at, months], told.month_known[at, months])
    to_date = _sums(told.value[at, months], told.known[at, months])
    origin = CumulativeOrigin.SUMMED if added else ORIGINS[told.origin[at[0], through.number - 1]]
    return apart(difference_of_year(through.year, values, to_date), origin)


def _sums(amounts: IntArray, known: BoolArray) -> list[int | None]:
    told = zip(amounts.sum(axis=0).tolist(), np.logical_and.reduce(known).tolist(), strict=True)
    return [amount if every else None for amount, every in told]


class ApartByCode(Mapping[str, Apart]):
    """The parts that are apart, by their codes: of each it is found out when it is asked for.

    It is the same as a dictionary of them.
    """

    __slots__ = ("_codes", "_find", "_found")

    def __init__(
        self, codes: Callable[[], Iterable[str]], find: Callable[[str], Apart | None]
    ) -> None:
        """Find out of none yet; `codes` are those of which it may be asked."""
        self._codes, self._find = codes, find
        self._found: dict[str, Apart | None] = {}

    def __getitem__(self, code: str) -> Apart:
        """Say it of a code."""
        if code not in self._found:
            self._found[code] = self._find(code)
        found = self._found[code]
        if found is None:
            raise KeyError(code)
        return found

    def __iter__(self) -> Iterator[str]:
        """Name those that are apart."""
        return (code for code in dict.fromkeys(self._codes()) if code in self)

    def __len__(self) -> int:
        """Count them."""
        return sum(1 for _ in self)

    def __hash__(self) -> int:
        """Hash them."""
        return hash(frozenset(self))

    def __reduce__(self) -> tuple[Any, ...]:
        """Send them, and nothing of what they are found in."""
        return dict, (dict(self),)
