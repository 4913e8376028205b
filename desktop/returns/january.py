"""January's first half is the year to its 15th as well: "từ 01/01 đến 15/01" heads both."""

from __future__ import annotations

import re
from dataclasses import replace

from desktop.returns.heading_block import Column
from desktop.returns.headings import Heading
from desktop.returns.spans import Span
from desktop.returns.text import folded

_FROM_NEW_YEAR = re.compile(
    r"\b0?1[/.-]0?1\b|\b0?1 thang 0?1\b|\b(?:1(?:st)? jan|jan\w*\.? 0?1(?:st)?\b)"
)

Halves = dict[tuple[object, ...], int | None]
"""Halves of January by what else their columns say, and their years."""


def half_of_january(heading: Heading, column: Column, seen: Halves) -> Heading:
    """Read days from the first of January on as the year to date, where the half is there before.

    `seen` holds the halves of January that columns before it are of, and their years.
    """
    if heading.span is not Span.FIRST_HALF or heading.number != 1 or heading.compared:
        return heading
    half = (column.measure, heading.flow, heading.years_back, column.whose)
    same = half in seen and (seen[half] is None or heading.year in {None, seen[half]})
    if same and _FROM_NEW_YEAR.search(folded(column.text)):
        return replace(heading, span=Span.TO_MID)
    seen.setdefault(half, heading.year)
    return heading
