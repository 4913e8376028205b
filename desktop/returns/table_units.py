"""The units of a table: notes above it, its title, its unit column, and what stands beneath it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.returns.found_table import Table
from desktop.returns.heading_texts import is_unit_note
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded
from desktop.returns.text_numbers import is_blank_mark, looks_numeric
from desktop.returns.units import Units, unit_within, units

_LOOKED_AT, _FEW = 40, 2
"""Rows among which a column of units is looked for, and how many of them make one."""
_MARK = re.compile(r"^(?:ghi chu\W+)?\(?\s?(\*+)")
_UNIT_NOTE = re.compile(
    r"^(?:\(?(?:ghi chu|note)\W+)?\(?(?:(?:don vi|dvt|units?)\b"
    r"|(?:tri gia|gia tri|kim ngach)(?: duoc)? tinh (?:bang|theo)\b|values? (?:are )?in\b)"
)
"""A note beneath a table that is about all of it."""
_OF_VALUES = re.compile(
    r"^\(?\s?\*+\s?\)? ?(?:tri gia|gia tri|kim ngach)(?: duoc)? tinh (?:bang|theo)\b"
)
"""A footnote that is about all values, whether or not its mark stands anywhere."""
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")


_NUMBERING = re.compile(r"(?:\d{1,8}(?:[./-]\d{1,4})*|[IVX]{1,4}|[A-Za-z])[.)]?")
"""What stands before a name that is one of a list: "01", "II.", "a)", "3.1"."""


def settle_units(sheet: Sheet, table: Table, titled: Sequence[int], heads: Sequence[int]) -> None:
    """Take the units that the title or a line above says, and of values those of rows alone.

    `titled` are the lines down to the title, `heads` those from there to the figures. Where they
    name two units of money, neither is taken.
    """
    if table.units.money is None:  # "Hàng hóa xuất khẩu (Nghìn tấn; Triệu USD)"
        table.units = table.units.over(units(table.title.text))
    for note in _notes(sheet, reversed(titled)):
        table.units = table.units.over(units(note))
    if table.units.money is None:  # "Tháng 3 năm 2025 - Đơn vị: triệu USD"
        for number in (*reversed(titled), *heads):
            for _, text in sheet.texts(number):
                if not _heads_column(table, text):
                    table.units = table.units.over(unit_within(text))
    if table.unit_column and not any(u.money for u in (table.units, *_column_units(table))):
        said = {units(str(sheet.row(n).get(table.unit_column, ""))).money for n in table.rows}
        known = said - {None}
        if len(known) == 1:
            table.units = table.units.over(Units(money=known.pop()))
    over = [note for note in _notes(sheet, heads) if not _heads_column(table, note)]
    _deny(table, [*_notes(sheet, titled), *over])
    _deny_columns(table)
    _deny_tonnes(sheet, table)
    _settle_dollars(sheet, table)


def _settle_dollars(sheet: Sheet, table: Table) -> None:
    """Let a note say in what values are counted where rows say "USD" of what is not weighed.

    Where all rows say it, either may be meant, and neither is taken.
    """
    note = table.units.money
    if not table.unit_column or note in {None, 1} or any(u.money for u in _column_units(table)):
        return
    cells = (str(sheet.row(n).get(table.unit_column, "")) for n in table.rows)
    said = [(text, found) for text in cells if (found := units(text))]
    if {found.money for _, found in said} - {None} != {1}:
        return
    table.dollars_mark = True
    if all(found.money for _, found in said):
        table.units = table.units._replace(money=None)
        table.units_denied = (_written(note), said[0][0])


def _written(money: int | None) -> str:
    return f"{money} USD"


def _notes(sheet: Sheet, lines: Iterator[int] | Sequence[int]) -> list[str]:
    return [text for n in lines for _, text in sheet.texts(n) if is_unit_note(text)]


def _heads_column(table: Table, note: str) -> bool:
    return any(note in column.text for column in table.columns)


def _column_units(table: Table) -> Iterator[Units]:
    return (column.units for column in table.columns)


def _deny(table: Table, notes: Sequence[str]) -> None:
    """Take no unit of money where two are named: the factor between them would be a guess."""
    titled = [said for said in _IN_BRACKETS.findall(table.title.text) if is_unit_note(said)]
    beneath = [text for text in table.beneath if _UNIT_NOTE.search(folded(text))]
    said = {money: text for text in (*titled, *notes, *beneath) if (money := units(text).money)}
    if len(said) > 1:
        table.units = table.units._replace(money=None)
        table.units_denied = tuple(said.values())


def _deny_columns(table: Table) -> None:
    """Take no unit of values where a note says millions, and a heading dollars: either may err.

    Where another heading says millions each means what it says.
    """
    note = table.units.money
    if note in {None, 1} or any((column.units.money or 0) > 1 for column in table.columns):
        return
    single = [
        column for column in table.columns
        if column.units.money == 1 and not (column.heading.compared or column.heading.left_out)
    ]  # fmt: skip
    if not single:
        return
    table.units_denied = (_written(note), single[0].text)
    table.units = table.units._replace(money=None)
    table.columns = tuple(
        replace(c, units=c.units._replace(money=None)) if c in single else c for c in table.columns
    )


def _deny_tonnes(sheet: Sheet, table: Table) -> None:
    """Take no unit of weight where a note says thousands of tonnes, and every row just tonnes."""
    note = table.units.weight
    if not table.unit_column or not note or note <= 1:
        return
    cells = [str(sheet.row(n).get(table.unit_column, "")) for n in table.rows]
    weighed = [text for text in cells if units(text).weight is not None]
    if len(weighed) < _FEW or {units(text).weight for text in weighed} != {1}:
        return
    table.tonnes_denied = True
    table.units = table.units._replace(weight=None)
    table.units_denied = table.units_denied or (f"{note} t", weighed[0])


def read_notes(sheet: Sheet, table: Table) -> None:
    """Read what stands beneath the rows: footnotes about units, by their marks."""
    table.beneath = tuple(_label(sheet, table, number) for number in table.beneath_rows)
    for text in table.beneath:
        plain = folded(text)
        mark = _MARK.search(plain)
        if mark and (said := units(text)):
            table.footnotes[mark[1]] = said
            marked = any(f"({mark[1]})" in column.text for column in table.columns)
            if marked or (_OF_VALUES.search(plain) and table.units.money is None):
                table.units = table.units.over(said)
        elif _UNIT_NOTE.search(plain):
            table.units = table.units.over(units(text))


def _label(sheet: Sheet, table: Table, number: int) -> str:
    texts = sheet.texts(number)
    named = next((text for column, text in texts if column in table.labels), "")
    return named or next((text for _, text in texts), "")


def settle_label_columns(sheet: Sheet, table: Table, rows: Sequence[int]) -> None:
    """Take no column for one of names that holds units, or numbers, and nothing else."""
    if len(table.labels) > 1:
        _settle_unit_column(sheet, table, rows)
        _settle_numbers(sheet, table, rows)


def _settle_unit_column(sheet: Sheet, table: Table, rows: Sequence[int]) -> None:
    """Take a column of nothing but units behind the names for what it is, whatever heads it."""
    if table.unit_column:
        return
    near = rows[:_LOOKED_AT]
    for column in table.labels[1:]:
        said = [(n, text) for n in near for c, text in sheet.texts(n) if c == column]
        named = {n for n in near for c, _ in sheet.texts(n) if c in table.labels and c < column}
        if len(said) >= _FEW and all(n in named and is_unit_note(text) for n, text in said):
            table.unit_column = column
            table.labels = tuple(c for c in table.labels if c != column)
            return


def _settle_numbers(sheet: Sheet, table: Table, rows: Sequence[int]) -> None:
    """Take columns of nothing but numbers, some typed as texts, behind the names for none of them.

    They have no heading of their own; see `measures_unsaid`. Nor is one that only numbers the
    names beside it, where nothing heads it.
    """
    for column in table.labels[:-1]:
        if _only_numbers(sheet, table, rows, column):
            table.labels = tuple(c for c in table.labels if c != column)
    for column in table.labels[1:]:
        texts = [text for n in rows for c, text in sheet.texts(n) if c == column]
        if not texts or not all(looks_numeric(text) or is_blank_mark(text) for text in texts):
            continue
        if sum(column in sheet.row(n) for n in rows) > _FEW:
            table.labels = tuple(c for c in table.labels if c != column)


def _only_numbers(sheet: Sheet, table: Table, rows: Sequence[int], column: int) -> bool:
    """Say whether a column holds nothing but numbers of a list, each with a name behind it."""
    numbered = 0
    for number in rows:
        texts = sheet.texts(number)
        said = next((text for at, text in texts if at == column), "")
        if not said:
            continue
        if not _NUMBERING.fullmatch(said.strip()):
            return False
        if not any(at > column and at in table.labels for at, _ in texts):
            return False
        numbered += 1
    return numbered > _FEW
