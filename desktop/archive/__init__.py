"""Every return ever imported; nothing overwritten (floor 2). The only rooms that know SQL.

Each name is read when it is first asked for: a server is knocked at before the rest is read.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.archive.archive import Archive
    from desktop.archive.meanwhile import as_seen
    from desktop.archive.memory import Memory
    from desktop.archive.originals import Packed, packed

__all__ = ["Archive", "Memory", "Packed", "as_seen", "packed"]

_ROOM_OF = {
    "Archive": "archive",
    "Memory": "memory",
    "Packed": "originals",
    "as_seen": "meanwhile",
    "packed": "originals",
}

if not TYPE_CHECKING:  # a checker would take any name for one that is here

    def __getattr__(name: str) -> object:
        """Read the room that a name stands in; it is asked for here once."""
        if name not in _ROOM_OF:
            raise AttributeError(name=name, obj=__name__)
        found = getattr(import_module(f"{__name__}.{_ROOM_OF[name]}"), name)
        globals()[name] = found
        return found
