"""The dividers of the pages of markets, sectors and the balance: moved by keys, remembered."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.gui.parts.halves import Halves
from tests.gui.example_office import ExampleOffice

PAGES = ("markets", "sectors", "balance")


def test_the_dividers_are_moved_by_keys_and_remembered(open_window, office, idle, qtbot):
    def halves(window, name):
        window.show_page(name)
        idle(window)
        return window.pages.structure(name).findChild(Halves)

    first, shares = open_window(office), {}
    for name in PAGES:
        held = halves(first, name)
        before = held.splitter.sizes()[0]
        qtbot.keyClick(
            first, Qt.Key.Key_Right,
            Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
        )  # fmt: skip
        assert held.splitter.sizes()[0] > before
        shares[name] = held.share
    first.close()
    again = open_window(ExampleOffice())
    for name in PAGES:
        held = halves(again, name)
        assert held.share == pytest.approx(shares[name], abs=1e-3)
        held.move_by(-5)
        assert held.share == 0.25
        assert held.splitter.sizes()[0] > 0
