"""Years of two figures beneath a title that says which century: "T4/03" in a return of 2003.

A small number behind a month may be a day, so it is a year only where another word says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from desktop.returns.heading_words import YEAR
from desktop.returns.sheet import Sheet
from desktop.returns.worded_sheet import Worded

_SHORT = re.compile(
    r"(?P<period>\b(?:t(?:h\.?|\.|háng)?\s?\d{1,2}|\d{1,2}\s?t(?:háng)?|quý\s?(?:[1-4]|i{1,3}|iv)))"
    r"\s?[/.-]\s?'?(?P<year>0\d|1[0-4]|9\d)(?![\d/.,-])",
    re.IGNORECASE,
)
"""Later years are known by themselves; see `short_forms`."""
_ABOVE = 6
"""Rows over a heading block in which a title may say the year."""
_DEPTH = 16
_CENTURY = 100


def with_years(sheet: Sheet, rows: Sequence[int]) -> Sheet | None:
    """Give the sheet with the years of its headings written out; None where none is short."""
    short = [(n, c, text) for n in rows[:_DEPTH] for c, text in sheet.texts(n) if _is_short(text)]
    if not short:
        return None
    years = {int(found["year"]) for _, _, text in short for found in _SHORT.finditer(text)}
    for year in _said(sheet, rows):
        meant = {full % _CENTURY: full for full in (year - 1, year)}
        if year % _CENTURY in years and years <= meant.keys():
            return Worded(sheet, {(n, c): _in_full(text, meant) for n, c, text in short})
    return None


@lru_cache(maxsize=8192)
def _is_short(text: str) -> bool:
    return bool(_SHORT.search(text))


def _said(sheet: Sheet, rows: Sequence[int]) -> Iterator[int]:
    """The years that the headings, the lines above them and the file's name say in full."""
    above = [n for n in sheet.numbers if n < rows[0]][-_ABOVE:]
    texts = [text for n in (*above, *rows[:_DEPTH]) for _, text in sheet.texts(n)]
    yield from (int(found) for text in (*texts, sheet.book) for found in YEAR.findall(text))


def _in_full(text: str, meant: dict[int, int]) -> str:
    return _SHORT.sub(lambda found: f"{found['period']}/{meant[int(found['year'])]}", text)
