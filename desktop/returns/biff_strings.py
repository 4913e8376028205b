"""Texts in an .xls workbook: one or two bytes a letter, and tables of them cut into records."""

from __future__ import annotations

import struct
from codecs import utf_16_le_decode
from collections.abc import Sequence

_WIDE, _PHONETIC, _RICH = 0x01, 0x04, 0x08
_KNOWN = _WIDE | _PHONETIC | _RICH
_LENGTH = struct.Struct("<HB")


class OtherBiffError(Exception):
    """The workbook is not written as Excel 97 to 2003 writes it."""


def short_text(body: bytes, at: int) -> str:
    """A text whose length is one byte; the name of a font or a sheet."""
    return _text(body, at + 2, body[at], body[at + 1])


def long_text(body: bytes, at: int) -> str:
    """A text whose length is two bytes, all of it within the record."""
    length, flags = _LENGTH.unpack_from(body, at)
    at += 3 + (2 if flags & _RICH else 0) + (4 if flags & _PHONETIC else 0)
    return _text(body, at, length, flags)


def _text(body: bytes, at: int, length: int, flags: int) -> str:
    size = length * 2 if flags & _WIDE else length
    if flags & ~_KNOWN or at + size > len(body):
        raise OtherBiffError
    raw = body[at : at + size]
    return _wide(raw) if flags & _WIDE else raw.decode("latin-1")


def _wide(raw: bytes) -> str:
    """Decode two bytes a letter, without asking a registry how that is done."""
    return utf_16_le_decode(raw, "strict", True)[0]


def shared_strings(pieces: Sequence[bytes]) -> list[str]:
    """The table of shared strings, which may be cut anywhere; `pieces` are its records."""
    (count,) = struct.unpack_from("<I", pieces[0], 4)
    reader = _Pieces(pieces)
    strings: list[str] = []
    while len(strings) < count:
        strings += reader.plain(count - len(strings))
        if len(strings) < count:
            strings.append(reader.text())
    return strings


class _Pieces:
    """Reads texts across records.

    A record that begins within a text says anew how wide its letters are.
    """

    def __init__(self, pieces: Sequence[bytes]) -> None:
        self._pieces = pieces
        self._which = 0
        self._body = pieces[0]
        self._at = 8

    def plain(self, most: int) -> list[str]:
        """Give the next texts, as far as they stand whole and plain in this record."""
        body, at, found = self._body, self._at, list[str]()
        last = len(body) - _LENGTH.size
        while len(found) < most and at <= last:
            length, flags = _LENGTH.unpack_from(body, at)
            end = at + 3 + (length << flags if flags <= _WIDE else len(body))
            if end > len(body):
                break
            raw = body[at + 3 : end]
            found.append(
                utf_16_le_decode(raw, "strict", True)[0] if flags else raw.decode("latin-1")
            )
            at = end
        self._at = at
        return found

    def text(self) -> str:
        """Give the next text."""
        if self._at >= len(self._body):
            self._next()
        length, flags = _LENGTH.unpack_from(self._body, self._at)
        self._at += 3
        if flags & ~_KNOWN:
            raise OtherBiffError
        behind = 0
        if flags & _RICH:
            behind = 4 * int.from_bytes(self._taken(2), "little")
        if flags & _PHONETIC:
            behind += int.from_bytes(self._taken(4), "little")
        size = length * 2 if flags & _WIDE else length
        if self._at + size <= len(self._body):
            raw = self._body[self._at : self._at + size]
            self._at += size
            text = _wide(raw) if flags & _WIDE else raw.decode("latin-1")
        else:
            text = self._across(length, flags)
        self._skip(behind)
        return text

    def _across(self, length: int, flags: int) -> str:
        parts: list[str] = []
        while True:
            wide = flags & _WIDE
            room = len(self._body) - self._at
            letters = min(length, room // 2 if wide else room)
            end = self._at + (letters * 2 if wide else letters)
            parts.append(self._body[self._at : end].decode("utf-16-le" if wide else "latin-1"))
            self._at = end
            length -= letters
            if not length:
                return "".join(parts)
            self._next()
            flags = self._taken(1)[0]

    def _taken(self, size: int) -> bytes:
        found = self._body[self._at : self._at + size]
        if len(found) != size:
            raise OtherBiffError
        self._at += size
        return found

    def _skip(self, size: int) -> None:
        while size > len(self._body) - self._at:
            size -= len(self._body) - self._at
            self._next()
        self._at += size

    def _next(self) -> None:
        self._which += 1
        if self._which >= len(self._pieces):
            raise OtherBiffError
        self._body = self._pieces[self._which]
        self._at = 0
