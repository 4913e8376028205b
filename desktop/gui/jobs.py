"""The one road for background work: make a job, connect it, then start it.

A job runs its errand in a worker thread and answers on the window's thread. Progress and cancel
travel together: the errand is handed a progress callable, which raises `Cancelled` once the job
is cancelled. A newer job on the same subject supersedes an older one, whose answer is dropped
when it is delivered.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from functools import partial
from threading import Event
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QRunnable, QThreadPool, Signal, Slot

from desktop.figures.finding import Cancelled, Refused
from desktop.figures.progress import Progress

Errand = Callable[[Progress], Any]
"""Work off the window's thread; tells its progress, and lets `Cancelled` through."""

_LOG = logging.getLogger(__name__)
_THREADS = 3  # one reads files, one asks, one more so that a superseded question blocks nobody


class Job(QObject):
    """One errand: its subject, its title while it runs (empty: not worth showing), its answer.

    Exactly one of the first four signals is emitted, none of them after it was superseded;
    `ended` always follows.
    """

    succeeded = Signal(object)
    refused = Signal(object)
    failed = Signal(str, str)  # sentence of the exception, full report
    cancelled = Signal(object)  # tuple: what the errand had finished by then
    ended = Signal()
    progressed = Signal(int, int, str)

    _answered = Signal(str, object)

    def __init__(self, subject: str, errand: Errand, title: str = "") -> None:
        """Make; connect the signals next; `Jobs.start` last."""
        super().__init__()
        self.subject = subject
        self.title = title
        self.again: Callable[[], object] | None = None
        """Does the same once more: of an errand that keeps what the user typed."""
        self.superseded = False
        self._errand = errand
        self._stop = Event()
        self._answered.connect(self._deliver)

    def cancel(self) -> None:
        """Ask the errand to stop at its next word of progress."""
        self._stop.set()

    def work(self) -> None:
        """Run the errand (in a worker thread) and send the answer home."""
        try:
            self._tell(0, 0, "")
            self._answered.emit("succeeded", self._errand(self._tell))
        except Cancelled as stopped:
            self._answered.emit("cancelled", stopped.done)
        except Refused as refusal:
            self._answered.emit("refused", refusal)
        except Exception as error:  # noqa: BLE001 - our own bug: reported with its trace, not lost
            report = traceback.format_exc()
            self._answered.emit("failed", (f"{type(error).__name__}: {error}", report))

    def _tell(self, done: int, total: int, what: str) -> None:
        if self._stop.is_set():
            raise Cancelled
        if total:
            self.progressed.emit(done, total, what)

    @Slot(str, object)
    def _deliver(self, how: str, answer: Any) -> None:
        if how == "failed":
            _LOG.error("%s failed\n%s", self.subject, answer[1])
        if not self.superseded:
            self._emit(how, answer)
        self.ended.emit()

    def _emit(self, how: str, answer: Any) -> None:
        if how == "succeeded":
            self.succeeded.emit(answer)
        elif how == "refused":
            self.refused.emit(answer)
        elif how == "failed":
            self.failed.emit(*answer)
        else:
            self.cancelled.emit(answer)


class _Run(QRunnable):
    def __init__(self, job: Job) -> None:
        super().__init__()
        self._job = job

    def run(self) -> None:
        self._job.work()


class Jobs(QObject):
    """Starts jobs, knows the newest one on each subject, and stops them all at the end."""

    started = Signal(object)
    failed = Signal(str, str)
    refused = Signal(object)
    offered = Signal(object, object)  # Refused, and what does it again: in place of `refused`

    def __init__(self) -> None:
        """Open a small pool of threads."""
        super().__init__()
        self._pool = QThreadPool()
        self._pool.setMaxThreadCount(_THREADS)
        self._running: list[Job] = []
        self._closed = False

    def start(self, job: Job) -> None:
        """Start; an older job on the same subject is cancelled and its answer dropped.

        Nothing is started any more once all was closed: a page may still ask as it goes.
        """
        if self._closed:
            return
        for older in self._running:
            if older.subject == job.subject:
                older.superseded = True
                older.cancel()
        job.setParent(self)  # so that no worker thread, letting go last, destroys it there
        self._running.append(job)
        job.ended.connect(self._forget)
        job.failed.connect(self.failed)
        if job.again is None:
            job.refused.connect(self.refused)
        else:
            job.refused.connect(partial(self._offer, job.again))
        self.started.emit(job)
        self._pool.start(_Run(job))

    @property
    def busy(self) -> bool:
        """True while any job is under way."""
        return bool(self._running)

    def close(self) -> None:
        """Cancel every job, and deliver nothing from then on; `await_end` waits for them."""
        self._closed = True
        for job in self._running:
            job.superseded = True
            job.cancel()

    def await_end(self, patience_ms: int) -> bool:
        """Say whether no thread is at work any more, after waiting so long at most.

        An answer on its way would have its job destroyed later, perhaps after all of this.
        """
        ended = self._pool.waitForDone(patience_ms)
        for job in self._running if ended else ():
            QCoreApplication.removePostedEvents(job)
        return ended

    def _offer(self, again: Callable[[], object], refusal: Refused) -> None:
        self.offered.emit(refusal, again)

    @Slot()
    def _forget(self) -> None:
        job = self.sender()
        self._running = [j for j in self._running if j is not job]
        job.deleteLater()
