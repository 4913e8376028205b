"""Every return ever imported; nothing overwritten (floor 2). The only rooms that know SQL.

Each name is read when it is first asked for: a server is knocked at before the rest is read.
"""

from typing import TYPE_CHECKING

from desktop.figures.read_later import names_of

if TYPE_CHECKING:
    from desktop.archive.archive import Archive
    from desktop.archive.meanwhile import as_seen
    from desktop.archive.memory import Memory
    from desktop.archive.originals import Packed, packed

__all__ = ["Archive", "Memory", "Packed", "as_seen", "packed"]

_ROOMS = {
    "archive": ("Archive",),
    "meanwhile": ("as_seen",),
    "memory": ("Memory",),
    "originals": ("Packed", "packed"),
}

if not TYPE_CHECKING:  # a checker would take any name for one that is here
    __getattr__ = names_of(__name__, _ROOMS)
