"""A workbook of LibreOffice's own kind (.ods, and .fods, which is the same in one file)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from desktop.returns.date_formats import day_number
from desktop.returns.grid import CELL_STEP, MAX_COLUMN, MAX_ROW, Area, Fault, Grid, Value
from desktop.returns.refusal import UnreadableError
from desktop.returns.typed_cells import exact
from desktop.returns.xlsx_sheet import attribute_pairs, feed, guarded_parser
from desktop.returns.zip_parts import ZipParts

_OF_TEXT, _LOCKED = b"opendocument.text", b"encryption-data"
_CELLS = ("table:table-cell", "table:covered-table-cell")
_ASIDE = frozenset(
    {"office:annotation", "table:shapes", "table:dde-links", "table:tracked-changes",
     "draw:frame", "draw:g", "draw:custom-shape", "office:forms"}
)  # fmt: skip
"""What holds texts and tables of its own, which are in no cell."""
_MOST_CELLS = 20_000_000
"""One cell may be written as many: so many that hold something no return has."""
_DATE, _PERCENT = "yyyy-mm-dd", "0%"


class OpenDocument:
    """An open .ods workbook; raises `UnreadableError` where it is locked, or a text."""

    def __init__(self, content: bytes) -> None:
        self._zip = ZipParts(content)
        self.parts = self._zip.names
        if _OF_TEXT in self._part("mimetype"):
            raise UnreadableError("word_file", found=".odt")
        if _LOCKED in self._part("META-INF/manifest.xml"):
            raise UnreadableError("unknown_cipher")

    def _part(self, name: str) -> bytes:
        return b"".join(self._zip.chunks(name)) if name in self.parts else b""

    def sheets(self, *, thorough: bool = True) -> Iterator[Grid]:
        """Give the sheets in their order, all of them, however `thorough` one is."""
        del thorough
        yield from _sheets(self._zip.chunks("content.xml"))

    def saved_at(self) -> str:
        """Nothing: no figure depends on it."""
        return ""

    def creator(self) -> str:
        """Nothing: only a summary of ours must be told by it, and none is of this kind."""
        return ""


def flat_sheets(content: bytes) -> Iterator[Grid]:
    """Give the sheets of a workbook that is one file of XML."""
    return _sheets([content])


def _sheets(chunks: Iterable[bytes]) -> Iterator[Grid]:
    """Raises `expat.ExpatError` or `UnsafeXmlError`, and `UnreadableError` beyond all bounds."""
    book = _Book()
    parser = guarded_parser()
    parser.StartElementHandler = book.start
    parser.EndElementHandler = book.end
    parser.CharacterDataHandler = book.characters
    feed(parser, chunks)
    for grid in book.grids:
        grid.formats, grid.fonts = book.formats, book.fonts
        yield grid


class _Styles:
    """What the styles of a book say of cells: fonts, how numbers are shown, hidden sheets."""

    def __init__(self) -> None:
        self.hidden: set[str] = set()
        self.numbers: dict[tuple[str, str], int] = {("", ""): 0}
        self._fonts: dict[str, str] = {}
        self._shown: dict[str, str] = {}
        self._data: dict[str, str] = {}
        self._style = self._number = ""

    def take(self, tag: str, found: dict[str, str]) -> None:
        """Take a tag that may belong to a style."""
        if tag == "style:style":
            self._style = found.get("style:name", "")
            self._data[self._style] = found.get("style:data-style-name", "")
        elif tag == "style:text-properties" and self._style:
            name = found.get("style:font-name") or found.get("fo:font-family", "")
            self._fonts.setdefault(self._style, name)
        elif tag == "style:table-properties" and found.get("table:display") == "false":
            self.hidden.add(self._style)
        elif tag in {"number:number-style", "number:currency-style"}:
            self._number = found.get("style:name", "")
        elif tag == "number:number" and self._number:
            factor = found.get("number:display-factor", "")
            if factor.startswith("1") and set(factor[1:]) == {"0"}:
                self._shown[self._number] = "#,##0" + "," * (len(factor) // 3)

    def number(self, style: str, code: str) -> int:
        """Give the number of a style of cells whose content is shown by a format's code."""
        key = (self._fonts.get(style, ""), code or self._shown.get(self._data.get(style, ""), ""))
        return self.numbers.setdefault(key, len(self.numbers))


