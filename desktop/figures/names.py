"""The key under which two spellings of one Vietnamese name are the same name."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_TONES = "\u0300\u0301\u0303\u0309\u0323"  # grave, acute, tilde, hook above, dot below
_SYLLABLES = re.compile(r"[^\W_]+")
_ETH = "ð"
"""Typed for đ in some workbooks."""


@lru_cache(maxsize=8192)
def name_key(text: str) -> str:
    """Fold case, spacing, punctuation and tone placement; keep every diacritic.

    Each syllable's tone mark moves behind its letters, so "Thuỷ" and "Thủy", "hoá" and "hóa"
    share a key, while "Dưa", "Dứa" and "Dừa" keep three.
    """
    if text.isascii():
        return "".join(_SYLLABLES.findall(text.casefold()))
    plain = unicodedata.normalize("NFC", text).casefold().replace(_ETH, "đ")
    return "".join(map(_syllable_key, _SYLLABLES.findall(plain)))


@lru_cache(maxsize=8192)
def _syllable_key(syllable: str) -> str:
    if syllable.isascii():
        return syllable
    letters = unicodedata.normalize("NFD", syllable)
    shape = "".join(c for c in letters if c not in _TONES)
    tones = "".join(c for c in letters if c in _TONES)
    return unicodedata.normalize("NFC", shape) + tones


def folded_key(text: str) -> str:
    """Drop every diacritic: only good for suggesting a name or searching, never for matching."""
    plain = unicodedata.normalize("NFD", text.casefold().replace("đ", "d").replace("ð", "d"))
    return "".join(c for c in plain if c.isalnum())
