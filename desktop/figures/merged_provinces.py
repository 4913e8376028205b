"""A province as someone typed it that is another since the mergers: to be asked, never assumed."""

from __future__ import annotations

from datetime import date

from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.provinces import MERGED, is_merged_away, province_named, units_before

MERGED_ON = date(MERGED.year, MERGED.number, 1)


def merger_doubt(typed: str, last: Month, issued_on: date | None = None) -> Finding | None:
    """Say how the unit that a target would be of differs from the one that was typed.

    `last` is the target's last month. A name that went away stands for a part of a larger unit;
    one that lived on stands for a larger one than a document from before the mergers knew. None
    where both are the same.
    """
    old, new = province_named(typed, MERGED - 1), province_named(typed, MERGED)
    merged = units_before(new)
    if last < MERGED or old not in merged or len(merged) == 1:
        return None
    if is_merged_away(old):
        code = "province_merged"
    elif issued_on and issued_on < MERGED_ON:
        code = "province_grown"
    else:
        return None
    others = ", ".join(unit for unit in merged if unit != old)
    return Finding(Severity.WARNING, code, found=old, expected=new, about=others)
