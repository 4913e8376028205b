"""Columns that compare and do not say with what: "So sánh (%)", "Tăng/giảm", "Tỷ lệ %".

Read where two figures of the table, a year apart, prove it in most of its rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import permutations

from desktop.figures.month import MONTHS_PER_YEAR
from desktop.returns.binding import Bound
from desktop.returns.columns_beside import UNREAD
from desktop.returns.found_table import Table
from desktop.returns.same_period import agree, growth_of, is_level
from desktop.returns.sheet import Sheet
from desktop.returns.text import folded

_UNKNOWN, _BEFORE = "compared_unknown", "compared_period_before"
_COMPARES = re.compile(
    r"%|\b(?:so (?:sanh|voi|cung|thang|ky)|ty le|ti le|toc do|tang|giam|chi so|cung ky|ck"
    r"|growth|change|compar\w*|ratio|index|rate|vs|y/y|yoy|m/m|mom)\b"
)
"""What a heading says that compares two figures, whatever it leaves unsaid."""


def growth_proved(sheet: Sheet, table: Table, bound: Sequence[Bound]) -> list[Bound]:
    """Bind columns that compare, and do not say with what, where two figures beside prove it.

    Growth over the period before is none of ours, and is no longer unread.
    """
    new: dict[int, Bound] = {}
    levels = [b for b in bound if is_level(b)]
    open_ones = [b for b in bound if b.left_out in {UNREAD, _UNKNOWN} and _may_compare(b)]
    for b in open_ones if len(levels) > 1 else ():
        for base, before in permutations(levels, 2):
            if base.measure is not before.measure or b.measure not in {None, base.measure}:
                continue
            back = _months_back(base, before)
            if back and agree(sheet, table, base, before, b):
                proven = back == MONTHS_PER_YEAR
                new[b.number] = growth_of(b, base) if proven else replace(b, left_out=_BEFORE)
                break
    return [new.get(b.number, b) for b in bound]


def _may_compare(b: Bound) -> bool:
    return not b.growth and bool(_COMPARES.search(folded(b.column.text)))


def _months_back(base: Bound, before: Bound) -> int:
    """By how many months a figure follows another of its kind: a year, or one; else 0."""
    now, then = base.period, before.period
    if now is None or then is None or (now.basis, now.months) != (then.basis, then.months):
        return 0
    back = now.end.ordinal - then.end.ordinal
    return back if back in {1, MONTHS_PER_YEAR} else 0
