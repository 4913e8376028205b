"""A return's bytes, from the disk: what is no file to be read is said by its code."""

from __future__ import annotations

from pathlib import Path

from desktop.returns.container import MAX_FILE
from desktop.returns.refusal import UnreadableError

_LOCK_FILE = "~$"


def content_of(path: Path) -> bytes:
    """Read a file's bytes; raises `UnreadableError`."""
    if path.name.startswith(_LOCK_FILE):
        raise UnreadableError("lock_file", found=path.name.removeprefix(_LOCK_FILE))
    try:
        if path.stat().st_size > MAX_FILE:
            raise UnreadableError("too_large")
        return path.read_bytes()
    except OSError as error:
        raise UnreadableError("cannot_open", found=error.strerror or "") from error
