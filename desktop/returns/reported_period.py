"""What "in the period" and "to date" are of: what the lines above the columns say."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop.figures.month import Month
from desktop.returns import heading_words as words
from desktop.returns import headings
from desktop.returns.found_table import Table
from desktop.returns.heading_block import Column
from desktop.returns.headings import Heading
from desktop.returns.spans import Span
from desktop.returns.text import folded

_HALVES = frozenset({Span.FIRST_HALF, Span.SECOND_HALF})
_WHOLE = frozenset({Span.MONTH, Span.SECOND_HALF})
_TO_MIDDLE = re.compile(
    r"\b(?:den|toi|as of|until|up to)(?: het)?(?: ngay)? 15(?:[/.-]| thang )"
    r"(?P<month>1[0-2]|0?[1-9])(?:[/.-]| nam )(?P<year>(?:19|20)\d{2})\b"
)
_WITHIN_MONTH = re.compile(
    r"\b(?:cong ?don|luy ?ke)(?: so)?(?: lieu)? (?:trong|tu dau) thang\b"
    r"|\bmonth[ -]to[ -]date\b|\bmtd\b"
)
"""Both halves of a month, beside the second of them."""


def reported(table: Table, month: Month | None) -> Heading | None:
    """The half-month that the lines above the columns name, or that the columns end with.

    Else the month, or the year to date. `month` is what the table is about.
    """
    lines = [headings.read(line) for line in table.above]
    halves = [h for h in lines if h.span in _HALVES]
    halves += [*_until_the_middle(table, lines, month), *_ending_with_a_half(table)]
    months = [h for h in lines if h.span is Span.MONTH]
    several = any(words.SEVERAL.search(folded(line)) for line in table.above)
    to_date = [h for h in lines if h.span is Span.TO_DATE and h.number and not several]
    return next(iter((*halves, *months, *to_date)), None)


def _until_the_middle(
    table: Table, lines: Sequence[Heading], month: Month | None
) -> Iterator[Heading]:
    """The first half of the month, where a line says that figures run up to its 15th."""
    for line, heading in zip(table.above, lines, strict=True):
        if heading.span is Span.TO_MID:
            yield replace(heading, span=Span.FIRST_HALF, to_date=False)
        elif month and (said := _TO_MIDDLE.search(folded(line))):
            until = Month(int(said["year"]), int(said["month"]))
            yield from (Heading(Span.FIRST_HALF, m.number, m.year) for m in {month} & {until})


def _ending_with_a_half(table: Table) -> Iterator[Heading]:
    """The first half that a column is of, where no other reaches to the end of its month."""
    heads = [c.heading for c in table.columns if not (c.heading.compared or c.heading.left_out)]
    halves = [h for h in heads if h.span is Span.FIRST_HALF]
    if halves and not any(h.span in _WHOLE and h.number in {0, halves[-1].number} for h in heads):
        yield halves[-1]


def in_its_period(column: Column, of: Heading | None) -> Heading:
    """Read "in the period" and "to date" by what the table is about.

    In a table about the first half of a month nothing reaches to the month's end: what is
    cumulative there ends with the 15th, and a column that names the month whole is left out.
    In one about the second, what is cumulative within the month is the month.
    """
    heading = column.heading
    if of is None:
        return heading
    if heading.span is Span.REPORTED:
        year = heading.year if heading.year is not None else of.year
        return replace(heading, span=of.span, number=of.number, year=year)
    same = heading.number in {0, of.number} and heading.year in {None, of.year}
    if of.span not in _HALVES or not same or heading.years_back:
        return heading
    return _in_a_half(column, of)


def _in_a_half(column: Column, of: Heading) -> Heading:
    heading, first = column.heading, of.span is Span.FIRST_HALF
    if _WITHIN_MONTH.search(folded(column.text)):
        span = of.span if first else Span.MONTH
        return replace(heading, span=span, number=of.number, year=of.year, to_date=False)
    if first and heading.span is Span.TO_DATE and not heading.number:
        return replace(heading, span=Span.TO_MID)
    if first and heading.span in {Span.TO_DATE, Span.MONTH}:
        return replace(heading, left_out=heading.left_out or "half_month")
    return heading
