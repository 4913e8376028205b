"""Comparisons in dollars beside those in per cent: "So với cùng kỳ: Tuyệt đối | %".

A difference is no growth, whatever it looks like: whoever has the figures has it too.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from desktop.figures.series import Measure
from desktop.returns import headings
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_PER_CENT = re.compile(r"%|\btuong doi\b|\bper ?cent|\brelative\b")
_DIFFERENCE = re.compile(r"\btuyet doi\b|\bchenh lech\b|\babsolute\b|\bdifference\b")


@lru_cache(maxsize=4096)
def says_per_cent(text: str) -> bool:
    """Say whether a heading counts in per cent."""
    return bool(_PER_CENT.search(folded(text)))


@lru_cache(maxsize=4096)
def is_difference(text: str, *, in_money: bool) -> bool:
    """Say whether a heading that compares is of a difference, by its words or its unit."""
    return not says_per_cent(text) and (in_money or bool(_DIFFERENCE.search(folded(text))))


def counted_twice(sheet: Sheet, rows: Sequence[int], column: int) -> Iterator[int]:
    """The column beside one that compares, if the two are headed in money and in per cent."""
    for number in rows:
        one, other = _text(sheet, number, column), _text(sheet, number, column + 1)
        if one and other and says_per_cent(one) is not says_per_cent(other):
            yield column + 1


def only_compare(sheet: Sheet, above: Sequence[int], columns: Collection[int]) -> bool:
    """Say whether all these columns stand beneath comparisons: "Trị giá | %" is of these."""
    return all(
        any(headings.read(_head(sheet, n, column, columns)).compared for n in above)
        for column in columns
    )


def named_above(
    sheet: Sheet, rows: Sequence[int], named: Mapping[int, Mapping[int, Measure | None]]
) -> dict[int, Measure | None]:
    """Measures that rows above the last name side by side, where that only divides comparisons."""
    *above, last = rows
    if not only_compare(sheet, above, named[last]):
        return {}
    return {c: m for n in above if len(named[n]) > 1 for c, m in named[n].items()}


def _head(sheet: Sheet, row: int, column: int, columns: Collection[int]) -> str:
    """What stands over a column: its own cell, merged, or the one left of it over the others."""
    if said := _text(sheet, *sheet.owner(row, column)):
        return said
    left = column - 1
    while left in columns and not (said := _text(sheet, row, left)):
        left -= 1
    return said


def _text(sheet: Sheet, row: int, column: int) -> str:
    value = sheet.row(row).get(column)
    return value if isinstance(value, str) else ""
