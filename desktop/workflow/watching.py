"""A watched folder: which files in it the archive does not have, once they are written out."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from math import inf
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.figures.finding import Finding, Severity
from desktop.figures.progress import Progress, unheard
from desktop.figures.received import ReturnDeed
from desktop.figures.return_files import may_be_return

if TYPE_CHECKING:
    from desktop.figures.received import StoredReturn

_CHUNK = 1 << 20
_NANO = 10**9
_GONE = (ReturnDeed.WITHDRAWN, ReturnDeed.REJECTED)

Stamp = tuple[int, int, int]
"""Size in bytes, and in nanoseconds when the content changed last, and when the file came to lie
there (a copy keeps the first): alike while nobody writes."""

Held = Callable[[], Mapping[str, float]]
"""Gives the hashes of the contents that the archive has, and after when each is news."""


@dataclass(frozen=True, slots=True)
class Arrival:
    """A file that the archive does not have: where it lies, and the SHA-256 of its content."""

    path: Path
    content_hash: str


@dataclass(frozen=True, slots=True)
class Scan:
    """What a look into the folder gave.

    `arrivals` are all that wait, by name, each content once; `settling` counts files that may
    still be written to, which the next look decides. `findings` tell what cannot be read.
    `reached` is False where the folder itself cannot be: then nothing is known of what waits.
    """

    arrivals: tuple[Arrival, ...] = ()
    settling: int = 0
    findings: tuple[Finding, ...] = ()
    reached: bool = True


class Watch:
    """Remembers what it saw last: a file counts once two looks found it the same.

    To be used by one thread at a time. Nothing is opened before it has settled, and nothing
    twice while it stays as it is.
    """

    def __init__(self, folder: Path) -> None:
        """Look into `folder` and the folders in it."""
        self.folder = folder
        self._seen: dict[Path, Stamp] = {}
        self._hashes: dict[Path, tuple[Stamp, str]] = {}

    def scan(self, held: Held, progress: Progress = unheard) -> Scan:
        """Look once; `held` is what the archive has, as `Office.contents` gives it."""
        try:
            seen = dict(_returns(self.folder))
        except OSError:
            return Scan(reached=False)
        settled = [path for path, stamp in seen.items() if self._seen.get(path) == stamp]
        self._seen = seen
        self._hashes = {p: known for p, known in self._hashes.items() if p in seen}
        findings = []
        for done, path in enumerate(settled):
            progress(done, len(settled), path.name)
            if finding := self._learn(path, seen[path]):
                findings.append(finding)
        arrivals = self._arrivals(held) if self._hashes else ()
        settling = sum(not self._known(path, stamp) for path, stamp in seen.items())
        return Scan(arrivals, settling - len(findings), tuple(findings))

    def _known(self, path: Path, stamp: Stamp) -> bool:
        return path in self._hashes and self._hashes[path][0] == stamp

    def _learn(self, path: Path, stamp: Stamp) -> Finding | None:
        """Take a file's hash, unless it is known or somebody writes to it after all."""
        if self._known(path, stamp):
            return None
        self._hashes.pop(path, None)
        try:
            taken = _content_hash(path)
            still = path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:
            why = error.strerror or type(error).__name__
            return Finding(Severity.WARNING, "cannot_open", found=why, about=path.name)
        if _stamp(still) == stamp:
            self._hashes[path] = (stamp, taken)
        return None

    def _arrivals(self, held: Held) -> tuple[Arrival, ...]:
        news_after = held()
        waiting: dict[str, Path] = {}
        for path in sorted(self._hashes, key=lambda p: (p.name, p)):
            (_size, *times), content_hash = self._hashes[path]
            is_news = max(times) > news_after.get(content_hash, -1) * _NANO
            if self._known(path, self._seen[path]) and is_news:
                waiting.setdefault(content_hash, path)
        return tuple(Arrival(path, content_hash) for content_hash, path in waiting.items())


def news_after(returns: Iterable[StoredReturn]) -> dict[str, float]:
    """Give for each content after when a file that holds it is news; see `Office.contents`."""
    after: dict[str, float] = {}
    for one in returns:
        gone = [e.at for e in one.events if e.deed in _GONE] if one.withdrawn else []
        # The archive tells its moments to the second: within that one the file may have been first.
        since = datetime.fromisoformat(gone[-1]).timestamp() + 1 if gone else inf
        after[one.content_hash] = max(since, after.get(one.content_hash, since))
    return after


def _returns(folder: Path) -> Iterator[tuple[Path, Stamp]]:
    """Give what may be a return, with its stamp; raises `OSError` where a folder is not read."""

    def complain(error: OSError) -> None:
        # What lies deeper may be nobody's business; the folder itself must be there.
        if error.filename is None or Path(error.filename) == folder:
            raise error

    for place, _, names in os.walk(folder, onerror=complain):
        for name in names:
            path = Path(place, name)
            if may_be_return(path):
                try:
                    found = path.stat()
                except OSError:  # gone since, or a link to nowhere
                    continue
                if found.st_size:
                    yield path, _stamp(found)


def _stamp(found: os.stat_result) -> Stamp:
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns


def _content_hash(path: Path) -> str:
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()
