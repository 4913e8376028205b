"""The cells of one sheet of an .xls workbook: a walk over its records."""

from __future__ import annotations

import struct
from collections.abc import Callable, Mapping, Sequence
from typing import ClassVar

from xlrd.biffh import error_text_from_code

from desktop.returns.biff_strings import OtherBiffError, long_text
from desktop.returns.grid import Area, Fault, Grid, Value

_HEAD = struct.Struct("<HH")
_PLACE = struct.Struct("<HHH")
_NUMBER = struct.Struct("<d")
_RK = struct.Struct("<I")
_SHARED_TEXT = struct.Struct("<HHHI")
_NUMBER_IN_CELL = struct.Struct("<HHHd")
_STYLED_RK = struct.Struct("<HI")
_COUNT = struct.Struct("<H")
_AREA = struct.Struct("<HHHH")
_BOF, _EOF, _CONTINUE = 0x809, 0x0A, 0x3C
_ENDS = frozenset({_BOF, _EOF})
_LABEL_SST, _NUMBER_CELL, _RK_CELL, _MANY_RK, _FORMULA = 0xFD, 0x203, 0x27E, 0xBD, 0x06
_BOOL_OR_ERROR, _LABEL, _RICH_LABEL, _STRING = 0x205, 0x204, 0xD6, 0x207
_ROW, _COLUMNS, _MERGED = 0x208, 0x7D, 0xE5
_NOTHING = frozenset({0x201, 0xBE})
"""Cells that hold nothing but a style."""
_BIFF8, _WORKSHEET = 0x600, 0x10
_ROW_FLAGS, _ROW_HIDDEN = 12, 0x20
_BY_HUNDRED, _WHOLE = 1, 2
_LAST_COLUMN = 255


