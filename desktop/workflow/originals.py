"""Kept originals as files to be looked at: read-only copies that live as long as the session."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

_READ_ONLY = 0o444
_NOT_IN_NAMES = re.compile(r'[<>:"/\\|?*\x00-\x1f]')
"""What Windows takes in no file's name; whoever sent the workbook may have used another system."""


class OpenOriginals:
    """A folder of copies, made with the first and removed by `close`."""

    def __init__(self) -> None:
        """Start without a folder."""
        self._folder: TemporaryDirectory[str] | None = None

    def place(self, number: int, name: str, content: bytes) -> Path:
        """Give the copy of a return's original, under the name that the workbook came with."""
        if self._folder is None:
            # A program that still shows the copy may hold it; the system clears it away later.
            self._folder = TemporaryDirectory("-export-tracker", ignore_cleanup_errors=True)
        path = Path(self._folder.name) / str(number) / _NOT_IN_NAMES.sub("_", name)
        if not path.exists():
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(content)
            path.chmod(_READ_ONLY)
        return path

    def close(self) -> None:
        """Remove the folder with all copies."""
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None
