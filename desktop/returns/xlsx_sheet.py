"""One sheet of an .xlsx workbook: a single expat pass that keeps cells, merges and what is hidden.

Only start tags and character data are listened to: an end tag costs a call and says nothing that
the next start tag does not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from xml.parsers import expat

from desktop.returns.grid import (
    MAX_COLUMN,
    MAX_ROW,
    Fault,
    Grid,
    Value,
    area,
    column_number,
)
from desktop.returns.refusal import UnreadableError
from desktop.returns.xml_texts import unpadded

_FAR = -1
_LONGEST_TAG = 4 << 20
"""Bytes. What is not closed by then is looked at anew with every piece, and no office writes it."""
_INSIDE_TEXT = frozenset(
    {
        "is", "r", "rPr", "rFont", "b", "i", "u", "sz", "color", "family", "charset", "scheme",
        "strike", "vertAlign", "outline", "shadow", "condense", "extend", "phoneticPr",
    }
)  # fmt: skip
"""Tags within an inline string: they do not end the cell."""

StartHandler = Callable[[str, list[str]], None]


class UnsafeXmlError(Exception):
    """The XML declares its own document type, which no workbook does and which can hide a bomb."""


def guarded_parser() -> expat.XMLParserType:
    """Give a parser that stops at a document type, before an entity can be declared in it."""

    def refuse(*_: object) -> None:
        raise UnsafeXmlError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    parser.buffer_text = True
    parser.ordered_attributes = True
    return parser


def feed(parser: expat.XMLParserType, chunks: Iterable[bytes]) -> None:
    """Parse a part piece by piece; a missing part, which gives no piece, is not parsed.

    Raises `expat.ExpatError` or `UnsafeXmlError`, and `UnreadableError` at a tag without end.
    """
    fed = 0
    for chunk in chunks:
        fed = _fed(parser, chunk, fed)
    if fed:
        parser.Parse(b"", True)


def _fed(parser: expat.XMLParserType, chunk: bytes, before: int) -> int:
    """Parse a piece behind so many bytes; give how many they are with it."""
    parser.Parse(chunk, False)
    fed = before + len(chunk)
    if fed - parser.CurrentByteIndex > _LONGEST_TAG + len(chunk):
        raise UnreadableError("too_large")
    return fed


def without_prefix(parser: expat.XMLParserType, start: StartHandler) -> None:
    """Hand tags to `start` by their local names, whether or not the document prefixes them."""

    def first(tag: str, attributes: list[str]) -> None:
        length = tag.rfind(":") + 1
        handler = (lambda t, a: start(t[length:], a)) if length else start
        parser.StartElementHandler = handler
        handler(tag, attributes)

    parser.StartElementHandler = first


def attribute_pairs(attributes: list[str]) -> dict[str, str]:
    """Turn expat's flat list of attributes into a dictionary."""
    return dict(zip(attributes[::2], attributes[1::2], strict=True))


def scan(chunks: Iterable[bytes], grid: Grid, strings: Sequence[str]) -> None:
    """Fill the grid from the sheet's XML; raises what `feed` does."""
    scanner = SheetScanner(grid, strings)
    for chunk in chunks:
        scanner.feed(chunk)
    scanner.finish()


class SheetScanner:
    """Feeds a sheet's XML, piece by piece, into a grid."""

    def __init__(self, grid: Grid, strings: Sequence[str]) -> None:
        self._cells = _Cells(grid, strings)
        self._parser = guarded_parser()
        self._parser.CharacterDataHandler = self._cells.text.append
        without_prefix(self._parser, self._cells.start)
        self._fed = 0

    def feed(self, chunk: bytes) -> None:
        """Take the next piece; raises what the function `feed` does."""
        self._fed = _fed(self._parser, chunk, self._fed)

    def finish(self) -> None:
        """Say that there is no more."""
        if self._fed:
            self._parser.Parse(b"", True)
        self._cells.keep()


