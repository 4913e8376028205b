"""Names near one that nobody knows: offered to whoever typed it, never taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from difflib import get_close_matches
from unicodedata import normalize

from desktop.figures.names import folded_key

_MOST = 3
_LOOKED_AT = 12
"""So many spellings are looked at, since several may be of one name."""
_NEAR = 0.65
_INITIALS = range(2, 5)
_WORD = re.compile(r"[^\W_]+")


def near_names(typed: str, known: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """Spellings like the one typed but for diacritics, a letter or two; one for each code.

    `known` are spellings and their codes. What may be initials ("HQ") is near the names it may
    stand for, and the first word of a name ("Cà") near that name.
    """
    found: dict[str, str] = {}
    every = list(known)
    for spelling, code in (*_begun(typed, every), *_alike(folded_key(typed), every)):
        found.setdefault(code, spelling)
    return tuple(found.values())[:_MOST]


def _begun(typed: str, known: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Give the names that begin with just these words, diacritics and all."""
    words = normalize("NFC", typed).strip().casefold()
    return (pair for pair in known if words and pair[0].casefold().startswith(f"{words} "))


def _alike(key: str, known: list[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    if len(key) in _INITIALS:
        yield from (pair for pair in known if key == _initials(pair[0]))
    folded: dict[str, tuple[str, str]] = {}
    for pair in known:
        folded.setdefault(folded_key(pair[0]), pair)
    yield from (folded[k] for k in get_close_matches(key, folded, _LOOKED_AT, _NEAR))


def _initials(name: str) -> str:
    return folded_key("".join(word[0] for word in _WORD.findall(name)))
