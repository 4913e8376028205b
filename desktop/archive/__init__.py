"""Every return ever imported; nothing overwritten (floor 2). The only rooms that know SQL."""

from desktop.archive.archive import Archive
from desktop.archive.meanwhile import as_seen
from desktop.archive.memory import Memory
from desktop.archive.originals import Packed, packed

__all__ = ["Archive", "Memory", "Packed", "as_seen", "packed"]
