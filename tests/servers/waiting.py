"""How long an official waits for a server that is in trouble."""

from __future__ import annotations

import time
from contextlib import contextmanager, suppress

from desktop.figures.finding import Refused


@contextmanager
def soon(seconds):
    """Hold that nobody waits longer."""
    begun = time.monotonic()
    yield
    assert time.monotonic() - begun < seconds


def as_soon_as_it_can(act, archive, seconds):
    """Click on until it is done, and give its answer; None where it never was in that time."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        with suppress(Refused):
            return act(archive)
    return None
