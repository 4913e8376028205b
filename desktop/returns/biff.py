"""An .xls workbook of Excel 97 to 2003 in the form that Excel writes, record by record.

That is several times as fast as xlrd, which unpacks every style, name and formula. What is
written otherwise (older versions, odd orders, damage) raises `OtherBiffError`, and xlrd reads it.
Source of the record layouts: [MS-XLS].
"""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain

from xlrd.formatting import std_format_strings

from desktop.returns.biff_sheet import SheetRecords
from desktop.returns.biff_strings import OtherBiffError, long_text, shared_strings, short_text
from desktop.returns.compound import opened
from desktop.returns.date_formats import count_from_1900
from desktop.returns.grid import Grid
from desktop.returns.telling import announces, said, spoken_by, telling, tells

_HEAD = struct.Struct("<HH")
_BOF, _EOF, _FILEPASS = 0x809, 0x0A, 0x2F
_SHEET, _FONT, _FORMAT, _XF, _SST, _CONTINUE = 0x85, 0x31, 0x41E, 0xE0, 0xFC, 0x3C
_DATE_MODE, _HEADER = 0x22, 0x14
_TAKEN = frozenset({_SHEET, _FONT, _FORMAT, _XF, _DATE_MODE})
_LOOKED_AT = _TAKEN | {_EOF, _FILEPASS, _SST}
"""All others, of which a workbook has thousands, say nothing that is asked for."""
_BIFF8, _GLOBALS = 0x600, 0x05
_NO_FONT = 4
"""Excel counts fonts as if there were one of this number; there is none."""
_XFS = re.compile(rb"(?:\xe0\x00\x14\x00.{20})+", re.DOTALL)
"""Styles follow one another by the thousand."""
_STYLE = struct.Struct("<4xHH16x")
_SHARED = re.compile(rb"\xfd\x00\x0a\x00(?=.{6}(.{4}))", re.DOTALL)
"""How a cell begins that holds a shared string, and that one's place; chance may match as well."""
_OWN_TEXTS = [re.compile(begin) for begin in (rb"\x04\x02", rb"\x07\x02", rb"\xd6\x00")]
_RESULT, _BEFORE_TEXT = b"\x07\x02", 6
"""A formula's text stands by itself; before others stand row, column and style."""
_LETTERS = struct.Struct("<HB")
_TEXT_FLAGS = 0x0D
_FULL = 8_000
"""A record nearly as long as one may be: its text goes on in the next."""
_MOST_OWN = 1 << 10


@dataclass(slots=True)
class _Tab:
    name: str
    start: int
    hidden: bool
    is_worksheet: bool


