"""The reading room: processes of its own, where a hostile file can crash or eat memory alone.

Workers are kept between files. A crash, too much memory or too much time cost one file its
reading and become a finding; the worker is then replaced, and the other one goes on.
"""

from __future__ import annotations

import logging
import os
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple, Self

from pebble import ProcessExpired, ProcessFuture

from desktop.figures.directions import AS_IT_STANDS, NOTHING_LEARNED, Directions, Knowledge
from desktop.figures.finding import Refused
from desktop.figures.progress import Progress, unheard
from desktop.figures.reading import DateOrigin, Reading, SheetCells
from desktop.returns.reader import read_return
from desktop.returns.refusal import UnreadableError
from desktop.returns.sheet_cells import sheet_cells
from desktop.returns.target_form import ReadForm, read_target_form
from desktop.returns.worker import Worker

MEMORY_MB = 1024
SECONDS = 120
_TICK = 0.05
_AHEAD = 4
"""Files handed to each worker before their turn, so that it reads while their elders are stored."""
WORKERS = min(2, os.cpu_count() or 1)
"""One process a core; more than two gain little beside the one that stores."""
_FEW = 4
"""So many files are read before a second process has started."""

_TRIES = 3
"""So often a worker may go before it has read anything; something forbids it then."""

_log = logging.getLogger(__name__)


class _Task(NamedTuple):
    """What the worker does with one file; how many workers went before they did it."""

    path: Path
    work: Callable[..., Any]
    arguments: tuple[object, ...]
    tries: int = 0


class _Handed(NamedTuple):
    """A task, the worker that has it, and where its answer will be."""

    task: _Task
    worker: Worker
    future: ProcessFuture[Any]


class ReadingRoom:
    """Reads returns in a worker process; a context manager, or to be closed.

    Args:
        memory_mb: Most memory (resident, MB) the worker may take for one file.
        seconds: Most time one file may take.
        workers: Most processes to read with; the second one starts where there are many files.
        reader: What the worker calls; must be importable there.
    """

    def __init__(
        self,
        memory_mb: int = MEMORY_MB,
        seconds: float = SECONDS,
        *,
        workers: int = WORKERS,
        reader: Callable[[Path, Knowledge, Directions], Reading] = read_return,
    ) -> None:
        self._most_bytes = memory_mb << 20
        self._seconds = seconds
        self._reader = reader
        self._workers = [Worker(self._most_bytes, seconds) for _ in range(max(workers, 1))]
        self._closed = threading.Event()
        self._watch = threading.Thread(target=self._watch_memory, daemon=True)

    def __enter__(self) -> Self:
        """Give the room; the worker starts with the first file."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop the worker, whatever it does."""
        self._closed.set()
        if self._watch.is_alive():
            self._watch.join()
        for worker in self._workers:
            worker.close()

    def begin(self, files: int) -> None:
        """Bring up what so many files are read with, while something else is done."""
        with suppress(BrokenProcessPool):  # told of each file, where there is one
            for worker in self._hands(files):
                worker.begin()

    def _hands(self, files: int) -> Sequence[Worker]:
        return self._workers if files > _FEW else self._workers[:1]

    def read(
        self,
        paths: Sequence[Path],
        progress: Progress = unheard,
        *,
        knowledge: Knowledge = NOTHING_LEARNED,
        directions: Mapping[Path, Directions] | None = None,
    ) -> Iterator[Reading]:
        """Read the files in their order, by what was learned and what was said of each.

        `progress` is called several times a second, so that raising `Cancelled` there stops the
        worker at once, in the middle of a file.
        """
        said = directions or {}
        waiting = deque(paths)
        handed: deque[_Handed] = deque()
        hands = self._hands(len(paths))
        try:
            while waiting or handed:
                while waiting and len(handed) < _AHEAD * len(hands):
                    path = waiting.popleft()
                    told = (path, knowledge, said.get(path, AS_IT_STANDS))
                    handed.append(self._hand(_Task(path, self._reader, told), hands))
                done = len(paths) - len(waiting) - len(handed)
                first = handed[0]
                yield self._reading(
                    first, partial(progress, done, len(paths), first.task.path.name)
                )
                handed.popleft()
            progress(len(paths), len(paths), "")
        finally:
            for one in handed:
                one.worker.stop(one.future)

    def cells(self, path: Path, sheet: str, *, password: str = "") -> SheetCells:
        """Give a sheet as it is drawn; raises `Refused` where the file cannot be read."""
        task = _Task(path, sheet_cells, (path, sheet, password))
        handed = self._hand(task, self._workers[:1])
        answer: SheetCells | UnreadableError = self._await(handed, lambda: None)
        if isinstance(answer, UnreadableError):
            raise Refused(answer.finding(path.name))
        return answer

    def target_form(self, path: Path) -> ReadForm:
        """Read a form of targets; raises `Refused` where the file is none."""
        handed = self._hand(_Task(path, read_target_form, (path,)), self._workers[:1])
        answer: ReadForm | UnreadableError = self._await(handed, lambda: None)
        if isinstance(answer, UnreadableError):
            raise Refused(answer.finding(path.name))
        return answer

    def _hand(self, task: _Task, hands: Sequence[Worker]) -> _Handed:
        if not self._watch.is_alive():
            self._watch.start()
        worker = min(hands, key=lambda one: one.busy)
        try:
            future = worker.hand(task.work, task.arguments)
        except BrokenProcessPool:  # no process can be started here
            future = ProcessFuture()
            future.set_exception(UnreadableError("reader_not_started"))
        return _Handed(task, worker, future)

    def _reading(self, handed: _Handed, report: Callable[[], None]) -> Reading:
        answer = self._await(handed, report)
        path = handed.task.path
        return _unread(path, answer) if isinstance(answer, UnreadableError) else answer

    def _await(self, handed: _Handed, report: Callable[[], None]) -> Any:
        report()
        future = handed.future
        while not wait([future], timeout=_TICK).done:
            report()
        if handed.worker.took_too_much(future):
            return UnreadableError("reader_out_of_memory", found=str(self._most_bytes >> 20))
        error = future.exception()
        if isinstance(error, BrokenProcessPool):  # the worker went while it read nothing
            again = handed.task._replace(tries=handed.task.tries + 1)
            if again.tries == _TRIES:
                return UnreadableError("reader_not_started")
            return self._await(self._hand(again, [handed.worker]), report)
        return self._failed(handed.task.path, error) if error else future.result()

    def _failed(self, path: Path, error: BaseException) -> UnreadableError:
        if isinstance(error, UnreadableError):
            return error
        if isinstance(error, TimeoutError):
            return UnreadableError("reader_timed_out", found=f"{self._seconds:g}")
        if isinstance(error, MemoryError):
            return UnreadableError("reader_out_of_memory", found=str(self._most_bytes >> 20))
        if isinstance(error, ProcessExpired):
            _log.debug("the reading process ended while reading %s: %s", path.name, error)
            return UnreadableError("reader_crashed")
        _log.debug("reading %s failed", path.name, exc_info=error)
        return UnreadableError("reader_failed")

    def _watch_memory(self) -> None:
        while not self._closed.wait(_TICK):
            for worker in self._workers:
                worker.watch()


def _unread(path: Path, refusal: UnreadableError) -> Reading:
    finding = refusal.finding(path.name)
    return Reading(path.name, "", "", "", None, None, DateOrigin.IMPORTED, (), (finding,))
