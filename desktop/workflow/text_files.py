"""Files that an office has or sent: their content, or their text in UTF-8."""

from __future__ import annotations

import os
from pathlib import Path

from desktop.figures.finding import Finding, Refused, Severity

_MOST = 16 << 20
"""Bytes: a hundred thousand decisions take less, and what is larger was not meant."""


def text_of(path: Path) -> str:
    """Give a file's text; raises `Refused` where it cannot be had, is too long, or no text."""
    content = content_of(path, _MOST + 1)
    if len(content) > _MOST:
        raise _refused("text_too_long", path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused("not_utf8", path) from error


def content_of(path: Path, most: int = -1) -> bytes:
    """Give a document's content, or so many bytes of it; `Refused` where it cannot be had."""
    try:
        with path.open("rb") as file:
            return file.read(most)
    except FileNotFoundError as error:
        raise _refused("no_such_file", path) from error
    except (OSError, ValueError) as error:  # a name that no system takes is a `ValueError`
        if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir fails on such a name
            raise _refused("folder_for_file", path) from error
        if isinstance(error, PermissionError):
            raise _refused("may_not_be_read", path) from error
        found = getattr(error, "strerror", None) or str(error)
        raise _refused("cannot_open", path, found) from error


def _refused(code: str, path: Path, found: str = "") -> Refused:
    return Refused(Finding(Severity.ERROR, code, found=found, about=str(path)))
