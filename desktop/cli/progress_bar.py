"""A progress bar on standard error; Ctrl+C stops the errand at its next report."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn
from rich.progress import Progress as Bar

from desktop.figures.progress import Progress


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """Show progress while the block runs; what is done stays out of standard output."""
    columns = (BarColumn(30), MofNCompleteColumn(), TextColumn("{task.description}"))
    console = Console(stderr=True)
    with Bar(*columns, console=console, disable=not console.is_terminal) as bar:
        task = bar.add_task("", total=None)

        def report(done: int, total: int, what: str) -> None:
            bar.update(task, completed=done, total=total, description=what)

        yield report
