"""How processes of ours start: without the program's main module, and ready where they can."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.context import BaseContext, SpawnContext, SpawnProcess
from types import ModuleType

_READY = ["desktop.returns.ready"]
"""What a process imports off which workers are forked."""


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
