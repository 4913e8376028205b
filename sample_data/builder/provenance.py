"""Where every printed number is from: workbook, sheet, cell, how it was made, file and line."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from xlsxwriter.utility import xl_rowcol_to_cell

from sample_data.builder.facts import Sourced
from sample_data.builder.grid import Book


@dataclass(frozen=True, slots=True)
class Origin:
    """One printed number and the facts it is made of."""

    book: str
    sheet: str
    cell: str
    figure: Sourced

    @property
    def sources(self) -> str:
        """The facts, each as ``sign file:line column``."""
        return "; ".join(
            f"{'-' if coefficient < 0 else '+'} {fact.file}:{fact.line} {fact.column}"
            for coefficient, fact in self.figure.terms
        )


def origins(books: Iterable[Book]) -> Iterator[Origin]:
    """Give every number of every book, in reading order."""
    for book in books:
        for sheet in book.sheets:
            for (row, column), cell in sorted(sheet.cells.items()):
                if isinstance(cell.content, Sourced):
                    at = xl_rowcol_to_cell(row, column)
                    yield Origin(book.path, sheet.name, at, cell.content)


def write_list(books: Iterable[Book], path: Path) -> None:
    """Write the list as CSV: book, sheet, cell, value, rule, sources."""
    with path.open("w", encoding="utf-8", newline="") as out:
        lines = csv.writer(out, lineterminator="\n")
        lines.writerow(["book", "sheet", "cell", "value", "rule", "sources"])
        for x in origins(books):
            lines.writerow([x.book, x.sheet, x.cell, x.figure.amount, x.figure.rule, x.sources])
