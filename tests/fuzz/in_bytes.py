"""Spoiling bytes, with no idea of what they mean."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

_MOST = 64
_TELLING = (
    b"\0",
    b"\xff",
    b"\xff\xff\xff\xff",
    b"PK\3\4",
    b"PK\5\6",
    b"\xd0\xcf\x11\xe0",
    b"<",
    b"&",
)


def spoilt(chance: Random, content: bytes) -> bytes:
    """Spoil a few bytes, or lose, double or move a piece."""
    return chance.choice(_WAYS)(chance, content)


def _flipped(chance: Random, content: bytes) -> bytes:
    out = bytearray(content)
    for _ in range(chance.randint(1, _MOST)):
        if out:
            out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
    return bytes(out)


def _cut(chance: Random, content: bytes) -> bytes:
    return content[: chance.randrange(len(content) + 1)]


def _beheaded(chance: Random, content: bytes) -> bytes:
    return content[chance.randrange(min(len(content), 5000) + 1) :]


def _hole(chance: Random, content: bytes) -> bytes:
    start, end = _piece(chance, content)
    return content[:start] + content[end:]


def _blank(chance: Random, content: bytes) -> bytes:
    start, end = _piece(chance, content)
    return content[:start] + bytes(end - start) + content[end:]


def _twice(chance: Random, content: bytes) -> bytes:
    start, end = _piece(chance, content)
    return content[:end] + content[start:]


def _moved(chance: Random, content: bytes) -> bytes:
    start, end = _piece(chance, content)
    rest = content[:start] + content[end:]
    at = chance.randrange(len(rest) + 1)
    return rest[:at] + content[start:end] + rest[at:]


def _intruder(chance: Random, content: bytes) -> bytes:
    at = chance.randrange(len(content) + 1)
    return content[:at] + chance.choice(_TELLING) * chance.randint(1, 9) + content[at:]


def _piece(chance: Random, content: bytes) -> tuple[int, int]:
    start = chance.randrange(len(content) + 1)
    return start, min(len(content), start + chance.randint(1, 4096))


_WAYS: tuple[Callable[[Random, bytes], bytes], ...] = (
    _flipped, _flipped, _cut, _beheaded, _hole, _blank, _twice, _moved, _intruder,
)  # fmt: skip
