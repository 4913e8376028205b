"""Columns that mean the same by their headings and hold other numbers: which is right, none tells.

What parts them is a word that nobody understands, or a heading that was copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.figures.figure import Status
from desktop.figures.finding import Finding, Severity
from desktop.returns.binding import SAME, Bound, meanings
from desktop.returns.column_numbers import ColumnNumbers
from desktop.returns.found_table import Table
from desktop.returns.grid import address, area, letters
from desktop.returns.sheet import Sheet

_FIRMEST_FIRST = (Status.FINAL, Status.ACTUAL, Status.PRELIMINARY, Status.ESTIMATE)
DENIED = "denied_by_another"
"""Why both are left out."""
FIRMER = "firmer_beside"
"""Why the less firm of them is."""


def apart(
    sheet: Sheet, table: Table, bound: Sequence[Bound]
) -> tuple[list[Bound], tuple[Finding, ...]]:
    """Leave out columns that deny each other, or are less firm, with a finding; copies stay."""
    why: dict[int, str] = {}
    told: list[Finding] = []
    for group in _groups(bound):
        place = next(differing(sheet, table, group), "")
        firmest = _firmest(group)
        if firmest and place:
            why |= {b.number: "" if b is firmest else FIRMER for b in group}
            less = (b for b in group if b is not firmest)
            told += (_passed_over(sheet, table, place, b, firmest) for b in less)
        elif place:
            why |= dict.fromkeys((b.number for b in group), DENIED)
            found = ", ".join(letters(b.number) for b in group)
            text = group[0].column.text
            told.append(
                Finding(Severity.ERROR, "columns_deny", sheet.name, place, found, about=text)
            )
    if not why:
        return list(bound), ()
    kept = (replace(b, left_out=why[b.number]) if b.number in why else b for b in bound)
    return list(kept), tuple(told)


def _firmest(group: Sequence[Bound]) -> Bound | None:
    """Of an estimate beside what came of it the firmer; None of two that are as firm."""
    said = {b.column.heading.status: b for b in group}
    if None in said or len(said) < len(group):
        return None
    return next(said[status] for status in _FIRMEST_FIRST if status in said)


def _passed_over(sheet: Sheet, table: Table, place: str, left: Bound, kept: Bound) -> Finding:
    cell = address(area(place).top, left.number)
    return Finding(
        Severity.WARNING, "superseded_row", sheet.name, cell,
        left.column.text, kept.column.text, table.title.text,
    )  # fmt: skip


def _groups(bound: Sequence[Bound]) -> Iterator[list[Bound]]:
    """Columns of one meaning, the first of them being the one that is read."""
    said = list(zip(bound, meanings(bound), strict=True))
    for twice in dict.fromkeys(meaning for b, meaning in said if b.left_out == SAME):
        yield [b for b, meaning in said if meaning == twice and b.left_out in {"", SAME}]


def differing(sheet: Sheet, table: Table, group: Sequence[Bound]) -> Iterator[str]:
    """The first cell in which the columns hold two numbers."""
    columns = ColumnNumbers(sheet, table.rows, group)
    for number in table.rows:
        if len({columns.at(number, b) for b in group} - {None}) > 1:
            yield address(number, group[-1].number)
