"""Motion: short, never in the way of an answer, and off where the user or the system says so.

Qt's own switch of effects is the one place that says whether things may move.
"""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable

from PySide6.QtCore import QEasingCurve, QObject, Qt, QVariantAnimation
from PySide6.QtWidgets import QApplication

from desktop.gui.desktop_portal import setting
from desktop.gui.memory import Memory

DURATION_MS = 140
_REMEMBERED = "motion"
_CLIENT_AREA_ANIMATION = 0x1042  # SPI_GETCLIENTAREAANIMATION of Windows' user32


def recall(memory: Memory) -> None:
    """Move as the user decided last time; without a decision as the system does."""
    chosen = memory.text(_REMEMBERED)
    allow(not system_reduces() if chosen not in {"on", "off"} else chosen == "on")


def choose(memory: Memory, *, on: bool) -> None:
    """Let things move, or not, from now on."""
    memory.remember(_REMEMBERED, "on" if on else "off")
    allow(on)


def allow(on: bool) -> None:  # noqa: FBT001 - as Qt's own switch
    """Turn motion on or off, Qt's own menus included."""
    QApplication.setEffectEnabled(Qt.UIEffect.UI_General, on)


def allowed() -> bool:
    """Say whether things may move."""
    return QApplication.isEffectEnabled(Qt.UIEffect.UI_General)


def system_reduces() -> bool:
    """Say whether the system asks for less motion, as far as it tells: Windows and the portal."""
    if sys.platform == "win32":
        wanted = ctypes.c_int(1)
        ctypes.windll.user32.SystemParametersInfoW(
            _CLIENT_AREA_ANIMATION, 0, ctypes.byref(wanted), 0
        )
        return not wanted.value
    return setting("org.gnome.desktop.interface", "enable-animations") is False


class Glide(QObject):
    """Goes from what was to what is: `step` is called with 0 … 1, and with 1 at once at rest."""

    def __init__(self, owner: QObject, step: Callable[[float], object]) -> None:
        """Belong to a chart."""
        super().__init__(owner)
        self._animation = QVariantAnimation(self)
        self._animation.setDuration(DURATION_MS)
        self._animation.setStartValue(0.0)
        self._animation.setEndValue(1.0)
        self._animation.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._animation.valueChanged.connect(step)
        self._step = step

    def start(self, *, moving: bool = True) -> None:
        """Begin; where nothing may move, or nobody looks, be there at once."""
        self._animation.stop()
        if moving and allowed():
            self._animation.start()
        else:
            self._step(1.0)
