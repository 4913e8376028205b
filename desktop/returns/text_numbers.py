"""Numbers that stand as text: "1.234.567", "107,2", "-23,4"; and those nobody can decide."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum

_MINUS = str.maketrans({"\u2212": "-", "\u2013": "-"})
_BLANK_MARKS = frozenset(
    {"-", "--", "\u2013", "\u2014", "\u2212", "\u2026", "...", "..", ".", "x", "X", "*"}
)
_PLAIN = re.compile(r"[+-]?\d+")
_SHAPE = re.compile(r"[+-]?\d{1,3}(?:[.,]\d{3})*(?:[.,]\d+)?|[+-]?\d+(?:[.,]\d+)?")
_BLANK_GROUPS = re.compile(r"[+-]?\d{1,3}(?: \d{3})+(?:[.,]\d+)?")
_DOT_GROUPS = re.compile(r"[+-]?\d{1,3}(?:\.\d{3}){2,}|[+-]?\d{1,3}(?:\.\d{3})+,\d+")
_COMMA_GROUPS = re.compile(r"[+-]?\d{1,3}(?:,\d{3}){2,}|[+-]?\d{1,3}(?:,\d{3})+\.\d+")
_ONE_SEPARATOR = re.compile(r"[+-]?(\d+)([.,])(\d+)")
_GROUP = 3


class Writing(Enum):
    """Which sign stands between thousands, and which before the decimals."""

    DOT_THOUSANDS = "1.234,5"
    COMMA_THOUSANDS = "1,234.5"
    UNDECIDED = "?"


class AmbiguousNumberError(ValueError):
    """A text like "1.234" alone: one and a bit, or a thousand and some."""


def is_blank_mark(text: str) -> bool:
    """Say whether the text only says that there is nothing: "-", "…", "x"."""
    return text in _BLANK_MARKS


def looks_numeric(text: str) -> bool:
    """Say whether the text is a number in some writing."""
    return bool(_SHAPE.fullmatch(_tidy(text)))


def writing_of(texts: Iterable[str]) -> Writing:
    """Decide from a column's texts how its numbers are written; the first evidence counts.

    A group of three digits after one separator ("1.234") is no evidence by itself.
    """
    for text in map(_tidy, texts):
        if _DOT_GROUPS.fullmatch(text):
            return Writing.DOT_THOUSANDS
        if _COMMA_GROUPS.fullmatch(text):
            return Writing.COMMA_THOUSANDS
        alone = _ONE_SEPARATOR.fullmatch(text)
        if alone and not _may_be_group(alone[1], alone[3]):
            return Writing.DOT_THOUSANDS if alone[2] == "," else Writing.COMMA_THOUSANDS
    return Writing.UNDECIDED


def parse(text: str, writing: Writing) -> Decimal:
    """Read a number; raises `ValueError` for none, `AmbiguousNumberError` where it may be two."""
    tidy = _tidy(text)
    if _PLAIN.fullmatch(tidy):
        return Decimal(tidy)
    if not _SHAPE.fullmatch(tidy):
        raise ValueError(text)
    if writing is Writing.UNDECIDED:
        writing = writing_of([tidy])
        if writing is Writing.UNDECIDED:
            raise AmbiguousNumberError(text)
    thousands, point = (".", ",") if writing is Writing.DOT_THOUSANDS else (",", ".")
    whole, _, decimals = tidy.partition(point)
    if thousands in decimals or point in decimals or not _grouped(whole, thousands):
        raise ValueError(text)
    return Decimal(f"{whole.replace(thousands, '')}.{decimals or '0'}")


def _grouped(whole: str, thousands: str) -> bool:
    first, *rest = whole.lstrip("+-").split(thousands)
    return (not rest or 0 < len(first) <= _GROUP) and all(len(group) == _GROUP for group in rest)


def _may_be_group(whole: str, rest: str) -> bool:
    return len(rest) == _GROUP and len(whole) <= _GROUP and not whole.startswith("0")


def _tidy(text: str) -> str:
    tidy = text.translate(_MINUS).replace("\u00a0", " ").strip().rstrip("%").rstrip()
    return tidy.replace(" ", "") if _BLANK_GROUPS.fullmatch(tidy) else tidy
