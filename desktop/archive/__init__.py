"""Every return ever imported; nothing overwritten (floor 2). The only rooms that know SQL."""

from desktop.archive.archive import Archive

__all__ = ["Archive"]
