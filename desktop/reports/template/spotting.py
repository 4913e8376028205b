"""Whether a workbook is a template of the office's own: whether a placeholder stands in it."""

from __future__ import annotations

import zipfile
from pathlib import Path

from desktop.reports.template.placeholders import BEGIN

_TEXTS = ("xl/sharedStrings.xml", "xl/worksheets/")
_MOST = 30_000_000
"""Bytes of a part that are looked at."""


def has_placeholders(path: Path) -> bool:
    """Look for a placeholder; a file that cannot be opened has none: its reader says why."""
    try:
        with zipfile.ZipFile(path) as held:
            parts = [p for p in held.infolist() if p.filename.startswith(_TEXTS)]
            return any(BEGIN.encode() in held.read(p) for p in parts if p.file_size < _MOST)
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError):
        return False
