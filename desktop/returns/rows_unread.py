"""Rows of known goods or partners with figures that no table of their sheet took."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop.figures.finding import Finding, Severity
from desktop.figures.series import UNKNOWN, Flow
from desktop.returns.found_table import Table
from desktop.returns.grid import address
from desktop.returns.item_names import bare_name, is_total, item_code, market_code
from desktop.returns.sheet import Sheet

_AMOUNT = re.compile(r"[+-]?\d[\d.,]*\s?(?:[^\W\d]|\$)")
_FEW = 3
"""Fewer names that are known may be there by chance; a total beneath the notes is none."""


def rows_unread(sheet: Sheet, found: Sequence[Table]) -> Iterator[Finding]:
    """Tell where such rows begin, unless a title above them says that they are left out."""
    if not found or any(table.title.left_out or table.periods_in_rows for table in found):
        return
    taken = {n for t in found for n in (*t.rows, *t.nameless, *t.unit_rows)}
    taken |= {n + step for t in found for n in t.around for step in (-1, 1)}
    columns = {column.number for table in found for column in table.columns}
    labels = {column for table in found for column in table.labels}
    flow = next((table.title.flow for table in found if table.title.flow), None)
    if not columns or flow not in {None, Flow.EXPORT, Flow.IMPORT}:
        return
    places = [
        address(number, column)
        for number in sheet.numbers
        if number not in taken
        for column, text in sheet.texts(number)[:2]
        if column in labels and _has_figures(sheet, number, columns) and _is_known(text)
    ]
    total = any(
        is_total(bare_name(text)) and _has_figures(sheet, number, columns)
        for table in found
        for number in table.beneath_rows
        for column, text in sheet.texts(number)[:2]
        if column in labels
    )
    if not places and (first := next(_taken_for_heads(sheet, found), "")):
        yield Finding(Severity.WARNING, "rows_unread", sheet.name, first, "1")
    if len(places) >= _FEW or total:
        count = str(len(places))
        yield Finding(Severity.WARNING, "rows_unread", sheet.name, places[0], count)


def _taken_for_heads(sheet: Sheet, found: Sequence[Table]) -> Iterator[str]:
    """Rows of known goods right above a table's first, whose numbers stand in words: "9,1 tỷ"."""
    for table in found:
        if not table.rows or not table.labels:
            continue
        columns = {column.number for column in table.columns}
        for number in (n for n in sheet.numbers if table.title_rows[1] < n < table.rows[0]):
            texts = sheet.texts(number)
            names = [text for column, text in texts if column in table.labels]
            amounts = [text for column, text in texts if column in columns]
            if len(amounts) == len(columns) and all(map(_AMOUNT.match, amounts)):
                yield from (address(number, c) for c, t in texts if t in names and _is_known(t))


def _has_figures(sheet: Sheet, number: int, columns: set[int]) -> bool:
    row = sheet.row(number)
    return any(isinstance(row.get(column), float) for column in columns)


def _is_known(text: str) -> bool:
    """Say whether a label is that of goods or of a partner, in any table."""
    bare = bare_name(text)
    if is_total(bare):
        return True
    ways = (Flow.EXPORT, Flow.IMPORT)
    return market_code(bare) != UNKNOWN or any(item_code(bare, way) != UNKNOWN for way in ways)