class _Book:
    """What the tags tell, sheet by sheet."""

    def __init__(self) -> None:
        self.grids: list[Grid] = []
        self._styles = _Styles()
        self._aside = self._held = 0
        self._row = self._rows = self._column = 0
        self._columns: list[tuple[int, str]] = []
        self._cell: dict[str, str] = {}
        self._lines: list[str] | None = None
        self._within = self._hidden = False
        self._put: list[int | Value] = []

    @property
    def fonts(self) -> tuple[str, ...]:
        """The fonts of the styles, by their numbers."""
        return tuple(font for font, _ in self._styles.numbers)

    @property
    def formats(self) -> tuple[str, ...]:
        """The number formats of the styles, by their numbers."""
        return tuple(code for _, code in self._styles.numbers)

    def start(self, tag: str, attributes: list[str]) -> None:
        """Take a tag; those of other names say nothing of cells."""
        if self._aside or tag in _ASIDE:
            self._aside += tag in _ASIDE
        elif tag == "text:p" and self._lines is not None:
            self._lines.append("")
            self._within = True
        elif self._within and tag in {"text:s", "text:tab", "text:line-break"}:
            self.characters("\n" if tag == "text:line-break" else " ")
        elif tag in _CELLS and self.grids:
            self._cell, self._lines = attribute_pairs(attributes), []
        elif tag.startswith("table:") and not self._within:
            self._outside(tag, attribute_pairs(attributes))
        elif not self.grids:
            self._styles.take(tag, attribute_pairs(attributes))

    def _outside(self, tag: str, found: dict[str, str]) -> None:
        self._hidden = found.get("table:visibility", "visible") != "visible"
        if tag == "table:table":
            concealed = found.get("table:style-name", "") in self._styles.hidden
            self.grids.append(Grid(found.get("table:name", ""), concealed))
            self._row = self._rows = self._column = 0
            self._columns = []
        elif tag == "table:table-column" and self.grids:
            first = self._column + 1
            self._column += _times(found.get("table:number-columns-repeated"))
            self._columns.append((self._column, found.get("table:default-cell-style-name", "")))
            if self._hidden:
                self.grids[-1].hidden_columns.append((first, self._column))
        elif tag == "table:table-row" and self.grids:
            self._row += max(self._rows, 1) if self._row else 1
            self._rows = _times(found.get("table:number-rows-repeated"))
            self._column, self._put = 0, []

    def characters(self, text: str) -> None:
        """Take text within a paragraph of a cell."""
        if self._within and self._lines and not self._aside:
            self._lines[-1] += text

    def end(self, tag: str) -> None:
        """Put what a cell or a row held, where it ends."""
        if self._aside:
            self._aside -= tag in _ASIDE
        elif tag == "text:p":
            self._within = False
        elif tag in _CELLS and self._lines is not None:
            self._end_cell(tag, "\n".join(self._lines))
            self._lines = None
        elif tag == "table:table-row" and self._put:
            self._end_row(range(self._row, self._row + self._rows))

    def _end_row(self, numbers: range) -> None:
        self._count(len(numbers) * len(self._put) // CELL_STEP)
        if numbers[-1] > MAX_ROW:
            raise UnreadableError("too_large")
        self.grids[-1].rows.update((number, [*self._put]) for number in numbers)
        if self._hidden:
            self.grids[-1].hidden_rows.update(numbers)
        self._put = []

    def _end_cell(self, tag: str, text: str) -> None:
        first = self._column + 1
        times = _times(self._cell.get("table:number-columns-repeated"))
        self._column += times
        value, code = _value(self._cell, text)
        if value == "" and code == "":
            return self._merge(first)
        if self._column > MAX_COLUMN:
            raise UnreadableError("too_large")
        self._count(times)
        if tag == _CELLS[0]:  # what is covered nobody sees
            named = self._cell.get("table:style-name") or self._default(first)
            style = self._styles.number(named, code)
            for column in range(first, self._column + 1):
                self._put += (column, value, style)
        return self._merge(first)

    def _merge(self, left: int) -> None:
        wide = _times(self._cell.get("table:number-columns-spanned"))
        high = _times(self._cell.get("table:number-rows-spanned"))
        if wide > 1 or high > 1:
            bottom, right = min(self._row + high - 1, MAX_ROW), min(left + wide - 1, MAX_COLUMN)
            self.grids[-1].merged.append(Area(self._row, left, bottom, right))

    def _default(self, column: int) -> str:
        return next((style for last, style in self._columns if column <= last), "")

    def _count(self, cells: int) -> None:
        self._held += cells
        if self._held > _MOST_CELLS:
            raise UnreadableError("too_large")


def _value(cell: dict[str, str], text: str) -> tuple[Value, str]:
    """Give what a cell holds, and the code of a format that shows it."""
    kind = cell.get("office:value-type", "")
    if cell.get("calcext:value-type") == "error":
        return Fault(text), ""
    if kind in {"float", "currency"}:
        return exact(cell["office:value"]), ""
    if kind == "percentage":
        return exact(cell["office:value"]), _PERCENT
    if kind == "date":
        return day_number(datetime.fromisoformat(cell["office:date-value"]).date()), _DATE
    if kind == "boolean":
        return cell.get("office:boolean-value") == "true", ""
    return cell.get("office:string-value") or text, ""


def _times(said: str | None) -> int:
    return int(said) if said is not None and said.isdigit() and said.isascii() else 1
