"""One reading process, and whoever looks after it: what it may take of time and memory.

A process that takes too much is ended; the next piece of work brings up another.
"""

from __future__ import annotations

import pickle
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from multiprocessing.reduction import ForkingPickler
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

import psutil

from desktop.returns.refusal import UnreadableError
from desktop.returns.serving import serve
from desktop.returns.starting import process_context

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_TICK = 0.05
_TRIES = 3
"""So often a process may go before it has begun; something forbids it then."""
_LEFT = 2
"""So many pieces of work are left to other processes before one is handed out ahead."""
_SMALL = 4096
"""Bytes that any line takes while nobody listens at its other end."""


class Job:
    """A piece of work for a reading process; it stands among the `finished` once it is done."""

    def __init__(
        self,
        finished: SimpleQueue[Job],
        work: Callable[..., Any],
        *arguments: object,
        brief: bool = False,
    ) -> None:
        """Take what is to be called with what; it must be importable there.

        Other work may wait behind what is `brief`.
        """
        self.told, self.is_brief = (work, arguments), brief
        self.is_stopped = False
        self._finished = finished
        self._outcome: bytes | UnreadableError = b""

    def finish(self, outcome: bytes | UnreadableError) -> None:
        """Take what came of it, packed by `serve`, or why nothing did."""
        self._outcome = outcome
        self._finished.put(self)

    def answer(self) -> Any:
        """Give what the work gave, or raise what it raised; `UnreadableError` of its process."""
        if isinstance(self._outcome, UnreadableError):
            raise self._outcome
        has_raised, told = pickle.loads(self._outcome)  # noqa: S301 - packed by `serve`
        if has_raised:
            raise told
        return told

    def stop(self) -> None:
        """Give it up: whoever is at it will be ended."""
        self.is_stopped = True


class Worker:
    """A process that takes from a queue what is to be done, one thing after another."""

    def __init__(self, jobs: SimpleQueue[Job | None], most_bytes: int, seconds: float) -> None:
        self._jobs = jobs
        self._most_bytes, self._seconds = most_bytes, seconds
        self._process: BaseProcess | None = None
        self._watched: psutil.Process | None = None
        self._line: Connection | None = None
        self._ahead: Job | None = None
        self._handed: Job | None = None
        self._has_begun = self._is_closed = False
        self._keeper = threading.Thread(target=self._keep, daemon=True)

    def begin(self) -> None:
        """Have the process, which starts by itself while something else is done."""
        if self._keeper.ident is None:
            try:
                self._open()
            except (OSError, EOFError):
                self._end()  # it is tried again with the first piece of work
            self._keeper.start()

    def close(self) -> None:
        """End the process, whatever it does; None is to be in the queue."""
        self._is_closed = True
        if self._keeper.is_alive():
            self._keeper.join()

    def _keep(self) -> None:
        while job := self._ahead or self._jobs.get():
            self._ahead = None
            if not job.is_stopped or job is self._handed:
                try:
                    job.finish(self._answer(job))
                except UnreadableError as error:
                    job.finish(error)
        self._end()

    def _answer(self, job: Job) -> bytes:
        for _ in range(_TRIES):
            if self._is_closed:
                raise UnreadableError("reader_failed")
            try:
                line = self._line or self._open()
                if job is not self._handed:
                    line.send(job.told)
                self._handed = None
                if not self._has_begun:
                    self._next(line, job)
                    self._has_begun = True
            except (OSError, EOFError):  # it went while it did nothing
                self._end()
                continue
            if job.is_brief:
                self._hand_ahead(line)
            try:
                return self._next(line, job)
            except (OSError, EOFError) as error:
                self._end()
                raise UnreadableError("reader_crashed") from error
        raise UnreadableError("reader_not_started")

    def _hand_ahead(self, line: Connection) -> None:
        """Hand over what comes next, so that the process goes on before its answer is taken in.

        Whoever takes it in waits several times for its turn among threads that compute.
        """
        if self._jobs.qsize() <= _LEFT:
            return
        with suppress(Empty, OSError):  # another was quicker; the process went, as will be seen
            self._ahead = self._jobs.get_nowait()
            if self._ahead is None:
                self._jobs.put(None)
            elif len(told := ForkingPickler.dumps(self._ahead.told)) <= _SMALL:
                line.send_bytes(told)
                self._handed = self._ahead

    def _next(self, line: Connection, job: Job) -> bytes:
        """Give what comes next; raises `UnreadableError` where the process takes too much."""
        latest = time.monotonic() + self._seconds
        while not line.poll(_TICK):
            if self._is_closed or job.is_stopped:
                self._refuse("reader_failed")
            if self._memory() > self._most_bytes:
                self._refuse("reader_out_of_memory", str(self._most_bytes >> 20))
            if time.monotonic() > latest:
                self._refuse("reader_timed_out", f"{self._seconds:g}")
        return line.recv_bytes()

    def _refuse(self, code: str, found: str = "") -> None:
        self._end()
        raise UnreadableError(code, found)

    def _memory(self) -> int:
        try:
            if self._watched is None and self._process:
                self._watched = psutil.Process(self._process.pid)
            return int(self._watched.memory_info().rss) if self._watched else 0
        except psutil.Error:
            return 0

    def _open(self) -> Connection:
        context: Any = process_context()  # which kind it is differs from system to system
        self._line, there = context.Pipe()
        with there:
            process = context.Process(target=serve, args=(there, self._most_bytes), daemon=True)
            process.start()
        self._process = process
        return self._line

    def _end(self) -> None:
        line, process = self._line, self._process
        self._line = self._process = self._watched = self._handed = None
        self._has_begun = False
        if line:
            line.close()
        if process:
            process.kill()
            process.join()
