"""The order of the Vietnamese alphabet: a ă â b c d đ e ê … o ô ơ … u ư; tones come after letters.

Of two words of the same letters the tones decide: level, falling, asking, tumbling, rising, heavy,
as in dictionaries of Vietnamese (Hoàng Phê, "Từ điển tiếng Việt").
"""

from __future__ import annotations

import unicodedata

_TONES = "\u0300\u0309\u0303\u0301\u0323"
_SHAPES = {"\u0306": 1, "\u0302": 2, "\u031b": 3}
"""Breve, circumflex, horn: ă before â, ô before ơ."""
_BARRED = "đ"


def alphabetical(text: str) -> tuple[tuple[tuple[str, int], ...], tuple[int, ...]]:
    """Give the key that puts names into the alphabet's order."""
    letters: list[tuple[str, int]] = []
    tones: list[int] = []
    for letter in unicodedata.normalize("NFD", text.casefold()):
        if letter in _TONES and tones:
            tones[-1] = _TONES.index(letter) + 1
        elif letter in _SHAPES and letters:
            letters[-1] = (letters[-1][0], _SHAPES[letter])
        else:
            letters.append(("d", 1) if letter == _BARRED else (letter, 0))
            tones.append(0)
    return tuple(letters), tuple(tones)
