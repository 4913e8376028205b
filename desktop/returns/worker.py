"""One reading process: what it may take of memory, and what is asked of it.

A process that takes too much is ended by whoever watches; the next file brings up another.
"""

from __future__ import annotations

import gc
import os
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.context import BaseContext, SpawnContext, SpawnProcess
from types import ModuleType
from typing import TYPE_CHECKING, Any

import psutil
from pebble import ProcessFuture, ProcessPool

if TYPE_CHECKING:
    from multiprocessing.sharedctypes import Synchronized

_READY = ["desktop.returns.ready"]
"""What a process imports off which workers are forked."""
if sys.platform == "win32":
    _BEHIND = psutil.BELOW_NORMAL_PRIORITY_CLASS
else:
    _BEHIND = 5
_OBJECTS = 50_000
"""A workbook becomes many small objects and hardly a circle: looking for circles may wait."""


class Worker:
    """A process that works through what it is handed, one thing after another."""

    def __init__(self, most_bytes: int, seconds: float) -> None:
        self._most_bytes = most_bytes
        self._seconds = seconds
        self._context = process_context()
        self._pid: Synchronized[int] = self._context.Value("i", 0)
        self._pool: ProcessPool | None = None
        self._pending: set[ProcessFuture[Any]] = set()
        self._too_big: set[ProcessFuture[Any]] = set()

    @property
    def busy(self) -> int:
        """How many things it was handed and has not done."""
        return sum(not future.done() for future in tuple(self._pending))

    def begin(self) -> ProcessPool:
        """Have the process, which starts by itself while something else is done."""
        pool = self._pool
        if pool is None or not pool.active:
            pool = self._open()
            _ = pool.active  # a pool starts its process when it is first looked at
        return pool

    def hand(self, work: Callable[..., Any], arguments: tuple[object, ...]) -> ProcessFuture[Any]:
        """Queue a piece of work."""
        future = self.begin().schedule(work, args=arguments, timeout=self._seconds)
        self._pending.add(future)
        return future

    def took_too_much(self, future: ProcessFuture[Any]) -> bool:
        """Take back a piece of work that is done; say whether memory ended it."""
        self._pending.discard(future)
        return future in self._too_big

    def stop(self, future: ProcessFuture[Any]) -> None:
        """Give up a piece of work, and end the process if it is at it."""
        self._pending.discard(future)
        future.cancel()  # type: ignore[no-untyped-call]  # Pebble leaves it unannotated

    def watch(self) -> None:
        """End the process if it takes more memory than it may; to be called again and again."""
        running = next((f for f in tuple(self._pending) if f.running()), None)
        with suppress(psutil.Error):
            if running and self._memory() > self._most_bytes:
                self._too_big.add(running)
                self.stop(running)

    def close(self) -> None:
        """End the process, whatever it does."""
        if self._pool is not None:
            self._pool.stop()  # type: ignore[no-untyped-call]  # as above
            self._pool.join()
            self._pool = None

    def _memory(self) -> int:
        pid = self._pid.value
        return int(psutil.Process(pid).memory_info().rss) if pid else 0

    def _open(self) -> ProcessPool:
        self.close()
        self._pool = ProcessPool(
            max_workers=1,
            initializer=_settle,
            initargs=(self._pid, self._most_bytes),
            context=self._context,
        )
        return self._pool


def _settle(worker: Synchronized[int], most_bytes: int) -> None:
    """Make the worker at home: its number, and where the system can, a limit of its own.

    The parent watches the resident memory on every system; this limit only catches what grows
    faster than it looks, so it leaves the address space that Python and its libraries map.
    """
    worker.value = os.getpid()
    gc.freeze()  # what was there before the first file stays
    gc.set_threshold(_OBJECTS, 20, 20)
    _stand_back()
    _hush()
    try:
        import resource  # noqa: PLC0415 - there is none on Windows
    except ImportError:
        return
    mapped = psutil.Process().memory_info().vms
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (mapped + 2 * most_bytes,) * 2)


def _stand_back() -> None:
    """Leave the processor to the window, and to what stores: those that read are ahead anyway."""
    with suppress(OSError, psutil.Error):
        psutil.Process().nice(_BEHIND)


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


def process_context() -> BaseContext:
    """How processes start: where the system can, off one that has imported the reader already.

    That one comes with the first worker, has one thread and opens no file; the second worker, and
    the next after a crash, are there at once. Elsewhere each starts anew.
    """
    if sys.platform != "linux" or getattr(sys, "frozen", False):
        return _QuietContext()
    context = _ReadyContext()
    context.set_forkserver_preload(_READY)
    return context


if sys.platform != "win32":
    from multiprocessing.context import ForkServerContext, ForkServerProcess

    class _ReadyProcess(ForkServerProcess):
        def start(self) -> None:
            with _without_main():
                super().start()

    class _ReadyContext(ForkServerContext):
        Process = _ReadyProcess


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
