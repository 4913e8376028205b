"""The originals of returns that are stored: looked at again, and packed beside the storing."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from desktop.archive import Packed, packed
from desktop.figures.finding import Finding, Refused, Severity
from desktop.workflow.previews import Preview

AHEAD = 3
"""So many are packed before their turn, where they are there; more would only take memory."""

Original = Callable[[], Packed]
"""Gives a packed original; raises `Refused` where the file is not the one that was read."""


@contextmanager
def packed_aside(
    previews: Iterable[Preview], ahead: int = 0
) -> Iterator[Iterator[tuple[Preview, Original]]]:
    """Give each preview with its original, which a thread of its own packs so many ahead."""
    aside = ThreadPoolExecutor(1)
    try:
        yield _each(aside, previews, ahead)
    finally:
        aside.shutdown(cancel_futures=True)


def _each(
    aside: ThreadPoolExecutor, previews: Iterable[Preview], ahead: int
) -> Iterator[tuple[Preview, Original]]:
    handed: deque[tuple[Preview, Original]] = deque()
    for preview in previews:
        handed.append((preview, aside.submit(_packed, preview).result))
        if len(handed) > ahead:
            yield handed.popleft()
    yield from handed


def _packed(preview: Preview) -> Packed:
    return packed(b"" if preview.reading.refused else _unchanged_content(preview))


def _unchanged_content(preview: Preview) -> bytes:
    """Give the file's bytes, which must still be those that were read and reviewed."""
    try:
        content = preview.path.read_bytes()
    except OSError as error:
        raise Refused(_lost(preview, "file_vanished")) from error
    if hashlib.sha256(content).hexdigest() != preview.reading.content_hash:
        raise Refused(_lost(preview, "file_changed"))
    return content


def _lost(preview: Preview, code: str) -> Finding:
    return Finding(Severity.ERROR, code, about=preview.path.name)
