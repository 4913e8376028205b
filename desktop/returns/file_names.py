"""What a workbook's name says of its month, held against its tables, which count."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from desktop.figures.finding import Finding, Severity
from desktop.figures.month import Month
from desktop.figures.period import Basis

_MONTH = re.compile(r"(\d{4})-T(\d{2})(?=T|K)|\bT(\d{1,2})[.-](\d{4})")
"""What offices put into file names: "2025-T06T-5X", "2025-T06K1-1X", "Bieu-T6.2025"."""
_HALF = re.compile(r"(?<![A-Za-z])(?:T\d{1,2})?[-_. ]?K([12])(?![0-9A-Za-z])")
_HALVES = {"1": Basis.FIRST_HALF_MONTH, "2": Basis.SECOND_HALF_MONTH}


def name_says(name: str, month: Month | None, bases: Collection[str]) -> Iterator[Finding]:
    """Tell where a name speaks of another month, or another half of it, than the figures do."""
    named = _MONTH.search(name)
    if named and month:
        year, number = (named[1], named[2]) if named[1] else (named[4], named[3])
        said = f"{year}-{int(number):02d}"
        if said != str(month):
            yield Finding(
                Severity.WARNING, "name_says_other_month", found=str(month), expected=said,
                about=name,
            )  # fmt: skip
    half = _HALF.search(name)
    if half and bases and _HALVES[half[1]] not in bases:
        yield Finding(Severity.WARNING, "name_says_half_month", expected=f"K{half[1]}", about=name)
