"""What a compound file holds: the stream of records in which an .xls keeps its workbook."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import NamedTuple

import olefile


class Compound(NamedTuple):
    """A compound file: the names of its streams, in small letters, and the workbook's records.

    `workbook` is empty where there is no such stream.
    """

    names: frozenset[str]
    workbook: bytes


_WORKBOOK = "workbook"
_last: list[tuple[bytes, Compound]] = []
"""Whoever asks for a lock is followed by who reads the records."""


def opened(content: bytes) -> Compound:
    """Give what a compound file holds; raises whatever olefile does where it is none."""
    if not _last or _last[0][0] is not content:
        with olefile.OleFileIO(BytesIO(content)) as parts:
            names = frozenset(name.casefold() for name in parts.root.kids_dict)
            workbook = _records(parts, content) if _WORKBOOK in names else b""
        _last[:] = [(content, Compound(names, workbook))]
    return _last[0][1]


def holds(content: bytes, *names: str) -> bool:
    """Say whether the file has a stream of one of these names; raises nothing."""
    try:
        return not opened(content).names.isdisjoint(name.casefold() for name in names)
    except Exception:  # noqa: BLE001 - olefile raises much on damage, where a name may still stand
        return any(name.encode("utf-16-le") in content for name in names)


def _records(parts: olefile.OleFileIO, content: bytes) -> bytes:
    """Read the workbook's stream, at once where its sectors follow one another as they should.

    No stream is longer than its file: sectors in a circle would be read until memory is full.
    """
    entry = parts.root.kids_dict[_WORKBOOK]
    for stream in (parts.root, entry):
        stream.size = min(stream.size, len(content))
    if entry.size >= parts.minisectorcutoff:
        try:
            found = b"".join(_sectors(parts, content, entry.isectStart, entry.size))
        except IndexError:  # a chain that ends too soon
            found = b""
        if len(found) >= entry.size:
            return found[: entry.size]
    return bytes(parts.openstream("Workbook").read())


def _sectors(parts: olefile.OleFileIO, content: bytes, start: int, size: int) -> Iterator[bytes]:
    """Walk a chain of sectors; those that lie side by side come together."""
    following, length = parts.fat, parts.sectorsize
    left = -(-size // length)
    while left > 0:
        last = start
        while last - start + 1 < left and following[last] == last + 1:
            last += 1
        yield content[(start + 1) * length : (last + 2) * length]
        left -= last - start + 1
        start = following[last]
