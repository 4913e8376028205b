"""The office's own Word document, whose page and styles a briefing takes."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any
from zipfile import BadZipFile, ZipFile

from docx import Document

from desktop.figures.finding import Finding, Refused, Severity

_MOST = 256 << 20
"""Bytes: a letterhead with its pictures takes a few of these millions."""


@dataclass(frozen=True, slots=True)
class OwnDocument:
    """A document by its name and content."""

    name: str
    content: bytes


def opened(own: OwnDocument | None) -> Any:
    """Open the office's document, or a blank one; raises `Refused` where it is none of Word's."""
    if own is None:
        return Document()
    try:
        _measure(own.content)
        return Document(io.BytesIO(own.content))
    # no package, another kind of package, a part missing, markup that does not parse, too large
    except (BadZipFile, ValueError, LookupError, SyntaxError) as error:
        raise Refused(Finding(Severity.ERROR, "styles_unreadable", about=own.name)) from error


def _measure(content: bytes) -> None:
    """Raise `ValueError` where a document would swell beyond measure when it is unpacked."""
    with ZipFile(io.BytesIO(content)) as package:
        if sum(member.file_size for member in package.infolist()) > _MOST:
            raise ValueError("a letterhead is not so large")
