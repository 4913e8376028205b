"""The thread that looks into a watched folder: a drive or server that hangs makes nobody wait."""

from __future__ import annotations

import atexit
import logging
import traceback
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QFileSystemWatcher, QObject, QThread, QTimer, Signal

from desktop.figures.finding import Cancelled, Refused
from desktop.gui.ending import MOMENT_MS

if TYPE_CHECKING:
    from desktop.workflow import Watch
    from desktop.workflow.watching import Held

EVERY_MS = 10_000
SETTLING_MS = 1_500
"""Between two looks while a file may still be written to."""
_LAST_PATIENCE_MS = 3_000
_LOG = logging.getLogger(__name__)
_left_behind: list[QThread] = []
"""Threads that a dead drive holds: they end by themselves, and may not be destroyed before."""


class _Looker(QObject):
    """Lives in the thread: looks when the system says that something changed, and by the clock."""

    def __init__(self, watch: Watch, thread: FolderThread) -> None:
        super().__init__()
        self._watch, self._thread = watch, thread
        self._system = QFileSystemWatcher(self)
        self._system.directoryChanged.connect(self.look)
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Look once, and set the clock for the next time."""
        thread = self._thread
        try:
            scan = self._watch.scan(thread.held, thread.stop_if_asked)
        except Cancelled:
            return
        except Refused as refusal:  # the archive is busy; its pages say so
            _LOG.info("not looked into %s: %s", self._watch.folder, refusal)
        except Exception as error:  # noqa: BLE001 - our own bug: reported with its trace, not lost
            thread.failed.emit(f"{type(error).__name__}: {error}", traceback.format_exc())
            return
        else:
            if scan.reached and not self._system.directories():
                self._system.addPath(str(self._watch.folder))
            thread.scanned.emit(scan)
            self._timer.start(SETTLING_MS if scan.settling else EVERY_MS)
            return
        self._timer.start(EVERY_MS)


@atexit.register
def _end_left_behind() -> None:
    """End what a drive still holds: the program's end would destroy it while it runs."""
    for thread in _left_behind:
        if not thread.wait(_LAST_PATIENCE_MS):
            thread.terminate()
            thread.wait(_LAST_PATIENCE_MS)


class FolderThread(QThread):
    """Says what each look into a folder gave; `look` asks for one now."""

    scanned = Signal(object)  # Scan
    failed = Signal(str, str)
    looking = Signal()

    def __init__(self, folder: Path, held: Held) -> None:
        """Watch a folder; `held` gives the contents that the archive has, and may take its time."""
        super().__init__()
        self.folder = folder
        self.held = held

    def run(self) -> None:
        """Look until asked to stop."""
        from desktop.workflow import Watch  # noqa: PLC0415 - first paint first

        looker = _Looker(Watch(self.folder), self)
        self.looking.connect(looker.look)
        looker.look()
        if not self.isInterruptionRequested():
            self.exec()
        self.looking.disconnect(looker.look)
        looker.deleteLater()

    def stop_if_asked(self, *_: object) -> None:
        """Raise `Cancelled` once the thread is to end."""
        if self.isInterruptionRequested():
            raise Cancelled

    def look(self) -> None:
        """Look again now."""
        self.looking.emit()

    def stop(self) -> bool:
        """End, and say whether it has; where something hangs, leave the thread to itself."""
        self.blockSignals(True)
        self.requestInterruption()
        self.quit()
        ended = self.wait(MOMENT_MS)
        if not ended:
            _left_behind.append(self)
        return ended
