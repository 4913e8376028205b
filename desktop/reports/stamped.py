"""Finds in a written report what it takes to make it again."""

from __future__ import annotations

import io
import re
from zipfile import BadZipFile, ZipFile

from desktop.reports.content.stamp import Stamp, stamp_read

_PROPERTIES = ("docProps/core.xml", "docProps/custom.xml")
"""Where Word and PowerPoint keep it, and where a summary does."""
_STAMP = re.compile(r"export-tracker; archive=[^<\"]*?made=[0-9T:+.\-]+")


def stamp_of(content: bytes) -> Stamp | None:
    """Give the stamp of a report, in whichever form; None where there is none."""
    found = _STAMP.search(_told(content))
    return stamp_read(found[0]) if found else None


def _told(content: bytes) -> str:
    """Give where a file keeps its properties: a part of its package, or the text itself."""
    if not content.startswith(b"PK"):
        return content.decode("utf-8", "replace")
    try:
        with ZipFile(io.BytesIO(content)) as package:
            held = [name for name in _PROPERTIES if name in package.namelist()]
            return "".join(package.read(name).decode("utf-8", "replace") for name in held)
    except BadZipFile:
        return ""
