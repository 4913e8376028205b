"""The rows of a sheet in the form that Excel itself writes, taken apart as text.

That is several times as fast as listening to every tag. Only the plain form is read here: no
comments, no prefixes, attributes in double quotes and in Excel's order. Anything else raises
`OtherFormError`, and the sheet goes the other way, whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop.returns.grid import MAX_COLUMN, MAX_ROW, Fault, Grid, Value, area, column_number
from desktop.returns.xlsx_runs import Runs
from desktop.returns.xlsx_sheet import SheetScanner, feed, guarded_parser
from desktop.returns.xml_texts import OtherFormError, plain_text

_HIDDEN = re.compile(r'\bhidden="(?:1|true)"')
_ATTRIBUTES = re.compile(r'(?: s="([0-9]+)")?(?: t="(\w+)")?')
_ROW = r'<row r="([0-9]++)"([^<>]*+)>'
_FORMULA = r"(?:(<f)(?:\s[^<>]*+)?(?:(?<=/)>|>[^<]*+</f>))?"
_HOLDS = r"(?:<v>([^<]*+)</v>|<v\s?/>|<is><t(?:\s[^<>]*+)?>([^<]*+)</t></is>)?"
_CELL = rf'<c r="([A-Z]{{1,3}}+)[0-9]++"([^<>]*+)>{_FORMULA}{_HOLDS}</c>'
_EMPTY = r'<c r="[A-Z]{1,3}+[0-9]++"(?: s="[0-9]++")?+(?:/>|></c>)'
_TOKEN = re.compile(rf"(?:{_ROW}|{_CELL})(?:{_EMPTY})*+(?:(</row>)\s*+)?|([\s\S])")
"""A row or a cell, the empty cells behind it, and the row's end; or else a sign that is strange.

One of them stands at every place, so that nothing in a sheet is passed over.
"""

_MERGED = re.compile(rb'<mergeCell ref="([A-Z]{1,3}[0-9]+(?::[A-Z]{1,3}[0-9]+)?)"/>')
_ROWS_START, _ROWS_END, _ROW_START = b"<sheetData>", b"</sheetData>", b"<row "
_LONGEST_HEAD = 1 << 20
_LONGEST_ROW = 16 << 20
"""Bytes without a row's end; what is longer is not looked through anew with every piece."""
_BLOCK = 1 << 18
"""So many bytes are taken apart together: each cell takes some hundred bytes meanwhile."""


def scan_plain(chunks: Iterable[bytes], grid: Grid, strings: Sequence[str]) -> None:
    """Fill the grid; what stands around the rows is parsed, as ever.

    Raises `OtherFormError` where the sheet must be read by `xlsx_sheet.scan` into a new grid,
    and else what that raises.
    """
    reader = RowReader(grid, strings)
    pieces = _cut(chunks)
    head, rest = _head(pieces)
    for piece in pieces:
        end = rest.rfind(_ROW_START)  # where the last one begins, whole or not: all before it are
        if end > 0:
            reader.take(rest[:end].decode())
            rest = rest[end:]
        elif len(rest) > _LONGEST_ROW:
            raise OtherFormError
        rest += piece
    rows, closed, tail = rest.partition(_ROWS_END)
    if not closed:
        raise OtherFormError
    reader.take(rows.decode())
    _take_around(head, closed + tail, grid, strings)


def _take_around(head: bytes, tail: bytes, grid: Grid, strings: Sequence[str]) -> None:
    """Take what is hidden and merged; only where that is not plain, by listening to every tag."""
    merged = _MERGED.findall(tail)
    written = tail.count(b"<mergeCell") - tail.count(b"<mergeCells")
    if written != len(merged) or b"hidden" in head or b"<!" in head or b"<!" in tail:
        scanner = SheetScanner(grid, strings)
        scanner.feed(head)
        scanner.feed(tail)
        scanner.finish()
        return
    feed(guarded_parser(), (head, tail))  # it may still be damaged
    grid.merged += [area(place.decode()) for place in merged]


