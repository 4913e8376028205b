"""Packs a document anew so that the same content gives the same bytes, whatever the hour."""

from __future__ import annotations

import io
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can tell; Excel and XlsxWriter write it too."""


def sealed(content: bytes) -> bytes:
    """Give a document's package with every member's time taken out."""
    packed = io.BytesIO()
    with ZipFile(io.BytesIO(content)) as found, ZipFile(packed, "w", ZIP_DEFLATED) as new:
        for name in found.namelist():
            member = ZipInfo(name, _EPOCH)
            member.compress_type = ZIP_DEFLATED
            member.external_attr = 0o600 << 16
            new.writestr(member, found.read(name))
    return packed.getvalue()
