"""The provinces: their names, and which unit a name means before and after July 2025.

Source: ``resources/provinces.csv``. On 1 July 2025 sixty-three units became thirty-four; a name
that lived on ("Đồng Nai") stands for a larger territory since.
"""

from __future__ import annotations

import csv
import re
from functools import cache

from desktop.figures.month import Month
from desktop.figures.names import folded_key, name_key
from desktop.figures.places import resource
from desktop.figures.series import UNKNOWN

MERGED = Month(2025, 7)
"""The first month of the thirty-four units."""

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 6
_TITLE = re.compile(
    r"^(?:tỉnh|thành phố|tp|t)\b\.?|\b(?:province|city)$|^(?:province|city) of\b", re.IGNORECASE
)
"""What stands before or after a unit's name and says only what kind it is."""


def province_in(text: str, month: Month | None = None) -> str:
    """Name of the unit that a text speaks of, as it was in the month; ``UNKNOWN`` for none.

    Every diacritic counts, unless the text has none at all, as file names have. Where several
    are named, the first is taken.
    """
    key = folded_key if text.isascii() else name_key
    spellings = _spellings(folded=text.isascii())
    words = _WORD.findall(text)
    for first in range(len(words)):
        for last in range(min(len(words), first + _LONGEST), first, -1):
            found = spellings.get(key(" ".join(words[first:last])))
            if found:
                return _since(found) if month is not None and month >= MERGED else found
    return UNKNOWN


def province_named(label: str, month: Month | None = None) -> str:
    """Name of the unit that a label names, and nothing beside it; ``UNKNOWN`` for none.

    Every diacritic counts, unless the label has none at all, as those of English editions.
    """
    bare = _TITLE.sub("", label).strip()
    spellings = _spellings(folded=label.isascii())
    key = folded_key if label.isascii() else name_key
    found = spellings.get(key(label)) or spellings.get(key(bare), "")
    if not found:
        return UNKNOWN
    return _since(found) if month is not None and month >= MERGED else found


def province_names() -> tuple[str, ...]:
    """Names of all units, those of today first."""
    since = dict.fromkeys(new for _, new, _ in _units())
    return (*since, *(old for old, _, _ in _units() if old not in since))


def province_spellings() -> list[tuple[str, str]]:
    """Every spelling of a province, and its name until June 2025."""
    return [(s, old) for old, _, aliases in _units() for s in (old, *aliases)]


@cache
def units_of(month: Month) -> frozenset[str]:
    """Names of all units that there were in a month: 63, and 34 since July 2025."""
    return frozenset(new if month >= MERGED else old for old, new, _ in _units())


def units_before(name: str) -> tuple[str, ...]:
    """Give the units until June 2025 that a unit of today was made of; none for any other name."""
    return tuple(old for old, new, _ in _units() if new == name)


def is_merged_away(old: str) -> bool:
    """Say whether one of the sixty-three has no unit of its name any more."""
    bare = {name_key(_TITLE.sub("", unit)) for unit in units_of(MERGED)}
    return old in units_of(MERGED - 1) and name_key(_TITLE.sub("", old)) not in bare


def _since(name: str) -> str:
    return next((new for old, new, _ in _units() if old == name), name)


@cache
def _spellings(*, folded: bool) -> dict[str, str]:
    """Names of the sixty-three by every spelling's key; abbreviations only as they are written."""
    key = folded_key if folded else name_key
    found: dict[str, str] = {}
    for old, _, aliases in _units():
        for spelling in (old, *aliases):
            found.setdefault(key(spelling), old)
    return found


@cache
def _units() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    """Name until June 2025, name since, and other spellings of the former."""
    with resource("provinces.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(
            (row["unit_until_2025_06"], row["unit_since_2025_07"],
             tuple(alias for alias in row["aliases"].split("|") if alias))
            for row in csv.DictReader(lines)
        )  # fmt: skip
