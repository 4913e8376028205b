"""The press: a process of its own in which documents are made, so that a window never waits.

Writing a workbook, a page or slides is Python's work from end to end: in a thread of the window's
process it would take Python's lock from the window again and again. The process is kept, with the
libraries that write, until the office closes. Whoever has no window makes documents on the spot.
"""

from __future__ import annotations

import gc
import io
import logging
import pickle
import signal
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING, Any, Protocol

import pandas as pd

from desktop.figures.finding import Cancelled, Finding, Refused, Severity
from desktop.figures.progress import Progress, unheard

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

_TICK = 0.05
_GRACE = 2.0
"""Seconds that a piece of work may take to stop by itself before its process is ended."""
_ROWS = 2_000
"""Rows of a frame that are packed at a time: Python's lock is not held for longer."""
_AT, _DONE, _RAISED, _STOP = "at", "done", "raised", "stop"
_LOG = logging.getLogger(__name__)

Work = Callable[..., Any]
"""Makes a document; takes a `Progress` as its last argument. Must be importable."""


class Press(Protocol):
    """Where documents are made."""

    def do(self, work: Work, *arguments: object, progress: Progress = unheard) -> Any:
        """Do the work; gives what it gives, raises what it raises."""

    def close(self) -> None:
        """Be done with."""


class OnTheSpot:
    """Documents are made where they are asked for."""

    @staticmethod
    def do(work: Work, *arguments: object, progress: Progress = unheard) -> Any:
        """Do the work."""
        return work(*arguments, progress)

    @staticmethod
    def close() -> None:
        """Nothing was opened."""


class Aside:
    """Documents are made in a process that is kept; one at a time."""

    def __init__(self) -> None:
        """Start nothing before the first work."""
        self._lock = threading.Lock()
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def do(self, work: Work, *arguments: object, progress: Progress = unheard) -> Any:
        """Do the work in the process, which starts where there is none.

        `progress` is called several times a second, and may raise `Cancelled`: the work then ends
        at its own next word of progress, or with its process. Raises `Refused` where the process
        ended by itself, and `Cancelled` where `close` ended it meanwhile.
        """
        while not self._lock.acquire(timeout=_TICK):
            progress(0, 0, "")
        line = None
        try:
            running = self._process is not None and self._process.is_alive()
            line = self._line if self._line and running else self._open()
            line.send_bytes(_packed((work, arguments)))
            return self._answer(line, progress)
        except (EOFError, OSError) as error:
            if line is not self._line:
                raise Cancelled from error
            if not isinstance(error, EOFError | ConnectionError):  # it is the work's own
                raise
            self.close()
            _LOG.warning("the process that makes documents ended")
            raise Refused(Finding(Severity.ERROR, "writer_ended")) from error
        finally:
            self._lock.release()

    def close(self) -> None:
        """End the process, whatever it does."""
        line, process = self._line, self._process
        self._line = self._process = None
        if line:
            line.close()
        if process:
            process.terminate()
            process.join()

    def _answer(self, line: Connection, progress: Progress) -> Any:
        at: tuple[int, int, str] = (0, 0, "")
        while True:
            if line.poll(_TICK):
                kind, told = line.recv()
                if kind == _DONE:
                    return told
                if kind == _RAISED:
                    raise told
                at = told
            try:
                progress(*at)
            except BaseException:
                self._stop(line)
                raise

    def _stop(self, line: Connection) -> None:
        """Let the work stop by itself; end its process where it does not."""
        with suppress(EOFError, ConnectionError):
            line.send(_STOP)
            while line.poll(_GRACE):
                if line.recv()[0] != _AT:
                    return
        self.close()

    def _open(self) -> Connection:
        from desktop.returns.starting import process_context  # noqa: PLC0415 - after first paint

        self.close()
        context: Any = process_context()  # which kind it is differs from system to system
        here: Connection
        here, there = context.Pipe()
        process = context.Process(target=_serve, args=(there,), daemon=True)
        process.start()  # one that does not start is none to end
        there.close()
        self._line, self._process = here, process
        return here


def _packed(told: object) -> bytes:
    """Pack what goes to the process; long frames in pieces, between which others may work."""
    packed = io.BytesIO()
    _Packer(packed, pickle.HIGHEST_PROTOCOL).dump(told)
    return packed.getvalue()


class _Packer(pickle.Pickler):
    def reducer_override(self, found: object) -> Any:
        if isinstance(found, pd.DataFrame) and len(found) > _ROWS:
            pieces = [pickle.dumps(found[at : at + _ROWS]) for at in range(0, len(found), _ROWS)]
            return _joined, (pieces,)
        return NotImplemented


def _joined(pieces: list[bytes]) -> pd.DataFrame:
    frame: pd.DataFrame = pd.concat([pickle.loads(piece) for piece in pieces])  # noqa: S301 - packed above
    return frame


def _serve(line: Connection) -> None:
    """Work through what comes, until nobody is at the other end."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks for the work says when to stop
    gc.freeze()
    while True:
        try:
            told = line.recv()
        except (EOFError, ConnectionError):
            return
        if told == _STOP:  # it came too late: that work was done
            continue
        work, arguments = told
        answer = _tried(work, arguments, line)
        try:
            line.send(answer)
        except (TypeError, AttributeError, pickle.PicklingError) as error:
            line.send((_RAISED, RuntimeError(f"cannot be handed on: {error}")))


def _tried(work: Work, arguments: tuple[object, ...], line: Connection) -> tuple[str, object]:
    def progress(done: int, total: int, what: str) -> None:
        if line.poll() and line.recv() == _STOP:
            raise Cancelled
        line.send((_AT, (done, total, what)))

    try:
        return _DONE, work(*arguments, progress)
    except Exception as error:  # noqa: BLE001 - it is raised where the work was asked for
        error.add_note(traceback.format_exc())
        return _RAISED, error.with_traceback(None)
