"""Columns of the month beside those of the year to date: "Lượng | Trị giá | Trị giá lũy kế"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from desktop.returns.heading_block import Column
from desktop.returns.headings import Heading
from desktop.returns.spans import Span
from desktop.returns.text import folded

_MEASURE = re.compile(
    r"(?:so luong|khoi luong|luong|tri gia|gia tri|kim ngach|quantity|volume|values?|amount)"
    r"(?: (?:xuat khau|nhap khau|xk|nk))?(?: ?\(.*\))?"
)
"""Nothing but a measure and its unit: "Lượng tồn kho" is something else's."""


def month_beside(columns: Sequence[Column], reported: Heading | None) -> Sequence[Column]:
    """Bind columns that say a measure and no period to the month, where all others are to date.

    `reported` is what the lines above are about; of anything but a month nothing is said.
    """
    if reported is None or reported.span is not Span.MONTH:
        return columns
    spans = {c.heading.span for c in columns if not (c.heading.compared or c.heading.left_out)}
    if spans != {Span.TO_DATE, Span.NONE}:
        return columns
    number, year = reported.number, reported.year
    return [
        replace(c, heading=replace(c.heading, span=Span.MONTH, number=number, year=year))
        if c.heading.span is Span.NONE and _MEASURE.fullmatch(folded(c.text)) else c
        for c in columns
    ]  # fmt: skip