def _cut(chunks: Iterable[bytes]) -> Iterator[bytes]:
    for chunk in chunks:
        for at in range(0, len(chunk), _BLOCK):
            yield chunk[at : at + _BLOCK]


def _head(pieces: Iterator[bytes]) -> tuple[bytes, bytes]:
    """What stands before the first row, and what was read beyond it."""
    head = b""
    for piece in pieces:
        head += piece
        before, start, rest = head.partition(_ROWS_START)
        if start:
            return before + start, rest
        if len(head) > _LONGEST_HEAD:
            break
    raise OtherFormError


class RowReader:
    """Puts rows into a grid, block by block; a block holds whole rows."""

    def __init__(self, grid: Grid, strings: Sequence[str]) -> None:
        self._grid = grid
        self._strings = strings
        self._runs = Runs(grid, strings)
        self._columns = _Columns()
        self._attributes = _Attributes()

    def take(self, block: str) -> None:
        """Read the rows of a block of text; raises `OtherFormError`, or `ValueError` for damage."""
        begun: dict[int, list[int | Value]] = {}
        put: list[int | Value] = []
        columns, seen, strings = self._columns, self._attributes, self._strings
        inside = False
        many = len(strings)
        found = _TOKEN.findall(self._runs.taken(block).lstrip())
        for row, beside, letters, attributes, formula, raw, own, end, _ in found:
            if row:
                if inside:
                    raise OtherFormError
                put = self._row(int(row), beside, begun)
                inside = not (end or beside.endswith("/"))
                continue
            if not letters or not inside:
                raise OtherFormError
            inside = not end
            style, kind = seen[attributes]
            value: Value
            if raw and kind == "n":
                value = _number(raw)
            elif raw and kind == "s":
                at = int(raw)
                value = strings[at] if 0 <= at < many else Fault()
            else:
                value = _seldom(kind, raw, own, formula=bool(formula))
            if value != "":
                put += (columns[letters], value, style)
        if inside:
            raise OtherFormError
        self._grid.rows.update((number, cells) for number, cells in begun.items() if cells)

    def _row(
        self, number: int, attributes: str, begun: dict[int, list[int | Value]]
    ) -> list[int | Value]:
        """Begin a row; give where its cells are put."""
        if "'" in attributes:
            raise OtherFormError
        if not 0 < number <= MAX_ROW:
            return []
        if "hidden" in attributes and _HIDDEN.search(attributes):
            self._grid.hidden_rows.add(number)
        known = begun.get(number) or self._grid.rows.get(number)
        cells = begun[number] = [] if known is None else known
        return cells


class _Attributes(dict[str, tuple[int, str]]):
    """Style and kind of a cell by its attributes, each read once."""

    def __missing__(self, text: str) -> tuple[int, str]:
        """Read the attributes; raises `OtherFormError`."""
        found = _ATTRIBUTES.fullmatch(text)
        if found is None:
            raise OtherFormError
        read = self[text] = (int(found[1] or 0), found[2] or "n")
        return read


class _Columns(dict[str, int]):
    """A column's number by its letters."""

    def __missing__(self, letters: str) -> int:
        """Count the column; raises `OtherFormError`."""
        column = column_number(letters)
        if not 0 < column <= MAX_COLUMN:
            raise OtherFormError
        self[letters] = column
        return column


def _number(raw: str) -> Value:
    try:
        number = float(raw)
    except ValueError as error:
        raise OtherFormError from error
    return number if number - number == 0 else raw


def _seldom(kind: str, raw: str, own: str, *, formula: bool) -> Value:
    """A cell that holds neither a number nor a shared text."""
    if kind == "inlineStr" and own and not raw:
        return plain_text(own)
    if own:
        raise OtherFormError
    if not raw:
        if formula:
            return "" if kind == "str" else Fault()
        if kind in {"n", "str"}:
            return ""
        raise OtherFormError
    text = plain_text(raw) if "&" in raw else raw
    if kind == "b":
        return text == "1"
    return Fault(text) if kind == "e" else text
