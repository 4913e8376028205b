"""Numbers as people write them in a series' file: read exactly, or not at all."""

from __future__ import annotations

import re

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
_DECIMAL_COMMA = re.compile(r"[-+]?\d+,(?:\d{1,2}|\d{4,})")


class UnreadableError(ValueError):
    """A cell that is not blank and not one certain number."""


def amount(text: str) -> tuple[float | None, str]:
    """Read a cell: its number (None where it is blank) and the unit written beside it, or none.

    A single comma or dot before three digits (1,234) could be either; a comma then is refused, a
    dot is the decimal point, as everywhere in CSV. Raises `UnreadableError`.
    """
    text = text.strip()
    if text.casefold() in _MISSING:
        return None, ""
    found = _WITH_UNIT.fullmatch(text) if len(text) <= _LONGEST else None
    if not found:
        raise UnreadableError(text)
    unit = (found["before"] or found["after"]).casefold()
    return _number(re.sub(r"[\s']", "", found["number"]).replace("−", "-")), unit


def _number(digits: str) -> float:
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
