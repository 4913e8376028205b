"""The one Qt application, and whether anybody would see its windows."""

from __future__ import annotations

import os
import sys

from PySide6.QtGui import QGuiApplication, QIcon
from PySide6.QtWidgets import QApplication

from desktop.figures.places import resource
from desktop.gui import fonts, giving_back, roles

_PLATFORM = "QT_QPA_PLATFORM"


def screen_available() -> bool:
    """Say whether a window would be seen: always on Windows and macOS, else where a display is."""
    if sys.platform in {"win32", "darwin"} or QGuiApplication.instance():
        return os.environ.get(_PLATFORM) not in {"offscreen", "minimal"}
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def application() -> QApplication:
    """Give the one QApplication, dressed with our font; without a screen it paints to memory."""
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    if not screen_available():
        os.environ.setdefault(_PLATFORM, "offscreen")
    giving_back.keep_one_store()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("export-tracker")
    app.setWindowIcon(QIcon(str(resource("icons", "app.svg"))))
    fonts.install()
    roles.install()
    return app
