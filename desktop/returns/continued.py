"""A table that goes on upon the next sheet, whose title is not said again there."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop.returns.found_table import Table
from desktop.returns.item_names import is_total
from desktop.returns.plans.cell_text import label_of
from desktop.returns.sheet import Sheet
from desktop.returns.table import untitled
from desktop.returns.text import folded

_GOES_ON = re.compile(
    r"^(?:bieu |bang |table )?[\d.]* ?\(?(?:tiep(?: theo)?|continued|cont\.?)\)?$"
)
_FIRST = 6
"""Rows among which a sheet says that it goes on."""
_TOP, _WORD, _SOME = 16, 5, 2
"""Rows at the top of a sheet; letters of a text, and texts, that are no chance."""


def continued(sheet: Sheet, before: Table | None) -> list[Table]:
    """Find the rest of the table that ended the sheet before, by what it says or its headings."""
    if before is None or before.title.flow is None or before.title.left_out:
        return []
    if not (_says_so(sheet) or _may_be_headed(sheet, before)):
        return []
    table = untitled(sheet, before.title)
    heads = [column.text for column in table.columns]
    same = heads == [column.text for column in before.columns] != []
    if not (table.columns and table.rows and (same or _says_so(sheet))):
        return []
    if is_total(label_of(sheet, table.rows[0], table.labels)) and len(table.rows) > 1:
        return []  # a table of its own, whose title is missing
    if not table.units:
        table.units = before.units
    return [replace(table, above=(*before.above, *table.above))]


def _may_be_headed(sheet: Sheet, before: Table) -> bool:
    """Say whether some texts at the top stand over the columns of the table before."""
    heads = " ".join(column.text for column in before.columns)
    top = (text for n in sheet.numbers[:_TOP] for _, text in sheet.texts(n))
    return sum(text in heads for text in top if len(text) >= _WORD) >= _SOME


def _says_so(sheet: Sheet) -> bool:
    return any(
        _GOES_ON.search(folded(text)) for n in sheet.numbers[:_FIRST] for _, text in sheet.texts(n)
    )
