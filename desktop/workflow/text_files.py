"""Files that an office has or sent: their content, or their text in UTF-8."""

from __future__ import annotations

from pathlib import Path

from desktop.figures.finding import Finding, Refused, Severity

_MOST = 16 << 20
"""Bytes: a hundred thousand decisions take less, and what is larger was not meant."""


def text_of(path: Path) -> str:
    """Give a file's text; raises `Refused` where it is absent, beyond measure, or no text."""
    try:
        with path.open("rb") as file:
            content = file.read(_MOST + 1)
    except FileNotFoundError as error:
        raise _refused("no_such_file", path) from error
    except (OSError, ValueError) as error:
        raise _refused("file_vanished", path) from error
    if len(content) > _MOST:
        raise _refused("text_too_long", path)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _refused("not_utf8", path) from error


def content_of(path: Path) -> bytes:
    """Give a document's content; raises `Refused` where it is absent or cannot be opened."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise _refused("no_such_file", path) from error
    except OSError as error:
        found = error.strerror or type(error).__name__
        raise Refused(
            Finding(Severity.ERROR, "cannot_open", found=found, about=path.name)
        ) from error


def _refused(code: str, path: Path) -> Refused:
    return Refused(Finding(Severity.ERROR, code, about=str(path)))
