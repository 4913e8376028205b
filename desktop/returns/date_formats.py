"""Number formats of dates, per cent, thousands: Excel makes 1-Feb of a typed 1.2, 0.12 of 12%."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache
from math import isfinite

from desktop.returns.grid import CELL_STEP, Grid

_BUILT_IN = frozenset({"14", "15", "16", "17", "22"})
_BUILT_IN_PERCENT = frozenset({"9", "10"})
_SAID_OTHERWISE = re.compile(r'"[^"]*"|\[[^\]]*\]|[\\_*].|General|Standard')
"""Letters that are no part of a date: quoted, of a colour or a language, or blanks as wide."""
_DATE = re.compile(r"[ymd]", re.IGNORECASE)
_DIGITS = re.compile(r"[0#?]")
_THOUSANDS = re.compile(r"[0#?](,+)(?=$|[^0#?,])")
_FIRST_DAY = date(1899, 12, 30)
"""Excel counts days from here; its leap year of 1900 is long past."""
_FOUR_YEARS = 1462
"""Days from the first that a book of Excel counts to the first of one that begins in 1904."""
_DAYS = range(1, 2_958_466)
"""As far as Excel shows dates: to the end of the year 9999."""


_last: list[tuple[tuple[str, ...], frozenset[int]]] = []
"""The sheets of a workbook share its styles."""


def date_styles(formats: tuple[str, ...]) -> frozenset[int]:
    """Say which styles show a number as a date, by their formats' codes or built-in numbers."""
    if not _last or _last[0][0] is not formats:
        dates = {code for code in {*formats} if is_date_format(code)}
        styles = [style for style, code in enumerate(formats) if code in dates] if dates else []
        _last[:] = [(formats, frozenset(styles))]
    return _last[0][1]


@lru_cache(maxsize=1024)
def is_date_format(code: str) -> bool:
    """Say whether a number format shows a date."""
    if code in _BUILT_IN:
        return True
    bare = _SAID_OTHERWISE.sub("", code)
    return bool(_DATE.search(bare)) and not _DIGITS.search(bare)


@lru_cache(maxsize=1024)
def is_percent_format(code: str) -> bool:
    """Say whether a number format shows a number a hundred times as large, in per cent."""
    return code in _BUILT_IN_PERCENT or "%" in _SAID_OTHERWISE.sub("", code)


@lru_cache(maxsize=1024)
def shown_in(code: str) -> int:
    """How much one shown unit counts: a thousand for each comma behind the digits ("#,##0,")."""
    found = _THOUSANDS.search(_SAID_OTHERWISE.sub("", code).partition(";")[0])
    return 1_000 ** len(found[1]) if found else 1


def day_number(day: date) -> float:
    """Give the number by which Excel keeps a day."""
    return float((day - _FIRST_DAY).days)


def count_from_1900(grid: Grid) -> None:
    """Let the dates of a book that counts its days from 1904, as on old Macs, count from 1900."""
    dates = date_styles(grid.formats)
    for cells in grid.rows.values() if dates else ():
        for at in range(0, len(cells), CELL_STEP):
            value = cells[at + 1]
            if isinstance(value, float) and cells[at + 2] in dates:
                cells[at + 1] = value + _FOUR_YEARS


def day(number: float) -> str:
    """The day that a number of Excel's stands for, as 2026-02-01; empty where it is none."""
    whole = int(number) if isfinite(number) else 0
    return (_FIRST_DAY + timedelta(days=whole)).isoformat() if whole in _DAYS else ""


def month_shown(number: float) -> str:
    """The month that a heading typed as "6/2025" shows, which Excel has made a day of."""
    said = day(number)
    return f"tháng {int(said[5:7])}/{said[:4]}" if said else ""
