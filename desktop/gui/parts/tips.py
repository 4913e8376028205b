"""What a tip says, on lines of a length that is read at a glance."""

from __future__ import annotations

from functools import lru_cache
from textwrap import wrap

LETTERS = 72
"""The longest line of a tip."""


@lru_cache(maxsize=256)
def wrapped(text: str) -> str:
    """Break long lines between words: of a tip Qt itself breaks none of plain text.

    A word stays whole, as that of a path or an address does, and so do lines as they were given.
    """
    lines = (_broken(line) for line in text.split("\n"))
    return "\n".join(lines)


def _broken(line: str) -> str:
    if len(line) <= LETTERS:
        return line
    parts = wrap(line, LETTERS, break_long_words=False, break_on_hyphens=False)
    return "\n".join(parts)
