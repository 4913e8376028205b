"""Finding the tables of a sheet: title, heading block, rows, footnotes, end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from desktop.figures.series import NATIONAL
from desktop.returns.grid import MAX_ROW
from desktop.returns.heading_block import Column, HeadingBlock, names_flow
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded
from desktop.returns.titles import Title, title
from desktop.returns.units import Units, units

_FOOTNOTE = re.compile(r"^(?:\(?\s?\*+\s?\)|ghi chu|nguon|note|source|chu thich)")
_MARK = re.compile(r"^(?:ghi chu\W+)?\(?\s?(\*+)")
_GAP = 3
"""A table may skip fewer rows than this; after more it has ended."""


@dataclass(slots=True)
class Table:
    """A table found: where its parts lie, and what was said above and beneath it."""

    title: Title
    above: tuple[str, ...]
    labels: tuple[int, ...]
    label_heading: str
    unit_column: int
    columns: tuple[Column, ...]
    units: Units
    rows: tuple[int, ...] = ()
    footnotes: dict[str, Units] = field(default_factory=dict)
    beneath: tuple[str, ...] = ()
    province: str = NATIONAL
    title_rows: tuple[int, int] = (0, 0)
    heading_rows: tuple[int, int] = (0, 0)
    beneath_rows: tuple[int, ...] = ()


Start = tuple[int, int, Title]
"""First and last row of a title, and what it says."""


def tables(sheet: Sheet) -> Iterator[Table]:
    """Find every table that a title announces; look-alikes come too, marked by their titles."""
    return tables_at(sheet, list(_starts(sheet)))


def tables_at(sheet: Sheet, starts: Sequence[Start], *, days: bool = False) -> Iterator[Table]:
    """Find the table beneath each title; `days` as in `HeadingBlock`."""
    ends = [top for top, _, _ in starts[1:]] + [MAX_ROW + 1]
    previous = 0
    for (top, bottom, found), end in zip(starts, ends, strict=False):
        lines = [number for number in sheet.numbers if previous < number <= bottom]
        rows = [number for number in sheet.numbers if bottom < number < end]
        table = _table(sheet, found, lines, rows, days=days)
        table.title_rows = (top, bottom)
        yield table
        previous = end - 1


def untitled(sheet: Sheet, found: Title) -> Table:
    """Find the table of a sheet that prints no title, under one that is said elsewhere."""
    return _table(sheet, found, [], sheet.numbers)


def _starts(sheet: Sheet) -> Iterator[Start]:
    """First and last row of every title, and what it says in all.

    A line that announces trade but has no columns of its own belongs to the title beneath it,
    if nothing stands between; else it is a section ("XUẤT KHẨU") of the table above.
    """
    lines = list(_titles(sheet))
    ends = [row for row, _ in lines[1:]] + [MAX_ROW + 1]
    top, said = 0, ""
    any_table = False
    for (row, found), end in zip(lines, ends, strict=False):
        rows = [number for number in sheet.numbers if row < number < end]
        whole = title(f"{said} {found.text}".strip()) or found
        if HeadingBlock(sheet, rows).columns or (end > MAX_ROW and not any_table):
            yield (top or row, row, whole)
            top, said, any_table = 0, "", True
        elif not _has_numbers(sheet, rows):
            top, said = top or row, whole.text
        else:
            top, said = 0, ""


def _has_numbers(sheet: Sheet, rows: Sequence[int]) -> bool:
    return any(isinstance(value, float) for n in rows for value in sheet.row(n).values())


def _titles(sheet: Sheet) -> Iterator[tuple[int, Title]]:
    """Rows that announce a table: a title, and no number beside it."""
    for number in sheet.numbers:
        if any(isinstance(value, float) for value in sheet.row(number).values()):
            continue
        texts = [text for _, text in sheet.texts(number)]
        if sum(map(names_flow, texts)) > 1:  # heads of columns, side by side
            continue
        found = next((t for text in texts if (t := title(text))), None)
        if found:
            yield number, found


def _table(
    sheet: Sheet, found: Title, lines: Sequence[int], rows: Sequence[int], *, days: bool = False
) -> Table:
    block = HeadingBlock(sheet, rows, days=days)
    above = [text for number in lines for _, text in sheet.texts(number)]
    table = Table(
        found, (*above, *block.lines), block.labels, block.label_heading, block.unit_column,
        block.columns, block.units, heading_rows=block.heading_rows,
    )  # fmt: skip
    _settle_rows(sheet, table, [n for n in rows if n >= block.first_data > 0])
    return table


def _settle_rows(sheet: Sheet, table: Table, rows: Sequence[int]) -> None:
    """Find the data rows; a footnote ends the table, and so does a gap of several rows."""
    kept: list[int] = []
    beneath: list[int] = []
    ended = False
    for number in rows:
        text = _label(sheet, table, number)
        if not text:
            continue
        note = _FOOTNOTE.search(folded(text))
        ended = ended or bool(note) or (bool(kept) and number > kept[-1] + _GAP)
        (beneath if ended else kept).append(number)
    table.rows, table.beneath_rows = tuple(kept), tuple(beneath)
    read_notes(sheet, table)


def read_notes(sheet: Sheet, table: Table) -> None:
    """Read what stands beneath the rows: footnotes about units, by their marks."""
    table.beneath = tuple(_label(sheet, table, number) for number in table.beneath_rows)
    for text in table.beneath:
        mark = _MARK.search(folded(text))
        if mark and (said := units(text)):
            table.footnotes[mark[1]] = said


def _label(sheet: Sheet, table: Table, number: int) -> str:
    return next((text for column, text in sheet.texts(number) if column in table.labels), "")
