"""The end of what works for a window: awaited by nobody who looks at the screen.

A server or a drive that does not answer holds a thread for seconds. The window goes at once, and
another that is opened in its place is not held up; what the threads work with is closed after them.
"""

from __future__ import annotations

import atexit
from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import QTimer

Awaited = Callable[[int], bool]
"""Waits so many milliseconds at most, and says whether it has ended."""

MOMENT_MS = 20
"""So long a window that closes waits for each: nearly all have ended by then."""
_LOOK_MS = 50
LAST_PATIENCE_MS = 12_000
"""So long the program's end waits: every question to a server is over by then."""
_under_way: list[Ending] = []


class Ending:
    """Waits for all that is awaited, looking now and then; does what comes after it."""

    def __init__(self, awaited: Sequence[Awaited], then: Callable[[], object]) -> None:
        """Begin."""
        self._awaited, self._then = list(awaited), then
        self._timer = QTimer(interval=_LOOK_MS)
        self._timer.timeout.connect(self._look)
        _under_way.append(self)
        if not self._look(MOMENT_MS):
            self._timer.start()

    def _look(self, patience_ms: int = 0) -> bool:
        while self._awaited and self._awaited[0](patience_ms):
            del self._awaited[0]
        if not self._awaited:
            self._end()
        return not self._awaited

    def finish(self) -> None:
        """Wait, and end also what something holds that does not end by itself."""
        late = monotonic() + LAST_PATIENCE_MS / 1000
        for awaited in self._awaited:
            awaited(max(0, round(1000 * (late - monotonic()))))
        self._end()

    def _end(self) -> None:
        self._timer.stop()
        _under_way.remove(self)
        self._then()


@atexit.register
def finish_all() -> None:
    """Let all end before the program does, which takes their ground away."""
    for ending in tuple(_under_way):
        ending.finish()
