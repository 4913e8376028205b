"""A document is written beside its target and put in its place whole, or not at all."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Callable
from pathlib import Path

from desktop.figures.finding import Finding, Refused, Severity

_LONGEST = 248
"""Signs of a path from which on Windows, as it is set up at first, finds nothing at all."""


def save_whole(content: bytes, out: Path) -> None:
    """Put a document in its place; what stood there before stays whole until the new one is.

    Raises:
        Refused: the folder is missing, the target is open elsewhere or protected, the disk is
            full, or the path is none. Nothing is left behind, and nothing was changed.
    """

    def write(beside: Path) -> None:
        with beside.open("xb") as file:
            file.write(content)

    save_made(write, out)


def save_made(make: Callable[[Path], None], out: Path) -> None:
    """Put in its place what `make` writes to a file of its own; raises as `save_whole` does.

    The file's folder is its own as well, and goes with all that was left there.
    """
    folder = out.parent / f"~{secrets.token_hex(6)}.tmp"
    beside = folder / "new"
    try:
        folder.mkdir()
        make(beside)
        with beside.open("rb+") as file:
            os.fsync(file.fileno())
        beside.replace(out)
    except OSError as error:
        raise unwritten(error, out) from error
    finally:
        shutil.rmtree(folder, ignore_errors=True)  # it is none where it could not be made


def unwritten(error: OSError, out: Path) -> Refused:
    """Say why a file was not written."""
    return Refused(_finding(error, out))


def _finding(error: OSError, out: Path) -> Finding:
    about, found = str(out), error.strerror or str(error)
    in_folder = os.path.isdir(out.parent)  # noqa: PTH112 - Path.is_dir fails on too long a name
    is_lost = isinstance(error, FileNotFoundError | NotADirectoryError)
    if error.errno == errno.ENAMETOOLONG or (is_lost and in_folder and len(about) >= _LONGEST):
        return Finding(Severity.ERROR, "path_too_long", about=about)
    if is_lost and not in_folder:
        return Finding(Severity.ERROR, "folder_missing", about=str(out.parent))
    if os.path.isdir(out):  # noqa: PTH112 - Path.is_dir fails on a name that is too long
        return Finding(Severity.ERROR, "target_is_folder", about=about)
    if isinstance(error, PermissionError):
        return Finding(Severity.ERROR, "target_not_writable", about=about)
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return Finding(Severity.ERROR, "disk_full", about=about)
    return Finding(Severity.ERROR, "not_written", found=found, about=about)
