"""Slips of the keyboard in heading words, put right where their neighbours leave no doubt.

All texts are folded (see `text.folded`). One letter dropped, doubled, changed or exchanged with the
next is a slip: of a word of two whose other one is right ("thuc hein"), or of "thang" beside the
number of a month and its year. Words that stand alone are never changed: "hang" is none of "thang".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache, partial
from string import ascii_lowercase
from typing import NamedTuple

_PAIRS = (
    ("thuc", "hien"), ("uoc", "tinh"), ("cong", "don"), ("chinh", "thuc"), ("cung", "ky"),
    ("so", "voi"), ("tri", "gia"), ("xuat", "khau"), ("nhap", "khau"),
)  # fmt: skip
_SHORTEST = 4
"""A shorter word is too near to too many others."""
_OTHERS = frozenset(
    {"hang", "trang", "than", "tang", "thanh", "chang", "thuy", "hanh", "phuc", "nhan", "hinh"}
)
"""Words of their own that lie near to one of these."""
_YEAR = r"(?:19|20)\d{2}"
GLUED_WORDS = (
    "thang", "nam", "quy", "dau", "truoc", "voi", "cung", "uoc", "tinh", "thuc", "hien", "cong",
    "don", "luy", "tri", "chinh", "luong", "gia", "khau", "xuat", "nhap", "dong", "sau", "cuoi",
)  # fmt: skip
_GLUED = re.compile(rf"(?<![a-z])(?:{'|'.join(GLUED_WORDS)}){{2,4}}(?![a-z])")
_LONG = re.compile(r"[a-z]{6}")
"""No two of these words are shorter together."""
_WORD = re.compile("|".join(sorted(GLUED_WORDS, key=len, reverse=True)))
_DIGIT = re.compile(r"\d")
_NUMBERED = re.compile(
    r"(?=[\divk])(?:(?=\d)(?<=[a-z]{3})|(?<=\bquy)(?=i{1,3}\b|iv\b)|(?<=\bso)(?=voi\b)"
    r"|(?<=\bcung)(?=k[yi]\b))"
)
"""What begins the second word is looked for first: few words begin so."""
_MAY_BE_NUMBERED = re.compile(r"[a-z]\d|quyi|sovoi|cungk")
"""One of these stands where `_NUMBERED` does."""


@cache
def _near(word: str) -> frozenset[str]:
    """The word and every slip of it."""
    forms = {word}
    for at in range(len(word)):
        forms.add(word[:at] + word[at + 1 :])
        forms.add(word[:at] + word[at : at + 2][::-1] + word[at + 2 :])
        for letter in ascii_lowercase:
            forms.add(word[:at] + letter + word[at + 1 :])
            forms.add(word[:at] + letter + word[at:])
            forms.add(f"{word}{letter}")
    return frozenset(forms - _OTHERS)


class _Slip(NamedTuple):
    """A word of two that is right, where the other one stands, and how that is spelt.

    `both` is the pair as it should be.
    """

    sure: str
    other: re.Pattern[str]
    right: str
    both: str


def _slips() -> Iterator[_Slip]:
    for first, second in _PAIRS:
        both = f" {first} {second} "
        if len(second) >= _SHORTEST:
            yield _Slip(first, re.compile(rf"(?<=\b{first} )[a-z]++\b"), second, both)
        if len(first) >= _SHORTEST:
            yield _Slip(second, re.compile(rf"\b[a-z]++(?= {second}\b)"), first, both)


_SLIPS = tuple(_slips())
_THANG = "thang"
_MONTH = re.compile(rf"\b([a-z]++) ?(?=\d{{1,2}} ?(?:nam {_YEAR}|[/.-] ?{_YEAR}|$))")
_MONTHS = re.compile(rf"(?<=\d )[a-z]+(?= (?:dau )?nam {_YEAR}| ?/ ?{_YEAR})")


@lru_cache(maxsize=4096)
def spelt(plain: str) -> str:
    """Put blanks between words typed as one, and right what is surely a slip."""
    if _LONG.search(plain):
        plain = _GLUED.sub(_apart, plain)
    if _MAY_BE_NUMBERED.search(plain):
        plain = _NUMBERED.sub(" ", plain)
    words = f" {plain} "
    for sure, other, right, both in _SLIPS:
        if sure in words and words.count(sure) > words.count(both):
            plain = other.sub(partial(_righted, right), plain)
            words = f" {plain} "
    if _DIGIT.search(plain):
        plain = _MONTHS.sub(_month, _MONTH.sub(_month_before_number, plain))
    return plain


def _righted(right: str, found: re.Match[str]) -> str:
    return right if found[0] in _near(right) else found[0]


def _names_month(word: str) -> bool:
    return word in _near(_THANG) or word == "thanh"


def _month(found: re.Match[str]) -> str:
    return _THANG if _names_month(found[0]) else found[0]


def _month_before_number(found: re.Match[str]) -> str:
    return f"{_THANG} " if _names_month(found[1]) else found[0]


def _apart(found: re.Match[str]) -> str:
    return " ".join(_WORD.findall(found[0]))


def but_for_a_letter(one: str, other: str) -> bool:
    """Say whether a letter was dropped, doubled or exchanged with the next.

    A changed one is no slip here: gold ("vàng") is none of "hàng".
    """
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) == 1:
        return any(long[:at] + long[at + 1 :] == short for at in range(len(long)))
    swaps = (one[:at] + one[at : at + 2][::-1] + one[at + 2 :] for at in range(len(one)))
    return other in swaps
