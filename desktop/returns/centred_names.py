"""Names over two rows whose figures stand between these, as copied pages have them."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.returns.found_table import Table
from desktop.returns.sheet import Sheet
from desktop.returns.text_numbers import is_figure


def centred_names(sheet: Sheet, table: Table, rows: Sequence[int]) -> dict[int, str]:
    """Give the whole names of rows with figures and no name of their own, by their numbers.

    The second part of a name begins with a small letter, unless all of it is in capitals.
    """
    columns = [column.number for column in table.columns]
    found = {}
    for number in rows:
        named = not sheet.row(number).keys().isdisjoint(table.labels)
        if named or not _fills(sheet, number, columns):
            continue
        above, beneath = (_name(sheet, table, n) for n in (number - 1, number + 1))
        if not above or not beneath or number - 1 not in rows:
            continue
        goes_on = beneath[0].islower() or (above.isupper() and beneath.isupper())
        empty = not any(_fills(sheet, n, columns) for n in (number - 1, number + 1))
        if goes_on and empty and not above[0].islower():
            found[number] = f"{above} {beneath}"
    return found


def _name(sheet: Sheet, table: Table, number: int) -> str:
    return " ".join(text for column, text in sheet.texts(number) if column in table.labels)


def _fills(sheet: Sheet, number: int, columns: Sequence[int]) -> bool:
    row = sheet.row(number)
    return any(is_figure(row.get(column)) for column in columns)
