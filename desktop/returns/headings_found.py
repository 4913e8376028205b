"""The heading block of a table, read in every way in turn, until one tells its columns apart."""

from __future__ import annotations

from collections.abc import Sequence

from desktop.returns import headings
from desktop.returns.bare_months import with_months
from desktop.returns.heading_block import HeadingBlock
from desktop.returns.heading_texts import names_flow
from desktop.returns.sheet import Sheet
from desktop.returns.short_years import with_years
from desktop.returns.spans import Span
from desktop.returns.text_numbers import looks_numeric


def heading_block(sheet: Sheet, rows: Sequence[int], *, days: bool = False) -> HeadingBlock:
    """Read a heading block; else by the months that it only counts, or whose its columns are.

    At last a single measure beside the head of the names may be of the period that a title says.
    """
    sheet = with_years(sheet, rows) or sheet
    block = HeadingBlock(sheet, rows, days=days)
    told = _tells_columns(block)
    worded = with_months(sheet, rows, _first_dated(block) if told else 0, _undated(block))
    if worded:
        sheet, block = worded, HeadingBlock(worded, rows, days=days)
        told = _tells_columns(block)
    if told:
        return _with_measure(sheet, rows, block, days=days)
    across = HeadingBlock(sheet, rows, days=days, across=True)
    if len({column.whose for column in across.columns}) > 1 and _has_figures(sheet, across):
        return across
    if block.columns:
        return block
    alone = HeadingBlock(sheet, rows, days=days, least=1)
    return alone if alone.columns and alone.label_heading else block


def _first_dated(block: HeadingBlock) -> int:
    """Number of the first column whose heading names a period."""
    return next(c.number for c in block.columns if c.heading.span is not Span.NONE)


def _undated(block: HeadingBlock) -> frozenset[int]:
    """Columns of the block's own, headed by a measure, whose period is not understood."""
    return frozenset(
        c.number
        for c in block.columns
        if c.measure and c.heading.span is Span.NONE and not c.heading.compared
    )


def _with_measure(
    sheet: Sheet, rows: Sequence[int], block: HeadingBlock, *, days: bool
) -> HeadingBlock:
    """Read a measure left of what only compares ("Value", "T3/2025 so với T3/2024") with it."""
    if not all(column.heading.compared for column in block.columns):
        return block
    first, last = block.columns[0].number, block.first_data
    heads = (text for n in rows if n < last for c, text in sheet.texts(n) if c < first)
    if not any(headings.measure(text) or names_flow(text) for text in heads):
        return block
    alone = HeadingBlock(sheet, rows, days=days, least=1)
    own = [column for column in alone.columns if not column.heading.compared]
    before = own and own[0].number < block.columns[0].number
    return alone if before and alone.label_heading else block


def _has_figures(sheet: Sheet, block: HeadingBlock) -> bool:
    """Say whether figures stand right beneath the headings, and no more of them."""
    row = sheet.row(block.first_data)
    values = [row.get(column.number) for column in block.columns]
    return not any(isinstance(v, str) and not looks_numeric(v) for v in values)


def _tells_columns(block: HeadingBlock) -> bool:
    """Say whether headings name more than a year, and no two columns mean the same."""
    heads = [(column.heading, column.measure) for column in block.columns]
    if len({*heads}) < len(heads):
        return False
    return any(heading.span not in {Span.NONE, Span.YEAR} for heading, _ in heads) or any(
        heading.span is Span.YEAR for heading, _ in heads
    )
