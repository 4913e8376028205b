"""The reading room: a process of its own, where a hostile file can crash or eat memory alone.

The worker is kept between files. A crash, too much memory or too much time cost one file its
reading and become a finding; the worker is then replaced.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from concurrent.futures import wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager, suppress
from functools import partial
from multiprocessing.context import SpawnContext, SpawnProcess
from pathlib import Path
from types import ModuleType, TracebackType
from typing import TYPE_CHECKING, Any, NamedTuple, Self

import psutil
from pebble import ProcessExpired, ProcessFuture, ProcessPool

from desktop.figures.directions import AS_IT_STANDS, NOTHING_LEARNED, Directions, Knowledge
from desktop.figures.finding import Refused
from desktop.figures.progress import Progress, unheard
from desktop.figures.reading import DateOrigin, Reading, SheetCells
from desktop.returns.reader import read_return
from desktop.returns.refusal import UnreadableError
from desktop.returns.sheet_cells import sheet_cells

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

MEMORY_MB = 1024
SECONDS = 120
_TICK = 0.05
_AHEAD = 3
"""Files handed to the worker before their turn, so that it reads while their elders are stored."""

_log = logging.getLogger(__name__)


class _Task(NamedTuple):
    """What the worker does with one file."""

    path: Path
    work: Callable[..., Any]
    arguments: tuple[object, ...]


class ReadingRoom:
    """Reads returns in a worker process; a context manager, or to be closed.

    Args:
        memory_mb: Most memory (resident, MB) the worker may take for one file.
        seconds: Most time one file may take.
        reader: What the worker calls; must be importable there.
    """

    def __init__(
        self,
        memory_mb: int = MEMORY_MB,
        seconds: float = SECONDS,
        *,
        reader: Callable[[Path, Knowledge, Directions], Reading] = read_return,
    ) -> None:
        self._most_bytes = memory_mb << 20
        self._seconds = seconds
        self._reader = reader
        self._context = _QuietContext()
        self._worker: Synchronized[int] = self._context.Value("i", 0)
        self._pool: ProcessPool | None = None
        self._pending: set[ProcessFuture[Any]] = set()
        self._too_big: set[ProcessFuture[Any]] = set()
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
        self._close_pool()

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
        handed: deque[tuple[_Task, ProcessFuture[Any]]] = deque()
        try:
            while waiting or handed:
                while waiting and len(handed) <= _AHEAD:
                    path = waiting.popleft()
                    told = (path, knowledge, said.get(path, AS_IT_STANDS))
                    task = _Task(path, self._reader, told)
                    handed.append((task, self._hand(task)))
                task, future = handed[0]
                done = len(paths) - len(waiting) - len(handed)
                yield self._reading(
                    task, future, partial(progress, done, len(paths), task.path.name)
                )
                handed.popleft()
            progress(len(paths), len(paths), "")
        finally:
            for _, future in handed:
                self._stop(future)

    def cells(self, path: Path, sheet: str, *, password: str = "") -> SheetCells:
        """Give a sheet as it is drawn; raises `Refused` where the file cannot be read."""
        task = _Task(path, sheet_cells, (path, sheet, password))
        answer: SheetCells | UnreadableError = self._await(task, self._hand(task), lambda: None)
        if isinstance(answer, UnreadableError):
            raise Refused(answer.finding(path.name))
        return answer

    def _hand(self, task: _Task) -> ProcessFuture[Any]:
        pool = self._pool
        if pool is None or not pool.active:
            pool = self._open_pool()
        future = pool.schedule(task.work, args=task.arguments, timeout=self._seconds)
        self._pending.add(future)
        return future

    def _reading(
        self, task: _Task, future: ProcessFuture[Any], report: Callable[[], None]
    ) -> Reading:
        answer = self._await(task, future, report)
        return _unread(task.path, answer) if isinstance(answer, UnreadableError) else answer

    def _await(self, task: _Task, future: ProcessFuture[Any], report: Callable[[], None]) -> Any:
        report()
        while not wait([future], timeout=_TICK).done:
            report()
        self._pending.discard(future)
        if future in self._too_big:
            self._too_big.discard(future)
            return UnreadableError("reader_out_of_memory", found=str(self._most_bytes >> 20))
        error = future.exception()
        if isinstance(error, BrokenProcessPool):  # the worker went while it read nothing
            return self._await(task, self._hand(task), report)
        return self._failed(task.path, error) if error else future.result()

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

    def _stop(self, future: ProcessFuture[Any]) -> None:
        self._pending.discard(future)
        future.cancel()  # type: ignore[no-untyped-call]  # Pebble leaves it unannotated

    def _watch_memory(self) -> None:
        while not self._closed.wait(_TICK):
            running = next((f for f in tuple(self._pending) if f.running()), None)
            with suppress(psutil.Error):
                if running and self._memory() > self._most_bytes:
                    self._too_big.add(running)
                    self._stop(running)

    def _memory(self) -> int:
        pid = self._worker.value
        return int(psutil.Process(pid).memory_info().rss) if pid else 0

    def _open_pool(self) -> ProcessPool:
        self._close_pool()
        if not self._watch.is_alive():
            self._watch.start()
        self._pool = ProcessPool(
            max_workers=1,
            initializer=_settle,
            initargs=(self._worker, self._most_bytes),
            context=self._context,
        )
        return self._pool

    def _close_pool(self) -> None:
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]  # as above
            self._pool.join()
            self._pool = None


def _unread(path: Path, refusal: UnreadableError) -> Reading:
    finding = refusal.finding(path.name)
    return Reading(path.name, "", "", "", None, None, DateOrigin.IMPORTED, (), (finding,))


def _settle(worker: Synchronized[int], most_bytes: int) -> None:
    """Make the worker at home: its number, and where the system can, a limit of its own.

    The parent watches the resident memory on every system; this limit only catches what grows
    faster than it looks, so it leaves the address space that Python and its libraries map.
    """
    worker.value = os.getpid()
    _hush()
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    mapped = psutil.Process().memory_info().vms
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (mapped + 2 * most_bytes,) * 2)


def _hush() -> None:
    """Keep the worker off standard error: what it does not survive comes back as a finding."""
    with suppress(OSError):  # a program without a console has no standard error at all
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)


class _QuietProcess(SpawnProcess):
    """A spawned process that does not import the program's main module.

    Spawning imports it again, and with it whatever the window or the terminal need; the reader
    needs none of that, and it would cost a second.
    """

    def start(self) -> None:
        with _without_main():
            super().start()


class _QuietContext(SpawnContext):
    Process = _QuietProcess


_main_lock = threading.Lock()


@contextmanager
def _without_main() -> Iterator[None]:
    with _main_lock:
        main = sys.modules["__main__"]
        sys.modules["__main__"] = ModuleType("__main__")
        try:
            yield
        finally:
            sys.modules["__main__"] = main
