"""Spoiling a zipped workbook by its parts: lost, swapped, doubled, misdirected, blown up."""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Callable
from io import BytesIO
from random import Random

Parts = list[tuple[str, bytes]]

_BLOWN_UP = 8 << 20
_ENTRY, _LOCAL = b"PK\1\2", b"PK\3\4"
_FIELDS = {
    _ENTRY: ((8, "H"), (10, "H"), (16, "I"), (20, "I"), (24, "I"), (28, "H"), (42, "I")),
    _LOCAL: ((6, "H"), (8, "H"), (14, "I"), (18, "I"), (22, "I"), (26, "H"), (28, "H")),
}
"""Where a zip's headers keep flags, method, checksum, sizes, lengths of names, and the place."""


def parts(content: bytes) -> Parts:
    """Give the parts of a zip; none where it is not one any more."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as zipped:
            return [(name, zipped.read(name)) for name in zipped.namelist()]
    except (zipfile.BadZipFile, zlib.error, OSError, ValueError, RuntimeError, NotImplementedError,
            EOFError, struct.error):  # fmt: skip
        return []


def packed(found: Parts) -> bytes:
    """Put parts back into a zip, quickly."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as zipped:
        for name, body in found:
            zipped.writestr(zipfile.ZipInfo(name), body, compress_type=zipfile.ZIP_DEFLATED)
    return out.getvalue()


def spoilt(chance: Random, content: bytes) -> bytes:
    """Spoil what the zip holds, and pack it properly again."""
    found = parts(content)
    if not found:
        return content
    at = chance.randrange(len(found))
    changed = chance.choice(_WAYS)(chance, found, at)
    return packed(list(dict(changed).items()))


def misdirected(chance: Random, content: bytes) -> bytes:
    """Write nonsense into the zip's own headers: sizes, checksums, flags, methods, places."""
    mark = chance.choice((_ENTRY, _LOCAL))
    heads = _places(content, mark)
    if not heads:
        return content
    offset, kind = chance.choice(_FIELDS[mark])
    head = chance.choice(heads) + offset
    wide = 2 if kind == "H" else 4
    old = int.from_bytes(content[head : head + wide], "little")
    top = (1 << 8 * wide) - 1
    new = chance.choice(
        (0, 1, top, top >> 1, old ^ 1, min(old + 1, top), max(old - 1, 0), old // 2)
    )
    return content[:head] + new.to_bytes(wide, "little") + content[head + wide :]


def _places(content: bytes, mark: bytes) -> list[int]:
    found, at = [], content.find(mark)
    while at >= 0:
        found.append(at)
        at = content.find(mark, at + 1)
    return found


def _lost(_: Random, found: Parts, at: int) -> Parts:
    return found[:at] + found[at + 1 :]


def _emptied(_: Random, found: Parts, at: int) -> Parts:
    return [*found[:at], (found[at][0], b""), *found[at + 1 :]]


def _cut(chance: Random, found: Parts, at: int) -> Parts:
    name, body = found[at]
    return [*found[:at], (name, body[: chance.randrange(len(body) + 1)]), *found[at + 1 :]]


def _swapped(chance: Random, found: Parts, at: int) -> Parts:
    other = chance.randrange(len(found))
    mixed = list(found)
    mixed[at], mixed[other] = (found[at][0], found[other][1]), (found[other][0], found[at][1])
    return mixed


def _blown_up(chance: Random, found: Parts, at: int) -> Parts:
    name, body = found[at]
    filling = chance.choice((b"\0", b" ", b"<row>", b"<c><v>1</v></c>", b"<si><t>a</t></si>"))
    middle = body.rfind(b">") + 1
    return [
        *found[:at],
        (name, body[:middle] + filling * (_BLOWN_UP // len(filling)) + body[middle:]),
        *found[at + 1 :],
    ]


def _renamed(chance: Random, found: Parts, at: int) -> Parts:
    name, body = found[at]
    other = chance.choice((
        name.upper(), "/" + name, "../" + name, name.replace("/", "\\"), name + "\u0301",
        "xl/workbook.bin", "content.xml", "", "a" * 300, f"{name}/",
    ))  # fmt: skip
    return [*found[:at], (other or "x", body), *found[at + 1 :]]


_WAYS: tuple[Callable[[Random, Parts, int], Parts], ...] = (
    _lost, _emptied, _cut, _swapped, _renamed, _blown_up,
)  # fmt: skip
