"""Widths of columns that a user chose by dragging, remembered by the table's headings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from typing import Protocol

_KEPT = "column-widths-"
_LEAST, _MOST = 24, 2000


class Words(Protocol):
    """Where words are remembered by name."""

    def text(self, name: str, default: str = "") -> str:
        """Give a remembered word."""

    def remember(self, name: str, value: str) -> None:
        """Remember a word."""


class Widths:
    """One for all tables, since a table knows no window: whoever opens one says where to keep."""

    def __init__(self) -> None:
        """Keep nowhere yet."""
        self._words: Words | None = None

    def keep_in(self, words: Words) -> None:
        """Keep in a window's memory from now on."""
        self._words = words

    def of(self, columns: Sequence[str]) -> dict[int, int]:
        """Give widths by column, in pixels; a damaged memory counts as empty."""
        if self._words is None or not columns:
            return {}
        try:
            held = json.loads(self._words.text(_key(columns), "{}"))
            found = {int(column): int(width) for column, width in held.items()}
        except (AttributeError, TypeError, ValueError):
            return {}
        inside = range(len(columns))
        return {c: min(max(w, _LEAST), _MOST) for c, w in found.items() if c in inside}

    def chose(self, columns: Sequence[str], column: int, width: int) -> None:
        """Remember a column's width."""
        if self._words is not None:
            held = {**self.of(columns), column: width}
            self._words.remember(_key(columns), json.dumps(held))


def _key(columns: Sequence[str]) -> str:
    return _KEPT + sha256("\t".join(columns).encode()).hexdigest()[:12]


KEPT = Widths()