class _Cells:
    """What is open at this moment: the row, the cell, and the text since its last tag."""

    __slots__ = (
        "_column", "_columns", "_formula", "_grid", "_kind", "_letters", "_phonetic", "_put",
        "_row", "_seen", "_strings", "_style", "text",
    )  # fmt: skip

    def __init__(self, grid: Grid, strings: Sequence[str]) -> None:
        self._grid = grid
        self._strings = strings
        self._columns: dict[str, int] = {}
        self.text: list[str] = []
        self._row = self._column = self._style = 0
        self._put: list[int | Value] = []
        self._letters, self._kind = "", "n"
        self._seen = self._formula = self._phonetic = False

    def start(self, tag: str, attributes: list[str]) -> None:
        """Take a start tag; whatever it closes is kept first."""
        if tag == "v":
            self.text.clear()
            self._seen = True
        elif tag == "c":
            if self._seen or self._formula:
                self.keep()
            self._open(attributes)
        elif tag == "f":
            self._formula = True
        else:
            self._seldom(tag, attributes)

    def _open(self, attributes: list[str]) -> None:
        before = self._letters
        self._style, self._kind, self._letters = 0, "n", ""
        for at in range(0, len(attributes), 2):
            name = attributes[at]
            if name == "r":
                self._letters = attributes[at + 1].rstrip("0123456789")
            elif name == "s":
                self._style = int(attributes[at + 1])
            elif name == "t":
                self._kind = attributes[at + 1]
        if not self._letters:  # it stands behind the last one, empty or not
            self._column = (self._column_of(before) if before else self._column) + 1

    def keep(self) -> None:
        """Put the open cell into its row, if it holds anything."""
        if not (self._seen or self._formula):
            return
        column = self._column_of(self._letters) if self._letters else self._column
        if 0 < column <= MAX_COLUMN:
            value = self._value()
            if value != "":
                if not self._put and 0 < self._row <= MAX_ROW:
                    self._grid.rows[self._row] = self._put
                self._put += (column, value, self._style)
        self._seen = self._formula = self._phonetic = False

    def _column_of(self, letters: str) -> int:
        column = self._columns.get(letters)
        if column is None:
            column = self._columns[letters] = column_number(letters)
        self._column = column
        return column

    def _value(self) -> Value:
        raw = self.text[0] if len(self.text) == 1 else "".join(self.text)
        if not self._seen:  # a formula, and the text is the formula itself
            return Fault()
        kind = self._kind
        if kind == "n":
            return _number(raw) if raw else (Fault() if self._formula else "")
        if kind == "s":
            at = int(raw) if raw else _FAR
            return self._strings[at] if 0 <= at < len(self._strings) else Fault()
        if kind == "b":
            return raw.strip() == "1"
        return Fault(raw.strip()) if kind == "e" else unpadded(raw)

    def _seldom(self, tag: str, attributes: list[str]) -> None:
        if tag == "row":
            self.keep()
            self._open_row(attribute_pairs(attributes))
        elif tag == "t" and not self._phonetic:
            before = unpadded("".join(self.text)) if self._seen else ""
            self.text[:] = [before]
            self._seen = True
        elif tag == "rPh":
            self._phonetic = True
        elif tag == "col":
            self._hide_columns(attribute_pairs(attributes))
        elif tag not in _INSIDE_TEXT:
            self.keep()
            if tag == "mergeCell":
                self._grid.merged.append(area(attribute_pairs(attributes)["ref"]))

    def _open_row(self, attributes: dict[str, str]) -> None:
        self._row = int(attributes.get("r", self._row + 1))
        self._column = 0
        self._letters = ""
        self._put = self._grid.rows.get(self._row, [])
        if 0 < self._row <= MAX_ROW and _true(attributes.get("hidden")):
            self._grid.hidden_rows.add(self._row)

    def _hide_columns(self, attributes: dict[str, str]) -> None:
        if _true(attributes.get("hidden")):
            self._grid.hidden_columns.append((int(attributes["min"]), int(attributes["max"])))


def _number(raw: str) -> Value:
    try:
        number = float(raw)
    except ValueError:
        return raw
    return number if number - number == 0 else raw  # Excel knows neither infinity nor NaN


def _true(flag: str | None) -> bool:
    return flag in {"1", "true"}
