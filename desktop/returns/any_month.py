"""Folded headings that differ by their month alone: one month stands for all of them.

"Ước tính tháng 8 năm 2025" and "… tháng 9 …" say the same but for the number, and offices print
the same headings month after month.
"""

from __future__ import annotations

import re
import unicodedata

from desktop.returns.heading_words import MONTH_NAMES, NUMBERS, OF_QUARTERS, ROMAN, may
from desktop.returns.text import folded

_ANY, _ANY_LONG = 7, 11
"""The months that stand for all of one figure, and of two."""
_SMALL = re.compile(r"(?<!\d)\d{1,2}(?!\d)")
_MONTH = re.compile(
    r"(?<=\bthang )(0?)([2-9]|1[01])(?!\w)|(?<!\S)(?<!\bky )()([2-9]|1[01])(?= thang\b)"
)
"""January begins the year, and December ends it."""
_WORD = re.compile(r"[a-z]+")
_NUMBERS = frozenset([*NUMBERS, *ROMAN, *MONTH_NAMES]) - {"nam"}
"""Beside one of these a number may be another's than the month's: "năm" is a year, mostly."""
_WORDED = re.compile(r"(?<!\d )thang nam\b|thang[a-z]")


def month_said(plain: str) -> int:
    """Give the month of a heading that names one, be it twice, and no other number; else 0."""
    numbers = _SMALL.findall(plain)
    if not numbers or may(plain, OF_QUARTERS) or _WORDED.search(plain):
        return 0
    said = [int(behind or before) for _, behind, _, before in _MONTH.findall(plain)]
    if len(said) < len(numbers) or len({*said}) > 1:
        return 0
    return said[0] if _NUMBERS.isdisjoint(_WORD.findall(plain)) else 0


def any_month(month: int) -> int:
    """Give the month that stands for a month: the one that is written as long."""
    return _ANY if month < 10 else _ANY_LONG


def of_any_month(plain: str, month: int) -> str:
    """Give such a heading with the month that stands for all."""
    return _MONTH.sub(rf"\g<1>{any_month(month)}", plain)


_COUNTED = ("hai", "ba", "bon", "tu", "sau", "bay", "tam", "chin", "muoi")
_BEFORE_MONTHS = tuple(f"{word} thang" for word in _COUNTED)
_PROPER = frozenset(["hai", "ba", "bốn", "tư", "sáu", "bảy", "bẩy", "tám", "chín", "mười"])
_BEFORE_MONTH = re.compile(r"([^\W\d_]+)\s+tháng")


def without_lookalikes(text: str, plain: str) -> str:
    """Take words out of a folded text that without their marks are numbers: "phân bón tháng 3"."""
    if not any(map(plain.__contains__, _BEFORE_MONTHS)):
        return plain
    for word in _BEFORE_MONTH.findall(unicodedata.normalize("NFC", text).casefold()):
        if not word.isascii() and word not in _PROPER and folded(word) in _COUNTED:
            plain = plain.replace(f"{folded(word)} thang", "thang")
    return plain
