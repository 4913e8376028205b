"""Memory that is free goes back to the system: how the C library of Linux keeps house, told once.

By itself it gives each thread a store of its own, and holds what was freed there for that thread;
and once a large block was freed, blocks as large come out of these stores too, in which what lives
longer lies between them. A window whose answers come from other threads held 130 MB of such holes.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from functools import cache
from typing import Any

_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""Numbers of `mallopt` (malloc.h)."""
_LARGE = 1024 * 1024
"""A block of so many bytes is the system's own, and goes back when it is freed."""
_TOP = 16 * 1024 * 1024
"""So much at the end of the store is kept for what comes next, which else waits for the system."""


def keep_one_store() -> None:
    """Keep one store for all threads, and large blocks out of it; call before there are threads.

    Python lets one thread at a time allocate, so that none waits for another's.
    """
    tell = _told("mallopt")
    for setting, value in ((_ARENA_MAX, 1), (_MMAP_THRESHOLD, _LARGE), (_TRIM_THRESHOLD, _TOP)):
        tell(setting, value)


def give_back() -> None:
    """Give back what is free between blocks that are held: 20 MB after a page take 1.5 ms."""
    _told("malloc_trim")(0)


@cache
def _told(name: str) -> Callable[..., Any]:
    """Find a function of the C library; where there is none, one that does nothing."""
    library = ctypes.CDLL(None) if sys.platform == "linux" else None
    return getattr(library, name, lambda *_: None)
