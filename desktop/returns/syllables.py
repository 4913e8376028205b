"""Whether letters can be a Vietnamese syllable: what only looks like one betrays a wrong code."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import cache, lru_cache

_CONSONANTS = "b ch c d đ gh gi g h kh k l m ngh ng nh n ph p qu r s th tr t v x"
_INITIALS = frozenset(["", *_CONSONANTS.split()])
_LONGEST = 3
_RIMES = """
a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
e ec em en eng eo ep et ê êch êm ên êng ênh êp êt êu
i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu
o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oen oeo oet
oi om on ong oc op ot ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
u ua uc ui um un ung up ut uân uâng uât uây uê uêch uênh uơ uôc uôi uôm uôn uông uôt
uy uya uych uyên uyêt uynh uyt uyu uyp
ư ưa ưc ưi ưm ưn ưng ưt ưu ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu ynh yt
"""
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
_OF_STOPPED = ("\u0301", "\u0323")
"""A syllable that ends in a stop ("các", "một") has the acute or the dot below."""
_STOPS = ("c", "ch", "p", "t")
_EITHER = frozenset({"oa", "oe", "uy"})
"""In these the tone stands on either vowel: "hóa" and "hoá"."""
_PLAIN, _MARKED = "aeiouy", "ăâêôơư"
_LETTERS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8192)
def are_syllables(text: str) -> bool:
    """Say whether every run of letters in the text that bears marks is a syllable."""
    return all(run.isascii() or _is_syllable(run.lower()) for run in _LETTERS.findall(text))


def _is_syllable(letters: str) -> bool:
    return any(letters[:at] in _INITIALS and letters[at:] in _toned() for at in range(_LONGEST + 1))


@cache
def _toned() -> frozenset[str]:
    """Every rime with every tone that it may have, where the tone may stand."""
    return frozenset(
        unicodedata.normalize("NFC", rime[: at + 1] + tone + rime[at + 1 :])
        for rime in _RIMES.split()
        for tone in (_OF_STOPPED if rime.endswith(_STOPS) else _TONES)
        for at in _places(rime)
    )


def _places(rime: str) -> Iterator[int]:
    """Where in a rime the tone may stand."""
    if rime in _EITHER:
        yield from (0, 1)
        return
    marked = [at for at, letter in enumerate(rime) if letter in _MARKED]
    plain = [at for at, letter in enumerate(rime) if letter in _PLAIN]
    if marked:
        yield marked[-1]
    else:
        ends_plain = plain[-1] == len(rime) - 1
        yield plain[1] if len(plain) > 2 or (len(plain) > 1 and not ends_plain) else plain[0]
