"""Whether a sheet can speak of trade or industry at all, told from its texts as they are stored.

A book of the statistics office has forty sheets, and a handful are ours: the others need not be
taken apart. The patterns here match whatever any finder of tables goes by, in every code that
Vietnamese was written in, and more besides: a sheet passed over in error would be lost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence, Set
from itertools import accumulate, chain
from typing import TypeVar

from desktop.returns.text import OF_ASIA

_Place = TypeVar("_Place")
_GAP = "[\\s\u200b\u2060\ufeff]*"

_DOTS = re.compile(r"\.+")


def _loosely(*words: str) -> str:
    """A pattern of words in which a dot is a vowel with its marks, in any code, two are two."""
    return _GAP.join(_DOTS.sub(lambda dots: f".{{1,{3 * len(dots[0])}}}?", word) for word in words)


_END = r"[ \t)]*(?:[\n<]|\Z)"
"""A sheet that says no more than that it goes on may go on with a table of ours."""
_INDUSTRY = rf"c(?:n(?<!\wcn)\b|.{{1,3}}?ng{_GAP}nghi)"
_TRADE = (
    _loosely("xu.t", "kh.u"),
    _loosely("nh.p", "kh.u"),
    _loosely("si.u"),
    _loosely("c.n", "c.n"),
    _loosely("ngo.i", "th..ng"),
    # What goods cost "cho sản xuất công nghiệp" is no index of it.
    _loosely("s(?<!cho s)(?<!giá s).n", "xu.t") + r"[^<]{0,40}?" + _INDUSTRY,
    r"sx(?<!\wsx)\b[^<]{0,20}?" + _INDUSTRY,
    _loosely("ch.", "s.", "ti.u", "th."),
    _loosely("ch.", "s.", "t.n", "kho"),
    r"export|ekspor|impor|trade(?<!retail trade)|balance|surplus|deficit",
    # In the codes of the 2000s letters with marks are signs: "kh¸c" is one word.
    r"xk(?<![\w\x80-\xff]xk)(?![\w\x80-\xff])|nk(?<![\w\x80-\xff]nk)(?![\w\x80-\xff])",
    r"kn(?<![\w\x80-\xff]kn)(?:[xn]k|xnk)(?![\w\x80-\xff])",
    r"sxcn|iip(?<=\biip)\b|indices|index(?<=\bindex)\b|industrial(?=\W*(?:production|\n|<|\Z))",
    _loosely("ti.p", "theo") + _END,
    r"continued" + _END,
)
"""What may announce a table by itself; so does a letter of Asia.

Each of these begins with a letter: a search passes over all others at once.
"""
_PLAN = (
    _loosely("k.", "ho.ch"),
    _loosely("m.c", "ti.u"),
    r"target|plan(?<=\bplan)|kh(?<![\w\x80-\xff]kh)(?![\w\x80-\xff])",
)
_V = "[^\\x00-`b-df-hj-np-tv-xz-\x7f]{1,3}"
"""A vowel with its marks, which is one letter, two or three.

Told by what it is not: of a set that names all other signs each would be looked at beforehand.
"""
_GOODS = (
    f"h{_V}ng{_GAP}h{_V}",
    f"m{_V}[tn]{_GAP}h{_V}ng|t{_V}[tn]{_GAP}h{_V}ng",
    "goods|commodit|item",
)
"""A form without a title has a plan, and goods: a sheet that speaks of one of them is none."""
_ASIAN = (OF_ASIA, re.compile("[\uff00-\uffef]"))
"""Its letters, and those that are as wide."""
_TELLING = {
    word: (re.compile("|".join(patterns)), *also)
    for word, (patterns, also) in enumerate(((_TRADE, _ASIAN), (_PLAN, ()), (_GOODS, ())))
}

_ANY = re.compile("|".join((*_TRADE, *_PLAN, *_GOODS)))

Said = frozenset[int]
"""Which of these a text speaks of."""
NOTHING: Said = frozenset()
_ALONE, _FORM = frozenset({0}), frozenset({1, 2})


def said(text: str) -> Said:
    """Say what a text speaks of that finders of tables go by."""
    lowered = text.lower()
    if not (_ANY.search(lowered) or _is_asian(lowered)):
        return NOTHING
    return frozenset(
        word
        for word, patterns in _TELLING.items()
        if any(pattern.search(lowered) for pattern in patterns)
    )


def _is_asian(text: str) -> bool:
    return not text.isascii() and any(letters.search(text) for letters in _ASIAN)


def announces(spoken: Said) -> bool:
    """Say whether a sheet that speaks of this may hold a table."""
    return not _ALONE.isdisjoint(spoken) or spoken >= _FORM


def tells(text: str) -> bool:
    """Say whether a text may be one that a finder of tables goes by."""
    return announces(said(text))


_KNOWN: dict[str, Said] = {}
"""What texts say: books of one office hold the same month after month."""
_MOST_KNOWN = 1 << 15
_MANY = 1 << 13
_APART = "\n<\n"
"""Between two texts: nothing that is looked for goes on beyond it."""


def telling(texts: Sequence[str]) -> Iterator[frozenset[int]]:
    """Give the places, in a list of texts, of those that speak of each: trade, plans, goods."""
    if len(texts) > _MANY:
        yield from _telling_of_many(texts)
        return
    fresh = _said_by([text for text in texts if text not in _KNOWN])
    if len(_KNOWN) < _MOST_KNOWN:
        _KNOWN.update(fresh)
    said_by = ((place, _KNOWN.get(text) or fresh.get(text)) for place, text in enumerate(texts))
    spoken = [(place, found) for place, found in said_by if found]
    for word in _TELLING:
        yield frozenset([place for place, found in spoken if word in found])


def _said_by(texts: Sequence[str]) -> dict[str, Said]:
    """Say what each text speaks of; a search through all of them finds the few that do."""
    found = dict.fromkeys(texts, NOTHING)
    starts, whole = _together([text.lower() for text in texts], _APART)
    if _is_asian(whole):
        places = set(range(len(texts)))
    else:
        places = {bisect_right(starts, match.start()) - 1 for match in _ANY.finditer(whole)}
    found.update((texts[place], said(texts[place])) for place in places)
    return found


def _together(texts: Sequence[str], between: str) -> tuple[list[int], str]:
    """Put texts together; give where each of them begins, and the whole."""
    step = len(between)
    starts = list(accumulate((len(text) + step for text in texts), initial=0))
    return starts, between.join(texts)


def _telling_of_many(texts: Sequence[str]) -> Iterator[frozenset[int]]:
    starts, whole = _together([text.lower() for text in texts], "\n")
    for patterns in _TELLING.values():
        found = chain.from_iterable(pattern.finditer(whole) for pattern in patterns)
        yield frozenset(bisect_right(starts, match.start()) - 1 for match in found)


def spoken_by(used: Collection[_Place], telling: Sequence[Set[_Place]]) -> Said:
    """Say what a sheet speaks of that uses texts by their places; `telling` as it gives them."""
    return frozenset(word for word, of in enumerate(telling) if not of.isdisjoint(used))
