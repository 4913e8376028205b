"""Long lists: each row says its own period, and what it is of; which column says what.

"Năm | Tháng | Thị trường | Mặt hàng | Trị giá (USD)", as databases and pivot tables give them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import islice

from desktop.figures.figure import Status
from desktop.figures.period import Basis
from desktop.figures.series import HERE, NATIONAL, UNKNOWN, WORLD, Measure, Ownership
from desktop.returns import headings
from desktop.returns import list_measures as by_row
from desktop.returns.binding import Bound, bind
from desktop.returns.column_codes import numbers_columns
from desktop.returns.found_table import Table
from desktop.returns.grid import Grid
from desktop.returns.gso_partners import BY_PARTNER
from desktop.returns.heading_block import Column
from desktop.returns.item_names import market_code
from desktop.returns.list_heads import Columns, Said, columns_of, said_by, spoken
from desktop.returns.list_periods import RowPeriods
from desktop.returns.names_across import are_names, are_partners, goods, named_columns
from desktop.returns.one_partner import names_a_market
from desktop.returns.plans.whose import area_around
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.table_units import settle_units
from desktop.returns.text import folded
from desktop.returns.titles import Title
from desktop.returns.units import Units, units

_LOOKED_AT, _TRIED = 20, 12
"""The heads stand within so many rows, and so many rows beneath must each say a period."""


_PRICES = re.compile(r"\bgia (?!tri\b)|\bprices?\b|\b(?:usd|\$) ?/")


def long_list(sheet: Sheet) -> Table | None:
    """Find the list on a sheet; None where there is none.

    The first heads decide: of a list that is not understood, no part further down is read alone.
    """
    for number in islice(sheet.wordy, _LOOKED_AT):
        if columns := columns_of(sheet, number):
            return _table(sheet, number, columns)
    return None


def counts_dollars(grid: Grid) -> bool:
    """Say whether a grid holds a list in dollars, be there no word of trade in it."""
    found = long_list(Sheet(grid))
    return found is not None and any(column.units.money for column in found.columns)


def _table(sheet: Sheet, head: int, columns: Columns) -> Table | None:
    rows = [n for n in sheet.numbers if n > head and not _heads_again(sheet, n, columns)]
    if rows and numbers_columns(sheet, rows[0]):
        rows = rows[1:]
    across = not columns.keys() & {Said.MARKET, Said.GOODS}
    across = across and are_names(sheet, head, columns.values())
    if not by_row.are_understood(sheet, columns, rows):
        return None
    found = named_columns(sheet, head, columns.values()) if across else _values(sheet, head, rows)
    values = by_row.measured(sheet, columns, rows, found)
    periods = RowPeriods(sheet, columns, head)
    sums = {n for n in rows if periods.sums_up(n)}
    dated = {n for n in rows if n not in sums and periods.of(n)}
    tried = [n for n in rows if n not in sums][:_TRIED]
    if not values or not dated or any(n not in dated for n in tried[:-1]):
        return None
    named = bool(columns.keys() & {Said.MARKET, Said.GOODS})
    inside = [head, *rows] if across else rows
    lines = [n for n in sheet.numbers if n < head]
    above = tuple(text for n in lines for _, text in sheet.texts(n))
    told = across and (not are_partners(values) or any(map(_is_by_partner, above)))
    if not named and not _are_ours(sheet, above, inside, told=told):
        return None
    way = next(filter(None, map(headings.flow, (*above, sheet.name, _words(sheet.book)))), None)
    if any(column.heading.flow for column in values) or by_row.say_way(sheet, columns, rows):
        way = None
    area = _whose(sheet, columns, head, rows)
    if area is None:
        return None
    aside = {Said.UNIT, Said.REPORTER, Said.SCALE, Said.MEASURE}
    labels = tuple(sorted(c for said, c in columns.items() if said not in aside))
    heads = {*labels, columns.get(Said.REPORTER, 0)}
    heading = " ".join(text for c, text in sheet.texts(head) if c in heads)
    title = next((line for line in above if headings.flow(line)), above[0] if above else sheet.name)
    kept = tuple(n for n in rows if n in dated or n in sums or _is_named(sheet, columns, n))
    table = Table(
        Title(title, way, Ownership.ALL), above, labels, heading, columns.get(Said.UNIT, 0),
        values, Units(), kept, heading_rows=(head, head), periods_in_rows=True,
        province=area, measured_by_rows=values != tuple(found),
    )  # fmt: skip
    settle_units(sheet, table, lines, [])
    return None if across and not _tells_all(table) else table


def _tells_all(table: Table) -> bool:
    """Say whether names alone over columns are enough: the way of trade and the unit are said."""
    way = table.title.flow
    if way is None or table.units.money is None or any(map(_is_of_other, table.above)):
        return False
    return all(goods(c.text, way) or c.whose.market != WORLD for c in table.columns)


def _is_of_other(line: str) -> bool:
    """Say whether a line above speaks of more than a month's values: growth, prices, to date."""
    heading, plain = headings.read(line), folded(line)
    said = heading.compared or heading.left_out or heading.to_date or headings.measure(line)
    return said not in {None, "", False, Measure.VALUE} or bool(_PRICES.search(plain))


