"""Columns that name years alone beneath a title of fewer months: "6 tháng" over 2024 and 2025."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from desktop.returns import heading_words as words
from desktop.returns import headings
from desktop.returns.heading_block import Column
from desktop.returns.headings import Heading
from desktop.returns.spans import Span
from desktop.returns.text import folded

_SHORTER = frozenset({Span.MONTH, Span.TO_DATE, Span.QUARTER})


def months_of_title(columns: Sequence[Column], lines: Sequence[str]) -> tuple[Column, ...]:
    """Let columns of several years be of the months that the lines above name.

    Lines of several periods leave open which is meant: then no column is read as a whole year.
    """
    levels = [c.heading for c in columns if c.heading.compared is None and not c.heading.left_out]
    years = {heading.year for heading in levels}
    if len(years) < 2 or any(h.span is not Span.YEAR or not h.year for h in levels):
        return tuple(columns)
    said = {
        (h.span, h.number) for h in map(headings.read, lines) if h.span in _SHORTER and h.number
    }
    if not said:
        return tuple(columns)
    several = len(said) > 1 or any(words.SEVERAL.search(folded(line)) for line in lines)
    meant = (Span.NONE, 0) if several else said.pop()
    return tuple(
        replace(c, heading=_as(c.heading, *meant)) if c.heading.span is Span.YEAR else c
        for c in columns
    )


def _as(heading: Heading, span: Span, number: int) -> Heading:
    return replace(heading, span=span, number=number)
