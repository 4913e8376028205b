"""Rows that an official left out, known by their names in the sender's next files."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desktop.figures.directions import ColumnRole, TablePlan
from desktop.returns.grid import MAX_ROW, column_number
from desktop.returns.plans import words
from desktop.returns.plans.cell_text import label_of
from desktop.returns.sheet import Sheet


def left_out_names(sheet: Sheet, plan: TablePlan, base: TablePlan | None) -> tuple[str, ...]:
    """The names of rows that a plan leaves out, and the engine (`base`) would not.

    A name that other rows have as well is none to know them by; one that no row has here stays.
    """
    own = {*plan.left_out_rows} - {*(base.left_out_rows if base else ())}
    if not own and not plan.left_out_names:
        return ()
    columns = [column_number(c.letter) for c in plan.columns if c.role is ColumnRole.LABEL]
    named = dict(_named(sheet, plan.first_row, plan.last_row or MAX_ROW, columns))
    kept = {name for number, name in named.items() if number not in plan.left_out_rows}
    here = dict.fromkeys(name for number, name in named.items() if number in own)
    absent = (name for name in plan.left_out_names if name not in named.values())
    return (*absent, *(name for name in here if name not in kept))


def rows_named(
    sheet: Sheet, names: Sequence[str], rows: tuple[int, int], columns: Sequence[int]
) -> Iterator[int]:
    """The rows of a table, first and last, that have one of the names."""
    if names:
        yield from (number for number, name in _named(sheet, *rows, columns) if name in names)


def _named(
    sheet: Sheet, first: int, last: int, columns: Sequence[int]
) -> Iterator[tuple[int, str]]:
    for number in sheet.between(first - 1, last + 1):
        if name := words.plain(label_of(sheet, number, columns)):
            yield number, name
