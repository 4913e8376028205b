"""A web page named like a workbook, as portals write them: its tables, one beneath another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress

from lxml import html
from lxml.etree import ParserError

from desktop.returns.grid import MAX_COLUMN, MAX_ROW, Area, Grid, Value
from desktop.returns.typed_cells import put, text_of, typed

_SILENT = frozenset({"script", "style", "head", "title", "xml"})
_CELLS = ("td", "th")
_ENCODING = re.compile(rb"charset\s*=|encoding\s*=", re.IGNORECASE)
_HEAD = 4096
_HIDDEN = re.compile(r"display\s*:\s*none")


def web_sheets(content: bytes) -> Iterator[Grid]:
    """Give the page as one sheet, its lines and its tables from the top."""
    parser = html.HTMLParser(no_network=True, remove_comments=True, remove_pis=True)
    said = _ENCODING.search(content[:_HEAD])
    with suppress(ParserError):  # of an empty page
        page = html.document_fromstring(content if said else text_of(content), parser=parser)
        grid = Grid("Sheet1", formats=("",))
        _Page(grid).walk(page)
        if grid.rows:
            yield grid


class _Page:
    """Walks a page and puts what it meets into a grid, beneath what came before."""

    def __init__(self, grid: Grid) -> None:
        self._grid = grid
        self._row = 0

    def walk(self, root: html.HtmlElement) -> None:
        """Put lines of text and innermost tables in their order."""
        waiting = [(root, False)]
        while waiting:
            element, is_tail = waiting.pop()
            if is_tail:
                self._line(element.tail)
                continue
            waiting.append((element, True))
            if element.tag in _SILENT:
                continue
            if element.tag == "table" and element.find(".//table") is None:
                self._table(element)
                continue
            self._line(element.text)
            waiting += [(child, False) for child in reversed(element)]

    def _line(self, text: str | None) -> None:
        if text and (said := " ".join(text.split())):
            self._row += 1
            put(self._grid, self._row, 1, said)

    def _table(self, table: html.HtmlElement) -> None:
        taken: set[tuple[int, int]] = set()
        for row in table.iter("tr"):
            self._row += 1
            if _HIDDEN.search(row.get("style", "")):
                self._grid.hidden_rows.add(self._row)
            column = 1
            for cell in row.iterchildren(*_CELLS):
                while (self._row, column) in taken:
                    column += 1
                column = self._cell(cell, column, taken)
        below = max((row for row, _ in taken), default=0)
        self._row = max(self._row, below) + 1  # a blank row parts it from what follows

    def _cell(self, cell: html.HtmlElement, column: int, taken: set[tuple[int, int]]) -> int:
        """Put one cell; gives the column behind it."""
        wide, high = _span(cell, "colspan", MAX_COLUMN - column), _span(cell, "rowspan", _DEEPEST)
        put(self._grid, self._row, column, _value(cell))
        if wide > 1 or high > 1:
            bottom, right = min(self._row + high - 1, MAX_ROW), column + wide - 1
            self._grid.merged.append(Area(self._row, column, bottom, right))
            taken.update(
                (r, c) for r in range(self._row + 1, bottom + 1) for c in range(column, right + 1)
            )
        return column + wide


_DEEPEST = 60
"""No heading is merged over more rows."""


def _span(cell: html.HtmlElement, name: str, most: int) -> int:
    said = cell.get(name, "1").strip()
    return max(1, min(int(said), most)) if said.isdigit() and said.isascii() else 1


def _value(cell: html.HtmlElement) -> Value:
    if number := cell.get("x:num"):
        return typed(number)
    for line in cell.iter("br"):
        line.tail = f"\n{line.tail or ''}"
    return typed("".join(cell.itertext()))
