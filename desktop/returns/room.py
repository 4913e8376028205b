"""The reading room: processes of its own, where a hostile file can crash or eat memory alone.

Workers are kept between files. A crash, too much memory or too much time cost one file its
reading and become a finding; the worker is then replaced, and the other one goes on.
"""

from __future__ import annotations

import logging
import os
import threading
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing, suppress
from functools import partial
from itertools import islice
from pathlib import Path
from queue import Empty, SimpleQueue
from types import TracebackType
from typing import Any, Self, cast

from desktop.figures.directions import AS_IT_STANDS, NOTHING_LEARNED, Directions, Knowledge
from desktop.figures.finding import Refused
from desktop.figures.progress import Progress, unheard
from desktop.figures.reading import DateOrigin, Reading, SheetCells
from desktop.returns.reader import read_return
from desktop.returns.refusal import UnreadableError
from desktop.returns.sheet_cells import sheet_cells
from desktop.returns.target_form import ReadForm, read_target_form
from desktop.returns.worker import Job, Worker

MEMORY_MB = 1024
SECONDS = 120
_TICK = 0.05
_AHEAD = 8
"""Files handed out before their turn, so that they are read while their elders are stored."""
WORKERS = min(2, os.cpu_count() or 1)
"""One process a core; more than two gain little beside the one that stores."""
_SMALL = 1 << 19
"""Bytes of a file that is read in less than a second, unless it was made not to be."""
_FEW = 4
"""So many files are read before a second process has started."""

_log = logging.getLogger(__name__)


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
        reader: Callable[..., Reading] = read_return,
    ) -> None:
        self._most_bytes = memory_mb << 20
        self._reader, self._briefly = reader, partial(reader, whole=False)
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._workers = [
            Worker(self._jobs, self._most_bytes, seconds) for _ in range(max(workers, 1))
        ]
        self._is_closed, self._lock = False, threading.Lock()

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
        with self._lock:
            self._is_closed = True
            for _ in self._workers:
                self._jobs.put(None)
        for worker in self._workers:
            worker.close()

    def begin(self, files: int) -> None:
        """Bring up what so many files are read with, while something else is done."""
        with self._lock:
            for worker in self._workers if files > _FEW else self._workers[:1]:
                if not self._is_closed:
                    worker.begin()

    def read(
        self,
        paths: Sequence[Path],
        progress: Progress = unheard,
        *,
        knowledge: Knowledge = NOTHING_LEARNED,
        directions: Mapping[Path, Directions] | None = None,
    ) -> Iterator[Reading]:
        """Read the files, and give them in their order; see `as_they_come`."""
        held: dict[int, Reading] = {}
        given = 0
        come = self.as_they_come(paths, progress, knowledge=knowledge, directions=directions)
        with closing(come):
            for number, reading in come:
                held[number] = reading
                while given in held:
                    yield held.pop(given)
                    given += 1

    def as_they_come(
        self,
        paths: Sequence[Path],
        progress: Progress = unheard,
        *,
        knowledge: Knowledge = NOTHING_LEARNED,
        directions: Mapping[Path, Directions] | None = None,
        whole: bool = True,
    ) -> Generator[tuple[int, Reading]]:
        """Read the files by what was learned and what was said of each; give each when it is read.

        It comes with its number among the `paths`: a large one does not hold up what is behind it.
        `progress` is called several times a second, so that raising `Cancelled` there stops the
        worker at once, in the middle of a file. `whole` is as of `read_return`. The first of them
        are begun with at once, whenever somebody asks for what came.
        """
        said, reader = directions or {}, self._reader if whole else self._briefly
        finished: SimpleQueue[Job] = SimpleQueue()
        jobs = (
            Job(
                finished,
                reader,
                path,
                knowledge,
                said.get(path, AS_IT_STANDS),
                brief=_is_small(path),
            )
            for path in paths
        )
        come = self._come(paths, jobs, finished, progress)
        next(come)
        return cast("Generator[tuple[int, Reading]]", come)

    def _come(
        self,
        paths: Sequence[Path],
        jobs: Iterator[Job],
        finished: SimpleQueue[Job],
        progress: Progress,
    ) -> Generator[tuple[int, Reading] | None]:
        """Give None when the first are begun with; then each reading, with its number."""
        waiting = enumerate(jobs)
        handed: dict[Job, int] = {}
        self.begin(len(paths))
        try:
            handed |= {self._hand(job): number for number, job in islice(waiting, _AHEAD)}
            yield None
            for done in range(len(paths)):
                first = paths[next(iter(handed.values()))]
                job = _next(finished, partial(progress, done, len(paths), first.name))
                number = handed.pop(job)
                handed |= {self._hand(job): number for number, job in islice(waiting, 1)}
                yield number, self._reading(paths[number], job)
            progress(len(paths), len(paths), "")
        finally:
            for job in handed:
                job.stop()

    def cells(self, path: Path, sheet: str, *, password: str = "") -> SheetCells:
        """Give a sheet as it is drawn; raises `Refused` where the file cannot be read."""
        answer: SheetCells = self._asked(path, sheet_cells, sheet, password)
        return answer

    def target_form(self, path: Path) -> ReadForm:
        """Read a form of targets; raises `Refused` where the file is none."""
        answer: ReadForm = self._asked(path, read_target_form)
        return answer

    def _asked(self, path: Path, work: Callable[..., Any], *arguments: object) -> Any:
        self.begin(1)
        finished: SimpleQueue[Job] = SimpleQueue()
        self._hand(Job(finished, work, path, *arguments))
        answer = self._answer(path, finished.get())
        if isinstance(answer, UnreadableError):
            raise Refused(answer.finding(path.name))
        return answer

    def _hand(self, job: Job) -> Job:
        with self._lock:
            if self._is_closed:
                job.finish(UnreadableError("reader_failed"))
            else:
                self._jobs.put(job)
        return job

    def _reading(self, path: Path, job: Job) -> Reading:
        answer = self._answer(path, job)
        return _unread(path, answer) if isinstance(answer, UnreadableError) else answer

    def _answer(self, path: Path, job: Job) -> Any:
        try:
            return job.answer()
        except UnreadableError as refusal:
            if refusal.__cause__:
                _log.debug("the reading process ended while reading %s", path.name)
            return refusal
        except MemoryError:
            return UnreadableError("reader_out_of_memory", found=str(self._most_bytes >> 20))
        except Exception as error:  # noqa: BLE001 - a fault of ours costs this file its reading
            _log.debug("reading %s failed", path.name, exc_info=error)
            return UnreadableError("reader_failed")


def _is_small(path: Path) -> bool:
    """Say whether a file is read soon, as far as its size tells: another may wait behind it."""
    with suppress(OSError):
        return path.stat().st_size <= _SMALL
    return False


def _next(finished: SimpleQueue[Job], report: Callable[[], None]) -> Job:
    """Wait for the next answer; several times a second something is reported."""
    report()
    while True:
        try:
            return finished.get(timeout=_TICK)
        except Empty:
            report()


def _unread(path: Path, refusal: UnreadableError) -> Reading:
    finding = refusal.finding(path.name)
    return Reading(path.name, "", "", "", None, None, DateOrigin.IMPORTED, (), (finding,))
