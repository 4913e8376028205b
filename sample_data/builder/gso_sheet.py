"""The statistics office's table of monthly exports or imports: rows, blocks, headings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sample_data.builder.facts import Sourced
from sample_data.builder.grid import Sheet

SECTORS = ("TOTAL", "DOMESTIC", "FDI", "FDI_CRUDE", "FDI_OTHER")
"""Rows above the line "MẶT HÀNG CHỦ YẾU"."""

TITLES = {"export": "Hàng hóa xuất khẩu", "import": "Hàng hóa nhập khẩu"}
CAR_NOTE = "(*)Chiếc, triệu USD"

_FIRST_BLOCK, _BLOCK_WIDTH = 2, 3  # Lượng, Trị giá, and an empty spacer column
_UNIT_ROW, _HEADING_ROW, _MEASURE_ROW, _FIRST_ROW = 2, 3, 6, 8
_HEADING_LINES = 3


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the table: its code here, the name as printed, and the row it is a part of."""

    code: str
    label: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Block:
    """Two columns under one heading: quantity and value (or growth) by row code.

    `heading` is three lines; a line that is a year alone is a number, as in the real books.
    """

    heading: tuple[str | int, str | int, str | int]
    value: Mapping[str, Sourced]
    quantity: Mapping[str, Sourced] = field(default_factory=dict)
    growth: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """What changes from book to book without meaning anything.

    `in_one_cell`: the heading's lines stand in one merged cell instead of three.
    """

    sheet: str
    number: int
    in_one_cell: bool = False
    indent: str = ""


def table(flow: str, look: Look, rows: Sequence[Row], blocks: Sequence[Block]) -> Sheet:
    """Lay out one table; blocks without a single figure are left out."""
    blocks = [block for block in blocks if block.value or block.quantity]
    sheet = Sheet(look.sheet, widths={0: 2.4, 1: 36.0}, last_heading_row=_MEASURE_ROW)
    sheet.put(0, 0, f"{look.number}. {TITLES[flow]}", "title")
    for number, block in enumerate(blocks):
        column = _FIRST_BLOCK + number * _BLOCK_WIDTH
        _put_heading(sheet, column, block, look)
        sheet.widths |= {column: 10.4, column + 1: 10.4, column + 2: 1.9}
    last = _FIRST_BLOCK + len(blocks) * _BLOCK_WIDTH - 2
    sheet.put(_UNIT_ROW, last, "Nghìn tấn; Triệu USD", "unit")
    _put_rows(sheet, look, rows, blocks)
    return sheet


def _put_heading(sheet: Sheet, column: int, block: Block, look: Look) -> None:
    if look.in_one_cell:
        text = " \n".join(str(line) for line in block.heading)
        sheet.put(_HEADING_ROW, column, text, "head")
        sheet.merge((_HEADING_ROW, column), (_HEADING_ROW + _HEADING_LINES - 1, column + 1))
    else:
        for offset, line in enumerate(block.heading):
            sheet.put(_HEADING_ROW + offset, column, line, "head")
            sheet.merge((_HEADING_ROW + offset, column), (_HEADING_ROW + offset, column + 1))
    sheet.put(_MEASURE_ROW, column, "Lượng", "head")
    sheet.put(_MEASURE_ROW, column + 1, "Trị giá", "head")


def _put_rows(sheet: Sheet, look: Look, rows: Sequence[Row], blocks: Sequence[Block]) -> None:
    at = _FIRST_ROW
    for before, row in zip([None, *rows], rows, strict=False):
        if before and before.code in SECTORS and row.code not in SECTORS:
            sheet.put(at, 0, "MẶT HÀNG CHỦ YẾU", "section")
            at += 1
        _put_label(sheet, at, row, look)
        for number, block in enumerate(blocks):
            column = _FIRST_BLOCK + number * _BLOCK_WIDTH
            style = "growth" if block.growth else "total" if row.code == "TOTAL" else "value"
            sheet.put(at, column, block.quantity.get(row.code), style)
            sheet.put(at, column + 1, block.value.get(row.code), style)
        at += 1
    if any("(*)" in row.label for row in rows):
        sheet.put(at, 1, CAR_NOTE, "note")


def _put_label(sheet: Sheet, at: int, row: Row, look: Look) -> None:
    if row.code == "TOTAL":
        sheet.put(at, 0, row.label, "section")
    else:
        style = "within" if row.parent and not look.indent else "label"
        sheet.put(at, 1, (look.indent if row.parent else "") + row.label, style)
