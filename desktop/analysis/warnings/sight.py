"""What could be seen by a month: amounts of a series between two months, with their cells."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from copy import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, final

from desktop.analysis.growth import growth, usd
from desktop.analysis.warnings.results import Evidence, Fact
from desktop.figures.month import MONTHS_PER_YEAR, Month

if TYPE_CHECKING:
    from desktop.analysis.lines import Amount, Book
    from desktop.figures.figure import Source
    from desktop.figures.series import Measure, Series

MILLION = 10**9
"""A million US dollars in thousandths."""


@final  # always true, so that `seen and seen.value` is the value or None
@dataclass(frozen=True, slots=True)
class Seen:
    """An amount in thousandths, and the cells that it was read in."""

    value: int
    sources: tuple[Source, ...]


class Against(NamedTuple):
    """An amount, the same months of the year before, and the growth between them."""

    now: Seen
    base: Seen
    growth: float


class Sight:
    """The figures through a month. What lies behind it is not seen, as if it had not come yet.

    `book` gives the book that a series stands in, of which a year is looked at. `indices` are those
    of industry, whole manufacturing, by measure and month: growth on the same time last year, a
    fraction, its cell.
    """

    def __init__(
        self,
        book: Callable[[Series, int], Book | None],
        through: Month,
        series: Sequence[Series],
        indices: Mapping[tuple[Measure, Month], tuple[float, Source]] | None = None,
    ) -> None:
        """Look at figures; `series` are those that may be asked about."""
        self._book = book
        self._seen: dict[tuple[Series, int, int, int], Seen | None] = {}
        self.through = through
        self.series = series
        self.indices = indices or {}

    def look_again(self, at: Collection[Series]) -> None:
        """Look some series up anew, of which more is held than before."""
        for key in [key for key in self._seen if key[0] in at]:
            del self._seen[key]

    def at(self, through: Month) -> Sight:
        """The same figures, seen from another month."""
        seen = copy(self)
        seen.through = through
        return seen

    def between(self, series: Series, first: Month, last: Month) -> Seen | None:
        """Give a series over months, both included; None where one is unknown or not yet seen.

        From January on it is the cumulative by the cumulative rule, which holds revisions that
        no month shows; so is what remains of a year after it.
        """
        if last > self.through:
            return None
        pieces = [
            self._within(series, year, first.number if year == first.year else 1,
                         last.number if year == last.year else MONTHS_PER_YEAR)
            for year in range(first.year, last.year + 1)
        ]  # fmt: skip
        known = [piece for piece in pieces if piece]
        if len(known) < len(pieces):
            return None
        return Seen(sum(p.value for p in known), tuple(s for p in known for s in p.sources))

    def against(self, series: Series, first: Month, last: Month) -> Against | None:
        """Hold months against the same of the year before; None where there is no base for it."""
        now = self.between(series, first, last)
        base = self.between(series, first - MONTHS_PER_YEAR, last - MONTHS_PER_YEAR)
        change = growth(now and now.value, base and base.value)
        return Against(now, base, change) if now and base and change is not None else None

    def to_date(self, series: Series, month: Month | None = None) -> Against | None:
        """Hold January to a month (the newest if left out) against the year before."""
        last = month or self.through
        return self.against(series, Month(last.year, 1), last)

    def _within(self, series: Series, year: int, first: int, last: int) -> Seen | None:
        key = series, year, first, last
        if key not in self._seen:
            self._seen[key] = _within(self._book(series, year), *key)
        return self._seen[key]

    def back(self, months: int) -> Iterator[Month]:
        """Walk back from the newest month."""
        return (self.through - n for n in range(months))


def _within(held: Book | None, series: Series, year: int, first: int, last: int) -> Seen | None:
    """Give months of one year, told by their numbers."""
    cells = held.cells_of(series, year) if held else None
    if held is None or cells is None:
        return None
    to_date = held.cumulative(cells[last - 1])
    if first == 1 and to_date:
        return Seen(to_date.value, (to_date.source,))
    before = held.cumulative(cells[first - 2]) if first > 1 else None
    if last == MONTHS_PER_YEAR and to_date and before:
        return Seen(to_date.value - before.value, (to_date.source, before.source))
    return _sum([held.month(cell) for cell in cells[first - 1 : last]])


def _sum(months: Sequence[Amount | None]) -> Seen | None:
    known = [month for month in months if month]
    if len(known) < len(months):
        return None
    return Seen(sum(m.value for m in known), tuple(m.source for m in known))


def evidence_of(
    series: Series, first: Month, last: Month, against: Against
) -> tuple[Evidence, Evidence, Evidence]:
    """Tell a growth with both amounts that it is the growth of."""
    before = (first - MONTHS_PER_YEAR, last - MONTHS_PER_YEAR)
    now, base = against.now, against.base
    return (
        Evidence(Fact.GROWTH, series, (first, last), against.growth, now.sources + base.sources),
        Evidence(Fact.VALUE, series, (first, last), usd(now.value), now.sources),
        Evidence(Fact.BASE, series, before, usd(base.value), base.sources),
    )
