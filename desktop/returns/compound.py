"""What a compound file holds: the stream of records in which an .xls keeps its workbook."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

import olefile


@lru_cache(maxsize=1)  # whoever asks for a lock is followed by who reads the records
def workbook_stream(content: bytes) -> bytes:
    """Give the workbook's records; raises whatever olefile does where there are none."""
    with olefile.OleFileIO(BytesIO(content)) as parts:
        return bytes(parts.openstream("Workbook").read())
