"""What a reading process does: what it is handed, one thing after another, until nobody asks."""

from __future__ import annotations

import gc
import os
import pickle
import signal
import sys
import traceback
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

import psutil

_BEHIND = 5
"""By so much those that read are nicer than the program itself."""
_OBJECTS = 1_000_000
"""A workbook becomes many small objects and hardly a circle: looking for circles may wait."""


def serve(line: Connection, most_bytes: int) -> None:
    """Say that one is there; then call what comes, and send what it gave, packed."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever asks for the work says when to stop
    _settle(most_bytes)
    with suppress(EOFError, OSError):  # nobody is at the other end any more
        line.send_bytes(b"here")
        while True:
            work, arguments = line.recv()
            line.send_bytes(_packed(work, arguments))


def _packed(work: Callable[..., Any], arguments: tuple[object, ...]) -> bytes:
    """Do the work; give whether it raised something, and what it gave or raised."""
    try:
        return pickle.dumps((False, work(*arguments)), pickle.HIGHEST_PROTOCOL)
    except Exception as error:  # noqa: BLE001 - it is raised where the work was asked for
        error.add_note(traceback.format_exc())
        return pickle.dumps((True, error.with_traceback(None)))


def _settle(most_bytes: int) -> None:
    """Make the process at home: where the system can, with a limit of its own.

    Whoever looks after it watches the resident memory on every system; this limit only catches
    what grows faster than it looks, so it leaves the address space that Python and its libraries
    map.
    """
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
        process = psutil.Process()
        if sys.platform == "win32":
            process.nice(psutil.BELOW_NORMAL_PRIORITY_CLASS)
        else:
            process.nice(int(process.nice()) + _BEHIND)


def _hush() -> None:
    """Keep the process off standard error: what it does not survive comes back as a finding."""
    with suppress(OSError):  # a program without a console has no standard error at all
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        os.close(nowhere)
