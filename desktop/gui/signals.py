"""Leaving when the system asks for it (a logout, a shutdown, Ctrl+C): a good end, not a crash."""

from __future__ import annotations

import signal
import socket

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

_ASKED = ("SIGTERM", "SIGINT", "SIGHUP")


def leave_on_request(app: QApplication) -> None:
    """Close the windows when a signal asks; a window that is closed keeps what it should.

    Python runs a signal's handler between two steps of its own, which an idle event loop never
    comes to: the signal writes to a socket that the loop listens at.
    """
    ours, wakes = socket.socketpair()
    for end in (ours, wakes):
        end.setblocking(False)
    signal.set_wakeup_fd(wakes.fileno(), warn_on_full_buffer=False)
    for name in _ASKED:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), lambda *_: None)
    heard = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read, app)
    heard.activated.connect(app.closeAllWindows)
    app.setProperty("signals", (ours, wakes))  # kept open as long as the application lives
