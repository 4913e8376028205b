"""What each item, market and sector brought to the growth of exports to date."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop.analysis.apart import apart_at
from desktop.analysis.growth import growth, share, usd
from desktop.analysis.on_sight import Later
from desktop.analysis.results import Contribution, SectorCheck
from desktop.figures.catalogue import aggregates
from desktop.figures.catalogue import items as items_of
from desktop.figures.month import Month
from desktop.figures.series import NO_ITEMS, TOTAL, WORLD, Flow, Measure, Ownership, Series

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from desktop.analysis.inside_results import Apart
    from desktop.analysis.lines import Amount, Book
    from desktop.analysis.structure_results import Split
    from desktop.analysis.year import Year
    from desktop.figures.figure import Source

AGREEMENT = 0.0005
"""How far domestic + FDI may miss the total, as a share of it.

Estimates are printed to ten million dollars: three roundings, 15 m, are 0.045 % of a month.
"""


@dataclass(frozen=True, slots=True)
class Whole:
    """The exports that the parts are parts of, in thousandths: to date, and a year before."""

    value: int | None
    base: int | None


def items(book: Book, through: Month, whole: Whole) -> tuple[Contribution, ...]:
    """Give the main items of the nation's exports, the largest contribution first.

    An item printed within another ("Trong đó: Phôi thép") is left out: its whole has it already.
    So is what is printed of all others together ("Hàng hóa khác"): it is no item.
    """
    known = items_of(Flow.EXPORT)

    def chosen(series: Series) -> bool:
        main = series.market == WORLD and series.ownership is Ownership.ALL
        whole = series.item not in NO_ITEMS and not known.part_of(series.item)
        return main and whole and series.flow is Flow.EXPORT

    held = {s.item: number for s, number in book.printed.series.items() if chosen(s)}
    return _ranked(book, through, whole, held)


def markets(book: Book, through: Month, whole: Whole) -> tuple[Contribution, ...]:
    """Give the markets, the largest contribution first; blocs and continents are left out."""
    several = aggregates()

    def chosen(series: Series) -> bool:
        whole_market = series.flow is Flow.EXPORT and series.item == TOTAL
        return whole_market and series.market != WORLD and series.market not in several

    held = {s.market: number for s, number in book.printed.series.items() if chosen(s)}
    return _ranked(book, through, whole, held)


def sector(book: Book, through: Month, whole: Whole, ownership: Ownership) -> Contribution | None:
    """Give domestic or foreign-invested exports; None where they are not known to date."""
    series = Series(Flow.EXPORT, Measure.VALUE, TOTAL, WORLD, ownership)
    number = book.printed.series.get(series)
    held = {} if number is None else {ownership.value: number}
    return next(iter(_ranked(book, through, whole, held)), None)


def sector_check(
    whole: Whole, domestic: Contribution | None, fdi: Contribution | None
) -> SectorCheck | None:
    """Hold domestic + FDI against the total; None where one of the three is unknown."""
    total = usd(whole.value)
    if total is None or domestic is None or fdi is None:
        return None
    agrees = abs(domestic.value + fdi.value - total) <= AGREEMENT * abs(total)
    return SectorCheck(total, domestic.value, fdi.value, agrees)


def _ranked(
    book: Book, through: Month, whole: Whole, held: dict[str, int]
) -> tuple[Contribution, ...]:
    """Give the parts of which a figure is known, by the numbers of their series."""
    now, before = book.year(through.year), book.year(through.year - 1)
    if now is None or not held:
        return ()
    numbers, month = list(held.values()), through.number - 1
    bases: list[int | None] = [None] * len(held)
    if before is not None:
        then = before.months[month]
        told = then.value[numbers].tolist(), then.known[numbers].tolist()
        bases = [value if known else None for value, known in zip(*told, strict=True)]
    cells = now.months[month].at(numbers)
    found = [
        _part(name, whole, amount, base, book.growth_printed(cell), Later(_apart, now, n, through))
        for (name, n), cell, base in zip(held.items(), cells, bases, strict=True)
        if (amount := book.cumulative(cell))
    ]
    return tuple(sorted(found, key=_rank))


def _apart(year: Year, number: int, through: Month) -> tuple[Apart, ...]:
    found = apart_at(year, (number,), through)
    return (found,) if found else ()


def _part(
    code: str, whole: Whole, now: Amount, base: int | None,
    printed: tuple[float, Source] | None, apart: Sequence[Apart],
) -> Contribution:  # fmt: skip
    change = None if base is None else now.value - base
    return Contribution(
        code=code,
        value=usd(now.value),
        base=usd(base),
        growth=growth(now.value, base),
        growth_printed=printed and printed[0],
        share=share(now.value, whole.value),
        contribution=share(change, whole.base),
        origin=now.origin,
        status=now.status,
        source=now.source,
        apart=apart,
    )


def of_split(split: Split, kept: Collection[str] | None = None) -> tuple[Contribution, ...]:
    """Give the parts of a split that have a figure, the largest contribution first.

    Of some codes alone where these are `kept`.
    """
    found = (
        Contribution(
            p.code, p.value, p.base, p.growth, p.growth_printed, p.share, p.contribution,
            None, p.status, None, tuple(filter(None, (split.apart.get(p.code),))),
        )
        for p in split.parts
        if p.value is not None and p.status and (kept is None or p.code in kept)
    )  # fmt: skip
    return tuple(sorted(found, key=_rank))


def _rank(part: Contribution) -> tuple[float, float, str]:
    """Order by contribution; those without one come last, by value."""
    return (math.inf if part.contribution is None else -part.contribution, -part.value, part.code)
