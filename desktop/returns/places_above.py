"""The office of a province above a title: tables of several provinces may stand on one sheet."""

from __future__ import annotations

import re
from typing import NamedTuple

from desktop.figures.provinces import province_in
from desktop.figures.series import UNKNOWN
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_OFFICE = re.compile(
    r"^(?:so cong thuong|ubnd|uy ban|cuc thong ke|chi cuc|(?:tinh|thanh pho|tp)\b)"
)
_NEAR = 3
"""Rows above a title among which its office stands."""


class Place(NamedTuple):
    """The first row above a title that names its office, and the province; 0 and "" for none."""

    row: int = 0
    province: str = ""


def place_above(sheet: Sheet, row: int) -> Place:
    """Find the office whose table a title announces, in the lines right above it."""
    for number in (n for n in range(row - 1, row - 1 - _NEAR, -1) if n > 0):
        if sheet.has_numbers(number):
            break
        for _, text in sheet.texts(number):
            if _OFFICE.search(folded(text)):
                province = province_in(text)
                return Place(number, province) if province != UNKNOWN else Place()
    return Place()
