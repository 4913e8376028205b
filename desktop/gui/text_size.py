"""How large text and all that stands with it is drawn: as the system says, or as was chosen.

Qt takes the size once, when its application is made; another one counts from the next opening.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication

from desktop.gui.desktop_portal import setting
from desktop.gui.memory import Memory

SIZES = (100, 125, 150, 175, 200)
"""Per cent of the usual size."""
_CHOSEN, _TOLD = "text-size", "text-size-of-system"
_VARIABLE = "QT_SCALE_FACTOR"
_WAYLAND = ("", "wayland", "wayland-egl")
"""Platforms of Qt that draw on Wayland; X11 tells Qt of larger text by its resolution."""


def chosen(memory: Memory) -> int | None:
    """Give the size that the user chose; None follows the system."""
    word = memory.text(_CHOSEN)
    return int(word) if word in map(str, SIZES) else None


def choose(memory: Memory, percent: int | None) -> None:
    """Remember a size of `SIZES`, or to follow the system."""
    memory.remember(_CHOSEN, str(percent or ""))


def wanted(memory: Memory) -> int:
    """Give the size that the next window is drawn in, in per cent."""
    return chosen(memory) or _system_size(memory)


def drawn() -> int:
    """Give the size that everything is drawn in until the program ends, in per cent."""
    app = QCoreApplication.instance()
    told = app.property(_CHOSEN) if app else None
    return told if isinstance(told, int) else SIZES[0]


def next_size(percent: int, steps: int) -> int:
    """Give the size so many steps larger or smaller, as far as there are any."""
    nearest = min(range(len(SIZES)), key=lambda n: abs(SIZES[n] - percent))
    return SIZES[min(max(nearest + steps, 0), len(SIZES) - 1)]


@contextmanager
def drawn_as_wanted(memory: Memory, make: Callable[[], QApplication]) -> Iterator[QApplication]:
    """Let an application be made that is drawn in the size wanted; give it.

    It multiplies what the user's own environment says, which is as it was afterwards.
    """
    percent, before = wanted(memory), os.environ.get(_VARIABLE)
    if percent != SIZES[0]:
        os.environ[_VARIABLE] = f"{_factor(before) * percent / 100:g}"
    try:
        app = make()
        app.setProperty(_CHOSEN, percent)
        yield app
    finally:
        if before is None:
            os.environ.pop(_VARIABLE, None)
        else:
            os.environ[_VARIABLE] = before


def _factor(word: str | None) -> float:
    try:
        return float(word or 1) or 1.0
    except ValueError:
        return 1.0


def _system_size(memory: Memory) -> int:
    """Say how large the system wants text, where Qt does not ask by itself: Windows, Wayland."""
    if sys.platform == "win32":
        return _bounded(_windows_size())
    told = memory.text(_TOLD)
    return _bounded(int(told)) if told.isascii() and told.isdigit() else SIZES[0]


def ask_the_desktop(memory: Memory) -> None:
    """Remember what a desktop on Wayland says: it can be asked only once Qt's application is up."""
    if os.environ.get("WAYLAND_DISPLAY") and os.environ.get("QT_QPA_PLATFORM", "") in _WAYLAND:
        factor = setting("org.gnome.desktop.interface", "text-scaling-factor")
        if isinstance(factor, float):
            memory.remember(_TOLD, str(round(100 * factor)))


def _bounded(percent: int) -> int:
    return min(max(percent, SIZES[0]), SIZES[-1])


def _windows_size() -> int:
    size, length = ctypes.c_uint32(SIZES[0]), ctypes.c_uint32(4)
    if sys.platform == "win32":
        current_user, as_number = ctypes.c_void_p(0x80000001), 0x10
        ctypes.windll.advapi32.RegGetValueW(
            current_user, r"Software\Microsoft\Accessibility", "TextScaleFactor", as_number, None,
            ctypes.byref(size), ctypes.byref(length),
        )  # fmt: skip
    return size.value


def open_anew(place: str, language: str) -> None:
    """Begin the program again on an archive in a language, now that its window is closed."""
    module = [] if getattr(sys, "frozen", False) else ["-m", "desktop"]
    program = [sys.executable, *module, "--archive", place, "--language", language]
    if sys.platform == "win32":
        import subprocess  # noqa: PLC0415 - first paint first

        subprocess.Popen(program)  # noqa: S603 - the program is our own
    else:
        os.execv(program[0], program)  # noqa: S606 - as above; a terminal keeps its process
