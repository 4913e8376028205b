"""Which returns count when a question is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Vintage:
    """Which returns count: those reported by a day, and of these the newest or the first.

    `as_of=None` counts every return in the archive. `first_release` asks for each figure as it
    was first printed instead of as last revised.
    """

    as_of: date | None = None
    first_release: bool = False


LATEST = Vintage()
"""Every return counts; the newest figure wins."""
