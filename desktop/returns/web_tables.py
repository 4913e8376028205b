"""A web page named like a workbook, as portals write them: its tables, one beneath another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from email import message_from_bytes
from email.errors import CloseBoundaryNotFoundDefect

from lxml import html
from lxml.etree import ParserError

from desktop.returns.grid import MAX_COLUMN, MAX_ROW, Area, Grid, Value
from desktop.returns.refusal import UnreadableError
from desktop.returns.typed_cells import exact, put, text_of, typed, wide_encoding

_SILENT = frozenset({"script", "style", "head", "title", "xml"})
_CELLS = ("td", "th")
_ENCODING = re.compile(rb"charset\s*=|encoding\s*=", re.IGNORECASE)
_HEAD = 4096
_MOST_PARTS, _MOST_LINES = 500, 5_000
"""Of a letter, and of lines in it that may part it; both are many times what a book needs."""
_SHEET = re.compile("table[0-9]+")
"""How LibreOffice names the places where the sheets of a book begin."""
_HIDDEN = re.compile(r"display\s*:\s*none")


def archived_sheets(content: bytes) -> Iterator[Grid]:
    """Give the pages of a letter or of a page saved as one (.mht), each as a sheet.

    None where a file is attached: whoever sends a workbook means that, not what the letter says.
    Raises `UnreadableError` where there are more parts than a book has sheets, or it is cut off.
    """
    if content.count(b"\n--") > _MOST_LINES:
        raise UnreadableError("too_large")
    every = list(message_from_bytes(content).walk())
    parts = [part for part in every if not part.is_multipart()]
    if len(parts) > _MOST_PARTS:
        raise UnreadableError("too_large")
    if any(part.get_content_disposition() == "attachment" for part in parts):
        return
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for p in every for defect in p.defects):
        raise UnreadableError("damaged", found="MIME")
    for part in parts:
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                yield from web_sheets(page, part.get_content_charset())


def web_sheets(content: bytes, encoding: str | None = None) -> Iterator[Grid]:
    """Give the page as one sheet, its lines and its tables from the top.

    A book that LibreOffice saved as a page heads each of its sheets, which are given as such.
    `encoding` is what was said of it from outside; an unknown one raises `LookupError`.
    """
    parser = html.HTMLParser(
        no_network=True, remove_comments=True, remove_pis=True, encoding=encoding
    )
    said = encoding or (_ENCODING.search(content[:_HEAD]) and not wide_encoding(content))
    source = content if said else text_of(content)
    if _is_cut(source):
        raise UnreadableError("damaged", found="HTML")
    with suppress(ParserError):  # of an empty page
        page = html.document_fromstring(source, parser=parser)
        walked = _Page()
        walked.walk(page)
        yield from (grid for grid in walked.grids if grid.rows)


def _is_cut(source: bytes | str) -> bool:
    """Say whether a page ends within a table: no parser tells, and what follows would be lost."""
    small = (source if isinstance(source, bytes) else source.encode(errors="replace")).lower()
    return small.rfind(b"<table") > small.rfind(b"</table")


class _Page:
    """Walks a page and puts what it meets into a grid, beneath what came before."""

    def __init__(self) -> None:
        self._begin("Sheet1")
        self.grids = [self._grid]

    def _begin(self, name: str) -> None:
        self._grid = Grid(name, formats=("",))
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
            if element.tag == "a" and _SHEET.fullmatch(element.get("name", "")):
                named = "".join(text for name in element.iter("em") for text in name.itertext())
                self._begin(named or f"Sheet{len(self.grids) + 1}")
                self.grids.append(self._grid)
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
    if number := cell.get("x:num") or cell.get("sdval"):  # the text may be rounded
        return exact(number)
    for line in cell.iter("br"):
        line.tail = f"\n{line.tail or ''}"
    return typed("".join(cell.itertext()))