@dataclass
class _Globals:
    """What the records before the first sheet say of all sheets."""

    tabs: list[_Tab] = field(default_factory=list)
    fonts: list[str] = field(default_factory=list)
    formats: dict[int, str] = field(default_factory=lambda: dict(std_format_strings))
    styles: list[tuple[int, int]] = field(default_factory=list)
    strings: list[str] = field(default_factory=list)
    since_1904: bool = False

    def columns(self) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Number format and font by style."""
        fonts = [self.fonts[font] if font < len(self.fonts) else "" for font, _ in self.styles]
        return tuple([self.formats.get(code, "") for _, code in self.styles]), tuple(fonts)


class BiffWorkbook:
    """An open workbook; raises `OtherBiffError` where it is not in Excel's own form."""

    def __init__(self, content: bytes) -> None:
        try:
            self._stream = opened(content).workbook
        except Exception as error:  # olefile raises much on damage
            raise OtherBiffError from error
        try:
            self._globals = self._read_globals()
        except (struct.error, IndexError, UnicodeDecodeError) as error:
            raise OtherBiffError from error

    def sheets(self, *, thorough: bool = True) -> Iterator[Grid]:
        """Open the sheets in the order of their tabs; unless `thorough`, quiet ones stay shut."""
        formats, fonts = self._globals.columns()
        for tab in self._globals.tabs:
            if not tab.is_worksheet:
                continue
            grid = Grid(tab.name, tab.hidden, formats=formats, fonts=fonts)
            if not thorough and self._is_quiet(tab):
                grid.quiet = True
            else:
                try:
                    SheetRecords(self._stream, self._globals.strings, grid).read(tab.start)
                except (struct.error, IndexError, UnicodeDecodeError) as error:
                    raise OtherBiffError from error
                if self._globals.since_1904:
                    count_from_1900(grid)
            yield grid

    def headers(self) -> Iterator[tuple[str, str]]:
        """What each sheet prints on top of its pages, behind the sheet's name."""
        for tab in self._globals.tabs:
            part = self._part(tab)
            for at in _records(part) if tab.is_worksheet else ():
                kind, length = _HEAD.unpack_from(part, at)
                if kind == _HEADER and length:
                    yield tab.name, long_text(part[at + 4 : at + 4 + length], 0)

    @cached_property
    def _telling(self) -> Sequence[frozenset[bytes]]:
        """The places of telling texts, as a cell names them."""
        told = telling(self._globals.strings)
        return [frozenset(at.to_bytes(4, "little") for at in places) for places in told]

    @cached_property
    def _starts(self) -> Sequence[int]:
        return sorted([*(tab.start for tab in self._globals.tabs), len(self._stream)])

    def _part(self, tab: _Tab) -> bytes:
        after = bisect_right(self._starts, tab.start)
        return self._stream[tab.start : self._starts[after] if after < len(self._starts) else None]

    def _is_quiet(self, tab: _Tab) -> bool:
        if tells(tab.name):
            return False
        part = self._part(tab)
        spoken = spoken_by(_SHARED.findall(part), self._telling)
        if announces(spoken):
            return False
        own = [(at, found) for at, text in _own_texts(part) if (found := said(text))]
        if own:  # by chance numbers, read as letters, are of Asia
            begins = frozenset(_records(part))
            spoken = spoken.union(*(found for at, found in own if at in begins))
        return not announces(spoken)

    def _read_globals(self) -> _Globals:
        found = _Globals()
        stream = self._stream
        kind, length = _HEAD.unpack_from(stream, 0)
        version, what = _HEAD.unpack_from(stream, 4)
        if (kind, version, what) != (_BOF, _BIFF8, _GLOBALS):
            raise OtherBiffError
        at, size, head = 4 + length, len(stream), _HEAD.unpack_from
        while True:
            kind, length = head(stream, at)
            if kind not in _LOOKED_AT:
                at += 4 + length
                continue
            if kind == _XF and (styles := _XFS.match(stream, at)):
                found.styles += _STYLE.iter_unpack(styles[0])
                at = styles.end()
                continue
            here, at = at + 4, at + 4 + length
            if kind == _EOF:
                return found
            if kind == _FILEPASS or at > size:
                raise OtherBiffError
            if kind == _SST:
                pieces = [stream[here:at]]
                while _HEAD.unpack_from(stream, at)[0] == _CONTINUE:
                    length = _HEAD.unpack_from(stream, at)[1]
                    pieces.append(stream[at + 4 : at + 4 + length])
                    at += 4 + length
                found.strings = shared_strings(pieces)
            elif kind in _TAKEN:
                _take(found, kind, stream[here:at])


def _take(found: _Globals, kind: int, body: bytes) -> None:
    if kind == _XF:
        font, code = _HEAD.unpack_from(body)
        found.styles.append((font, code))
    elif kind == _FONT:
        if len(found.fonts) == _NO_FONT:
            found.fonts.append("")
        found.fonts.append(short_text(body, 14))
    elif kind == _FORMAT:
        found.formats[_HEAD.unpack_from(body)[0]] = long_text(body, 2)
    elif kind == _DATE_MODE:
        found.since_1904 = body[:1] == b"\x01"
    elif kind == _SHEET:
        (start,) = struct.unpack_from("<I", body)
        name = short_text(body, 6)
        found.tabs.append(_Tab(name, start, body[4] & 3 != 0, body[5] == 0))


def _records(part: bytes) -> Iterator[int]:
    """Where the records of a sheet begin, one behind the other."""
    at, last = 0, len(part) - _HEAD.size
    while at <= last:
        yield at
        at += _HEAD.size + _HEAD.unpack_from(part, at)[1]


def _own_texts(part: bytes) -> Iterator[tuple[int, str]]:
    """Texts that stand in the sheet itself, each with the place at which its record begins.

    What by chance looks like a record may come as well.
    """
    for match in chain.from_iterable(begin.finditer(part) for begin in _OWN_TEXTS):
        start = match.end() + 2
        length = int.from_bytes(part[match.end() : start], "little")
        place = 0 if match[0] == _RESULT else _BEFORE_TEXT
        body = part[start : start + length]
        if len(body) < place + 3 or (place and body[3]):
            continue  # no record of a text, or of a column that no sheet has
        letters, flags = _LETTERS.unpack_from(body, place)
        size = letters * 2 if flags & 1 else letters
        if flags & ~_TEXT_FLAGS or (place + 3 + size > length and length < _FULL):
            continue
        text = body[place + 3 : place + 3 + _MOST_OWN]
        letters_of = "utf-16-le" if flags & 1 else "latin-1"
        yield match.start(), text.decode(letters_of, "replace")
