"""A table that goes on upon the next sheet, whose title is not said again there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.figures.catalogue import items
from desktop.figures.series import UNKNOWN
from desktop.returns.found_table import Table
from desktop.returns.heading_texts import is_unit_note
from desktop.returns.item_names import bare_name, is_total, market_code
from desktop.returns.plans.cell_text import label_of
from desktop.returns.sheet import Sheet
from desktop.returns.table import untitled
from desktop.returns.text import folded
from desktop.returns.text_numbers import is_figure
from desktop.returns.units import without_unit

_GOES_ON = re.compile(
    r"^(?:bieu |bang |table )?[\d.]* ?\(?(?:tiep(?: theo)?|continued|cont\.?)\)?$"
)
_PAGE = re.compile(r"\(?\b(?:tiep(?: theo)?|continued|cont\.?)(?!\w)\)?")
_FIRST = 6
"""Rows among which a sheet says that it goes on."""
_KNOWN = 0.8
"""Share of the names on a page without headings that are known."""
_TOP, _WORD, _SOME = 16, 5, 2
"""Rows at the top of a sheet; letters of a text, and texts, that are no chance."""


def continued(sheet: Sheet, before: Table | None) -> list[Table]:
    """Find the rest of the table that ended the sheet before, by what it says or its headings."""
    if before is None or before.title.flow is None or before.title.left_out:
        return []
    if page := _unheaded(sheet, before):
        return [page]
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


def _unheaded(sheet: Sheet, before: Table) -> Table | None:
    """The next page of a table that has nothing but rows, each of which names what it knows.

    Notes may stand beneath them, and above them what the page before says, or that it goes on.
    """
    columns = {column.number for column in before.columns}
    if not columns:
        return None
    rows: list[int] = []
    ended = False
    for number in sheet.numbers:
        row = sheet.row(number)
        figures = {c for c, value in row.items() if c >= min(columns) and is_figure(value)}
        label = label_of(sheet, number, before.labels)
        if figures and (ended or not label or not figures <= columns):
            return None
        ended = ended or (not figures and (bool(rows) or not _says_nothing(sheet, number, before)))
        if figures:
            rows.append(number)
    known = sum(_names_something(label_of(sheet, n, before.labels), before) for n in rows)
    if not rows or known < _KNOWN * len(rows):
        return None
    return replace(
        before, rows=tuple(rows), beneath=(), beneath_rows=(), unit_rows=frozenset(),
        heading_rows=(0, 0), title_rows=(0, 0),
    )  # fmt: skip


def _says_nothing(sheet: Sheet, number: int, before: Table) -> bool:
    """Say whether a row says no more than that the table goes on, or what stood above it."""
    known = {*before.above, before.title.text}
    texts = [text for _, text in sheet.texts(number)]
    return all(t in known or is_unit_note(t) or _GOES_ON.search(folded(t)) for t in texts)


def with_units(found: Sequence[Table], before: Table | None) -> None:
    """Let a page with title and headings once more count as the page before, if it does not say."""
    page = found[0] if found else None
    if page is None or before is None or page.units or page.units_denied:
        return
    heads = [column.text for column in page.columns]
    if heads != [column.text for column in before.columns] or not heads:
        return
    if _without_page(page.title.text) == _without_page(before.title.text):
        page.units, page.units_denied = before.units, before.units_denied


def _without_page(title: str) -> str:
    return " ".join(_PAGE.sub(" ", folded(title)).split())


def _names_something(label: str, before: Table) -> bool:
    """Say whether a row's name is that of goods or of a market."""
    name = bare_name(without_unit(label)[0])
    flow = before.title.flow
    goods = flow is not None and items(flow).code(name) != UNKNOWN
    return goods or market_code(name) != UNKNOWN


def _may_be_headed(sheet: Sheet, before: Table) -> bool:
    """Say whether some texts at the top stand over the columns of the table before."""
    heads = " ".join(column.text for column in before.columns)
    top = (text for n in sheet.numbers[:_TOP] for _, text in sheet.texts(n))
    return sum(text in heads for text in top if len(text) >= _WORD) >= _SOME


def _says_so(sheet: Sheet) -> bool:
    return any(
        _GOES_ON.search(folded(text)) for n in sheet.numbers[:_FIRST] for _, text in sheet.texts(n)
    )
