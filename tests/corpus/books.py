"""A real workbook as cells that can be moved and rewritten, and what must be read of it then."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from desktop.figures.figure import FigureRow
from desktop.figures.reading import Reading
from desktop.figures.series import TRADE
from desktop.returns import reader
from desktop.returns.aside import Aside
from desktop.returns.container import sheets
from desktop.returns.grid import Area, Fault, Grid, Value, address, area
from desktop.returns.telling import tells
from desktop.returns.text import decoded

Place = tuple[int, int]
Kept = tuple[object, ...]
"""What a figure says and where it stands, without what was printed there."""


@dataclass
class Leaf:
    """One sheet: texts decoded, each with the font that is still needed to read it.

    `rows` and `columns` say where each row and column of the real sheet has gone; `figures` are
    what is read of the real sheet.
    """

    name: str
    origin: str
    hidden: bool
    cells: dict[Place, Value]
    fonts: dict[Place, str]
    merged: list[Area]
    hidden_rows: set[int]
    hidden_columns: list[tuple[int, int]]
    formats: dict[Place, str]
    figures: list[FigureRow] = field(default_factory=list)
    rows: dict[int, int] = field(default_factory=dict)
    columns: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, grid: Grid) -> Leaf:
        """Take a sheet apart."""
        cells: dict[Place, Value] = {}
        formats: dict[Place, str] = {}
        for row in grid.row_numbers():
            styles = grid.styles(row)
            for column, value in grid.row(row).items():
                style = styles[column]
                font = grid.fonts[style] if style < len(grid.fonts) else ""
                read = decoded(value, font) if isinstance(value, str) else value
                if read == "":
                    continue
                cells[row, column] = read
                formats[row, column] = (grid.formats[style : style + 1] or [""])[0] or ""
        return cls(
            grid.name, grid.name, grid.hidden, cells, {}, list(grid.merged),
            set(grid.hidden_rows), list(grid.hidden_columns), formats,
        )  # fmt: skip

    def copy(self) -> Leaf:
        """Give another one to be changed."""
        return Leaf(
            self.name, self.origin, self.hidden, dict(self.cells), dict(self.fonts),
            list(self.merged), set(self.hidden_rows), list(self.hidden_columns),
            dict(self.formats), self.figures, dict(self.rows), dict(self.columns),
        )  # fmt: skip

    def grid(self) -> Grid:
        """Put the sheet together again, or leave it shut where it tells nothing, as readers do."""
        if not any(tells(text) for text in (self.name, *(text for _, text in self.texts()))):
            return Grid(self.name, hidden=self.hidden, quiet=True)
        kinds = sorted({(self.formats.get(p, ""), self.fonts.get(p, "")) for p in self.cells})
        styles = {kind: number for number, kind in enumerate(kinds)}
        rows: dict[int, list[int | Value]] = {}
        for place, value in sorted(self.cells.items(), key=lambda cell: cell[0]):
            kind = (self.formats.get(place, ""), self.fonts.get(place, ""))
            rows.setdefault(place[0], []).extend((place[1], value, styles[kind]))
        return Grid(
            self.name, hidden=self.hidden, rows=rows, merged=self.merged,
            hidden_rows=self.hidden_rows, hidden_columns=self.hidden_columns,
            formats=tuple(kind[0] for kind in kinds), fonts=tuple(kind[1] for kind in kinds),
        )  # fmt: skip

    @property
    def value_columns(self) -> list[int]:
        """Columns that figures stand in, where they stand now."""
        return sorted({self.columns.get(c, c) for _, c in map(place_of, self.figures)})

    @property
    def data_rows(self) -> list[int]:
        """Rows that figures stand in, where they stand now."""
        return sorted({self.rows.get(r, r) for r, _ in map(place_of, self.figures)})

    def texts(self) -> Iterator[tuple[Place, str]]:
        """Places of all texts, and the texts."""
        for place, value in list(self.cells.items()):
            if isinstance(value, str):
                yield place, value

    def heads(self) -> Iterator[tuple[Place, str]]:
        """Places and texts above the figures."""
        first = self.data_rows[0] if self.figures else 0
        return ((p, t) for p, t in self.texts() if p[0] < first)

    def labels(self) -> Iterator[tuple[Place, str]]:
        """Places and texts left of the figures."""
        if self.figures:
            left, rows = self.value_columns[0], set(self.data_rows)
            yield from ((p, t) for p, t in self.texts() if p[0] in rows and p[1] < left)

    def rewrite(self, change: Callable[[str], str], places: Iterable[Place] | None = None) -> None:
        """Change texts."""
        wanted = None if places is None else set(places)
        for place, text in self.texts():
            if wanted is None or place in wanted:
                self.cells[place] = change(text)

    def move(self, row: Callable[[int], int], column: Callable[[int], int]) -> None:
        """Move every cell, and what is merged; both functions keep the order."""
        self.cells = {(row(r), column(c)): v for (r, c), v in self.cells.items()}
        self.fonts = {(row(r), column(c)): v for (r, c), v in self.fonts.items()}
        self.formats = {(row(r), column(c)): v for (r, c), v in self.formats.items()}
        self.merged = [
            Area(row(a.top), column(a.left), row(a.bottom), column(a.right)) for a in self.merged
        ]
        self.hidden_rows = {row(r) for r in self.hidden_rows}
        self.hidden_columns = [(column(a), column(min(b, 1000))) for a, b in self.hidden_columns]
        for at in {r for r, _ in map(place_of, self.figures)}:
            self.rows[at] = row(self.rows.get(at, at))
        for at in {c for _, c in map(place_of, self.figures)}:
            self.columns[at] = column(self.columns.get(at, at))


@dataclass
class Book:
    """A workbook of leaves, as read or changed."""

    name: str
    leaves: list[Leaf]
    findings: tuple[str, ...] = ()

    def copy(self) -> Book:
        """Give another one to be changed."""
        return Book(self.name, [leaf.copy() for leaf in self.leaves], self.findings)

    @property
    def tables(self) -> list[Leaf]:
        """The leaves with figures."""
        return [leaf for leaf in self.leaves if leaf.figures]

    def read(self) -> Reading:
        """Read it as if it were a file."""
        grids = [leaf.grid() for leaf in self.leaves]
        with patch.object(reader, "Opened", lambda *_: Given(grids)):
            return reader.read_content(self.name, b"")


@dataclass(frozen=True, slots=True)
class Given:
    """Takes the place of a file that was opened: its sheets are there already."""

    grids: list[Grid]

    def sheets(self, *, thorough: bool = True) -> Iterator[Grid]:
        """Give the sheets; they were read thoroughly."""
        yield from self.grids

    def holds_macros(self) -> bool:
        """It holds none."""
        return False

    def saved_at(self) -> str:
        """Say nothing of when it was saved."""
        return ""

    def creator(self) -> str:
        """Say nothing of who made it."""
        return ""

    def asides(self) -> list[Aside]:
        """Say nothing beside its cells."""
        return []


def place_of(row: FigureRow) -> Place:
    """Row and column of a figure's cell."""
    where = area(row.cell)
    return where.top, where.left


