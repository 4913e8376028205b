"""A return's bytes, from the disk: what is no file to be read is said by its code."""

from __future__ import annotations

import stat
from pathlib import Path
from typing import BinaryIO

from desktop.returns.container import MAX_FILE
from desktop.returns.refusal import UnreadableError

_LOCK_FILE = "~$"


def content_of(path: Path) -> bytes:
    """Read a file's bytes; raises `UnreadableError`."""
    if path.name.startswith(_LOCK_FILE):
        raise UnreadableError("lock_file", found=path.name.removeprefix(_LOCK_FILE))
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode):
            # A pipe or a device would be waited for, and a folder is none.
            raise UnreadableError("no_file")
        if found.st_size > MAX_FILE:  # it may lie on a share, and take minutes to come
            raise UnreadableError("too_large")
        with path.open("rb") as file:
            content = _whole(file, found.st_size)
    except FileNotFoundError as error:
        raise UnreadableError("file_gone") from error
    except PermissionError as error:
        raise UnreadableError("may_not_be_read") from error
    except OSError as error:
        raise UnreadableError("cannot_open", found=error.strerror or "") from error
    except ValueError as error:  # a name that no system takes
        raise UnreadableError("cannot_open", found=str(error)) from error
    if len(content) > MAX_FILE:
        raise UnreadableError("too_large")
    return content


def _whole(file: BinaryIO, size: int) -> bytes:
    """Read to the end, or to where no return goes; what fails midway was there a moment ago."""
    try:
        content = file.read(min(size, MAX_FILE) + 1)
        # Not more at once than it is long: room for the longest would be cleared first.
        return content if len(content) <= size else content + file.read(MAX_FILE + 1 - size)
    except OSError as error:
        raise UnreadableError("lost_midway") from error


def open_elsewhere(path: Path) -> bool:
    """Say whether Excel left its mark beside the file: somebody may be changing it."""
    try:
        return path.with_name(f"{_LOCK_FILE}{path.name}").exists()
    except (OSError, ValueError):
        return False
