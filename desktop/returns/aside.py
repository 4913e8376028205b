"""What is said beside the cells: a printed header or a text box may be the title, others are told.

They are looked at only where the cells themselves gave no figure.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from desktop.figures.finding import Finding, Severity
from desktop.figures.reading import Reading
from desktop.returns import headings
from desktop.returns.grid import Grid, Value
from desktop.returns.heading_texts import is_unit_note
from desktop.returns.spans import Span
from desktop.returns.text import decoded
from desktop.returns.titles import title

_CODE = re.compile(r'&(?:"[^"]*"|\d{1,3}|K[\dA-F+-]{6}|[A-Za-z&])', re.IGNORECASE)
"""How a header says its place, its font, its size, or the page's number."""
_ABOVE = 0
"""The row that stands above all rows of a sheet."""
_LONGEST, _MOST = 300, 20


class Place(StrEnum):
    """Where a line stands."""

    HEADER = "header"
    BOX = "box"
    NOTE = "note"
    PROPERTIES = "properties"


@dataclass(frozen=True, slots=True)
class Aside:
    """A line that is no cell's; `row` and `cell` say where on its sheet it hangs, if anywhere."""

    place: Place
    text: str
    sheet: str = ""
    row: int = 0
    cell: str = ""

    @property
    def is_printed(self) -> bool:
        """True for what a reader sees above the table, as he does its title."""
        return self.place in {Place.HEADER, Place.BOX}


def header_lines(sheet: str, text: str) -> Iterator[Aside]:
    """Give the lines of a printed header, without its codes."""
    for line in _CODE.sub("\n", text).splitlines():
        yield Aside(Place.HEADER, line, sheet)


def telling(lines: Iterable[Aside]) -> list[Aside]:
    """Keep the lines that announce a table of trade, name a month or a year, or print a unit."""
    tidy = (replace(line, text=decoded(line.text[:_LONGEST])) for line in lines)
    found = dict.fromkeys(line for line in tidy if _tells(line))
    return list(found)[:_MOST]


def _tells(line: Aside) -> bool:
    found = title(line.text)
    if found is not None:
        return not found.left_out
    dated = headings.read(line.text).span is not Span.NONE
    return dated or (line.is_printed and is_unit_note(line.text))


def put_above(
    grids: Iterable[Grid], lines: Sequence[Aside], titled: Collection[str]
) -> Iterator[Grid]:
    """Give the sheets with what is printed above their tables as their first row.

    Those that have a title of their own (`titled`) are given no other.
    """
    by_sheet: dict[str, list[Aside]] = defaultdict(list)
    for line in lines:
        if line.is_printed and not (line.sheet in titled and title(line.text)):
            by_sheet[line.sheet].append(line)
    for grid in grids:
        first = _first_number(grid)
        above = [line.text for line in by_sheet[grid.name] if line.row <= first]
        if above:
            cells: list[int | Value] = []
            for column, text in enumerate(dict.fromkeys(above), 1):
                cells += (column, text, 0)
            grid.rows = {_ABOVE: cells} | grid.rows
        yield grid


def _first_number(grid: Grid) -> int:
    rows = grid.rows.items()
    return min((n for n, cells in rows if any(isinstance(v, float) for v in cells)), default=0)


def with_asides(reading: Reading, lines: Sequence[Aside], *, taken: bool) -> Reading:
    """Tell of such lines: of those printed where they were `taken` for titles, else of all."""
    told = [
        Finding(
            Severity.NOTE if taken else Severity.WARNING,
            f"{'read' if taken else 'said'}_in_{line.place.value}",
            line.sheet, line.cell, line.text, about=reading.name,
        )
        for line in lines
        if (line.is_printed or not taken) and not is_unit_note(line.text)
    ]  # fmt: skip
    findings = [replace(f, cell="") if _is_above(f.cell) else f for f in reading.findings]
    asked = [replace(q, cell="") if _is_above(q.cell) else q for q in reading.questions]
    return replace(reading, findings=(*findings, *told), questions=tuple(asked))


def _is_above(cell: str) -> bool:
    return cell.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == str(_ABOVE)