def load(path: Path) -> Book:
    """Open a workbook, and keep the sheets that speak of trade with what is read of them."""
    book = Book(path.name, [Leaf.of(grid) for grid in sheets(path.read_bytes())])
    reading = book.read()
    traded = {row.sheet for row in _trade(reading)}
    read = {row.sheet for row in reading.rows}
    named = {s.name for s in reading.sheets if s.title and (s.name in traded or s.name not in read)}
    for leaf in book.leaves:
        leaf.figures = [row for row in _trade(reading) if row.sheet == decoded(leaf.name)]
    book.leaves = [leaf for leaf in book.leaves if decoded(leaf.name) in named]
    book.findings = tuple(sorted(f.code for f in reading.findings if f.severity != "note"))
    return book


def kept(row: FigureRow, sheet: str, cell: str) -> Kept:
    """What must be the same of a figure that stands in that cell."""
    return (*row[:12], sheet, cell)


def expected(book: Book, change: Callable[[FigureRow], FigureRow | None]) -> dict[Kept, FigureRow]:
    """What a changed book must give: the real figures, each as changed, where it has gone."""
    wanted = {}
    for leaf in book.leaves:
        for real in leaf.figures:
            row, column = place_of(real)
            place = address(leaf.rows.get(row, row), leaf.columns.get(column, column))
            changed = change(real)
            if changed is not None:
                wanted[kept(changed, decoded(leaf.name), place)] = real
    return wanted


def given(reading: Reading) -> Mapping[Kept, FigureRow]:
    """What a reading gives, in the same shape."""
    return {kept(row, row.sheet, row.cell): row for row in _trade(reading)}


def _trade(reading: Reading) -> list[FigureRow]:
    return [row for row in reading.rows if row.flow in TRADE]


__all__ = ["Area", "Book", "Fault", "Leaf", "Place", "Value", "expected", "given", "load"]
