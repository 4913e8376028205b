"""A password is in the keyring alone: in no file, log, report, statement or list of processes."""

from __future__ import annotations

import logging
import os
import subprocess
import sys
import traceback
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import event
from sqlalchemy.engine import Engine

from desktop.archive import Archive, opening
from desktop.cli.concealing import concealed
from desktop.figures.finding import Refused
from desktop.gui.archives.recent import Recent
from desktop.gui.memory import Memory
from tests.cli.test_office import login, run


@pytest.fixture
def statements():
    """Give all that is said to any database."""
    said = []
    listen = lambda *told: said.append(repr(told[2:4]))  # noqa: E731 - statement, parameters
    event.listen(Engine, "before_cursor_execute", listen)
    yield said
    event.remove(Engine, "before_cursor_execute", listen)


def processes():
    """Give the command lines and surroundings of every process that may be looked at."""
    for process in psutil.process_iter():
        try:
            yield " ".join(process.cmdline())
            yield repr(process.environ())
        except (psutil.Error, OSError):
            continue


def files(*folders):
    """Give the content of every file in folders."""
    for folder in folders:
        for path in Path(folder).rglob("*"):
            if path.is_file():
                yield path.read_bytes()


def test_nothing_but_the_keyring_holds_the_password(
    server, tmp_path, drawer, statements, caplog, monkeypatch
):
    caplog.set_level(logging.DEBUG)
    address = server.empty()
    said = [run("office", "init", address)]
    invited = run("office", "admit", address, login(address, "lan"), "--as", "editor")
    word, theirs = invited.split()[-1], next(w for w in invited.split() if "lan_" in w and "@" in w)
    server.must_say_a_password(login(address, "lan"))
    reports = []
    run("office", "password", theirs, typed="Wr0ngWord\n")
    with pytest.raises(Refused, match="archive_password") as refused:
        run("returns", "--archive", theirs)
    reports.append("".join(traceback.format_exception(refused.value)))
    said += [run("office", "password", theirs, typed=f"{word}\n")]
    said += [run("returns", "--archive", theirs), run("office", "members", address)]
    Recent(Memory(tmp_path / "window.ini")).opened(theirs)
    with Archive.open(theirs) as archive:
        archive.add_decisions([], at=None, by="")
        told = [repr(archive._engine), repr(archive._engine.url), archive._name, *processes()]
    monkeypatch.setattr(opening, "_is_current", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError) as fault:
        run("returns", "--archive", theirs)
    reports.append("".join(traceback.format_exception(fault.value)))
    assert list(drawer.kept.values()) == [word]
    places = tmp_path, os.environ["HOME"], server.data / "log"
    for secret in (word, "Wr0ngWord"):
        assert not [text for text in (*said, *told, *reports, *statements) if secret in text]
        assert secret not in caplog.text
        assert not [content for content in files(*places) if secret.encode() in content]


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("postgresql://lan:geheim@data/exports", "postgresql://lan:***@data/exports"),
        ("postgresql://lan:ge@he/im?x@data/exports", "postgresql://lan:***@data/exports"),
        ("POSTGRES://:geheim@data", "POSTGRES://:***@data"),
        ("--archive=postgresql+psycopg://lan:geheim@data:1/exports?sslmode=require",
         "--archive=postgresql+psycopg://lan:***@data:1/exports?sslmode=require"),
        ("postgresql://lan@data/exports?sslpassword=ge%20heim&sslmode=require&PASSWORD=geheim",
         "postgresql://lan@data/exports?sslpassword=***&sslmode=require&PASSWORD=***"),
        *((same, same) for same in (
            "postgresql://lan@data:5432/exports?sslrootcert=ca.crt", "D:/a:b@c.sqlite3",
            "sqlite:///a:b@c.sqlite3", "lan:geheim@data")),
    ],
)  # fmt: skip
def test_a_password_in_an_address_is_replaced(typed, shown):
    assert concealed(typed) == shown


@given(st.text("ab:/@?&=*. ", max_size=20))
def test_what_was_replaced_stays_and_holds_nothing(rest):
    shown = concealed(f"postgresql://lan:geheim{rest}@data/exports")
    assert concealed(shown) == shown
    assert "geheim" not in shown


def _line(process):
    with suppress(psutil.Error):
        return " ".join(psutil.Process(process.pid).cmdline())
    return ""


@pytest.mark.skipif(sys.platform == "win32", reason="nobody else sees a command line there")
def test_no_list_of_processes_shows_what_a_window_was_opened_with():
    address = "postgresql://lan:geheim@127.0.0.1:1/exports?sslpassword=geheim"
    window = subprocess.Popen([sys.executable, "-m", "desktop", "--archive", address])
    try:
        while "***" not in _line(window):
            with suppress(subprocess.TimeoutExpired):
                pytest.fail(f"it ended: {window.wait(0.02)}")
        assert "geheim" not in _line(window)
        assert "postgresql://lan:***@127.0.0.1:1/exports?sslpassword=***" in _line(window)
    finally:
        window.kill()
        window.wait()
