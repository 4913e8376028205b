"""What an archive's officials taught, for the reader to go by: fetched once per change."""

from __future__ import annotations

import threading

from desktop.archive import Archive
from desktop.figures.directions import NOTHING_LEARNED, Knowledge


class Library:
    """The decisions and layouts of one archive; may be asked from any thread."""

    def __init__(self) -> None:
        """Start empty; the first question fetches."""
        self._lock = threading.Lock()
        self._changes = -1
        self._held = NOTHING_LEARNED

    def of(self, archive: Archive) -> tuple[Knowledge, int]:
        """Give what counts now, whichever program taught it, and the number of the last change."""
        with self._lock:
            changes = archive.changes
            if changes != self._changes:
                self._held = Knowledge(tuple(archive.decisions()), tuple(archive.layouts()))
                self._changes = changes
            return self._held, changes
