"""Lets the blanks of a PDF be found as blanks.

Qt names each letter of an embedded font by the first character that the font draws so. In Inter
that of a blank is a tab stop, and whoever searched for two words would find neither.
"""

from __future__ import annotations

import re

_TABLE = re.compile(rb"begincmap.*?endcmap", re.DOTALL)
_RANGE = re.compile(rb"^(<[0-9A-F]{4}> <[0-9A-F]{4}> )(.*)$", re.MULTILINE)
"""From a letter's number to another's, then the characters that they stand for."""
_TAB, _BLANK = b"<0009>", b"<0020>"


def with_blanks(content: bytes) -> bytes:
    """Give a PDF of Qt's in which a blank is named as one; nothing in it changes its place."""
    return _TABLE.sub(lambda table: _RANGE.sub(_renamed, table[0]), content)


def _renamed(told: re.Match[bytes]) -> bytes:
    return told[1] + told[2].replace(_TAB, _BLANK)
