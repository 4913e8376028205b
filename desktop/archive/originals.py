"""Originals as they are kept: packed, under the hash of what they hold, which is held to it."""

from __future__ import annotations

import hashlib
import zlib
from dataclasses import dataclass

from isal import isal_zlib
from sqlalchemy import Connection, insert
from sqlalchemy.dialects import postgresql

from desktop.archive import prepared
from desktop.archive.connected import on_server
from desktop.archive.schema import originals

PACKING = "zlib"
_ZIP = b"PK"
_QUICKLY = 1
"""The next level takes a third longer, and saves one part in three hundred of what is packed."""
_HEAD, _SUM = 2, 4
"""Bytes that zlib puts before and after what it packs; the hash says more than its sum."""


@dataclass(frozen=True, slots=True)
class Packed:
    """An original as it is kept. Packing it needs no archive, so that another thread can do it.

    `plain` says that it stands in the body as it is, in zlib's own blocks.
    """

    body: bytes
    plain: bool


def packed(content: bytes) -> Packed:
    """Pack an original for its archive.

    An .xls loses two thirds. An .xlsx is packed already: another fifth would take as long as to
    hold its figures against all that was told before.
    """
    if content.startswith(_ZIP):
        return _plain(content)
    return Packed(isal_zlib.compress(content, _QUICKLY), plain=False)


def _plain(content: bytes) -> Packed:
    return Packed(zlib.compress(content, 0), plain=True)


def unpacked(body: bytes, content_hash: str) -> bytes | None:
    """Give the original of a hash back; None where that is not what was kept."""
    try:
        content = zlib.decompress(body[_HEAD:-_SUM], -zlib.MAX_WBITS)
    except zlib.error:
        return None
    return content if hashlib.sha256(content).hexdigest() == content_hash else None


def keep(connection: Connection, content_hash: str, kept: Packed) -> None:
    """Keep an original that no return is known of."""
    by_a_server = on_server(connection)
    if by_a_server and not kept.plain:  # a server wants to see what it is; see `proving`
        kept = _plain(isal_zlib.decompress(kept.body))
    told = {"content_hash": content_hash, "packing": PACKING, "body": kept.body}
    prepared.run(connection, _ON_SERVER if by_a_server else _IN_FILE, told)


_IN_FILE = insert(originals)
# Another province may have submitted the same, which this one does not see.
_ON_SERVER = postgresql.insert(originals).on_conflict_do_nothing()
