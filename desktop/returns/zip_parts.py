"""The parts of a zipped workbook: most are unpacked whole, swiftly, and large ones in pieces."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from isal import isal_zlib

from desktop.returns.refusal import UnreadableError

MOST_AT_ONCE = 16 << 20
"""A larger part (bytes, unpacked) is not held in memory as a whole."""
MAX_PART = 1 << 30
"""No part of a workbook may unpack to more than this many bytes."""
SQUASHED = 64 << 20
"""From so many bytes on a part is weighed against its packed size; smaller ones are read anyway."""
MOST_SQUASHED = 200
"""So many times its packed size: a sheet's rows come to a tenth of that, what is made to harm to
five times as much (deflate's own bound is 1,032)."""
CHUNK = 1 << 18
_HEAD = struct.Struct("<4s22xHH")
"""What stands before a part: a mark, how long its name is, and how much more there is."""
_MARK = b"PK\x03\x04"
_HARMLESS = 0x80E
"""Flags that say how hard it was packed, and where its length stands: it has no password."""


class ZipParts:
    """An open zip; raises what `zipfile` does where it is none."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._zip = zipfile.ZipFile(BytesIO(content))
        self.names = self._zip.namelist()

    def size(self, name: str) -> int:
        """How many bytes a part says that it has, unpacked."""
        return self._zip.getinfo(name).file_size

    def chunks(self, name: str) -> Iterator[bytes]:
        """Unpack a part; raises `UnreadableError` where it is damaged, locked or too large."""
        whole = self._at_once(self._zip.getinfo(name))
        if whole:
            yield whole
            return
        unpacked, packed = 0, self._zip.getinfo(name).compress_size
        if _harms(self.size(name), packed):
            raise UnreadableError("too_large")
        try:
            with self._zip.open(name) as stream:
                while chunk := stream.read(CHUNK):
                    unpacked += len(chunk)
                    if _harms(unpacked, packed):
                        raise UnreadableError("too_large")
                    yield chunk
        except (zipfile.BadZipFile, zlib.error, EOFError) as error:
            raise UnreadableError("damaged") from error
        except RuntimeError as error:  # zipfile's own way to say "this part has a password"
            raise UnreadableError("password_protected") from error

    def _at_once(self, part: zipfile.ZipInfo) -> bytes:
        """Unpack a part as zips mostly have them; empty where `zipfile` must look at it."""
        name, start = part.orig_filename, part.header_offset + _HEAD.size
        head = self._content[part.header_offset : start]
        plain = part.compress_type == zipfile.ZIP_DEFLATED and not part.flag_bits & ~_HARMLESS
        if not plain or part.file_size > min(MOST_AT_ONCE, MAX_PART) or len(head) < _HEAD.size:
            return b""
        mark, length, more = _HEAD.unpack(head)
        if mark != _MARK or self._content[start : start + length] != name.encode():
            return b""
        start += length + more
        unpacker = isal_zlib.decompressobj(-zlib.MAX_WBITS)
        packed = self._content[start : start + part.compress_size]
        try:
            whole = unpacker.decompress(packed, part.file_size + 1)
        except isal_zlib.error:  # type: ignore[misc]  # its stub calls it an instance
            return b""
        sound = unpacker.eof and len(whole) == part.file_size
        return whole if sound and isal_zlib.crc32(whole) == part.CRC else b""


def _harms(unpacked: int, packed: int) -> bool:
    """Say whether a part is too large to be a return's, or was packed to become so."""
    return unpacked > MAX_PART or unpacked > max(SQUASHED, MOST_SQUASHED * packed)