def _is_by_partner(line: str) -> bool:
    """Say whether a line says that the countries of a table are partners."""
    return bool(BY_PARTNER.search(folded(line)))


def _are_ours(sheet: Sheet, above: Sequence[str], inside: Sequence[int], *, told: bool) -> bool:
    """Say whether totals alone are told to be all our country's.

    Names of goods over columns have `told` it, and those of partners that a line calls so; what
    is `inside` the table names no country whose trade it is.
    """
    partner = any(map(names_a_market, (*above, sheet.name)))
    area = area_around(sheet, inside)
    return not partner and (area == NATIONAL or (told and area == UNKNOWN))


def _heads_again(sheet: Sheet, number: int, columns: Columns) -> bool:
    """Say whether a row is the heads once more, as on each printed page."""
    return not sheet.has_numbers(number) and columns_of(sheet, number) == columns


def _whose(sheet: Sheet, columns: Columns, head: int, rows: Sequence[int]) -> str | None:
    """Whose trade a list is: its reporter's, else ours, but where we are a partner ourselves.

    None where several report, or one that nobody knows.
    """
    if reporter := columns.get(Said.REPORTER):
        codes = {market_code(name) for name in _names(sheet, rows, reporter)}
        code = codes.pop() if len(codes) == 1 else UNKNOWN
        return None if code == UNKNOWN else NATIONAL if code == HERE else code
    market = columns.get(Said.MARKET)
    if market is None or HERE not in map(market_code, _names(sheet, rows, market)):
        return NATIONAL
    area = area_around(sheet, [head, *rows])
    return area if area != NATIONAL else UNKNOWN


def _names(sheet: Sheet, rows: Iterable[int], column: int) -> set[str]:
    found = {sheet.row(number).get(column) for number in rows}
    return {name for name in found if isinstance(name, str)}


def _is_named(sheet: Sheet, columns: Columns, number: int) -> bool:
    """Say whether a row names what it is of, be its months not understood."""
    own = {columns[said] for said in (Said.GOODS, Said.MARKET) if said in columns}
    return any(column in own for column, _ in sheet.texts(number))


def _values(sheet: Sheet, head: int, rows: Sequence[int]) -> list[Column]:
    """The columns of figures; none where a text of each row is not understood."""
    found: list[Column] = []
    for column, text in sheet.texts(head):
        if said_by(text) is not None:
            continue
        words = spoken(text)
        heading, own = headings.read(words), units(words)
        measure = headings.measure(words)
        if measure is None and not heading.compared:
            by_money = own.money or (heading.flow and not own.weight)
            measure = Measure.VALUE if by_money else Measure.QUANTITY if own.weight else None
        if heading.compared and found:  # growth is of the figures before it
            heading = replace(heading, flow=heading.flow or found[-1].heading.flow)
            measure = measure or found[-1].measure
        if measure is None and _is_worded(sheet, column, rows):
            return []
        found.append(Column(column, text, heading, measure, own))
    return found if any(column.measure for column in found) else []


def _is_worded(sheet: Sheet, column: int, rows: Sequence[int]) -> bool:
    near = [sheet.row(n).get(column) for n in rows[:_TRIED]]
    return any(isinstance(value, str) for value in near)


def _words(book: str) -> str:
    return re.sub(r"[_\W]+", " ", book.rpartition(".")[0])


def row_by_row(table: Table) -> list[Bound]:
    """Give every column its meaning, but for the months, which each row says."""
    said = (headings.read(line).status for line in table.above)
    overall = next(filter(None, said), Status.ESTIMATE)
    way = table.title.flow
    bound = [_in_rows(b, overall, by_row=table.measured_by_rows) for b in bind(table, None)]
    across = way is not None and len(table.labels) == 1
    return [replace(b, item=goods(b.column.text, way)) for b in bound] if across and way else bound


def _in_rows(b: Bound, overall: Status, *, by_row: bool) -> Bound:
    return replace(
        b,
        period=None,
        basis=_basis(b.column),
        status=b.column.heading.status or overall,
        left_out="" if by_row or _is_read(b) else b.left_out,
    )


def _is_read(b: Bound) -> bool:
    known = b.growth or (b.measure is not None and not b.column.heading.compared)
    return known and b.left_out in {"", "not_understood"}


def _basis(column: Column) -> Basis | None:
    return Basis.CUMULATIVE if column.heading.span is Span.TO_DATE else None
