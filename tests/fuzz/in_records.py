"""Spoiling an old .xls: its records, and the chains of sectors that they lie in."""

from __future__ import annotations

import struct
from random import Random

_BOF = b"\x09\x08"
_HEADER, _SECTOR = 512, 512
_SIDES = (0, 1, 0x7FFF, 0xFFFF)
_CHAINS = (0, 1, 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD, 0x7FFFFFFF)


def spoilt(chance: Random, content: bytes) -> bytes:
    """Spoil some records of the workbook: their kind, their length, their first fields."""
    heads = _heads(content)
    if not heads:
        return content
    out = bytearray(content)
    for _ in range(chance.randint(1, 5)):
        at = chance.choice(heads)
        field = at + chance.choice((0, 2, 4, 6, 8))
        if field + 2 > len(out):
            continue
        old = struct.unpack_from("<H", out, field)[0]
        new = chance.choice((*_SIDES, old ^ 1, (old + 1) & 0xFFFF, (old - 1) & 0xFFFF))
        struct.pack_into("<H", out, field, new)
    return bytes(out)


def misdirected(chance: Random, content: bytes) -> bytes:
    """Spoil the file's own header, its table of sectors, or its directory: loops, far places."""
    out = bytearray(content)
    if len(out) < _HEADER + _SECTOR:
        return content
    start = chance.choice((24, 44, _table(content), _directory(content)))
    for _ in range(chance.randint(1, 4)):
        at = start + 4 * chance.randrange(0, _SECTOR // 4 if start >= _HEADER else 12)
        if at + 4 <= len(out):
            chain = chance.choice((*_CHAINS, (at - start) // 4, chance.randrange(64)))
            struct.pack_into("<I", out, at, chain)
    return bytes(out)


def _table(content: bytes) -> int:
    return min(_at(content, 76), len(content) - _SECTOR)


def _directory(content: bytes) -> int:
    return min(_at(content, 48), len(content) - _SECTOR)


def _at(content: bytes, field: int) -> int:
    """Where the sector starts whose number the header keeps in that field."""
    return _HEADER + _SECTOR * min(int(struct.unpack_from("<I", content, field)[0]), 1 << 20)


def _heads(content: bytes) -> list[int]:
    """Where records begin, as far as the workbook lies in one piece."""
    at = content.find(_BOF, _HEADER)
    heads = []
    while at >= 0 and at + 4 <= len(content) and len(heads) < 20_000:
        heads.append(at)
        at += 4 + struct.unpack_from("<H", content, at + 2)[0]
    return heads
