"""Text as it was meant: composed, without stray blanks; and folded, for reading headings."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_BLANKS = re.compile(r"[\s\u00a0\u200b\u2060\ufeff]+")


@lru_cache(maxsize=8192)
def decoded(raw: str, font: str = "") -> str:  # noqa: ARG001 - legacy fonts say how to decode
    """Compose the text (NFC) and put one blank where several stood.

    `font` is the seam for the legacy encodings (TCVN3 and VNI are told by their fonts).
    """
    return _BLANKS.sub(" ", unicodedata.normalize("NFC", raw)).strip()


@lru_cache(maxsize=8192)
def folded(text: str) -> str:
    """Drop diacritics and case: for headings, titles and unit notes, never for names of goods."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("đ", "d").replace("ð", "d"))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    return _BLANKS.sub(" ", bare).strip()
