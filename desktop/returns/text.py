"""Text as it was meant: composed, without stray blanks; and folded, for reading headings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from desktop.figures.harmless import harmless
from desktop.returns.legacy_text import modern

_CROSSED = str.maketrans("đð\u2010\u2011\u2012\u2013\u2014\u2212", "dd------")
_BARE = {
    ord(letter): unicodedata.normalize("NFD", letter)[0].lower()
    for letter in map(chr, (*range(0xC0, 0x1B1), *range(0x1EA0, 0x1EFA)))
    if letter.isalpha() and unicodedata.normalize("NFD", letter)[0].isascii()
} | str.maketrans("ĐđÐð\u2010\u2011\u2012\u2013\u2014\u2212", "dddd------")
"""Letters that are written with their marks, as nearly all are; and dashes, which are one here."""
_MARKS = re.compile("[\u0300-\u034e\u0350-\u036f]+")
"""Those of Vietnamese, and their like; 034F joins letters and is none."""
LONGEST = 1_000
"""Letters of the longest text whose words are looked for."""
_NO_SPACE = frozenset("\u200b\u2060\ufeff")
OF_ASIA = re.compile("[\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
"""A letter of a script that no office of ours writes. To make such a set takes milliseconds."""
_BLANKS = re.compile(r"[\s\u00a0\u200b\u2060\ufeff]+")


@lru_cache(maxsize=8192)
def decoded(raw: str, font: str = "") -> str:
    """Decode legacy text, compose it (NFC), and put one blank where several stood.

    What a terminal would obey, and no sheet shows, is marked.
    """
    tidy = _tidy(unicodedata.normalize("NFC", raw))
    return harmless(unicodedata.normalize("NFC", modern(tidy, font)))


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Drop diacritics and case: for headings, titles and unit notes, never for names of goods.

    What is beyond the length of any of these is dropped too: patterns would search it for minutes.
    """
    text = text[:LONGEST]
    if text.isascii():
        return _tidy(text.casefold())
    bare = text.translate(_BARE)
    if bare.isascii():
        return _tidy(bare.lower())
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = _MARKS.sub("", plain).translate(_CROSSED)
    if not bare.isascii():
        bare = "".join(c for c in bare if not unicodedata.combining(c))
    return _tidy(bare)


def _tidy(text: str) -> str:
    """Put one blank where any stood, and none around the text."""
    if text.isascii() or _NO_SPACE.isdisjoint(text):
        return " ".join(text.split())
    return _BLANKS.sub(" ", text).strip()
