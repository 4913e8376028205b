"""Folded headings that differ by their month or year alone: one stands for all of them.

"Ước tính tháng 8 năm 2025" and "… tháng 9 …" say the same but for the number, and offices print
the same headings month after month.
"""

from __future__ import annotations

import re
import unicodedata

from desktop.returns.heading_words import MONTH_NAMES, NUMBERS, OF_QUARTERS, ROMAN, may
from desktop.returns.text import folded

_YEARS = re.compile(r"(?:19|20)(?<!\d\d\d)[0-9]{2}(?!\d)")
_SHORT_YEAR = re.compile(r"(?:/|nam '?)\d\d(?!\d)")
_FIRST_YEAR, _ANY_YEAR = 1900, 2020
_ANY, _ANY_LONG = 7, 11
"""The months that stand for all of one figure, and of two."""
_SMALL = re.compile(r"\d(?<!\d\d)\d?(?!\d)")
"""What begins with a sign of a class is searched for much faster than what looks back first."""
_MONTH = re.compile(
    r"(?<=\bthang )0?(?:[2-9]|1[01])(?!\w)|(?<!\S)(?<!\bky )(?:[2-9]|1[01])(?= thang\b)"
)
"""January begins the year, and December ends it."""
_WORD = re.compile(r"[a-z]+")
_NUMBERS = frozenset([*NUMBERS, *ROMAN, *MONTH_NAMES]) - {"nam"}
"""Beside one of these a number may be another's than the month's: "năm" is a year, mostly."""
_WORDED = re.compile(r"thang(?: nam\b(?<!\d thang nam)|[a-z])")


def of_any_year(plain: str) -> tuple[str, int]:
    """Give a heading with its newest year made the one that stands for all, and by how much.

    Years count by their distance only; where one may be written short, none is changed.
    """
    years = list(_YEARS.finditer(plain))
    shift = max(int(year[0]) for year in years) - _ANY_YEAR if years else 0
    if not shift or _SHORT_YEAR.search(plain):
        return plain, 0
    moved = [int(year[0]) - shift for year in years]
    if min(moved) < _FIRST_YEAR:
        return plain, 0
    for year, other in zip(years, moved, strict=True):  # which are as long
        plain = f"{plain[: year.start()]}{other}{plain[year.end() :]}"
    return plain, shift


def of_any_month(plain: str) -> tuple[str, int]:
    """Give a heading with the month that stands for all, and its own month.

    One that names none, several, or any other number comes as it is, with 0.
    """
    if "thang" not in plain or not (numbers := _SMALL.findall(plain)):
        return plain, 0
    if may(plain, OF_QUARTERS) or _WORDED.search(plain):
        return plain, 0
    said = list(_MONTH.finditer(plain))
    if len(said) < len(numbers) or len(months := {int(found[0]) for found in said}) > 1:
        return plain, 0
    if not _NUMBERS.isdisjoint(_WORD.findall(plain)):
        return plain, 0
    (month,) = months
    stands = str(any_month(month))
    for found in said:  # which are as long as it is
        plain = plain[: found.end() - len(stands)] + stands + plain[found.end() :]
    return plain, month


def any_month(month: int) -> int:
    """Give the month that stands for a month: the one that is written as long."""
    return _ANY if month < 10 else _ANY_LONG


_FIGURE = re.compile(
    r"(?<!\btổng )(?<!\bchỉ )\bsố "
    r"(?=(?:tháng|kỳ|quý|năm|cùng|ước|kế hoạch|kh|ck)\b|t\.?\d|q\d|\d{1,2} ?t)"
)
"""A figure of a period: "số tháng 6" compares nothing, as "so tháng 5" does."""
_COUNTED = ("hai", "ba", "bon", "tu", "sau", "bay", "tam", "chin", "muoi")
_BEFORE_MONTHS = tuple(f"{word} thang" for word in _COUNTED)
_PROPER = frozenset(["hai", "ba", "bốn", "tư", "sáu", "bảy", "bẩy", "tám", "chín", "mười"])
_BEFORE_MONTH = re.compile(r"([^\W\d_]+)\s+tháng")


def without_lookalikes(text: str, plain: str) -> str:
    """Take words out of a folded text that without their marks mean something else.

    "Phân bón tháng 3" speaks of no four months, and "số tháng 6" of no comparison.
    """
    if "so " in plain and _FIGURE.search(marked := unicodedata.normalize("NFC", text).casefold()):
        plain = folded(_FIGURE.sub("", " ".join(marked.split())))
    if not any(map(plain.__contains__, _BEFORE_MONTHS)):
        return plain
    for word in _BEFORE_MONTH.findall(unicodedata.normalize("NFC", text).casefold()):
        if not word.isascii() and word not in _PROPER and folded(word) in _COUNTED:
            plain = plain.replace(f"{folded(word)} thang", "thang")
    return plain
