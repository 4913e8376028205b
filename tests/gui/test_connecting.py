"""Connecting to an office's archive from the window: typed, tried, said why not, opened."""

from __future__ import annotations

import keyring
import pytest
from keyring.backends.fail import Keyring as NoKeyring
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.archive import Archive
from desktop.archive.sharing import keep_or_remember
from desktop.figures.finding import Refused
from desktop.figures.month import Month
from desktop.gui import actions
from desktop.gui.archives.connect_dialog import (
    ACCOUNT,
    CERTIFICATE,
    DATABASE,
    PASSWORD,
    SERVER,
    ConnectDialog,
)
from desktop.gui.archives.recent import anchored
from desktop.workflow import sharing
from tests.servers.drawer import own_keyring

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


def test_a_certificate_is_found_from_whatever_folder_one_begins(dialog, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    dialog.fields[SERVER].setText("data.office.example")
    dialog.fields[DATABASE].setText("exports")
    dialog.fields[ACCOUNT].setText("lan")
    dialog.fields[CERTIFICATE].setText("ca.crt")
    whole = dialog.address()
    assert whole.endswith(f"/exports?sslrootcert={tmp_path}/ca.crt")
    assert anchored("postgresql://lan@data.office.example/exports?sslrootcert=ca.crt") == whole
    assert anchored(whole) == whole
    for other in ("postgresql://lan@here/exports?sslrootcert=system", "postgresql://lan@here/x",
                  "C:/kho?1.sqlite3", "kho.sqlite3"):  # fmt: skip
        assert anchored(other) == other


def test_the_dialog_begins_with_the_server_that_is_open(window):
    place = (
        "postgresql://lan@data.office.example:5433/xu%E1%BA%A5t?sslmode=require&sslrootcert=/a.crt"
    )
    dialog = ConnectDialog(window, window.session.language, place)
    assert {name: field.text() for name, field in dialog.fields.items()} == {
        SERVER: "data.office.example:5433", DATABASE: "xuất", ACCOUNT: "lan", PASSWORD: "",
        CERTIFICATE: "/a.crt",
    }  # fmt: skip
    assert dialog.address() == place
    dialog.deleteLater()


def test_a_wrong_password_is_told_in_the_windows_own_words_and_the_one_before_is_kept(
    qtbot, window, dialog, server
):
    address = server.empty()
    sharing.set_up(address, window.session.memory.out_folder)
    login = f"lan_{address.rpartition('/')[2]}"
    word = sharing.admit(address, login, "viewer", now=Month(2025, 7)).password
    server.must_say_a_password(login)
    place, database = address.partition("@")[2].split("/")
    with own_keyring() as drawer:
        with qtbot.waitSignal(window.archives.asked):
            say(dialog, server=place, database=database, account=login, password=word)
        assert list(drawer.kept.values()) == [word]
        window.actions_[actions.CONNECT].trigger()
        again = next(d for d in window.findChildren(ConnectDialog) if d.isVisible())
        say(again, server=place, database=database, account=login, password="wrong")
        qtbot.waitUntil(again.connect_button.isEnabled)
        assert "office password" not in again.trouble.text()
        assert "Type both again" in again.trouble.text()
        assert again.fields[PASSWORD].selectedText() == "wrong"
        assert list(drawer.kept.values()) == [word]
        again.reject()


def test_without_a_keyring_a_typed_password_is_tried_and_remembered_while_the_program_runs(
    qtbot, window, dialog, server
):
    before = keyring.get_keyring()
    keyring.set_keyring(NoKeyring())
    address = server.empty()
    sharing.set_up(address, window.session.memory.out_folder)
    login = f"minh_{address.rpartition('/')[2]}"
    word = sharing.admit(address, login, "viewer", now=Month(2025, 7)).password
    server.must_say_a_password(login)
    place, database = address.partition("@")[2].split("/")
    with qtbot.assertNotEmitted(window.archives.asked):
        say(dialog, server=place, database=database, account=login, password="wrong")
        qtbot.waitUntil(dialog.connect_button.isEnabled)
    assert "Type both again" in dialog.trouble.text()
    with qtbot.waitSignal(window.archives.asked) as asked:
        say(dialog, password=word)
    with Archive.open(asked.args[0], read_only=True):
        pass
    keep_or_remember(asked.args[0], None)
    with pytest.raises(Refused):
        Archive.open(asked.args[0], read_only=True)
    keyring.set_keyring(before)


def test_who_gives_up_while_it_is_tried_is_not_bothered_any_more(qtbot, window, dialog, server):
    place, database = server.archive().partition("@")[2].split("/")
    with (
        qtbot.assertNotEmitted(window.archives.asked),
        qtbot.assertNotEmitted(window.session.jobs.failed),
    ):
        say(dialog, server=place, database=database, account="postgres")
        dialog.reject()
        qtbot.waitUntil(
            lambda: not (window.session.jobs.busy or window.session.theme.dressing.busy)
        )


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
