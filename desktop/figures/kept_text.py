"""A text that an office keeps whole and may change: its rules of warning, its groupings."""

from __future__ import annotations

from typing import NamedTuple


class KeptText(NamedTuple):
    """A text; when (ISO 8601) and by whom it was put in force, and its number."""

    text: str
    set_at: str
    set_by: str
    number: int
