"""Whether the last session on an archive ended as it should: a lock that is lifted at the end.

The lock belongs to a process, so that a second window on the same archive, or one still closing,
is no false alarm; what a killed process or a power cut left is found by the next to come.
"""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QLockFile

from desktop.gui.memory import Memory

_MOST = 16
"""So many windows on one archive have a lock of their own; more go without."""


class Marker:
    """Held while a window is open on an archive; `was_unclean` tells of the one before."""

    def __init__(self, memory: Memory, place: str) -> None:
        """Take the first lock that is free; a folder that takes none goes without."""
        self.was_unclean = False
        self._lock: QLockFile | None = None
        name = sha256(place.encode()).hexdigest()[:16]
        for number in range(_MOST):
            path = memory.folder_of_settings / f"open-{name}-{number}.lock"
            if self._take(path):
                return

    def _take(self, path: Path) -> bool:
        there = path.exists()
        lock = QLockFile(str(path))
        lock.setStaleLockTime(0)  # its owner being gone is what counts, never its age
        if lock.tryLock(0):
            self.was_unclean = self.was_unclean or there
            self._lock = lock
            return True
        return lock.error() is not QLockFile.LockError.LockFailedError

    def lift(self) -> None:
        """Say that the session ended as it should."""
        if self._lock is not None:
            self._lock.unlock()
            self._lock = None
