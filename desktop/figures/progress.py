"""How long work reports itself, and how it is stopped: whoever is told may raise `Cancelled`."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[int, int, str], None]
"""Called with (done, total, what is being done); raises `Cancelled` to stop the errand."""


def unheard(_done: int, _total: int, _what: str) -> None:
    """Report to nobody."""
