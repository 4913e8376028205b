"""Names near an unknown one: offered to the official, never taken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from desktop.figures.catalogue import industries, item_codes, items, markets
from desktop.figures.directions import NameKind
from desktop.figures.names import folded_key
from desktop.figures.provinces import province_spellings
from desktop.figures.series import TRADE
from desktop.returns.text import folded

_NEAR = 75
"""Of 300 names of either kind with a letter, a word or their order spoilt, this finds the right
one among three in 97 of 100, and offers one to every third name that is truly new."""
_MOST = 3
_LOOKED_AT = 12
"""So many spellings are looked at, since several may be of one name."""
_SHORTEST = 4
"""A spelling of fewer letters ("EU", "Mỹ") is part of too many others to be near them."""
_INITIALS = range(2, 5)
_WORD = re.compile(r"[^\W_]+")


class _Spellings(NamedTuple):
    """Spellings, as words without their diacritics too, and the code of each; abbreviations."""

    spelt: tuple[str, ...]
    words: tuple[str, ...]
    codes: tuple[str, ...]
    short: dict[str, list[str]]


def near(
    kind: NameKind, label: str, flow: str = "", new: Sequence[tuple[str, str]] = ()
) -> tuple[str, ...]:
    """Codes of at most three names that are spelt alike without their diacritics, nearest first.

    An abbreviation ("HQ") is near the names that it may be the initials of. `new` are names,
    with their codes, that no catalogue has and officials made.
    """
    known = _spellings(kind, flow)
    brief = known.short.get(folded_key(label), [])
    spelt = (*(_spelt(name) for name, _ in new), *known.spelt)
    words = (*(_words(name) for name, _ in new), *known.words)
    codes = (*(code for _, code in new), *known.codes)
    alike = (codes[place] for place in _alike(label, spelt, words))
    return tuple(dict.fromkeys((*brief, *alike)))[:_MOST]


def _alike(label: str, spelt: Sequence[str], words: Sequence[str]) -> Iterator[int]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only unknown names need it

    found = process.extract(
        _words(label), words, scorer=fuzz.token_ratio, limit=None, score_cutoff=_NEAR
    )
    name = _spelt(label)

    def nearness(place: int) -> tuple[float, float]:
        """A long name holds many short ones whole: the one that says the most of it is nearest."""
        return fuzz.token_ratio(name, spelt[place]), fuzz.token_sort_ratio(name, spelt[place])

    found.sort(key=lambda one: (one[1], *nearness(one[2])), reverse=True)
    for _, _, place in found[:_LOOKED_AT]:
        yield place


@cache
def _spellings(kind: NameKind, flow: str) -> _Spellings:
    long: dict[tuple[str, str], str] = {}
    short: dict[str, list[str]] = {}
    for spelling, code in _catalogue(kind, flow):
        key = folded_key(spelling)
        if len(key) >= _SHORTEST:
            long[_words(spelling), code] = _spelt(spelling)
        initials = folded_key("".join(word[0] for word in _WORD.findall(spelling)))
        for brief in {key, initials}:
            if len(brief) in _INITIALS:
                short.setdefault(brief, []).append(code)
    words, codes = (tuple(key for key, _ in long), tuple(code for _, code in long))
    return _Spellings(tuple(long.values()), words, codes, short)


def _spelt(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _words(text: str) -> str:
    return " ".join(_WORD.findall(folded(text)))


def _catalogue(kind: NameKind, flow: str) -> Iterable[tuple[str, str]]:
    if kind is NameKind.MARKET:
        return markets().spellings
    if kind is NameKind.PROVINCE:
        return province_spellings()
    if kind is NameKind.INDUSTRY:
        return industries().spellings
    codes = item_codes(flow)
    ways = [way for way in TRADE if flow in {"", way.value}]
    return [one for way in ways for one in items(way).spellings if one[1] in codes]
