"""Tables that no title announces: names of goods or markets, and beside them ways of trade.

"Commodity | Exports | Imports" beneath "Period: March 2025", as an office types it by hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from desktop.figures.series import NATIONAL, UNKNOWN, Ownership
from desktop.returns import headings
from desktop.returns.found_table import Table
from desktop.returns.list_heads import Said, said_by
from desktop.returns.one_partner import names_a_market, partner_named
from desktop.returns.plans.cell_text import is_date
from desktop.returns.plans.whose import area_around
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.table import Start, tables_at
from desktop.returns.titles import Title

_LOOKED_AT = 200
"""Heads stand within so many rows."""
_NAMES = {Said.GOODS, Said.MARKET}


def plain_tables(sheet: Sheet) -> list[Table]:
    """Find the tables of a sheet by their heads alone; none where a head says too little.

    What stands above the first, as the month and the unit, is said of those beneath it, too. The
    sheet's own name is a line like them.
    """
    starts = list(_starts(sheet))
    found = [table for table in tables_at(sheet, starts) if table.columns and table.rows]
    rows = {n for table in found for n in table.rows}
    heads = {n for t in found for n in range(t.heading_rows[0], t.heading_rows[1] + 1)}
    if found and area_around(sheet, rows | heads) not in {NATIONAL, UNKNOWN}:
        return []
    for table in found:
        first = () if table is found[0] else found[0].above
        table.above = (*first, *table.above, sheet.name)
        if table.units.money is None:
            table.units = found[0].units
    return found


def _starts(sheet: Sheet) -> Iterator[Start]:
    for number in islice(sheet.numbers, _LOOKED_AT):
        if not _heads(sheet, number):
            continue
        texts = sheet.texts(number)
        lines = _lines(sheet, number)
        above = [text for n in lines for _, text in sheet.texts(n)]
        ways = {way for text in (*above, sheet.name) if (way := headings.flow(text))}
        named_ways = {way for _, text in texts[1:] if (way := headings.flow(text))}
        across = bool(named_ways) and named_ways != ways
        if _is_unclear(above[1:] if above and partner_named(above[0]) else (*above, sheet.name)):
            continue
        if across or len(ways) == 1:
            text = next(iter(above), "") or " ".join(text for _, text in texts)
            top = min(lines, default=number - 1)
            yield top, number - 1, Title(text, None if across else ways.pop(), Ownership.ALL)


def _is_unclear(lines: Iterable[str]) -> bool:
    """Say whether lines name a market of which nobody can say that the figures are its own."""
    return any(map(names_a_market, lines))


def _lines(sheet: Sheet, number: int) -> list[int]:
    """The lines above a head, up to the nearest figures."""
    before = [n for n in sheet.numbers if n < number]
    figures = max((n for n in before if sheet.has_numbers(n)), default=0)
    return [n for n in before if n > figures]


def _heads(sheet: Sheet, number: int) -> bool:
    """Say whether a row heads names and, behind them, ways of trade or months."""
    texts = sheet.texts(number)
    named = next((column for column, text in texts if said_by(text) in _NAMES), 0)
    numbers = [c for c, value in sheet.row(number).items() if isinstance(value, float)]
    if not named or not all(is_date(sheet, number, column) for column in numbers):
        return False
    heads = (headings.read(text) for column, text in texts if column > named)
    return bool(numbers) or any(h.flow or h.span is Span.MONTH for h in heads)
