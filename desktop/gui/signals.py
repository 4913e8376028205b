"""Leaving when the system asks for it (a logout, a shutdown, Ctrl+C): a good end, not a crash."""

from __future__ import annotations

import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QSocketNotifier
from PySide6.QtWidgets import QApplication

_ASKED = tuple(
    getattr(signal, name) for name in ("SIGTERM", "SIGINT", "SIGHUP") if hasattr(signal, name)
)


@contextmanager
def leaving_on_request(app: QApplication) -> Iterator[None]:
    """Close the windows when a signal asks; a window that is closed keeps what it should.

    Python runs a signal's handler between two steps of its own, which an idle event loop never
    comes to: the signal writes to a socket that the loop listens at.
    """
    ours, wakes = socket.socketpair()
    for end in (ours, wakes):
        end.setblocking(False)
    before = signal.set_wakeup_fd(wakes.fileno(), warn_on_full_buffer=False)
    handlers = {asked: signal.signal(asked, lambda *_: None) for asked in _ASKED}
    heard = QSocketNotifier(ours.fileno(), QSocketNotifier.Type.Read)
    heard.activated.connect(app.closeAllWindows)
    try:
        yield
    finally:
        heard.setEnabled(False)
        for asked, handler in handlers.items():
            signal.signal(asked, handler)
        signal.set_wakeup_fd(before)
        ours.close()
        wakes.close()
