"""Growth by item and month within one market, or by market and month of one item."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from desktop.analysis.growth import growth, thousandths, usd
from desktop.analysis.structure.parts import reason
from desktop.analysis.structure.within import ACROSS, within_now
from desktop.analysis.structure_results import Heat, HeatRow
from desktop.figures.groupings import Dimension
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.series import Measure, Series

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from desktop.analysis.lines import Book
    from desktop.analysis.structure.amounts import Amounts
    from desktop.analysis.structure.asked import Asked, Singles
    from desktop.analysis.structure_results import Part, Split

ROWS = 12


def heat(of: str, whole: Singles, through: Month, rows: int = ROWS) -> Heat:
    """Hold each month of the year against the same month of last year, the largest parts first."""
    largest = sorted(whole.parts, key=lambda a: (-(a.now or 0), a.code))[:rows]
    months = tuple(Month(through.year, n) for n in range(1, through.number + 1))
    return Heat(of, months, tuple(_row(a, through.number) for a in largest))


def heat_of_group(
    of: str, parts: Mapping[str, Sequence[Amounts]], through: Month, rows: int = ROWS
) -> Heat:
    """Hold each month of parts that several members share against last year's, like with like.

    A month counts the members that both years tell of it.
    """
    values = {code: sum(a.now or 0 for a in held) for code, held in parts.items()}
    largest = sorted(values, key=lambda code: (-values[code], code))[:rows]
    months = tuple(Month(through.year, n) for n in range(1, through.number + 1))
    return Heat(of, months, tuple(_row_of_group(c, parts[c], through.number) for c in largest))


def _row_of_group(code: str, held: Sequence[Amounts], count: int) -> HeatRow:
    each = [_pairs(a.months, count) if a.months else [(None, None)] * count for a in held]
    pairs = [_alike(month) for month in zip(*each, strict=True)]
    known = [a.now for a in held if a.now is not None]
    return HeatRow(
        code,
        usd(sum(known)) if known else None,
        tuple(growth(*pair) for pair in pairs),
        tuple(reason(*pair) for pair in pairs),
    )


def _alike(pairs: Iterable[tuple[int | None, int | None]]) -> tuple[int | None, int | None]:
    """Sum what both years tell; not known where they share nothing."""
    both = [(now, base) for now, base in pairs if now is not None and base is not None]
    return (sum(n for n, _ in both), sum(b for _, b in both)) if both else (None, None)


def heat_of_members(group: str, split: Split, members: Iterable[str], through: Month) -> Heat:
    """Hold each month of a group's members against last year's, the largest first."""
    held = [p for code in members if (p := split.part(code))]
    held.sort(key=lambda p: (-(p.value or 0), p.code))
    months = tuple(Month(through.year, n) for n in range(1, through.number + 1))
    return Heat(group, months, tuple(_row_of(p, through.number) for p in held[:ROWS]))


def _row_of(part: Part, count: int) -> HeatRow:
    unknown = count - 1  # a part says of its newest month alone how firm it is
    whole = [*map(thousandths, part.months)]
    pairs = _pairs(whole, count)
    return HeatRow(
        part.code,
        part.value,
        tuple(growth(*pair) for pair in pairs),
        tuple(reason(*pair) for pair in pairs),
        (*(None,) * unknown, part.status),
        (*("",) * unknown, max((s.reported_on for s in part.sources), default="")),
    )


def _row(amounts: Amounts, count: int) -> HeatRow:
    pairs = _pairs(amounts.months, count)
    return HeatRow(
        amounts.code,
        usd(amounts.now),
        tuple(growth(*pair) for pair in pairs),
        tuple(reason(*pair) for pair in pairs),
    )


def with_firmness(held: Heat, book: Book, asked: Asked) -> Heat:
    """Say of each month how firm it is, and when it was last told: of a group the least firm."""
    members = within_now(asked.of, ACROSS[asked.dimension], asked.flow, asked.through)
    return replace(held, rows=tuple(_firm(r, held.months, book, asked, members) for r in held.rows))


def _firm(
    row: HeatRow, months: Sequence[Month], book: Book, asked: Asked, members: Sequence[str]
) -> HeatRow:
    every = [_series(asked, member, row.code) for member in members]
    told = [[a for s in every if (a := book.told_of(s, month))] for month in months]
    return replace(
        row,
        statuses=tuple(
            min((a.status for a in m), key=lambda s: s.rank, default=None) for m in told
        ),
        released=tuple(max((a.source.reported_on for a in m), default="") for m in told),
    )


def _series(asked: Asked, of: str, code: str) -> Series:
    by_item = asked.dimension is Dimension.ITEM
    item, market = (code, of) if by_item else (of, code)
    return Series(asked.flow, Measure.VALUE, item, market)


def _pairs(months: Sequence[int | None], count: int) -> list[tuple[int | None, int | None]]:
    """Each month of the year with that of a year before; a part without figures has no course."""
    last = len(months)
    return [
        (months[last - back], months[last - back - MONTHS_PER_YEAR])
        if back + MONTHS_PER_YEAR <= last
        else (None, None)
        for back in range(count, 0, -1)
    ]
