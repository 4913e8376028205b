"""Cells that should say something and hold an error, or a formula that nobody computed.

A number that is missing so is told where it would be read. A title, heading, unit or name is
missed by all that it stands for, and the cell must be named all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from desktop.figures.catalogue import industries
from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import Reading
from desktop.figures.series import UNKNOWN, Flow
from desktop.returns.found_table import Table
from desktop.returns.grid import Fault, Grid, address
from desktop.returns.item_names import bare_name, item_code, market_code
from desktop.returns.sheet import Sheet

_LACKING = frozenset({"no_exports", "no_imports"})
"""Findings that a table without its title may explain."""
_LOOKED_AT, _FEW = 80, 3
_TITLES = 12
"""A title stands within so many rows."""


def missing_texts(sheet: Sheet, found: Sequence[Table]) -> Iterator[Finding]:
    """Tell of such cells in the titles, units and headings of tables, and where names stand.

    On a sheet without a table, of those on top of it, where goods or markets stand beneath.
    """
    if not found and (told := list(_on_top(sheet))) and _names_trade(sheet):
        yield from told
    for table in found:
        names = {*table.labels, table.unit_column}
        first = sheet.row(table.rows[0]) if table.rows else {}
        # Columns that lack a heading are none, and count as well.
        last = max((*first, *(column.number for column in table.columns)), default=0)
        heads = sheet.between(table.title_rows[0] - 1, min(table.rows, default=0))
        yield from _in_rows(sheet, heads, range(1, last + 1))
        yield from _in_rows(sheet, table.nameless, names)


def unnamed(sheet: Sheet, table: Table, number: int) -> bool:
    """Say whether a row of figures has no name at all: one that is missing is told as that."""
    row = sheet.row(number)
    return not any(isinstance(row.get(column), Fault) for column in table.labels)


def untitled(reading: Reading, sheets: Callable[[], Iterable[Grid]]) -> Iterator[Finding]:
    """Tell of such cells on top of sheets that gave nothing, where a way of trade is missing."""
    if reading.rows and _LACKING.isdisjoint(finding.code for finding in reading.findings):
        return
    used = {seen.name for seen in reading.sheets if seen.title}
    for sheet in map(Sheet, sheets()):
        if sheet.name not in used:
            yield from (told for told in _on_top(sheet) if told not in reading.findings)


def _on_top(sheet: Sheet) -> Iterator[Finding]:
    top = next(filter(sheet.has_numbers, sheet.numbers), 0)
    if not sheet.grid.hidden:
        yield from _in_rows(sheet, sheet.between(0, min(top, _TITLES)))


def _names_trade(sheet: Sheet) -> bool:
    """Say whether names that are known stand beside numbers: of goods, markets or industries."""
    known = 0
    for number in filter(sheet.has_numbers, sheet.numbers[:_LOOKED_AT]):
        known += any(_is_known(text) for _, text in sheet.texts(number)[:2])
    return known >= _FEW


def _is_known(text: str) -> bool:
    bare = bare_name(text)
    codes = (item_code(bare, Flow.EXPORT), item_code(bare, Flow.IMPORT), market_code(bare))
    return any(code != UNKNOWN for code in (*codes, industries().code(bare)))


def _in_rows(
    sheet: Sheet, rows: Iterable[int], columns: Iterable[int] | None = None
) -> Iterator[Finding]:
    for number in rows:
        row = sheet.row(number)
        for column in row if columns is None else columns:
            cell = row.get(column)
            if isinstance(cell, Fault):
                code = "text_in_error" if cell.text else "text_uncomputed"
                place = address(number, column)
                yield Finding(Severity.WARNING, code, sheet.name, place, cell.text)
