"""Ways of trade side by side in one row of heads, and their sum before them."""

from __future__ import annotations

import re
from collections.abc import Collection

from desktop.figures.series import Measure
from desktop.returns.heading_texts import is_number, names_flow, says_period
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_SUM = re.compile(
    r"^(?:tong(?: (?:so|cong|kim ngach))?(?: (?:xnk|xuat nhap khau|xk va nk))?|xnk|xuat nhap khau"
    r"|total(?: trade)?)$"
)
_ABOVE = 4
"""A heading stands within so many rows of what it is divided into."""


def flows(sheet: Sheet, number: int) -> dict[int, Measure | None]:
    """Columns of the row whose text is a flow and nothing else."""
    return {column: None for column, text in sheet.texts(number) if names_flow(text)}


def first_column(sheet: Sheet, number: int, values: Collection[int]) -> int:
    """Where the heads of the values begin: with the sum of both ways, which is none of them.

    Periods that stand over all of these begin there, too; so does one whose first column has no
    head of its own, but is joined with that beside it.
    """
    first = min(values, default=sheet.left)
    owners = (sheet.owner(n, first) for n in sheet.between(number - _ABOVE, number))
    if any(at == first - 1 and says_period(str(sheet.row(n).get(at, ""))) for n, at in owners):
        return first - 1
    before = str(sheet.row(number).get(first - 1, ""))
    if not _SUM.search(folded(before)) or first not in flows(sheet, number):
        return first
    beneath = (sheet.row(n).get(first - 1, "") for n in sheet.numbers if n > number)
    return first - 1 if any(map(is_number, beneath)) else first
