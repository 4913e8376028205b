"""What an .xlsx workbook says in no cell: printed headers, text boxes, notes, its properties."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import TYPE_CHECKING

from desktop.returns.aside import Aside, Place, header_lines
from desktop.returns.refusal import UnreadableError

if TYPE_CHECKING:
    from desktop.returns.xlsx import XlsxWorkbook

_HEADER = re.compile(rb"<(?:\w+:)?(?:odd|first|even)Header\b[^<>]*>([^<]*)</")
_ROWS_END = b"sheetData>"
_ESCAPED = re.compile(r"_x([\da-f]{4})_", re.IGNORECASE)
"""A letter that is none in XML, as the end of a line."""
_ANCHOR_ENDS = re.compile(rb"</(?:\w+:)?(?:two|one)CellAnchor>")
_FROM_ROW = re.compile(rb"<(?:\w+:)?row>(\d{1,7})<")
_PARAGRAPH_ENDS = b"</a:p>"
_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)<")
_NOTE_ENDS = re.compile(rb"</(?:\w+:)?comment>")
_NOTE_AT = re.compile(rb'<(?:\w+:)?comment\b[^<>]*\bref="([A-Z]{1,3}\d{1,7})"')
_PROPERTY = re.compile(rb"<(?:\w+:)?(?:title|subject|description)\b[^<>]*>([^<]*)</")
_LARGEST = 1 << 22
"""Bytes of a part that is looked at."""
_LONGEST = 2_000
"""Bytes of a header, or a note: either is a line or two."""


def asides(book: XlsxWorkbook) -> Iterator[Aside]:
    """Give every line that stands beside the cells, sheet by sheet, and what the file is called."""
    for name, part in book.worksheets():
        yield from _headers(name, _read(book, part, None).rpartition(_ROWS_END)[2])
        for drawing in book.linked(part, "drawing"):
            yield from _boxes(name, _read(book, drawing))
        for notes in book.linked(part, "comments"):
            for note in _NOTE_ENDS.split(_read(book, notes)):
                if at := _NOTE_AT.search(note):
                    yield Aside(Place.NOTE, _text(note), name, cell=at[1].decode())
    for properties in book.linked("", "core-properties"):
        for said in _PROPERTY.findall(_read(book, properties)):
            yield Aside(Place.PROPERTIES, _plain(said))


def _headers(sheet: str, xml: bytes) -> Iterator[Aside]:
    for said in _HEADER.findall(xml):
        yield from header_lines(sheet, _plain(said))


def _boxes(sheet: str, xml: bytes) -> Iterator[Aside]:
    """Each paragraph of the text boxes, with the row in which its box begins."""
    for anchor in _ANCHOR_ENDS.split(xml):
        row = _FROM_ROW.search(anchor)
        for paragraph in anchor.split(_PARAGRAPH_ENDS)[:-1]:
            yield Aside(Place.BOX, _text(paragraph), sheet, int(row[1]) + 1 if row else 0)


def _read(book: XlsxWorkbook, part: str, largest: int | None = _LARGEST) -> bytes:
    read, size = [], 0
    for chunk in book.chunks(part):
        read.append(chunk)
        size += len(chunk)
        if largest and size > largest:
            raise UnreadableError("too_large")
    return b"".join(read)


def _text(xml: bytes) -> str:
    return _plain(b"".join(_TEXT.findall(xml)))


def _plain(said: bytes) -> str:
    text = unescape(said[:_LONGEST].decode("utf-8", "replace"))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
