"""Tables that stand beside one another under titles in one row: exports left, imports right."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from desktop.figures.series import TRADE
from desktop.returns.found_table import Table
from desktop.returns.grid import MAX_COLUMN
from desktop.returns.heading_texts import heads_columns, heads_labels, is_unit_note
from desktop.returns.labels import only_flow
from desktop.returns.sheet import Beside, Sheet, Strip
from desktop.returns.table import tables
from desktop.returns.text import folded
from desktop.returns.titles import title

_BOTH = 2
"""Ways of trade, and rows beneath them in which names are headed."""
_HEADS = 3
"""So many heads has a list at least: names, and two periods."""


def side_by_side(sheet: Sheet) -> list[Table]:
    """Find the tables of a sheet that is divided so; none where it is not.

    A title beside another one may be the same in another language: it heads a table of its own
    only where names and figures stand beneath it alone.
    """
    found: list[Table] = []
    for strip in _ways(sheet) or _strips(sheet):
        own = [table for table in tables(strip) if table.columns and table.rows]
        if not own:
            return []
        found += own
    _share_units(found)
    return found


def goes_on_beside(sheet: Sheet) -> list[Table]:
    """Find the parts of one list that goes on at its own right, under the same heads again.

    None where the heads of a row are not the same twice, or a part has no names and figures; nor
    where anything but a unit stands over the second part alone, which may be of something else.
    """
    for number in sheet.wordy:
        texts = sheet.texts(number)
        half = len(texts) // 2
        said = [text for _, text in texts]
        if half < _HEADS or said[:half] != said[half:] or len(said) % 2:
            continue
        if not any(map(heads_labels, said[:half])) or not heads_columns(said):
            continue
        begin = texts[half][0]
        above = (n for n in sheet.numbers if n < number)
        if any(c >= begin and not is_unit_note(t) for n in above for c, t in sheet.texts(n)):
            continue
        parts = [Strip(sheet, 1, begin - 1), Beside(sheet, begin, number)]
        found = [t for part in parts for t in tables(part) if t.columns and t.rows]
        if len(found) == len(parts):
            _share_units(found)
            return found
    return []


def _share_units(found: Sequence[Table]) -> None:
    """Give the one note of units to all tables: it stands over one of them, and is said of both.

    Not to a table that says a unit of money itself, or whose rows or columns do.
    """
    said = {table.units for table in found if table.units.money is not None}
    if len(said) != 1:
        return
    (units,) = said
    for table in found:
        own = any(column.units.money for column in table.columns) or table.units_denied
        if table.units.money is None and not own:
            table.units = table.units.over(units)


def _strips(sheet: Sheet) -> list[Strip]:
    """The sheet cut where the titles of one row begin; nothing where no row has two."""
    for number in sheet.wordy:
        texts = sheet.texts(number)
        if len(texts) < 2:
            continue
        titled = [column for column, text in texts if title(text)]
        if len(titled) > 1 and not heads_columns([text for _, text in texts]):
            filled = {c for n in sheet.numbers if n >= number for c in sheet.row(n)}
            edges = [1, *(_begin(column, filled) for column in titled[1:]), MAX_COLUMN + 1]
            return [Strip(sheet, left, end - 1) for left, end in pairwise(edges)]
    return []


def _ways(sheet: Sheet) -> list[Strip]:
    """Both ways of trade beside one another under one title, each over names of its own."""
    for number in sheet.wordy:
        texts = sheet.texts(number)
        if len(texts) != _BOTH or {only_flow(folded(text)) for _, text in texts} != {*TRADE}:
            continue
        first, second = (column for column, _ in texts)
        beneath = [n for n in sheet.numbers if number < n <= number + _BOTH]
        heads = [(c, text) for n in beneath for c, text in sheet.texts(n) if heads_labels(text)]
        begin = next((c for c, text in heads[1:] if text == heads[0][1]), 0)
        if begin and heads[0][0] <= first < begin <= second:
            return [Beside(sheet, 1, number, begin - 1), Beside(sheet, begin, number)]
    return []


def _begin(column: int, filled: set[int]) -> int:
    """The first column of what a title stands over, be it centred: behind the last empty one."""
    empty = [c for c in range(1, column) if c not in filled]
    return empty[-1] + 1 if empty else column
