"""Shares of a year as they are typed or pasted: one a month, which must sum to 100 %."""

from __future__ import annotations

import re
from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.holidays import WINDOW

if TYPE_CHECKING:
    from desktop.figures.wording import Language

_BETWEEN = re.compile(r"[\s;|\u00a0]+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)?|[.,]\d+")
_WHOLE = (Fraction(100), Fraction(1))
"""What shares sum to: per cent, or fractions."""
_PER_CENT = 100
_DAYS = re.compile(r"(\d{1,2})\s*:\s*(\d{1,2})")
_TET_MONTHS = (1, 2)
"""Its first day lies between 21 January and 20 February."""
MOST_TET_DAYS = 2 * len(WINDOW)
"""Factories close for a fortnight at most."""


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
        Refused: It reads otherwise, names a month that Tết never touches, or more days than it
            can take.
    """
    found = [_DAYS.fullmatch(part) for part in re.split(r"[\s;,]+", text.strip()) if part]
    read = [(int(pair[1]), int(pair[2])) for pair in found if pair]
    if len(read) != len(found) or not read or len(dict(read)) < len(read):
        raise _refused("holiday_days_unread", text)
    if not all(month in _TET_MONTHS for month, _ in read):
        raise _refused("holiday_month_without_tet", text)
    if not 0 < sum(days for _, days in read) <= MOST_TET_DAYS:
        raise _refused("holiday_days_too_many", text, str(MOST_TET_DAYS))
    return tuple(sorted(read))


def written(of: Sequence[Fraction], language: Language, decimals: int = 2) -> tuple[str, ...]:
    """Write shares in per cent so that what is written sums to 100 again.

    Each is what the rounded share to date grows by, so that both add up wherever they stand side
    by side; it is off by less than one unit of its last digit.
    """
    unit = 10**decimals
    to_date = [round(share * _PER_CENT * unit) for share in accumulate(of)]
    return tuple(
        language.number((now - before) / unit, decimals)
        for before, now in zip([0, *to_date], to_date, strict=False)
    )


def _refused(code: str, found: str, expected: str = "") -> Refused:
    return Refused(Finding(Severity.ERROR, code, found=found, expected=expected, about=found))
