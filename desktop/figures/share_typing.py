"""Shares of a year as they are typed or pasted: one a month, which must sum to 100 %."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.month import MONTHS_PER_YEAR

_BETWEEN = re.compile(r"[\s;|\u00a0]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?|[.,]\d+")
_WHOLE = (Fraction(100), Fraction(1))
"""What shares sum to: per cent, or fractions."""
_DAYS = re.compile(r"(\d{1,2})\s*:\s*(\d{1,2})")
_MOST_DAYS = 31


def numbers(text: str, count: int) -> tuple[Fraction, ...]:
    """Read so many numbers: a row or a column of a sheet, or typed with blanks between.

    Raises:
        Refused: One is no number, or there are more or fewer of them.
    """
    parts = [part.strip("%,") for part in _BETWEEN.split(text.strip()) if part.strip("%,")]
    odd = next((part for part in parts if not _NUMBER.fullmatch(part)), None)
    if odd is not None:
        raise _refused("share_not_a_number", odd)
    if len(parts) != count:
        raise _refused("shares_miscounted", str(len(parts)), str(count))
    return tuple(Fraction(part.replace(",", ".")) for part in parts)


def shares(given: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Turn numbers that sum to 100 (or to 1) into shares that sum to exactly 1.

    Raises:
        Refused: They sum to something else: they may be meant to be scaled (`scaled`).
    """
    total = sum(given, Fraction())
    if total not in _WHOLE:
        raise _refused("shares_not_whole", f"{float(total):.6g}", "100")
    return tuple(number / total for number in given)


def scaled(given: Sequence[Fraction]) -> tuple[Fraction, ...]:
    """Scale whatever numbers to shares that sum to exactly 1.

    Raises:
        Refused: They sum to nothing.
    """
    total = sum(given, Fraction())
    if total <= 0:
        raise _refused("shares_not_whole", "0", "100")
    return tuple(number / total for number in given)


def holiday_days(text: str) -> tuple[tuple[int, int], ...]:
    """Read days off for Tết by month: ``1:5 2:4`` is five in January and four in February.

    Raises:
        Refused: It reads otherwise, or names no month or more days than one has.
    """
    found = [_DAYS.fullmatch(part) for part in re.split(r"[\s;,]+", text.strip()) if part]
    read = [(int(pair[1]), int(pair[2])) for pair in found if pair]
    sound = all(1 <= month <= MONTHS_PER_YEAR and days <= _MOST_DAYS for month, days in read)
    if len(read) != len(found) or not read or not sound:
        raise _refused("holiday_days_unread", text)
    return tuple(sorted(dict(read).items()))


def _refused(code: str, found: str, expected: str = "") -> Refused:
    return Refused(Finding(Severity.ERROR, code, found=found, expected=expected, about=found))
