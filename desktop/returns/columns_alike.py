"""Columns that mean the same by their headings and hold other numbers: which is right, none tells.

What parts them is a word that nobody understands, or a heading that was copied.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.figures.finding import Finding, Severity
from desktop.returns.binding import SAME, Bound, meanings
from desktop.returns.grid import address, letters
from desktop.returns.sheet import Sheet
from desktop.returns.table import Table

_WHY = "denied_by_another"
"""Why both are left out."""


def apart(
    sheet: Sheet, table: Table, bound: Sequence[Bound]
) -> tuple[list[Bound], tuple[Finding, ...]]:
    """Leave out columns that deny each other, each group with a finding; copies stay."""
    denied: set[int] = set()
    told: list[Finding] = []
    for group in _groups(bound):
        place = next(_differing(sheet, table, group), "")
        if place:
            denied |= {b.number for b in group}
            found = ", ".join(letters(b.number) for b in group)
            told.append(
                Finding(
                    Severity.ERROR,
                    "columns_deny",
                    sheet.name,
                    place,
                    found,
                    "",
                    group[0].column.text,
                )
            )
    if not denied:
        return list(bound), ()
    return [replace(b, left_out=_WHY) if b.number in denied else b for b in bound], tuple(told)


def _groups(bound: Sequence[Bound]) -> Iterator[list[Bound]]:
    """Columns of one meaning, the first of them being the one that is read."""
    said = list(zip(bound, meanings(bound), strict=True))
    for twice in dict.fromkeys(meaning for b, meaning in said if b.left_out == SAME):
        yield [b for b, meaning in said if meaning == twice and b.left_out in {"", SAME}]


def _differing(sheet: Sheet, table: Table, group: Sequence[Bound]) -> Iterator[str]:
    """The first cell in which the columns hold two numbers."""
    for number in table.rows:
        row = sheet.row(number)
        values = {value for b in group if isinstance(value := row.get(b.number), float)}
        if len(values) > 1:
            yield address(number, group[-1].number)
