"""Names that stand right of their figures, or among them: the sheet is read with them in front."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import islice

from desktop.figures.series import TRADE
from desktop.returns import headings
from desktop.returns.found_table import Table
from desktop.returns.grid import MAX_ROW, Area, Grid, Value
from desktop.returns.heading_texts import NUMBER_HEAD, UNIT_HEAD, heads_labels, says_period
from desktop.returns.sheet import Sheet
from desktop.returns.table import tables
from desktop.returns.text import folded
from desktop.returns.text_numbers import is_figure

_HEADS, _ROWS = 30, 60
"""The head of names stands within so many rows, and so many beneath it are looked at."""
_NAMED, _LEAST = 0.8, 2
"""Of so many of the rows with figures, and so many at least, the column must hold the names."""


def with_names_in_front(sheet: Sheet, found: Sequence[Table]) -> list[Table]:
    """Find the tables of a sheet whose one column of names has figures left of it.

    `found` is what was found as the sheet stands; nothing is given where no title of trade is
    among it, or where its names stand in front already.
    """
    if not any(t.title.flow in TRADE and not t.title.left_out for t in found):
        return []
    if all(t.columns and t.rows and not _is_behind(sheet, t) for t in found):
        return []
    head, column = _names(sheet)
    if not column:
        return []
    turned = Sheet(_turned(sheet.grid, column, _ranked(sheet, head, column)), sheet.book)
    again = [table for table in tables(turned) if table.columns and table.rows]
    return [_back(table, column) for table in again]


def _is_behind(sheet: Sheet, table: Table) -> bool:
    """Say whether a column that is taken for one of names is headed as figures are."""
    top, last = table.heading_rows
    rows = (n for n in sheet.numbers if 0 < top <= n <= last)
    return any(c in table.labels and _heads_figures(t) for n in rows for c, t in sheet.texts(n))


def _names(sheet: Sheet) -> tuple[int, int]:
    """The one column of names that stands behind figures, behind the row of its head; else 0."""
    for number in islice(sheet.wordy, _HEADS):
        heads = [column for column, text in sheet.texts(number) if _heads_names(text)]
        if len(heads) == 1 and _stand_behind(sheet, number, heads[0]):
            return number, heads[0]
    return 0, 0


def _ranked(sheet: Sheet, head: int, names: int) -> dict[int, int]:
    """The columns that count the names, or say the place of each, and the row of their heads."""
    rows = [n for n in sheet.numbers if n > head and isinstance(sheet.row(n).get(names), str)]
    return {c: head for c in range(1, names) if _ranks([sheet.row(n).get(c) for n in rows])}


def _ranks(values: Sequence[Value | None]) -> bool:
    found = {value for value in values if isinstance(value, float) and value.is_integer()}
    return len(found) == len(values) and all(0 < value <= len(values) for value in found)


def _stand_behind(sheet: Sheet, head: int, names: int) -> bool:
    """Say whether figures stand left of the names, under heads of their own, and no other names."""
    beneath = [n for n in sheet.numbers if n > head][:_ROWS]
    rows = [n for n in beneath if any(is_figure(v) for v in sheet.row(n).values())]
    named = [n for n in rows if isinstance(sheet.row(n).get(names), str)]
    if len(named) < max(_LEAST, _NAMED * len(rows)):
        return False
    heads = {c: t for n in (*beneath[1::-1], head) for c, t in sheet.texts(n) if c < names}
    aside = {c for c, text in heads.items() if _is_aside(text)}
    before = {c for n in named for c, v in sheet.row(n).items() if c < names and is_figure(v)}
    worded = {c for n in named for c, t in sheet.texts(n) if c < names and not is_figure(t)}
    headed = any(_heads_figures(heads[c]) for c in before & heads.keys())
    return headed and bool(before - aside) and worded <= aside


def _heads_names(text: str) -> bool:
    return heads_labels(text) and not _is_aside(text)


def _is_aside(text: str) -> bool:
    plain = folded(text)
    return bool(NUMBER_HEAD.search(plain) or UNIT_HEAD.search(plain))


def _heads_figures(text: str) -> bool:
    return bool(headings.measure(text)) or says_period(text)


def _turned(grid: Grid, names: int, ends: Mapping[int, int]) -> Grid:
    """The grid with one column put before all others, of which some end above a row."""
    rows = {number: list(_cells(grid, number, names, ends)) for number in grid.rows}
    merged = [_moved(area, names) for area in grid.merged]
    hidden = [
        (_place(column, names), _place(column, names))
        for first, last in grid.hidden_columns
        for column in range(first, min(last, names) + 1)
    ]
    hidden += [(max(a, names + 1), b) for a, b in grid.hidden_columns if b > names]
    return replace(grid, rows=rows, merged=merged, hidden_columns=hidden)


def _cells(grid: Grid, number: int, names: int, ends: Mapping[int, int]) -> Iterator[int | Value]:
    cells = (cell for cell in grid.cells_of(number) if number < ends.get(cell[0], MAX_ROW))
    found = {_place(column, names): (v, style) for column, v, style in cells}
    for column in sorted(found):
        yield column
        yield from found[column]


def _moved(area: Area, names: int) -> Area:
    """A merged area: one over the names alone goes with them, others stay with their figures."""
    if area.left == area.right == names:
        return Area(area.top, 1, area.bottom, 1)
    left = area.left if area.left != names else names + 1
    right = area.right if area.right != names else names - 1
    return Area(area.top, _place(left, names), area.bottom, _place(right, names))


def _place(column: int, names: int) -> int:
    return 1 if column == names else column + (column < names)


def _back(table: Table, names: int) -> Table:
    """The table as it stands on the sheet itself."""

    def own(column: int) -> int:
        return names if column == 1 else column - (column <= names)

    table.labels = tuple(sorted(map(own, table.labels)))
    table.groups = tuple(map(own, table.groups))
    table.unit_column = own(table.unit_column) if table.unit_column else 0
    table.columns = tuple(replace(c, number=own(c.number)) for c in table.columns)
    return table
