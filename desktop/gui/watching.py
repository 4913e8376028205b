"""The watched folder in the window: what arrives is read, and waits until somebody reviews it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from desktop.figures.finding import Finding, Refused, Severity
from desktop.gui.folder_thread import FolderThread
from desktop.gui.session import Session
from desktop.gui.shell.notice import Message
from desktop.gui.tokens import Tone

if TYPE_CHECKING:
    from desktop.workflow import Arrival, Office, Preview, Scan

_FOLDER, _ASIDE = "watched", "set-aside"
_MOST_ASIDE = 500
"""So many contents that were set aside are remembered, the newest ones."""


class Watching(QObject):
    """Nothing is imported by itself: what waits is told, and reviewed at one word."""

    changed = Signal()
    said = Signal(object)  # Message
    failed = Signal(str, str)
    review_asked = Signal(object)  # list[Preview]
    read_asked = Signal(object)  # list[Path]: compared before the archive changed

    def __init__(self, session: Session) -> None:
        """Watch nothing until `begin` has recalled the archive's folder."""
        super().__init__()
        self._session = session
        self._location: str | None = None
        self._thread: FolderThread | None = None
        self._read: dict[str, Preview] = {}
        self._aside: list[str] = []
        self._passed: dict[str, str] = {}
        self._told: set[Finding] = set()
        self._reading = self._stale = False
        self.lost = False
        session.archive_changed.connect(self._look_again)
        session.closing.connect(self.stop)

    @property
    def folder(self) -> Path | None:
        """The folder that is watched."""
        return self._thread.folder if self._thread else None

    @property
    def waiting(self) -> tuple[Preview, ...]:
        """What was read and waits for a review, oldest report first."""
        return tuple(sorted(self._read.values(), key=lambda p: (p.reported_on, p.path.name)))

    @property
    def passed_over(self) -> tuple[str, ...]:
        """Names of the texts in the folder that hold no table of trade."""
        return tuple(sorted(self._passed.values()))

    # The folder ------------------------------------------------------------------------------

    def begin(self) -> None:
        """Ask which archive it is, and take up its folder."""
        self._session.run(
            "watched-archive", lambda office, _progress: str(office.location), self._recall
        )

    def _recall(self, location: str) -> None:
        self._location = location
        self._aside = self._remembered(_ASIDE).split()
        if folder := self._remembered(_FOLDER):
            self._watch(Path(folder))

    def choose(self, folder: Path | None) -> None:
        """Watch another folder, or none."""
        self.stop()
        self._remember(_FOLDER, str(folder or ""))
        if folder is not None:
            self._watch(folder)
        self.changed.emit()

    def _watch(self, folder: Path) -> None:
        self._thread = FolderThread(folder, lambda: self._session.office().contents())
        self._thread.scanned.connect(self._take)
        self._thread.failed.connect(self.failed)
        self._thread.start()
        self.changed.emit()

    def stop(self) -> None:
        """Watch no more, in this session; what waited is forgotten."""
        if self._thread is not None:
            if not self._thread.stop():
                self._session.awaits(self._thread.wait)
            self._thread = None
        self._read.clear()
        self._passed.clear()
        self._told.clear()
        self.lost = False

    def _look_again(self) -> None:
        self._stale = True
        if self._thread is not None:
            self._thread.look()

    def _remembered(self, name: str) -> str:
        memory = self._session.memory
        return memory.text(memory.of_archive(self._location or "", name))

    def _remember(self, name: str, value: str) -> None:
        memory = self._session.memory
        memory.remember(memory.of_archive(self._location or "", name), value)

    # What arrives ----------------------------------------------------------------------------

    def _take(self, scan: Scan) -> None:
        """Take what a look gave: forget what went, read what is new."""
        if self._thread is None:
            return
        self._tell_lost(reached=scan.reached)
        if not scan.reached:
            return
        for finding in scan.findings:
            self._complain(finding)
        here = {a.content_hash: a for a in scan.arrivals if a.content_hash not in self._aside}
        gone = [known for known in (*self._read, *self._passed) if known not in here]
        for known in gone:
            self._read.pop(known, None)
            self._passed.pop(known, None)
        if gone:
            self.changed.emit()
        new = [
            arrival for known, arrival in here.items() if known not in {*self._read, *self._passed}
        ]
        if new and not self._reading:
            self._begin_reading(new)

    def _begin_reading(self, arrivals: list[Arrival]) -> None:
        def work(office: Office, progress: Any) -> list[tuple[Arrival, Preview]] | Refused:
            try:
                # One by one, so that a file the user opens has to wait for one at most.
                return [
                    (a, found) for a in arrivals for found in office.preview([a.path], progress)
                ]
            except Refused as refusal:
                return refusal

        self._reading, of = True, self._thread
        job = self._session.job("watched", work)
        job.succeeded.connect(lambda read: self._keep(read) if self._thread is of else None)
        job.ended.connect(self._end_reading)
        self._session.jobs.start(job)

    def _end_reading(self) -> None:
        self._reading = False

    def _keep(self, read: list[tuple[Arrival, Preview]] | Refused) -> None:
        if isinstance(read, Refused):
            self._complain(read.findings[0])
            return
        if self._thread is None:
            return
        passed = {a.content_hash: p.path.name for a, p in read if p.passed_over}
        self._passed |= passed
        self._read |= {a.content_hash: p for a, p in read if a.content_hash not in passed}
        self.changed.emit()
        if len(passed) < len(read):
            self._tell_waiting()

    def _tell_waiting(self) -> None:
        lang = self._session.language
        words = lang.plural(
            "{count} return waits for review.", "{count} returns wait for review.", len(self._read)
        )
        self.said.emit(
            Message(Tone.PRIMARY, words, button=lang._("Review"), pressed=self.review, brief=True)
        )

    def _tell_lost(self, *, reached: bool) -> None:
        if self.lost is not reached:
            return
        self.lost = not reached
        self.changed.emit()
        if self.lost:
            self._say(Finding(Severity.WARNING, "watched_folder_lost", about=str(self.folder)))

    def _complain(self, finding: Finding) -> None:
        if finding not in self._told:
            self._told.add(finding)
            self._say(finding)

    def _say(self, finding: Finding) -> None:
        lang = self._session.language
        self.said.emit(Message.about(finding, Tone.WARN, lang))

    # What becomes of it ----------------------------------------------------------------------

    def review(self) -> bool:
        """Review all that waits, read anew where the archive has changed since; False for none."""
        waiting = self.waiting
        if not waiting:
            return False
        if self._stale:
            self._stale = False
            self.read_asked.emit([preview.path for preview in waiting])
        else:
            self.review_asked.emit(list(waiting))
        return True

    def set_aside(self) -> None:
        """Offer no more what waits now; a file that changes is offered again."""
        self._aside = [*self._aside, *self._read][-_MOST_ASIDE:]
        self._remember(_ASIDE, " ".join(self._aside))
        self._read.clear()
        self.changed.emit()
