"""Text with tabs, semicolons or commas between the cells, as portals and old programs write it."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator, Sequence

from desktop.figures.csv_texts import unguarded
from desktop.returns.grid import Grid, Value
from desktop.returns.typed_cells import put, text_of, typed

_DELIMITERS = "\t;|,"
"""The surest first: a comma may as well stand within a name or a number."""
_COMMA, _FAR = ",", 2
"""Between so many more cells it is no decimal comma: another mark stands within their texts."""
_SHARE = {_COMMA: 0.6}
_LEAST = 0.3
"""Share of the lines that are as wide as most; titles and notes are not."""
_LOOKED_AT = 400
_SAID = re.compile(r"sep=(.)", re.IGNORECASE)
"""A line for Excel, which others show: what stands between the cells beneath it."""


def delimited_sheets(content: bytes) -> Iterator[Grid]:
    """Give the one sheet of a text; none where nothing shows what stands between its cells."""
    lines = text_of(content).splitlines()
    if lines and (said := _SAID.fullmatch(lines[0].strip('"'))):
        lines[0] = ""
        yield _grid(csv.reader(lines, delimiter=said[1]))
        return
    widths = {mark: _width(mark, lines[:_LOOKED_AT]) for mark in _DELIMITERS}
    surest = next((mark for mark, width in widths.items() if width), "")
    if surest and widths[_COMMA] > widths[surest] * _FAR:
        surest = _COMMA
    if surest:
        yield _grid(csv.reader(lines, delimiter=surest))


def _width(delimiter: str, lines: Sequence[str]) -> int:
    """How many cells most lines have, divided so; 0 where that does not divide them."""
    widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if row)
    total = widths.total()
    del widths[1]
    most = max(widths.values(), default=0)
    if most <= 1 or most < total * _SHARE.get(delimiter, _LEAST):
        return 0
    return max(widths, key=lambda width: widths[width])


def _value(text: str) -> Value:
    value = typed(text)
    return unguarded(value) if isinstance(value, str) else value


def _grid(rows: Iterator[list[str]]) -> Grid:
    grid = Grid("Sheet1", formats=("",), typed=True)
    for number, row in enumerate(rows, start=1):
        for column, text in enumerate(row, start=1):
            put(grid, number, column, _value(text))
    return grid
