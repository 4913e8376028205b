"""Whether a sheet can speak of trade or industry at all, told from its texts as they are stored.

A book of the statistics office has forty sheets, and a handful are ours: the others need not be
taken apart. The patterns here match whatever any finder of tables goes by, in every code that
Vietnamese was written in, and more besides: a sheet passed over in error would be lost.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate

_GAP = "[\\s\u200b\u2060\ufeff]*"
_ASIAN = "\u0e00-\u0e7f\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff00-\uffef"

_DOTS = re.compile(r"\.+")


def _loosely(*words: str) -> str:
    """A pattern of words in which a dot is a vowel with its marks, in any code, two are two."""
    return _GAP.join(_DOTS.sub(lambda dots: f".{{1,{3 * len(dots[0])}}}?", word) for word in words)


_PATTERNS = (
    _loosely("xu.t", "kh.u"),
    _loosely("nh.p", "kh.u"),
    _loosely("si.u"),
    _loosely("c.n", "c.n"),
    _loosely("ngo.i", "th..ng"),
    _loosely("k.", "ho.ch"),
    _loosely("m.c", "ti.u"),
    _loosely("s.n", "xu.t") + r".{0,40}?c.{1,3}?ng" + _GAP + "nghi",
    _loosely("ch.", "s.", "ti.u", "th."),
    _loosely("ch.", "s.", "t.n", "kho"),
    r"export|import|trade|balance|surplus|deficit|target|\bplan",
    # In the codes of the 2000s letters with marks are signs: "kh¸c" is one word.
    r"(?<![\w\x80-\xff])(?:xk|nk|kh)(?![\w\x80-\xff])",
    r"\biip\b|indices|\bindex\b|industrial",
    f"[{_ASIAN}]",
)
_TELLING = re.compile("|".join(_PATTERNS))


def tells(text: str) -> bool:
    """Say whether a text may be one that a finder of tables goes by."""
    return bool(_TELLING.search(text.lower()))


_tells = lru_cache(maxsize=1 << 15)(tells)
"""Books of one office hold the same texts month after month."""
_MANY = 1 << 13


def telling(texts: Sequence[str]) -> frozenset[int]:
    """Give the places, in a list of texts, of those that may be telling."""
    if len(texts) > _MANY:
        return _telling_of_many(texts)
    return frozenset([place for place, text in enumerate(texts) if _tells(text)])


def _telling_of_many(texts: Sequence[str]) -> frozenset[int]:
    lowered = [text.lower() for text in texts]
    starts = list(accumulate((len(text) + 1 for text in lowered), initial=0))
    found = _TELLING.finditer("\n".join(lowered))
    return frozenset(bisect_right(starts, match.start()) - 1 for match in found)
