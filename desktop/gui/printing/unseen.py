"""Paints a report where nobody sees it: in a process that has no window."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from desktop.figures.paper import Paper


def paint_unseen(paper: Paper) -> bytes:
    """Paint a PDF; in a process of its own Qt needs no screen, and asks for none.

    Where this is handed to such a process, nothing of Qt is imported before it is called.
    """
    from PySide6.QtCore import QCoreApplication  # noqa: PLC0415 - see above

    if QCoreApplication.instance() is None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from desktop.gui.printing.pdf import paint  # noqa: PLC0415 - see above

    return paint(paper)
