"""What the parts of a plot know of it: its slots, its view, the scale that fits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Protocol

from PySide6.QtWidgets import QGraphicsItem


@dataclass(frozen=True, slots=True)
class Scale:
    """From where to where an axis reaches (billions), and its round marks."""

    low: float
    high: float
    marks: tuple[float, ...]


class Ground(Protocol):
    """A plot, as its crosshair, its flags and its zoom see it."""

    slots: int
    view: Any  # pyqtgraph's ViewBox

    @property
    def whole(self) -> bool:
        """True while every slot is in sight."""

    def put(self, thing: QGraphicsItem) -> None:
        """Put a thing into the plot."""

    def isVisible(self) -> bool:  # noqa: N802 - Qt's name
        """Say whether anybody sees it."""

    def scale_of(self, first: int, last: int) -> Scale:
        """Give the height that fits some slots."""

    def mark(self, scale: Scale) -> None:
        """Write a scale's round numbers."""

    def moved(self) -> None:
        """What is in sight has changed."""
