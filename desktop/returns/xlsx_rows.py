"""The rows of a sheet in the form that Excel itself writes, taken apart as text.

That is twice as fast as listening to every tag. Only the plain form is read here: no comments,
no prefixes, attributes in double quotes and in Excel's order. Anything else raises
`OtherFormError`, and the sheet goes the other way, whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop.returns.grid import MAX_COLUMN, MAX_ROW, Fault, Grid, Value, column_number
from desktop.returns.xlsx_runs import Run
from desktop.returns.xlsx_shapes import Shapes
from desktop.returns.xlsx_sheet import SheetScanner
from desktop.returns.xml_texts import OtherFormError, plain_text

_ROW = re.compile(r'r="(\d+)"')
_HIDDEN = re.compile(r'\bhidden="(?:1|true)"')
_ATTRIBUTES = re.compile(r'(?: s="(\d+)")?(?: t="(\w+)")?/?')
_FORMULA = re.compile(r"<f(?:\s[^>]*)?(?:/>|>[^<]*</f>)(?:<v>([^<]*)</v>|<v\s?/>)?</c>")
_INLINE = re.compile(r"<is><t(?:\s[^>]*)?>([^<]*)</t></is></c>")
_VALUE, _END = "><v>", "</v></c>"
_BEFORE_END = -len(_END)
_EMPTY = frozenset({"", "</row>"})

_MANY, _RUNS = 250, 6
"""So many rows must have come before a pattern is made, and so many patterns a sheet may have."""

_ROWS_START, _ROWS_END, _ROW_END = b"<sheetData>", b"</sheetData>", b"</row>"
_LONGEST_HEAD = 1 << 20


def scan_plain(chunks: Iterable[bytes], grid: Grid, strings: Sequence[str]) -> None:
    """Fill the grid; what stands around the rows is parsed as ever.

    Raises `OtherFormError` where the sheet must be read by `xlsx_sheet.scan` into a new grid,
    and else what that raises.
    """
    scanner = SheetScanner(grid, strings)
    reader = RowReader(grid, strings)
    pieces = iter(chunks)
    head, rest = _head(pieces)
    scanner.feed(head)
    for piece in pieces:
        end = rest.rfind(_ROW_END) + len(_ROW_END)
        if end > len(_ROW_END):
            reader.take(rest[:end].decode())
            rest = rest[end:]
        rest += piece
    rows, closed, tail = rest.partition(_ROWS_END)
    if not closed:
        raise OtherFormError
    reader.take(rows.decode())
    scanner.feed(closed + tail)
    scanner.finish()


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
        self._shapes = Shapes(strings)
        self._runs: list[Run] = []
        self._others = 0
        self._columns: dict[str, int] = {}
        self._attributes: dict[str, tuple[int, str]] = {}

    def take(self, block: str) -> None:
        """Read the rows of a block of text; raises `OtherFormError`, or `ValueError` for damage."""
        before, *rows = block.split("<row ")
        if before.strip():
            raise OtherFormError
        for row in rows:
            self._row(row)

    def _row(self, row: str) -> None:
        opening, _, body = row.partition(">")
        found = _ROW.search(opening)
        if found is None or "'" in opening:
            raise OtherFormError
        name = found[1]
        number = int(name)
        if not 0 < number <= MAX_ROW:
            return
        if "hidden" in opening and _HIDDEN.search(opening):
            self._grid.hidden_rows.add(number)
        if body in _EMPTY:
            return
        line = self._alike(body) or self._shapes.cells(name, body)
        if line is None:
            cells = _cells_of(body)
            line = self._cells(cells, len(name)) if cells else None
        if line is not None:
            self._grid.rows[number] = line

    def _alike(self, body: str) -> list[int | Value] | None:
        """Read a row like one of those before it, in a sheet of many rows."""
        for run in self._runs:
            if line := run.cells(body, self._strings):
                if run is not self._runs[0]:
                    self._runs.remove(run)
                    self._runs.insert(0, run)
                return line
        self._others += 1
        if self._others % _MANY == 0 and len(self._runs) < _RUNS:
            made = Run.of(body)
            self._runs[:0] = [made] if made else []
        return None

    def _cells(self, cells: Sequence[str], digits: int) -> list[int | Value]:
        line: list[int | Value] = []
        columns, seen = self._columns, self._attributes
        for cell in cells:
            head, mark, raw = cell.partition(_VALUE)
            if mark and raw.endswith(_END):
                raw, mark = raw[:_BEFORE_END], _VALUE
            else:
                head, mark, raw = cell.partition(">")
            reference, _, attributes = head.partition('"')
            if ">" in attributes:  # a formula stands before the value
                head, mark, raw = cell.partition(">")
                attributes = head.partition('"')[2]
            style, kind = seen.get(attributes) or self._read_attributes(attributes)
            letters = reference[:-digits]
            column = columns.get(letters) or self._column(letters)
            if mark is _VALUE and kind == "n":
                line += (column, float(raw), style)
                continue
            value = self._plain(raw, kind) if mark is _VALUE else self._seldom(raw, kind)
            if value != "":
                line += (column, value, style)
        return line

    def _plain(self, raw: str, kind: str) -> Value:
        if kind == "n":
            number = float(raw)
            return number if number - number == 0 else raw
        if kind == "s":
            at = int(raw)
            return self._strings[at] if 0 <= at < len(self._strings) else Fault()
        if "<" in raw:
            raise OtherFormError
        if "&" in raw:
            raw = plain_text(raw)
        if kind == "b":
            return raw == "1"
        return Fault(raw) if kind == "e" else raw

    def _seldom(self, body: str, kind: str) -> Value:
        """A cell with a formula, an inline text, or nothing at all."""
        if not body or body == "</c>":
            return ""
        if formula := _FORMULA.match(body):
            raw = formula[1]
            return self._plain(raw, kind) if raw else ("" if kind == "str" else Fault())
        if kind == "inlineStr" and (inline := _INLINE.match(body)):
            return plain_text(inline[1])
        raise OtherFormError

    def _read_attributes(self, text: str) -> tuple[int, str]:
        found = _ATTRIBUTES.fullmatch(text)
        if found is None:
            raise OtherFormError
        read = (int(found[1] or 0), found[2] or "n")
        self._attributes[text] = read
        return read

    def _column(self, letters: str) -> int:
        try:
            column = self._columns[letters] = column_number(letters)
        except ValueError as error:
            raise OtherFormError from error
        if not 0 < column <= MAX_COLUMN:
            raise OtherFormError
        return column


def _cells_of(body: str) -> list[str]:
    """Take a row apart into its cells; whatever else stands in it is another form."""
    cells = body.removesuffix("</row>").split('<c r="')
    if body.count("<c") >= len(cells) or any(mark in body for mark in ("<row", "<!", "<?")):
        raise OtherFormError
    return cells[1:]
