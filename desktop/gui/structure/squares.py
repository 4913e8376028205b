"""Where the parts of a whole lie in a box, each as large as its amount, as square as can be."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF


def squarified(amounts: Sequence[float], box: QRectF) -> list[QRectF]:
    """Share a box out among amounts, which are above zero and the largest first.

    Source: Bruls, Huizing, van Wijk, Squarified Treemaps, 2000.
    """
    total = sum(amounts)
    if not amounts or total <= 0 or box.isEmpty():
        return [QRectF(box.topLeft(), box.topLeft()) for _ in amounts]
    scale = box.width() * box.height() / total
    areas = [amount * scale for amount in amounts]
    placed: list[QRectF] = []
    room = QRectF(box)
    while len(placed) < len(areas):
        strip = _strip(areas[len(placed) :], min(room.width(), room.height()))
        thick = sum(strip) / max(min(room.width(), room.height()), 1e-9)
        placed += _laid(strip, thick, room)
        if room.width() >= room.height():
            room.setLeft(room.left() + thick)
        else:
            room.setTop(room.top() + thick)
    return placed


def _strip(areas: Sequence[float], side: float) -> Sequence[float]:
    """Take areas for one strip along a side, for as long as its worst shape gets better."""
    count = 1
    while count < len(areas) and _worst(areas[: count + 1], side) <= _worst(areas[:count], side):
        count += 1
    return areas[:count]


def _worst(strip: Sequence[float], side: float) -> float:
    """Give how far the least square of a strip is from a square; 1 is one."""
    whole = sum(strip) ** 2
    across = side**2
    return max(across * strip[0] / whole, whole / (across * strip[-1]))


def _laid(strip: Sequence[float], thick: float, room: QRectF) -> list[QRectF]:
    """Lay a strip along the shorter side of a room."""
    placed, at = [], 0.0
    for area in strip:
        length = area / thick
        placed.append(
            QRectF(room.left(), room.top() + at, thick, length)
            if room.width() >= room.height()
            else QRectF(room.left() + at, room.top(), length, thick)
        )
        at += length
    return placed
