"""What stands over a column, joined from the top: merged, centred, or printed once for several."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.returns.plans.cell_text import name_at
from desktop.returns.plans.money import is_note
from desktop.returns.sheet import Sheet


def column_texts(sheet: Sheet, rows: Sequence[int], values: Sequence[int]) -> dict[int, str]:
    """Give the heading of every column of figures."""
    parts: dict[int, list[str]] = {column: [] for column in values}
    for row in rows:
        line = _line(sheet, row, values, last=row == rows[-1])
        for column, text in line.items():
            if text and text not in parts[column]:
                parts[column].append(text)
    return {column: " ".join(texts) for column, texts in parts.items()}


def _line(sheet: Sheet, row: int, values: Sequence[int], *, last: bool) -> dict[int, str]:
    """One row over the columns; what is printed once is carried to the right, as far as it goes.

    The lowest row says something of its own columns only.
    """
    said: dict[int, str] = {}
    before = ""
    for column in values:
        top, left = sheet.owner(row, column)
        merged = sheet.is_merged(row, column)
        text = name_at(sheet, top, left) if top == row or merged else ""
        if text and is_note(text) and not last:
            text = ""
        if text:
            before = "" if merged else text
        said[column] = text or ("" if last or merged else before)
    return said
