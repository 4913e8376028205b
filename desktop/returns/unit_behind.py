"""Numbers that stand as text beside a unit of their own: "742,5 triệu USD", "$1.2bn"."""

from __future__ import annotations

import re
from functools import lru_cache

from desktop.returns.text import folded
from desktop.returns.units import NO_UNITS, Units, units

_NUMBER = r"[(+-]?\d[\d., '\u00a0]*\)?"
_SCALE = (
    r"(?:(?:nghin|ngan|ng|trieu|tr|ty|ti|thousand|million|mill?|mio|mln|mn|m|billion|bill?|bn|b"
    r"|k)\b\.? ?)?"
)
_MONEY = r"(?:usd|us ?\$|\$|us dollars?|dollars?|do[ -]?la(?: my)?)"
_GOODS = r"(?:tan|tons?|tonnes?|kgs?|chiec|cai|pcs|pieces?|units?)"
_BEHIND = re.compile(rf"({_NUMBER}) ?({_SCALE}(?:{_MONEY}|{_GOODS}))\.?")
_BEFORE = re.compile(rf"(usd|us ?\$|\$) ?({_NUMBER}) ?({_SCALE})\.?")
_NO_AMOUNT = re.compile(r"10{2,3}|10{5,6}|1(?:[., ]000){1,3}")
"""Scales of units: "1.000 tấn" may as well say in what others are counted."""
_SINGLE = (Units(money=1), Units(weight=1), Units(pieces=1))
_FIRST = frozenset("0123456789+-\u2212\u2013($uU'")
_LONGEST = 40


@lru_cache(maxsize=8192)
def apart(text: str) -> tuple[str, Units]:
    """Give a number as it is written, and the unit that stands beside it; no unit where none does.

    What is no number with a unit, and no more, comes back as it is.
    """
    if len(text) > _LONGEST or text[:1] not in _FIRST or not any(map(str.isdigit, text)):
        return text, NO_UNITS
    plain = folded(text)
    if found := _BEHIND.fullmatch(plain):
        number, said = found[1].strip(), found[2]
    elif found := _BEFORE.fullmatch(plain):
        number, said = found[2].strip(), f"{found[3] or ''} {found[1]}".strip()
    else:
        return text, NO_UNITS
    own = units(said)
    may_be_scale = own in _SINGLE and _NO_AMOUNT.fullmatch(number)
    return (number, own) if own and not may_be_scale else (text, NO_UNITS)
