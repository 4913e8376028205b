"""What a title says that nobody understands: words that may narrow the table beneath it.

A title is taken apart by the phrases that titles are made of and by the names of goods, markets and
provinces; what is left over is not known to be harmless.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache, partial

from desktop.figures.names import name_key
from desktop.figures.provinces import province_named
from desktop.figures.series import TRADE, UNKNOWN
from desktop.returns import heading_words as words
from desktop.returns.heading_slips import GLUED_WORDS, but_for_a_letter, spelt
from desktop.returns.item_names import item_code, market_code
from desktop.returns.title_vocabulary import (
    MONTHS_VN,
    Word,
    all_words,
    is_same,
    phrases,
    plain_words,
    said_of,
    word,
)

_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"\d+[a-z]{0,2}|[ivx]+|[a-z]|t\d+|q\d|\d*t|\d+n|\d+x|\d+thang\d*|h[12]")
"""A number, one of the letters that count, or a month and a quarter in short."""
_LONGEST = 9
"""Words of the longest name."""
_SHORT = 2
"""Letters of a word that is near to too many others."""
_PERIODS = frozenset({"thang", "nam", "quy"})
_BEFORE_A_YEAR = frozenset({"va", "thang", "dau", "cuoi", "quy", "i", "ii", "iii", "iv"})
_MONTH = "thang"
_COUNTED = frozenset(map(name_key, said_of(MONTHS_VN))) - {name_key("năm")}
_MISSPELT = frozenset({"thang", "thanh"})
"""Months in words, and what stands beside them where "tháng" has other marks or an h for its g."""
_BEHIND_MONTHS = frozenset({"nam", "dau", "cuoi"})
_ANY_MONTH = "7"
_MAY = "may"


@lru_cache(maxsize=2048)
def left_over(text: str) -> tuple[str, ...]:
    """The words of a title that nobody knows, in their order."""
    said = _WORD.findall(unicodedata.normalize("NFC", text))
    found = list(map(word, said))
    known = [False] * len(found)
    _mark(len(said), known, partial(_phrase, found))
    if all(known):
        return ()
    names = [False] * len(said)
    _mark(len(said), names, partial(_name, said))
    _mark(len(said), names, partial(_phrase, found))
    if all(names):
        return ()
    if not text.isascii():
        righted = [w if names[at] else _righted(w) for at, w in enumerate(found)]
        _mark(len(said), names, partial(_phrase, righted))
    for at, is_known in enumerate(names):
        names[at] = is_known or _is_glued(found, at)
    return tuple(text for text, is_known in zip(said, names, strict=True) if not is_known)


def _mark(count: int, known: list[bool], length: Callable[[int], int]) -> None:
    """Mark what is known, as long as it is, from the left."""
    at = 0
    while at < count:
        if known[at]:
            at += 1
            continue
        taken = length(at)
        known[at : at + taken] = [True] * taken
        at += taken or 1


def _phrase(said: Sequence[Word], at: int) -> int:
    """How many words from here are a phrase of titles."""
    first = said[at].plain
    for known in phrases().get(first, ()):
        part = said[at : at + len(known)]
        if len(part) == len(known) and all(map(is_same, part, known)):
            return len(known)
    if first == _MAY:
        return int(_is_month(said, at))
    return int(bool(_NUMBER.fullmatch(first)))


def _is_month(said: Sequence[Word], at: int) -> bool:
    """Say whether "may" is a month: a number stands behind it, or a word of English before it."""
    behind = said[at + 1].plain if at + 1 < len(said) else ""
    before = said[at - 1].plain if at else ""
    return behind.isdecimal() or before in {"in", "of", "for", "to", "until", "and", "january"}


def _name(said: Sequence[str], at: int) -> int:
    """How many words from here are the name of goods, a market or a province."""
    for count in range(min(_LONGEST, len(said) - at), 0, -1):
        name = " ".join(said[at : at + count])
        codes = (*(item_code(name, way) for way in TRADE), market_code(name), province_named(name))
        if any(code != UNKNOWN for code in codes):
            return count
    return 0


def _righted(said: Word) -> Word:
    """Give the word that a slip of the keyboard was to be: a letter dropped, doubled, exchanged."""
    if len(said.plain) <= _SHORT:
        return said
    return next((right for right in all_words() if but_for_a_letter(said.key, right.key)), said)


def _is_glued(said: Sequence[Word], at: int) -> bool:
    """Say whether a word is known once it is put apart, or righted by its neighbours."""
    plain = said[at].plain
    before = _in_figures(said[at - 1]) if at else ""
    behind = _in_figures(said[at + 1]) if at + 1 < len(said) else ""
    if said[at].key in _COUNTED and not _MISSPELT.isdisjoint((before, behind)):
        return True
    if plain in _PERIODS and _is_a_period(plain, before, behind):
        return True
    if plain in _MISSPELT and before.isdecimal() and behind in _BEHIND_MONTHS:
        return True
    if plain not in plain_words() and plain.startswith(GLUED_WORDS) and _is_of_words(plain):
        return True
    near = f"{before} {plain} {behind}".strip()
    righted = words.apart(spelt(near))
    return righted != near and all(map(_is_plain, righted.split()))


def _in_figures(said: Word) -> str:
    """Give a neighbour, a counted month ("Bảy") as any number: slips beside both are alike."""
    return _ANY_MONTH if said.key in _COUNTED else said.plain


def _is_a_period(plain: str, before: str, behind: str) -> bool:
    """Say whether a word with other marks than its own can be no other: "9 thảng", "đầu nâm 2007".

    Mushrooms ("nấm 2007") are no year.
    """
    if before.isdecimal():
        return True
    return behind.isdecimal() and (plain == _MONTH or before in _BEFORE_A_YEAR)


def _is_of_words(plain: str) -> bool:
    """Say whether letters are nothing but known words typed as one."""
    ends = {0}
    for end in range(1, len(plain) + 1):
        if any(_is_plain(plain[begun:end]) for begun in ends if end - begun >= _SHORT):
            ends.add(end)
    return len(plain) in ends


def _is_plain(plain: str) -> bool:
    return plain in plain_words() or bool(_NUMBER.fullmatch(plain))
