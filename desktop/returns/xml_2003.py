"""A workbook in Excel's XML of 2003 ("XML Spreadsheet"), which some portals still write."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.returns.grid import MAX_COLUMN, MAX_ROW, Area, Fault, Grid, Value
from desktop.returns.refusal import UnreadableError
from desktop.returns.typed_cells import put
from desktop.returns.xlsx_sheet import attribute_pairs, guarded_parser


def xml_2003_sheets(content: bytes) -> Iterator[Grid]:
    """Give the sheets in their order; raises `expat.ExpatError` or `UnsafeXmlError`."""
    book = _Book()
    parser = guarded_parser()
    parser.StartElementHandler = book.start
    parser.EndElementHandler = book.end
    parser.CharacterDataHandler = book.characters
    parser.Parse(content, True)
    yield from book.grids


class _Book:
    """What the tags tell, sheet by sheet."""

    def __init__(self) -> None:
        self.grids: list[Grid] = []
        self._row = self._column = 0
        self._across = 0
        self._kind = ""
        self._text: list[str] | None = None

    def start(self, tag: str, attributes: list[str]) -> None:
        """Take a tag; those of other names say nothing of cells."""
        found = {k.rpartition(":")[2]: v for k, v in attribute_pairs(attributes).items()}
        name = tag.rpartition(":")[2]
        if name == "Worksheet":
            self.grids.append(Grid(found.get("Name", ""), formats=("",)))
            self._row = 0
        elif not self.grids:
            return
        elif name == "Row":
            self._begin_row(found)
        elif name == "Cell":
            self._begin_cell(found)
        elif name == "Data":
            self._kind, self._text = found.get("Type", ""), []
        elif name == "Visible":
            self._kind, self._text = name, []

    def _begin_row(self, found: dict[str, str]) -> None:
        self._row = _number(found.get("Index"), self._row + 1, MAX_ROW)
        self._column = 0
        self._across = 0
        if found.get("Hidden") == "1":
            self.grids[-1].hidden_rows.add(self._row)

    def _begin_cell(self, found: dict[str, str]) -> None:
        self._column = _number(found.get("Index"), self._column + self._across + 1, MAX_COLUMN)
        self._across = _number(found.get("MergeAcross"), 0, MAX_COLUMN - self._column)
        down = _number(found.get("MergeDown"), 0, MAX_ROW - self._row)
        if self._across or down:
            right = self._column + self._across
            self.grids[-1].merged.append(Area(self._row, self._column, self._row + down, right))

    def characters(self, text: str) -> None:
        """Take text within a cell."""
        if self._text is not None:
            self._text.append(text)

    def end(self, tag: str) -> None:
        """Put what a cell held, where its data end."""
        name = tag.rpartition(":")[2]
        if self._text is None or name not in {"Data", "Visible"}:
            return
        text, self._text = "".join(self._text), None
        if name == "Visible":
            self.grids[-1].hidden = text.strip() != "SheetVisible"
        elif self._row and self._column:
            put(self.grids[-1], self._row, self._column, _value(self._kind, text))


def _value(kind: str, text: str) -> Value:
    if kind == "Number":
        return float(text)
    if kind == "Boolean":
        return text.strip() == "1"
    return Fault(text) if kind == "Error" else text


def _number(said: str | None, otherwise: int, most: int) -> int:
    number = int(said) if said is not None and said.isdigit() and said.isascii() else otherwise
    if not 0 <= number <= most:
        raise UnreadableError("too_large")
    return number
