"""Garbage is collected on the window's thread only.

Python collects in whichever thread happens to allocate. In a worker thread that would destroy
widgets there, which Qt forbids. So the automatic collector rests while a window is open, and a
timer on the window's thread does its work. Another gives free memory back to the system.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from time import process_time

from PySide6.QtCore import QObject, QTimer

from desktop.gui import giving_back

_EVERY_MS = 1000
_GIVE_BACK_MS = 5000
_PATIENCE_S = 20.0
"""A job that is under way is waited for, for so much of the processor's time: what it holds would
be looked through. On a machine that is busy with others that is longer, and no more garbage."""


class Collector(QObject):
    """Collects now and then, as much as has come together."""

    def __init__(
        self, busy: Callable[[], bool] = lambda: False, spent: Callable[[], float] = process_time
    ) -> None:
        """Let the automatic collector rest; `busy` says whether a job is under way.

        `spent` is how many seconds the process has had of the processor's time.
        """
        super().__init__()
        self._busy, self._spent = busy, spent
        self._waited_since: float | None = None
        self._settled = False
        self._was_on = gc.isenabled()
        gc.disable()
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()
        self._giving = QTimer(self, interval=_GIVE_BACK_MS)
        self._giving.timeout.connect(self.give_back)
        self._giving.start()

    def collect(self) -> None:
        """Collect the youngest generation that is due, as Python itself would."""
        if self._busy():
            now = self._spent()
            if self._waited_since is None:
                self._waited_since = now
            if now - self._waited_since < _PATIENCE_S:
                return
        self._waited_since = None
        for generation, (count, most) in reversed(
            list(enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)))
        ):
            if count > most > 0:
                gc.collect(generation)
                return

    def give_back(self) -> None:
        """Give the system what is free by now."""
        giving_back.give_back()

    def settle(self) -> None:
        """Take what is there for lasting, so that later collections are quick.

        With every page made a full one takes 16 ms of the window's thread, and 180 if nothing is
        taken so; what was garbage by then and stays came to 750 objects, and no megabyte.
        """
        if self._settled or not gc.get_freeze_count():  # what others took for lasting stays theirs
            gc.freeze()
            self._settled = True

    def close(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        self._giving.stop()
        if self._settled:
            gc.unfreeze()
        if self._was_on:
            gc.enable()