class SheetRecords:
    """Puts the cells of a sheet into a grid.

    Raises `OtherBiffError`, `struct.error` or `IndexError` where xlrd must read it.
    """

    def __init__(self, stream: bytes, strings: Sequence[str], grid: Grid) -> None:
        self._stream = stream
        self._strings = strings
        self._grid = grid
        self._line: list[int | Value] = []
        self._row = self._column = -1
        self._waiting: tuple[int, int, int] | None = None

    def read(self, start: int) -> None:
        """Read the records from the sheet's first to its last."""
        stream, takers, size = self._stream, self._takers, len(self._stream)
        at, depth = self._begun(start), 1
        head, put, strings = _HEAD.unpack_from, self._put, self._strings
        shared, number = _SHARED_TEXT.unpack_from, _NUMBER_IN_CELL.unpack_from
        while True:
            kind, length = head(stream, at)
            here = at + 4
            at = here + length
            if kind in _NOTHING:  # every third record
                continue
            if at > size:
                raise OtherBiffError
            if kind in _ENDS:  # a chart within the sheet has records of its own
                depth += 1 if kind == _BOF else -1
                if not depth:
                    return
            elif depth > 1:
                continue
            elif kind == _LABEL_SST:
                row, column, style, text = shared(stream, here)
                put(row, column, style, strings[text])
            elif kind == _NUMBER_CELL:
                put(*number(stream, here))
            elif taker := takers.get(kind):
                taker(self, here, length)

    def _begun(self, start: int) -> int:
        """Where the sheet's second record stands; the first says that it is a worksheet."""
        kind, length = _HEAD.unpack_from(self._stream, start)
        if kind != _BOF or _HEAD.unpack_from(self._stream, start + 4) != (_BIFF8, _WORKSHEET):
            raise OtherBiffError
        return start + 4 + int(length)

    def _compact(self, at: int, _: int) -> None:
        row, column, style, number = _SHARED_TEXT.unpack_from(self._stream, at)
        self._put(row, column, style, _compact(number))

    def _many(self, at: int, length: int) -> None:
        row, column = _HEAD.unpack_from(self._stream, at)
        cells = _STYLED_RK.iter_unpack(self._stream[at + 4 : at + length - 2])
        for place, (style, compact) in enumerate(cells, column):
            self._put(row, place, style, _compact(compact))

    def _put(self, row: int, column: int, style: int, value: Value) -> None:
        if row != self._row:
            self._begin(row)
        if not self._column < column <= _LAST_COLUMN:
            raise OtherBiffError
        self._column = column
        if value != "":
            self._line += (column + 1, value, style)

    def _begin(self, row: int) -> None:
        if row + 1 in self._grid.rows:
            raise OtherBiffError
        self._line = self._grid.rows[row + 1] = []
        self._row, self._column = row, -1

    def _formula(self, at: int, _: int) -> None:
        row, column, style = _PLACE.unpack_from(self._stream, at)
        result = self._stream[at + 6 : at + 14]
        if result[6:] != b"\xff\xff":
            self._put(row, column, style, _NUMBER.unpack(result)[0])
        elif result[0] == 0:
            self._waiting = (row, column, style)
        elif result[0] == 1:
            self._put(row, column, style, bool(result[2]))
        elif result[0] == 2:
            self._put(row, column, style, _fault(result[2]))
        elif result[0] != 3:  # 3 is a text of no length
            raise OtherBiffError

    def _result(self, at: int, length: int) -> None:
        """The text of the formula before it."""
        if not self._waiting:
            return
        if _HEAD.unpack_from(self._stream, at + length)[0] == _CONTINUE:
            raise OtherBiffError
        row, column, style = self._waiting
        self._put(row, column, style, long_text(self._stream[at : at + length], 0))
        self._waiting = None

    def _own_text(self, at: int, length: int) -> None:
        row, column, style = _PLACE.unpack_from(self._stream, at)
        self._put(row, column, style, long_text(self._stream[at : at + length], 6))

    def _truth(self, at: int, length: int) -> None:
        body = self._stream[at : at + length]
        row, column, style = _PLACE.unpack_from(body)
        self._put(row, column, style, _fault(body[6]) if body[7] else bool(body[6]))

    # What is hidden, and what is merged ----------------------------------------------------

    def _row_hidden(self, at: int, length: int) -> None:
        if length <= _ROW_FLAGS:
            raise OtherBiffError
        if self._stream[at + _ROW_FLAGS] & _ROW_HIDDEN:
            self._grid.hidden_rows.add(_HEAD.unpack_from(self._stream, at)[0] + 1)

    def _columns_hidden(self, at: int, length: int) -> None:
        body = self._stream[at : at + length]
        first, last = _HEAD.unpack_from(body)
        if body[8] & 1:
            self._grid.hidden_columns.append((first + 1, min(last, _LAST_COLUMN) + 1))

    def _merged(self, at: int, length: int) -> None:
        body = self._stream[at : at + length]
        (count,) = _COUNT.unpack_from(body)
        for place in range(2, 2 + 8 * count, 8):
            top, bottom, left, right = _AREA.unpack_from(body, place)
            self._grid.merged.append(Area(top + 1, left + 1, bottom + 1, right + 1))

    # By the class: a sheet that held methods of its own would stay, with all of its workbook,
    # until the collector of cycles comes, and where many are read it comes late.
    _takers: ClassVar[Mapping[int, Callable[[SheetRecords, int, int], None]]] = {
        _RK_CELL: _compact, _MANY_RK: _many, _FORMULA: _formula, _STRING: _result,
        _LABEL: _own_text, _RICH_LABEL: _own_text,
        _BOOL_OR_ERROR: _truth, _ROW: _row_hidden, _COLUMNS: _columns_hidden, _MERGED: _merged,
    }  # fmt: skip


def _compact(number: int) -> float:
    """A number in four bytes: the upper thirty bits of a double, or a whole one; by hundred."""
    if number & _WHOLE:
        whole = number >> 2
        value = float(whole - (1 << 30) if whole >= 1 << 29 else whole)
    else:
        (value,) = _NUMBER.unpack(b"\0\0\0\0" + _RK.pack(number & ~3))
    return value / 100.0 if number & _BY_HUNDRED else value


def _fault(code: int) -> Fault:
    return Fault(error_text_from_code.get(code, "#?"))
