"""Text as it was meant: composed, without stray blanks; and folded, for reading headings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from desktop.returns.legacy_text import modern

_CROSSED = str.maketrans({"đ": "d", "ð": "d"})
_LONGEST = 1_000
_BLANKS = re.compile(r"[\s\u00a0\u200b\u2060\ufeff]+")


@lru_cache(maxsize=8192)
def decoded(raw: str, font: str = "") -> str:
    """Decode legacy text, compose it (NFC), and put one blank where several stood."""
    tidy = _BLANKS.sub(" ", unicodedata.normalize("NFC", raw)).strip()
    return unicodedata.normalize("NFC", modern(tidy, font))


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Drop diacritics and case: for headings, titles and unit notes, never for names of goods.

    What is beyond the length of any of these is dropped too: patterns would search it for minutes.
    """
    text = text[:_LONGEST]
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return _BLANKS.sub(" ", bare.translate(_CROSSED)).strip()
