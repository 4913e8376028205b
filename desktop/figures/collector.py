"""Python's collector of cycles, which rests while very many figures are made."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected(*, aged: bool = True) -> Iterator[None]:
    """Let the collector of cycles rest for one errand.

    Its figures are no cycles, and so many that it would go through all of them again and again,
    or, once it is woken, through all at once: `aged`, what is there by then counts as old instead.
    To ask whether something was frozen for good takes a millisecond, too long for each of many.
    Where the collector rests anyway, as under a window, it must not be woken in this thread.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        if aged and not gc.get_freeze_count():  # what was frozen for good stays so
            gc.freeze()
            gc.unfreeze()  # which puts everything into the oldest generation
        gc.enable()
