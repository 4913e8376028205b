"""Shades of a number: blue above zero, orange below, in steps that colour-blind eyes tell apart."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.figures.wording import Language
from desktop.gui.parts.hatching import hatching
from desktop.gui.parts.legend import Entry, Mark
from desktop.gui.tokens import CONTRAST_LIGHT, Colours

GROWTH = (0.0005, 0.1, 0.25)
"""From where on a growth counts as more than nothing, as marked, as strong; fractions."""
POINTS = (0.0005, 0.002, 0.005)
"""The same of a contribution, fractions of the base total."""
SHARES = (0.0, 0.005, 0.02)
"""The same of a share."""
_STRENGTH = (0.0, 0.32, 0.68, 1.0)
_PALER = (0.0, 0.22, 0.46, 1.0)
"""On white, where 7:1 is asked for, no ink stands on a middling shade: on paler ones black does."""


def level(value: float | None, steps: Sequence[float]) -> int | None:
    """Give the step of a value: 0 for next to nothing, 1 to 3 above, -1 to -3 below zero."""
    if value is None:
        return None
    reached = bisect_right(steps, abs(value))
    return reached if value >= 0 else -reached


@cache
def fill(step: int | None, colours: Colours) -> str:
    """Give the colour of a step; grey for what is not known."""
    if step is None:
        return colours.track
    strong = QColor(colours.primary if step >= 0 else colours.target)
    strengths = _PALER if colours is CONTRAST_LIGHT else _STRENGTH
    return mixed(strong, QColor(colours.neutral_soft), strengths[abs(step)]).name()


def shade(value: float | None, steps: Sequence[float], colours: Colours) -> str:
    """Give the colour of a value."""
    return fill(level(value, steps), colours)


@cache
def ink_on(colour: str, colours: Colours) -> str:
    """Give the ink that is read best on a colour."""
    ground = _luminance(QColor(colour))
    inks = (colours.text, colours.card, colours.on_primary)
    return max(inks, key=lambda ink: _contrast(ground, _luminance(QColor(ink))))


_THIN = 0.28
"""How much of the ink the lines of a hatched area have: what is written over them is read."""
_APART = 6.0


def hatch_area(painter: QPainter, area: QRectF, ground: str, colours: Colours) -> None:
    """Hatch an area that shows an estimate, in the ink of its ground, so thin that words stand."""
    ink = mixed(QColor(ink_on(ground, colours)), QColor(ground), _THIN)
    painter.setPen(QPen(ink, 1))
    painter.drawLines(list(hatching(area, _APART)))


def estimate_entry(lang: Language, colours: Colours) -> Entry:
    """Explain the hatching of areas."""
    return Entry(lang._("estimate"), Mark.HATCHED_BOX, colours.track, colours.muted)


def mixed(strong: QColor, weak: QColor, part: float) -> QColor:
    """Mix so much of the strong colour into the weak one."""
    return QColor.fromRgbF(
        *(
            getattr(strong, name)() * part + getattr(weak, name)() * (1 - part)
            for name in ("redF", "greenF", "blueF")
        )
    )


def _contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def _luminance(colour: QColor) -> float:
    """Relative luminance, WCAG 2.1."""
    red, green, blue = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4
        for part in (colour.redF(), colour.greenF(), colour.blueF())
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
