"""A signal closes the windows as a user would, and is the system's own again afterwards."""

from __future__ import annotations

import os
import signal

import pytest
from PySide6.QtWidgets import QWidget

from desktop.gui.signals import leaving_on_request


@pytest.mark.skipif(not hasattr(signal, "SIGHUP"), reason="signals are sent otherwise there")
@pytest.mark.parametrize("asked", ["SIGTERM", "SIGINT", "SIGHUP"])
def test_a_signal_closes_the_window(qapp, qtbot, asked):
    number = getattr(signal, asked)
    before = signal.getsignal(number)
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    with leaving_on_request(qapp):
        os.kill(os.getpid(), number)
        qtbot.waitUntil(lambda: not window.isVisible())
    assert signal.getsignal(number) is before
