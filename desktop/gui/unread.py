"""Sources of modules stay unread: PySide looks through each for a wish that nobody here has.

A module may ask PySide for other names of what Qt has (``from __feature__ import snake_case``). To
see whether it may, the source of every module that is imported after PySide is read and kept, a
thousand files with a window's libraries: a fifth of a second and 55 MB. None of ours asks.
"""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 - loads what reads them

_READER, _READS = "shibokensupport.feature", "_mod_uses_pyside"


def leave_unread() -> None:
    """Say of every module to come that it asks for nothing; a PySide of another build reads on."""
    reader = sys.modules.get(_READER)
    if hasattr(reader, _READS):
        setattr(reader, _READS, lambda _module: False)
