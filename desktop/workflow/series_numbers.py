"""Numbers as people write them in a series' file: read exactly, or not at all."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from enum import StrEnum

_MISSING = {"", "-", "–", "—", ".", "..", "...", "…", "na", "n/a", "nan", "null", "none", "#n/a"}
_WITH_UNIT = re.compile(
    r"(?P<before>[^\d\s.,+\-−]*)\s*"
    r"(?P<number>[-+−]?[\d.,\s']*\d[\d.,]*(?:e[-+]?\d+)?)"
    r"\s*(?P<after>[^\d\s.,+\-−]*)",
    re.IGNORECASE,
)
_LONGEST = 60
_PLAIN = re.compile(r"[-+]?\d+(?:\.\d*)?(?:e[-+]?\d+)?|[-+]?\.\d+", re.IGNORECASE)
_COMMA_GROUPS = re.compile(r"[-+]?\d{1,3}(?:,\d{3})+\.\d+|[-+]?\d{1,3}(?:,\d{3}){2,}")
_DOT_GROUPS = re.compile(r"[-+]?\d{1,3}(?:\.\d{3})+,\d+|[-+]?\d{1,3}(?:\.\d{3}){2,}")
_DECIMAL_COMMA = re.compile(r"[-+]?\d+,(?:\d{1,2}|\d{4,})|[-+]?(?:0|\d{4,}),\d{3}")
_DECIMAL_DOT = re.compile(r"[-+]?\d+\.(?:\d{1,2}|\d{4,})|[-+]?(?:0|\d{4,})\.\d{3}")
_EITHER = re.compile(r"[-+]?[1-9]\d{0,2}[.,]\d{3}")
"""One mark before three digits: thousands to some, a fraction to others."""


class Notation(StrEnum):
    """How the numbers of a file are written, as far as they say it themselves."""

    UNSAID = "unsaid"
    DOT = "dot"
    COMMA = "comma"


class UnreadableError(ValueError):
    """A cell that is not blank and not one certain number."""


def notation_of(texts: Iterable[str]) -> Notation:
    """Say which mark stands before a fraction, where the numbers of a file agree on it."""
    found = set()
    for text in texts:
        cell = _taken_apart(text)
        if cell and (_DOT_GROUPS.fullmatch(cell[0]) or _DECIMAL_COMMA.fullmatch(cell[0])):
            found.add(Notation.COMMA)
        elif cell and (_COMMA_GROUPS.fullmatch(cell[0]) or _DECIMAL_DOT.fullmatch(cell[0])):
            found.add(Notation.DOT)
    return found.pop() if len(found) == 1 else Notation.UNSAID


def amount(text: str, notation: Notation = Notation.UNSAID) -> tuple[float | None, str]:
    """Read a cell: its number (None where it is blank) and the unit written beside it, or none.

    A single comma or dot before three digits (1,234) could be either. In a file whose other
    numbers have a decimal comma, a comma is one and a dot sets thousands apart; else a dot is the
    decimal point, as everywhere in CSV, and a comma is refused. Raises `UnreadableError`.
    """
    if text.strip().casefold() in _MISSING:
        return None, ""
    found = _taken_apart(text)
    if not found:
        raise UnreadableError(text)
    digits, unit = found
    value = _number(digits, notation)
    if math.isinf(value):
        raise UnreadableError(text)
    return value, unit


def _taken_apart(text: str) -> tuple[str, str] | None:
    """Give a cell's digits and marks, and the unit beside them; None for no number."""
    text = text.strip()
    found = _WITH_UNIT.fullmatch(text) if len(text) <= _LONGEST else None
    if not found:
        return None
    digits = re.sub(r"[\s']", "", found["number"]).replace("−", "-")
    return digits, (found["before"] or found["after"]).casefold()


def _number(digits: str, notation: Notation) -> float:
    if _EITHER.fullmatch(digits) and notation is Notation.COMMA:
        return float(digits.replace(".", "").replace(",", "."))
    if _PLAIN.fullmatch(digits):
        return float(digits)
    if _COMMA_GROUPS.fullmatch(digits):
        return float(digits.replace(",", ""))
    if _DOT_GROUPS.fullmatch(digits):
        return float(digits.replace(".", "").replace(",", "."))
    if _DECIMAL_COMMA.fullmatch(digits):
        return float(digits.replace(",", "."))
    raise UnreadableError(digits)


def whole(text: str) -> int:
    """Read a year or a month, 2024 or 2024.0; raises `UnreadableError`."""
    found = re.fullmatch(r"\s*(\d{1,4})(?:\.0*)?\s*", text)
    if not found:
        raise UnreadableError(text)
    return int(found[1])
