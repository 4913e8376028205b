"""Connecting to an office's archive from the window: typed, tried, said why not, opened."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.gui import actions
from desktop.gui.archives.connect_dialog import (
    ACCOUNT,
    CERTIFICATE,
    DATABASE,
    PASSWORD,
    SERVER,
    ConnectDialog,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),  # offscreen's own
]


@pytest.fixture
def dialog(window):
    """Open the dialog by its key."""
    window.actions_[actions.CONNECT].trigger()
    return window.findChild(ConnectDialog)


def say(dialog, **typed):
    for name, words in typed.items():
        dialog.fields[name].clear()
        QTest.keyClicks(dialog.fields[name], words)
    QTest.keyClick(dialog.fields[SERVER], Qt.Key.Key_Return)


def test_an_address_is_made_of_what_was_typed(dialog):
    dialog.fields[SERVER].setText("data.office.example:5433")
    dialog.fields[DATABASE].setText("xuất khẩu")
    dialog.fields[ACCOUNT].setText("lan")
    dialog.fields[CERTIFICATE].setText("/nha/lan/our ca.crt")
    assert dialog.address() == (
        "postgresql://lan@data.office.example:5433/xu%E1%BA%A5t%20kh%E1%BA%A9u"
        "?sslrootcert=/nha/lan/our+ca.crt"
    )


def test_what_is_missing_is_asked_for_first(dialog):
    say(dialog, server="data.office.example")
    assert dialog.trouble.text() == "Database is missing."
    assert dialog.isVisible()


def test_every_field_has_its_name_and_the_password_is_not_shown(dialog):
    assert all(field.accessibleName() for field in dialog.fields.values())
    assert dialog.fields[PASSWORD].echoMode() is dialog.fields[PASSWORD].EchoMode.Password


def test_a_server_is_tried_until_it_is_the_right_one_and_then_opened(qtbot, window, dialog, server):
    address = server.archive()
    place, database = address.partition("@")[2].split("/")
    say(dialog, server=place, database="nowhere", account="postgres")
    qtbot.waitUntil(dialog.connect_button.isEnabled)
    assert "no database" in dialog.trouble.text()
    with qtbot.waitSignal(window.archives.asked) as asked:
        say(dialog, database=database)
    assert asked.args == [address]
    assert not dialog.isVisible()
