"""A language of tests: Vietnamese whose every text is sixty per cent longer."""

from __future__ import annotations

import re
from itertools import cycle, islice

from desktop.figures.wording import Language

LONGER = 0.6
_LETTERS = "ẵởễịẩừẳệộữ"
_WORD = 5


class Lengthened(Language):
    """Lengthens what the catalogue gives, in words that wrap as others do."""

    def __init__(self) -> None:
        super().__init__("vi")

    def _(self, text: str, **blanks: object) -> str:
        """Translate, fill, lengthen."""
        return longer(super()._(text, **blanks))

    def plural(self, one: str, many: str, count: int, **blanks: object) -> str:
        """Translate by number, lengthen."""
        return longer(super().plural(one, many, count, **blanks))


def longer(text: str) -> str:
    """Add to a text so many letters that it is longer by its share; figures add nothing."""
    letters = sum(map(len, re.findall(r"[^\W\d_]+|[ ,.:;]", text)))
    wanted = round(letters * LONGER)
    added = "".join(islice(cycle(_LETTERS), wanted))
    words = [added[n : n + _WORD] for n in range(0, len(added), _WORD)]
    return " ".join([text, *words]) if len(text) > _WORD else text + added
