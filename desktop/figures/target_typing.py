"""What is typed of a target: percentages, amounts in billion US dollars, months. Ranges too."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.month import MONTHS_PER_YEAR, Month
from desktop.figures.target import FRACTIONS, TargetMeasure
from desktop.figures.vintage import iso_day

_NUMBER = r"[+\-−]?\s*\d[\d.,\u00a0\u202f ]*"
_RANGE = re.compile(rf"\s*({_NUMBER}?)\s*(%?)\s*(?:(?:–|—|-|\.\.|÷)\s*({_NUMBER}?)\s*(%?)\s*)?")
_WRITTEN = re.compile(
    r"(?P<sign>[+-]?)(?P<whole>\d+|\d{1,3}(?:\.\d{3})+(?=$|,)|\d{1,3}(?:,\d{3})+(?=$|\.))"
    r"(?:[.,](?P<rest>\d+))?"
)
_UNIT = re.compile(r"(?:bn|billion|tỷ|tỉ)?\s*(?:USD|đô la|\$)?\s*$", re.IGNORECASE)
_BILLION = 10**9
_PER_CENT = 100
_HALF = MONTHS_PER_YEAR // 2
_DAY = re.compile(r"(\d{1,2})[./](\d{1,2})[./](\d{4})")
_YEAR = re.compile(r"\s*(\d{4})\s*")
_HALF_YEAR = re.compile(
    r"\s*(?:(\d{4})\s*-?\s*H([12])|H([12])\s*[-/]?\s*(\d{4}))\s*", re.IGNORECASE
)
_SPAN = re.compile(r"\s*(\d{4}-\d{1,2})\s*(?:\.\.|–|—|/|\s-\s)\s*(\d{4}-\d{1,2})\s*")


def amounts(text: str, measure: TargetMeasure) -> tuple[float, float]:
    """Read the lower and upper end of what was typed: ``12%``, ``15-16%``, ``454,2``.

    Fractions of growth and shares; US dollars of values and surpluses, typed in billions.

    Raises:
        Refused: It is no number, or a bare number below one that may be a fraction or a per cent.
    """
    if measure in FRACTIONS:
        return _percentages(text)
    low, high = (_amount(text, part) for part in _ends(text, percent=False))
    return float(low * _BILLION), float(high * _BILLION)


def percentage(text: str) -> float:
    """Read one percentage: ``12``, ``12 %`` and ``12,5%``; a bare ``0.12`` is refused."""
    low, high = _percentages(text)
    if low != high:
        raise _refused("target_amount_unread", text)
    return low


def months(text: str) -> tuple[Month, int]:
    """Read the first month and how many: ``2026``, ``2025-07..2026-06``, ``2026-H1``.

    Raises `Refused` for anything else, and for more than twelve months.
    """
    if found := _YEAR.fullmatch(text):
        return Month(int(found[1]), 1), MONTHS_PER_YEAR
    if found := _HALF_YEAR.fullmatch(text):
        year, half = int(found[1] or found[4]), int(found[2] or found[3])
        return Month(year, 1 + _HALF * (half - 1)), _HALF
    if found := _SPAN.fullmatch(text):
        try:
            first, last = Month.parse(found[1]), Month.parse(found[2])
        except ValueError:
            raise _refused("target_months_unread", text) from None
        if 0 < last - first + 1 <= MONTHS_PER_YEAR:
            return first, last - first + 1
    raise _refused("target_months_unread", text)


def day(text: str) -> date | None:
    """Read a day: ``2026-01-08``, ``08/01/2026``, ``8.1.2026``; None where nothing was typed.

    Raises `ValueError` for anything else: of a year in two digits nobody knows the century.
    """
    if found := _DAY.fullmatch(text.strip()):
        return date(int(found[3]), int(found[2]), int(found[1]))
    return iso_day(text.strip()) if text.strip() else None


def _percentages(text: str) -> tuple[float, float]:
    signed = "%" in text
    low, high = (_amount(text, part) for part in _ends(text, percent=True))
    if not signed and 0 < max(abs(low), abs(high)) < 1:
        meant = f"{(low * _PER_CENT).normalize():f}%"
        raise _refused("target_fraction_or_percent", text.strip(), meant)
    return float(low / _PER_CENT), float(high / _PER_CENT)


def _ends(text: str, *, percent: bool) -> tuple[str, str]:
    found = _RANGE.fullmatch(text if percent else _UNIT.sub("", text))
    if not found or (not percent and (found[2] or found[4])):
        raise _refused("target_amount_unread", text)
    return found[1], found[3] or found[1]


def _amount(text: str, part: str) -> Decimal:
    """Read a number: a single separator is the decimal mark, as is the last of two kinds."""
    bare = re.sub(r"[\s\u00a0\u202f]", "", part).replace("−", "-")
    found = _WRITTEN.fullmatch(bare)
    if not found:
        raise _refused("target_amount_unread", text)
    whole = re.sub(r"[.,]", "", found["whole"])
    return Decimal(f"{found['sign']}{whole}.{found['rest'] or 0}")


def _refused(code: str, found: str, expected: str = "") -> Refused:
    return Refused(Finding(Severity.ERROR, code, found=found.strip(), expected=expected))
