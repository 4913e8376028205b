"""One sheet of a package in its XML: what its cells say, and what they are made to say."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from lxml import etree

from desktop.reports.template.cell_names import Area, area, cell_name, cell_place
from desktop.reports.template.package import local
from desktop.reports.workbook.page import plain

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_ESCAPED = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")
_XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_HEIGHT = ("ht", "customHeight", "s", "customFormat")


class Change(NamedTuple):
    """Words that take the place of a stretch of a text."""

    start: int
    end: int
    words: str


class SheetXml:
    """The rows and cells of a sheet; rows and columns count from 1."""

    def __init__(self, root: Element, shared: Sequence[Element]) -> None:
        """Take a sheet's root, and the workbook's shared texts."""
        self._root, self._shared = root, shared
        self._space = f"{{{etree.QName(root).namespace}}}"
        self._data = self._child(root, "sheetData")
        self._rows: dict[int, Element] = {}
        self._cells: dict[tuple[int, int], Element] = {}
        self._index()
        self.merges = self._merges()

    @property
    def root(self) -> Element:
        """The sheet's root."""
        return self._root

    def cells(self) -> Iterator[tuple[int, int]]:
        """Give the places of all cells, row by row."""
        return iter(sorted(self._cells))

    def formula(self, row: int, column: int) -> str:
        """Give a cell's formula as it is written; empty where it has none, or shares another's."""
        cell = self._cells.get((row, column))
        found = None if cell is None else self._child_or_none(cell, "f")
        return "" if found is None else found.text or ""

    def has_formula(self, row: int, column: int) -> bool:
        """Say whether a cell computes its value, by a formula of its own or a shared one."""
        cell = self._cells.get((row, column))
        return cell is not None and self._child_or_none(cell, "f") is not None

    def text(self, row: int, column: int) -> str:
        """Give what a cell says, if it is a text that was typed; else nothing."""
        holder = self._holder(row, column)
        return "" if holder is None else "".join(t.text or "" for t in _texts(holder))

    def is_filled(self, row: int, column: int) -> bool:
        """Say whether a cell holds anything but its looks."""
        cell = self._cells.get((row, column))
        return cell is not None and any(local(part) in {"v", "f", "is"} for part in cell)

    def covering(self, row: int, column: int) -> Area | None:
        """Give the merged area that a cell lies in; None where it stands alone."""
        return next((m for m in self.merges if m.meets(Area(row, column, row, column))), None)

    def put(self, row: int, column: int, value: float | str | None, like: int = 0) -> None:
        """Let a cell say a number or a text, in its own looks; or nothing, for None.

        A cell that is not there, or has no looks, takes those of the row `like`.
        """
        cell = self._made(row, column, like)
        self._clear(cell)
        if isinstance(value, str):
            self._hold(cell, self._plain_text(value))
        elif value is not None:
            etree.SubElement(cell, f"{self._space}v").text = repr(float(value)).removesuffix(".0")

    def change(self, row: int, column: int, changes: Sequence[Change]) -> None:
        """Change stretches of a cell's text; each takes the looks of the letter it begins at."""
        cell, holder = self._cells[row, column], self._holder(row, column)
        assert holder is not None  # it had a text to be changed
        inline = etree.Element(f"{self._space}is")
        inline.extend(copy.deepcopy(part) for part in holder if local(part) in {"t", "r"})
        pieces = list(_texts(inline))
        for one in sorted(changes, reverse=True):
            _replace(pieces, one)
        self._clear(cell)
        self._hold(cell, inline)

    def forget_value(self, row: int, column: int) -> None:
        """Drop the value that a formula came to, so that nobody reads one that holds no more."""
        cell = self._cells[row, column]
        for part in list(cell):
            if local(part) == "v":
                cell.remove(part)
        cell.attrib.pop("t", None)

    def formula_element(self, row: int, column: int) -> Element | None:
        """Give the element that holds a cell's formula."""
        return self._child_or_none(self._cells[row, column], "f")

    def around(self) -> Iterator[Element]:
        """Give every element that is no row or cell."""
        for part in self._root:
            if part is not self._data:
                yield from part.iter(etree.Element)

    def style(self, row: int, column: int) -> str:
        """Give the number of a cell's looks; empty where it has none."""
        return str(self._cells[row, column].get("s") or "")

    def dress(self, row: int, column: int, style: str) -> None:
        """Give a cell its looks; one that is not there is made, and is empty."""
        cell = self._cells.get((row, column))
        (self._insert(row, column, 0) if cell is None else cell).set("s", style)

    def row_looks(self) -> dict[int, dict[str, str]]:
        """Give what each row says of its height and looks."""
        return {
            number: {name: str(row.get(name)) for name in _HEIGHT if row.get(name)}
            for number, row in self._rows.items()
        }

    def renumber(self, to: Callable[[int], int]) -> None:
        """Give rows and cells the numbers that they now have, and read the merged areas anew."""
        for (number, column), cell in self._cells.items():
            cell.set("r", cell_name(to(number), column))
        for number, row in self._rows.items():
            row.set("r", str(to(number)))
        self._rows, self._cells = {}, {}
        self._index()
        self.merges = self._merges()

    def add_row(self, number: int, looks: Mapping[str, str]) -> None:
        """Add an empty row in its place."""
        row = etree.Element(f"{self._space}row", {"r": str(number), **looks})
        self._data.insert(sum(1 for other in self._rows if other < number), row)
        self._rows[number] = row

    def merge(self, area: Area) -> None:
        """Merge cells; the sheet has merged cells already."""
        holder = self._child(self._root, "mergeCells")
        corners = cell_name(area.top, area.left), cell_name(area.bottom, area.right)
        etree.SubElement(holder, f"{self._space}mergeCell", ref=":".join(corners))
        holder.set("count", str(len(holder)))
        self.merges.append(area)

    def shared_formulas(self) -> Iterator[tuple[int, int, str, str]]:
        """Give each cell with a shared formula: its place, the share's index, its own text."""
        for (row, column), cell in sorted(self._cells.items()):
            found = self._child_or_none(cell, "f")
            if found is not None and found.get("t") == "shared":
                yield row, column, str(found.get("si")), found.text or ""

    # ----------------------------------------------------------------------------------------

    def _index(self) -> None:
        last_row = 0
        for row in self._data:
            if local(row) != "row":
                continue
            last_row = int(row.get("r") or last_row + 1)
            row.set("r", str(last_row))  # a writer may leave both out
            self._rows[last_row] = row
            last_column = 0
            for cell in row:
                if local(cell) == "c":
                    named = cell.get("r")
                    last_column = cell_place(named)[1] if named else last_column + 1
                    cell.set("r", cell_name(last_row, last_column))
                    self._cells[last_row, last_column] = cell

    def _merges(self) -> list[Area]:
        holder = self._child_or_none(self._root, "mergeCells")
        found = [] if holder is None else [area(str(m.get("ref"))) for m in holder]
        return [one for one in found if one]

    def _holder(self, row: int, column: int) -> Element | None:
        cell = self._cells.get((row, column))
        if cell is None or self._child_or_none(cell, "f") is not None:
            return None
        if cell.get("t") == "inlineStr":
            return self._child_or_none(cell, "is")
        value = self._child_or_none(cell, "v")
        if cell.get("t") != "s" or value is None or not (value.text or "").strip().isdecimal():
            return None
        number = int(value.text or "")
        return self._shared[number] if number < len(self._shared) else None

    def _made(self, row: int, column: int, like: int) -> Element:
        pattern = self._cells.get((like, column))
        cell = self._cells.get((row, column))
        if cell is None:
            cell = self._insert(row, column, like)
        if pattern is not None and not cell.get("s") and pattern.get("s"):
            cell.set("s", str(pattern.get("s")))
        return cell

    def _insert(self, row: int, column: int, like: int) -> Element:
        holder = self._rows.get(row)
        if holder is None:
            holder = etree.Element(f"{self._space}row", r=str(row))
            pattern = self._rows.get(like)
            for name in _HEIGHT if pattern is not None else ():
                if pattern is not None and pattern.get(name):
                    holder.set(name, str(pattern.get(name)))
            before = sum(1 for number in self._rows if number < row)
            self._data.insert(before, holder)
            self._rows[row] = holder
        holder.attrib.pop("spans", None)
        cell = etree.Element(f"{self._space}c", r=cell_name(row, column))
        before = sum(1 for r, c in self._cells if r == row and c < column)
        holder.insert(before, cell)
        self._cells[row, column] = cell
        return cell

    @staticmethod
    def _clear(cell: Element) -> None:
        for part in list(cell):
            if local(part) != "extLst":
                cell.remove(part)
        cell.attrib.pop("t", None)

    @staticmethod
    def _hold(cell: Element, inline: Element) -> None:
        cell.set("t", "inlineStr")
        cell.insert(0, inline)

    def _plain_text(self, text: str) -> Element:
        inline = etree.Element(f"{self._space}is")
        _say(etree.SubElement(inline, f"{self._space}t"), _escaped(text))
        return inline

    @staticmethod
    def _child_or_none(element: Element, name: str) -> Element | None:
        return next((part for part in element if local(part) == name), None)

    def _child(self, element: Element, name: str) -> Element:
        found = self._child_or_none(element, name)
        return etree.SubElement(element, f"{self._space}{name}") if found is None else found


def _texts(holder: Element) -> Iterator[Element]:
    """Give the texts of a cell in their order, not how they are pronounced."""
    for part in holder:
        if local(part) == "t":
            yield part
        elif local(part) == "r":
            yield from (inner for inner in part if local(inner) == "t")


def _replace(pieces: Sequence[Element], one: Change) -> None:
    """Put words where a stretch began, and take the rest of it away, be it in several pieces."""
    at, placed = 0, False
    for piece in pieces:
        text = piece.text or ""
        start, end = max(one.start - at, 0), min(one.end - at, len(text))
        if start < end:
            words = "" if placed else _escaped(one.words)
            _say(piece, text[:start] + words + text[end:])
            placed = True
        at += len(text)


def _say(piece: Element, text: str) -> None:
    piece.text = text
    piece.set(_XML_SPACE, "preserve")


def _escaped(text: str) -> str:
    """Write what a workbook can hold; letters that look like an escape stay letters."""
    return _ESCAPED.sub("_x005F_", plain(text))
