"""The hatching that marks an estimate: true lines, which every screen and printer draws alike."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QLineF, QRectF

_HATCH = 5.0


def hatching(box: QRectF, apart: float = _HATCH) -> Iterator[QLineF]:
    """Give the slanted lines that hatch a box."""
    across = apart
    while across < box.width() + box.height():
        start = max(0.0, across - box.height())
        end = min(across, box.width())
        yield QLineF(
            box.left() + start, box.top() + across - start,
            box.left() + end, box.top() + across - end,
        )  # fmt: skip
        across += apart
