"""Numbers that stand as text: "1.234.567", "107,2", "-23,4"; and those nobody can decide."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import Enum
from functools import lru_cache

from desktop.returns.unit_behind import apart

_SIGNS = str.maketrans(
    {
        **{chr(0xFF10 + digit): str(digit) for digit in range(10)},
        "\uff0e": ".", "\uff0c": ",", "\uff05": "%", "\uff0b": "+", "\uff08": "(", "\uff09": ")",
        "\u2212": "-", "\u2013": "-", "\uff0d": "-", "\uff0a": "*", "\u2019": "'",
        "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ",
    }
)  # fmt: skip
"""Full-width signs of East Asian keyboards, dashes for a minus, and blanks of other widths."""
_BLANK_MARKS = frozenset(
    {"-", "--", "\u2013", "\u2014", "\u2212", "\u2026", "...", "..", ".", "x", "X", "*"}
)
_PLAIN = re.compile(r"[+-]?[0-9]+")
_SHAPE = re.compile(r"[+-]?[0-9]{1,3}(?:[.,][0-9]{3})*(?:[.,][0-9]+)?|[+-]?[0-9]+(?:[.,][0-9]+)?")
_BLANK_GROUPS = re.compile(r"[+-]?[0-9]{1,3}([ '])[0-9]{3}(?:\1[0-9]{3})*(?:[.,][0-9]+)?")
_DOT_GROUPS = re.compile(r"[+-]?[0-9]{1,3}(?:(?:\.[0-9]{3}){2,}|(?:\.[0-9]{3})+,[0-9]+)")
_COMMA_GROUPS = re.compile(r"[+-]?[0-9]{1,3}(?:(?:,[0-9]{3}){2,}|(?:,[0-9]{3})+\.[0-9]+)")
_ONE_SEPARATOR = re.compile(r"[+-]?([0-9]+)([.,])([0-9]+)")
_SMALL = "\u00b9\u00b2\u00b3\u2070-\u2079"
_NOTE = (
    rf"(?:\*{{1,3}}|\(\*{{1,3}}\)|\([0-9a-z]\)|\s[0-9a-z]\)|[{_SMALL}]+|\u207d[{_SMALL}]\u207e"
    r"|(?<=[0-9])\s?[epr])"
)
"""The mark of a footnote behind a number; or that it is an estimate, preliminary or revised."""
_NOTED = re.compile(rf"\s*{_NOTE}$")
_NEGATIVE = re.compile(r"\(\s*([0-9][^()+-]+)\)|([0-9][^()+-]*)-")
"""In brackets, or with the minus behind. One digit in brackets may as well be a footnote's."""
_IN_WORDS = re.compile(r"(t\u0103ng|gi\u1ea3m|up|down) ?(?=[0-9][0-9.,]* ?%$)", re.IGNORECASE)
"""A change in per cent, its sign in words."""
_SIGN = {"t\u0103ng": "", "gi\u1ea3m": "-", "up": "", "down": "-"}
_NAMES = re.compile(rf"\([0-9]{{1,2}}\)|\(?(?:19|20)[0-9]{{2}}(?:\)|-|\s?{_NOTE})+")
"""The number of a column, a year with a footnote: so headings are written, not figures."""
_GROUP = 3


class Writing(Enum):
    """Which sign stands between thousands, and which before the decimals."""

    DOT_THOUSANDS = "1.234,5"
    COMMA_THOUSANDS = "1,234.5"
    UNDECIDED = "?"


class AmbiguousNumberError(ValueError):
    """A text like "1.234" alone: one and a bit, or a thousand and some."""


class LeadingZerosError(ValueError):
    """A text like "00123": a code, whose zeros a number would lose."""


def is_blank_mark(text: str) -> bool:
    """Say whether the text only says that there is nothing: "-", "…", "x"."""
    return text in _BLANK_MARKS


@lru_cache(maxsize=8192)
def looks_numeric(text: str) -> bool:
    """Say whether the text is a number in some writing, be it with its unit beside it."""
    text, _ = apart(text)
    signs = text.translate(_SIGNS).strip()
    return bool(_SHAPE.fullmatch(_tidy(text))) and not _NAMES.fullmatch(signs)


def is_figure(value: object) -> bool:
    """Say whether a cell holds a number, be it typed as text."""
    return isinstance(value, float) or (isinstance(value, str) and looks_numeric(value))


def writing_of(texts: Iterable[str]) -> Writing:
    """Decide from a column's texts how its numbers are written; contrary evidence decides nothing.

    A group of three digits after one separator ("1.234") is no evidence by itself.
    """
    found = {_evidence(_tidy(apart(text)[0])) for text in texts} - {Writing.UNDECIDED}
    return found.pop() if len(found) == 1 else Writing.UNDECIDED


def parse(text: str, writing: Writing) -> Decimal:
    """Read a number by its own form, or by the column's writing where that leaves it open.

    Raises `ValueError` for none, `AmbiguousNumberError` where it may be two, and
    `LeadingZerosError` for a code.
    """
    tidy = _tidy(text)
    if not (_PLAIN.fullmatch(tidy) or _SHAPE.fullmatch(tidy)):
        raise ValueError(text)
    own = _evidence(tidy)
    if own is not Writing.UNDECIDED:
        writing = own
    elif writing is Writing.UNDECIDED and not _PLAIN.fullmatch(tidy):
        raise AmbiguousNumberError(text)
    thousands, point = (".", ",") if writing is Writing.DOT_THOUSANDS else (",", ".")
    whole, _, decimals = tidy.partition(point)
    if thousands in decimals or point in decimals or not _grouped(whole, thousands):
        raise ValueError(text)
    digits = whole.replace(thousands, "")
    if re.match(r"[+-]?0[0-9]", digits):
        raise LeadingZerosError(text)
    return Decimal(f"{digits}.{decimals or '0'}")


def _evidence(tidy: str) -> Writing:
    """How a number is written, if it shows by itself."""
    if _DOT_GROUPS.fullmatch(tidy):
        return Writing.DOT_THOUSANDS
    if _COMMA_GROUPS.fullmatch(tidy):
        return Writing.COMMA_THOUSANDS
    alone = _ONE_SEPARATOR.fullmatch(tidy)
    if alone and not _may_be_group(alone[1], alone[3]):
        return Writing.DOT_THOUSANDS if alone[2] == "," else Writing.COMMA_THOUSANDS
    return Writing.UNDECIDED


def _grouped(whole: str, thousands: str) -> bool:
    first, *rest = whole.lstrip("+-").split(thousands)
    return (not rest or 0 < len(first) <= _GROUP) and all(len(group) == _GROUP for group in rest)


def _may_be_group(whole: str, rest: str) -> bool:
    return len(rest) == _GROUP and len(whole) <= _GROUP and not whole.startswith("0")


def _tidy(text: str) -> str:
    """Write a number with ASCII signs, its minus before it, without blanks between thousands."""
    typed = text.translate(_SIGNS).strip().removeprefix("'")
    if typed.endswith("%"):
        typed = _IN_WORDS.sub(lambda said: _SIGN[said[1].casefold()], typed, count=1)
    tidy = _NOTED.sub("", typed).rstrip("%").rstrip()
    if negative := _NEGATIVE.fullmatch(tidy):
        tidy = "-" + (negative[1] or negative[2]).strip().rstrip("%").rstrip()
    groups = _BLANK_GROUPS.fullmatch(tidy)
    return tidy.replace(groups[1], "") if groups else tidy
