"""A progress bar on standard error; Ctrl+C stops the errand at its next report."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

from desktop.figures.finding import Cancelled
from desktop.figures.progress import Progress


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Show progress while the block runs; what is done stays out of standard output."""
    columns = (BarColumn(30), MofNCompleteColumn(), TextColumn("{task.description}"))
    console = Console(stderr=True)
    asked_to_stop = threading.Event()
    with (
        _interrupts(asked_to_stop),
        Bar(*columns, console=console, disable=not console.is_terminal) as bar,
    ):
        task = bar.add_task("", total=None)

        def report(done: int, total: int, what: str) -> None:
            if asked_to_stop.is_set():
                raise Cancelled
            bar.update(task, completed=done, total=total, description=what)

        yield report


@contextmanager
def _interrupts(asked: threading.Event) -> Iterator[None]:
    """Note a first Ctrl+C, so that nothing is left in the middle; a second one is Python's own."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def note(_signal: int, _frame: FrameType | None) -> None:
        asked.set()
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
