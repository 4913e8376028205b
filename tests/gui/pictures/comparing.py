"""How far a picture is from the approved one: what an eye would see, not how edges are smoothed.

Both are looked at in half their size. `strokes` is the share of pixels that are another ink
altogether: what moved, came or went. `tint` is the largest change of a patch's average: what is
coloured otherwise, however faintly.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

APPROVED = Path(__file__).parent / "approved"
DIFFERENCES = Path("build") / "pictures"
_ANOTHER_INK = 40
"""Levels of 255 that a pixel may change by where its edge is smoothed otherwise."""
_PATCH = 20
_MOST_STROKES, _MOST_TINT = 0.0004, 4.0
"""90 of the small window's 230,400 pixels in half its size; 4 levels of 255."""

Pixels = NDArray[np.int16]


@dataclass(frozen=True, slots=True)
class Difference:
    """How two pictures differ; of two sizes, entirely."""

    strokes: float
    tint: float

    @property
    def seen(self) -> bool:
        """True where an eye would see it."""
        return self.strokes > _MOST_STROKES or self.tint > _MOST_TINT


def halved(image: QImage) -> QImage:
    """Give a picture in half its size, as the approved ones are kept."""
    smooth = Qt.TransformationMode.SmoothTransformation
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    half = QSize(image.width() // 2, image.height() // 2)
    return plain.scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, smooth)


def difference(now: QImage, approved: QImage) -> Difference:
    """Compare two halved pictures."""
    if now.size() != approved.size():
        return Difference(1.0, 255.0)
    apart = np.abs(_pixels(now) - _pixels(approved))
    strokes = float((apart.max(axis=2) > _ANOTHER_INK).mean())
    return Difference(strokes, float(np.abs(_patches(now) - _patches(approved)).max()))


def _pixels(image: QImage) -> Pixels:
    plain = image.convertToFormat(QImage.Format.Format_RGB888)
    lines = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return lines[:, : plain.width() * 3].reshape(plain.height(), plain.width(), 3).astype(np.int16)


def _patches(image: QImage) -> NDArray[np.float64]:
    pixels = _pixels(image)
    down, across = (n // _PATCH for n in pixels.shape[:2])
    cut = pixels[: down * _PATCH, : across * _PATCH]
    means: NDArray[np.float64] = cut.reshape(down, _PATCH, across, _PATCH, 3).mean(axis=(1, 3))
    return means


def marked(now: QImage, approved: QImage) -> QImage:
    """Give the picture of now, paled, with all in red that is another ink."""
    pixels = _pixels(now)
    shown = (pixels // 3 + 160).astype(np.uint8)
    if now.size() == approved.size():
        shown[np.abs(pixels - _pixels(approved)).max(axis=2) > _ANOTHER_INK] = (220, 20, 20)
    height, width = shown.shape[:2]
    data = np.ascontiguousarray(shown)
    return QImage(data.tobytes(), width, height, width * 3, QImage.Format.Format_RGB888).copy()
