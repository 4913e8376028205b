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
_ANCHOR = re.compile(
    rb"<(?:\w+:)?(?:two|one)CellAnchor\b.*?</(?:\w+:)?(?:two|one)CellAnchor>", re.DOTALL
)
_FROM_ROW = re.compile(rb"<(?:\w+:)?row>(\d+)<")
_PARAGRAPH = re.compile(rb"<a:p(?:\s[^<>]*)?>.*?</a:p>", re.DOTALL)
_TEXT = re.compile(rb"<(?:\w+:)?t(?:\s[^<>]*)?>([^<]*)<")
_NOTE = re.compile(
    rb'<(?:\w+:)?comment\b[^<>]*\bref="([A-Z]+\d+)"[^<>]*>(.*?)</(?:\w+:)?comment>', re.DOTALL
)
_PROPERTY = re.compile(rb"<(?:\w+:)?(?:title|subject|description)\b[^<>]*>([^<]*)</")
_LARGEST = 1 << 22
"""Bytes of a part that is looked at: a header or a note is a line."""


def asides(book: XlsxWorkbook) -> Iterator[Aside]:
    """Give every line that stands beside the cells, sheet by sheet, and what the file is called."""
    for name, part in book.worksheets():
        yield from _headers(name, _read(book, part, None).rpartition(_ROWS_END)[2])
        for drawing in book.linked(part, "drawing"):
            yield from _boxes(name, _read(book, drawing))
        for notes in book.linked(part, "comments"):
            for cell, note in _NOTE.findall(_read(book, notes)):
                yield Aside(Place.NOTE, _text(note), name, cell=cell.decode())
    for properties in book.linked("", "core-properties"):
        for said in _PROPERTY.findall(_read(book, properties)):
            yield Aside(Place.PROPERTIES, _plain(said))


def _headers(sheet: str, xml: bytes) -> Iterator[Aside]:
    for said in _HEADER.findall(xml):
        yield from header_lines(sheet, _plain(said))


def _boxes(sheet: str, xml: bytes) -> Iterator[Aside]:
    """Each paragraph of the text boxes, with the row in which its box begins."""
    for anchor in _ANCHOR.findall(xml):
        row = _FROM_ROW.search(anchor)
        for paragraph in _PARAGRAPH.findall(anchor):
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
    text = unescape(said.decode("utf-8", "replace"))
    return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
