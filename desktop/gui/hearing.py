"""What colleagues do at the same archive: the pages follow, and a notice says who did what."""

from __future__ import annotations

import atexit
import logging
import traceback
from collections.abc import Callable
from dataclasses import replace
from time import monotonic
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QThread, QTimer, Signal

from desktop.figures.finding import Finding, Refused
from desktop.figures.happening import Happening, told
from desktop.gui.ending import LAST_PATIENCE_MS
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.workflow import Office

BEGIN_MS = 2_000
"""So long after the first page: whoever looks in for a moment listens to nobody."""
_SLICE = 0.2
"""Seconds after which the thread looks whether the window has ended."""
_PAUSE_MS = 2_000
"""Between two attempts to reach a server that is gone."""
_LOOK = 30.0
"""Seconds between two looks whether a server that follows another still does."""
_STARTING = "archive_busy"
"""What a server says that was stopped and is on its way back."""
_LOG = logging.getLogger(__name__)
_listening: set[_Thread] = set()
"""Threads that were begun: none of them may be destroyed before it has ended."""


class _Thread(QThread):
    """Listens until it is asked to stop; where the archive is out of reach it tries again."""

    passed = Signal(int)
    heard = Signal(object)  # tuple[Happening, ...]
    doubted = Signal(object)  # Finding
    lost = Signal(object)  # Finding
    back = Signal()
    failed = Signal(str, str)

    def __init__(self, office: Callable[[], Office]) -> None:
        super().__init__()
        self._office = office
        self._last: int | None = None
        self._lost_by, self._doubted, self._behind = "", False, False
        self._looked = -_LOOK

    def run(self) -> None:
        """Listen."""
        while not self.isInterruptionRequested():
            try:
                self._listen()
            except Refused as refusal:
                self._say_lost(refusal.findings[0])
                self._pause()
            except Exception as error:  # noqa: BLE001 - our own bug: reported with its trace, not lost
                self.failed.emit(f"{type(error).__name__}: {error}", traceback.format_exc())
                return

    def _listen(self) -> None:
        office = self._office()
        with office.hearing(self._last) as hear:
            self._doubt(office.news_doubt())
            while not self.isInterruptionRequested():
                before, (self._last, found) = self._last, hear(_SLICE)
                if self._last != before:
                    self.passed.emit(self._last)
                self._look_whether_it_follows(office)
                if self._lost_by:
                    self._lost_by = ""
                    self.back.emit()
                if found:
                    self.heard.emit(found)

    def _doubt(self, finding: Finding | None) -> None:
        if finding and not self._doubted:
            self._doubted = True
            self.doubted.emit(finding)

    def _look_whether_it_follows(self, office: Office) -> None:
        """Tell of a replica that has lost its server, once each time."""
        if monotonic() - self._looked < _LOOK:
            return
        self._looked = monotonic()
        found = office.following_doubt()
        if found and not self._behind:
            self.doubted.emit(found)
        self._behind = found is not None

    def _say_lost(self, finding: Finding) -> None:
        why = finding.code
        if why not in (self._lost_by, _STARTING if self._lost_by else ""):
            self._lost_by = why
            _LOG.warning("the archive is out of reach: %s", why)
            self.lost.emit(finding)

    def _pause(self) -> None:
        waited = 0
        while waited < _PAUSE_MS and not self.isInterruptionRequested():
            self.msleep(round(1000 * _SLICE))
            waited += round(1000 * _SLICE)


@atexit.register
def _end_all() -> None:
    """End what nobody ended: a window that was dropped without being closed."""
    for thread in _listening:
        thread.requestInterruption()
        thread.wait(LAST_PATIENCE_MS)


class Colleagues(QObject):
    """Draws what colleagues changed, and tells who did it; own changes are drawn already."""

    said = Signal(object)  # Message
    failed = Signal(str, str)

    def __init__(self, session: Session) -> None:
        """Hear nothing until `begin`."""
        super().__init__()
        self._session = session
        self._thread: _Thread | None = None
        self._start = QTimer(self, singleShot=True, interval=BEGIN_MS)
        self._start.timeout.connect(self.listen)
        session.closing.connect(self.stop)
        self.lost = False

    def begin(self) -> None:
        """Listen before long."""
        self._start.start()

    def listen(self) -> None:
        """Listen from now on."""
        self._start.stop()
        if self._thread is None:
            self._thread = thread = _Thread(self._session.office)
            _listening.difference_update([one for one in _listening if one.isFinished()])
            _listening.add(thread)
            thread.passed.connect(self._pass)
            thread.heard.connect(self._hear)
            thread.doubted.connect(self._doubt)
            thread.lost.connect(self._lose)
            thread.back.connect(self._return)
            thread.failed.connect(self.failed)
            thread.start()
            self._look_at_clock()

    def _look_at_clock(self) -> None:
        self._session.run("clock", lambda office, _progress: office.clock_doubt(), self._doubt)

    def _doubt(self, finding: Finding | None) -> None:
        if finding is not None:
            lang = self._session.language
            self.said.emit(Message.about(finding, Tone.WARN, lang))

    def stop(self) -> None:
        """Listen no more."""
        self._start.stop()
        if self._thread is not None:
            self._thread.blockSignals(True)
            self._thread.requestInterruption()
            self._session.awaits(self._thread.wait)
            self._thread = None

    def _pass(self, number: int) -> None:
        self._session.heard = number

    def _hear(self, found: tuple[Happening, ...]) -> None:
        self._session.archive_changed.emit()
        self.said.emit(Message(Tone.PRIMARY, told(found, self._session.language), brief=True))

    def _lose(self, finding: Finding) -> None:
        self.lost = True
        lang = self._session.language
        words = lang._("What is shown stays as it was last seen; the connection is tried again.")
        told = Message.about(finding, Tone.WARN, lang)
        self.said.emit(replace(told, remedy=f"{told.remedy} {words}"))

    def _return(self) -> None:
        self.lost = False
        self._session.archive_changed.emit()
        words = self._session.language._("The archive is in reach again.")
        self.said.emit(Message(Tone.GOOD, words))
