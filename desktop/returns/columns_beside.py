"""Columns of numbers beside those that a heading block names: "So sánh (%)", "Tổng cộng"."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence, Set

from desktop.figures.figure import Status
from desktop.returns import heading_words as words
from desktop.returns import headings
from desktop.returns.binding import Bound
from desktop.returns.found_table import Table
from desktop.returns.heading_block import Column
from desktop.returns.heading_texts import heads_labels
from desktop.returns.item_names import is_total
from desktop.returns.sheet import Sheet
from desktop.returns.spans import Span
from desktop.returns.text_numbers import is_figure
from desktop.returns.units import NO_UNITS

_LOOKED_AT = 40
"""Rows among which such columns are looked for."""
_ANY_YEAR = 2020
_LEAST = 3
"""Fewer numbers are no column."""
UNREAD = "not_understood"
"""Why a column is left out whose heading names no period."""


def with_columns_beside(sheet: Sheet, table: Table, bound: Sequence[Bound]) -> list[Bound]:
    """Add the columns that are headed as the others are and say no period, each as left out."""
    known = {b.number for b in bound}
    counted = _numbers(sheet, table, known) if known else Counter[int]()
    if not counted:
        return list(bound)
    found = list(bound)
    first, reached = min(known), max(known)
    rows = [sheet.row(n) for n in table.rows[:_LOOKED_AT]]
    names = max(
        (c for row in rows for c in row if c < first and isinstance(row[c], str)), default=0
    )
    for number in sorted(c for c, many in counted.items() if many >= _LEAST):
        if (text := _heading(sheet, table, number)) and not heads_labels(text):
            within = first < number <= reached + 1  # farther off stands what is somebody's own
            dated = number > names and (words.YEAR.search(text) or _is_a_month(text))
            if within or (number < first and (dated or is_total(text))):
                heading = headings.read(text)
                column = Column(number, text, heading, heading.measure, NO_UNITS)
                why = heading.left_out or UNREAD
                found.append(Bound(column, None, heading.measure, Status.ESTIMATE, left_out=why))
                reached = max(reached, number)
    return sorted(found, key=lambda b: b.number)


def _is_a_month(text: str) -> bool:
    """Say whether a heading names a month of no year: "T4"."""
    return headings.read(f"{text}/{_ANY_YEAR}").span is Span.MONTH


def _numbers(sheet: Sheet, table: Table, known: Set[int]) -> Counter[int]:
    """How many numbers stand in each other column, in the first rows."""
    rows = map(sheet.row, table.rows[:_LOOKED_AT])
    return Counter(c for row in rows for c in row.keys() - known if is_figure(row[c]))


def _heading(sheet: Sheet, table: Table, column: int) -> str:
    """What the heading rows say over a column, in its own cells or in one that is merged."""
    top, last = table.heading_rows
    places = dict.fromkeys(sheet.owner(n, column) for n in sheet.numbers if top <= n <= last)
    texts = (sheet.row(row).get(at) for row, at in places)
    return " ".join(text for text in texts if isinstance(text, str))
