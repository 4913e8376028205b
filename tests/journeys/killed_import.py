"""Programs that are killed while they import; run by `test_killed_import`.

Arguments: a folder, and points "s12" (before the twelfth statement) or "t40" (after 40 ms). In the
folder lie pickled previews; each point gets an archive of its own, "s12.sqlite3". One process
makes them all, by forking, so that a hundred deaths take seconds.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path

from desktop.workflow import Office
from tests.archive.overheard import overhear


def main(folder: Path, points: list[str]) -> None:
    """Let one child die at each point; say how each ended."""
    previews = pickle.loads((folder / "previews.pickle").read_bytes())
    for point in points:
        child = os.fork()
        if not child:
            _die(folder / f"{point}.sqlite3", previews, point)
        _, status = os.waitpid(child, 0)
        sys.stdout.write(f"{point} {os.waitstatus_to_exitcode(status)}\n")


def _die(place: Path, previews: list[object], point: str) -> None:
    kind, number = point[0], int(point[1:])
    if kind == "t":
        threading.Thread(target=_after, args=(number / 1000,), daemon=True).start()
    else:
        _before(number)
    office = Office(place, clock=lambda: datetime(2025, 8, 8, tzinfo=UTC), user="killed")
    office.accept(previews)
    os._exit(0)


def _after(seconds: float) -> None:
    time.sleep(seconds)
    _kill()


def _before(number: int) -> None:
    """Die before a statement, or before a transaction is committed, whichever comes then."""
    left = [number]

    def count(_: str) -> None:
        left[0] -= 1
        if left[0] < 0:
            _kill()

    overhear(count)


def _kill() -> None:
    os.kill(os.getpid(), signal.SIGKILL)
    time.sleep(60)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
