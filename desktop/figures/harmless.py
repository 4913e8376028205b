"""Texts as files bring them, without signs that steer a terminal or turn a line's direction."""

from __future__ import annotations

import re

_STEERING = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""All that a terminal obeys but tabs and line ends, and what writes a line from right to left."""
_INSTEAD = "\ufffd"


def harmless(text: str) -> str:
    """Give a text whose signs are all shown: what is obeyed in place of that becomes a mark."""
    return text if text.isprintable() else _STEERING.sub(_INSTEAD, text)


def on_one_line(text: str) -> str:
    """Give it so, and with one blank in place of every line end."""
    return text if text.isprintable() else harmless(" ".join(text.splitlines()))


def in_short(text: str, most: int) -> str:
    """Give so many letters of a text at most; an ellipsis says that there are more."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"
