"""What every test shares: a screen nobody sees, one language and clock zone, a home of its own."""

from __future__ import annotations

import gc
import importlib
import os
import shutil
import sqlite3
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings
from hypothesis.internal import charmap
from hypothesis.internal.intervalsets import IntervalSet
from sqlalchemy import Connection, Engine, create_engine, inspect

from desktop.archive import opening, sqlite
from desktop.archive.migrating import migrate
from desktop.figures.places import sample
from desktop.workflow import Office
from desktop.workflow.example import SAMPLES
from tests.servers import postgresql
from tests.servers.instead import Instead

ROOT = Path(__file__).resolve().parent.parent
TESTS = ROOT / "tests"
SHARED = ROOT.parent / "shared"

# In memory, where there is room: a disk takes longer to be sure of a file than a test to make it.
_IN_MEMORY = Path("/dev/shm")
_ROOM = 2 << 30
if (
    "TMPDIR" not in os.environ
    and os.access(_IN_MEMORY, os.W_OK)
    and shutil.disk_usage(_IN_MEMORY).free > _ROOM
):
    os.environ["TMPDIR"] = tempfile.tempdir = str(_IN_MEMORY)

# Before Qt, platformdirs or rich are imported: none of them looks twice.
_HOME = Path(tempfile.mkdtemp(prefix="export-tracker-tests-"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # xcb, under Xvfb, is asked for by name
os.environ.update(
    LC_ALL="C.UTF-8",
    TZ="UTC",
    HOME=str(_HOME),
    USERPROFILE=str(_HOME),
    APPDATA=str(_HOME / "roaming"),
    LOCALAPPDATA=str(_HOME / "local"),
    XDG_DATA_HOME=str(_HOME / "data"),
    XDG_CONFIG_HOME=str(_HOME / "config"),
    XDG_CACHE_HOME=str(_HOME / "cache"),
    XDG_STATE_HOME=str(_HOME / "state"),
)
for _steers_output in (
    "LANGUAGE",
    "COLUMNS",
    "LINES",
    "FORCE_COLOR",
    "NO_COLOR",
    "QT_SCALE_FACTOR",
):
    os.environ.pop(_steers_output, None)
if hasattr(time, "tzset"):
    time.tzset()

_SELDOM = 20_000, 20, 20
"""After so many new objects garbage is looked for, and the older after so many times."""

# A slow machine is no failure; on the build server every run looks at the same examples.
_EXAMPLES, _MANY = 30, 500
settings.register_profile("desk", deadline=None, max_examples=_EXAMPLES)
settings.register_profile("thorough", deadline=None, max_examples=_MANY)
settings.register_profile(
    "server", deadline=None, max_examples=_EXAMPLES, derandomize=True, database=None
)
settings.load_profile("server" if os.environ.get("CI") else "desk")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let the same tests run on either engine."""
    parser.addoption(
        "--engine",
        choices=("file", "server"),
        default="file",
        help="what keeps the archives that tests make: SQLite's files, or a PostgreSQL server",
    )


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what is about a file, where a server keeps the archives."""
    if config.getoption("engine") == "server":
        about_files = pytest.mark.skip(reason="is about an archive that is a file")
        for item in items:
            if item.get_closest_marker("file_only"):
                item.add_marker(about_files)


def pytest_sessionstart(session: pytest.Session) -> None:
    """Let the second of two processes begin with the last file: each compiles a half for both."""
    whole = session.config.args == session.config.getini("testpaths")
    if whole and os.environ.get("PYTEST_XDIST_WORKER") == "gw1":
        for path in sorted(TESTS.rglob("test_*.py"), reverse=True):
            with suppress(Exception, pytest.skip.Exception):  # which is told when it is collected
                importlib.import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


def pytest_collection() -> None:
    """Let the collector of garbage rest: hardly anything of the tests that are found is any."""
    gc.disable()


def pytest_collection_finish() -> None:
    """Take the tests themselves for lasting: collections need not look through them each time."""
    gc.collect()
    gc.freeze()
    _say_by_heart_whether_something_lasts()
    gc.set_threshold(*_SELDOM)
    gc.enable()


def _say_by_heart_whether_something_lasts() -> None:
    """Python counts all that was taken for lasting; whoever asks wants to know if there is any.

    Beside thousands of tests the count took a quarter of the time in which a window opens.
    """
    lasts = True
    freeze, unfreeze = gc.freeze, gc.unfreeze

    def taken() -> None:
        nonlocal lasts
        freeze()
        lasts = True

    def given_back() -> None:
        nonlocal lasts
        unfreeze()
        lasts = False

    gc.freeze, gc.unfreeze, gc.get_freeze_count = taken, given_back, lambda: int(lasts)


def pytest_unconfigure() -> None:
    """Leave nothing of the tests' home behind."""
    shutil.rmtree(_HOME, ignore_errors=True)


_DELETED_LATER = 52  # QEvent.Type.DeferredDelete, without Qt being imported here


def _delete_what_asked_for_it() -> None:
    sys.modules["PySide6.QtCore"].QCoreApplication.sendPostedEvents(None, _DELETED_LATER)


def _windows_there() -> int:
    if (widgets := sys.modules.get("PySide6.QtWidgets")) is None:
        return 0
    return len(widgets.QApplication.topLevelWidgets())


@pytest.fixture(autouse=True, scope="module")
def about_windows():
    """Let go of the windows that the tests of one file shared; each passed them over, see below.

    What such a test adds to the list says that the file had windows. They asked to be deleted
    later, which is now. Where one outlived its test all the same, it is looked for, which takes
    seconds: all that the session ever made. So it is where an earlier file's outlived that.
    """
    tests: list[str] = []
    before = _windows_there()
    yield tests
    if tests:
        _delete_what_asked_for_it()
        if _windows_there() > before:
            gc.unfreeze()
            gc.collect()
            gc.freeze()


@pytest.fixture(autouse=True)
def windows_are_destroyed_on_their_own_thread(request, about_windows):
    """Collect a window test's garbage here, so that no later worker thread does it.

    Python collects cycles on whichever thread allocates next; a widget destroyed off its own
    thread corrupts Qt's memory, which shows only as a crash when the session ends. What stood
    before the test is not looked through again: that took longer than the tests themselves. So
    what asked to be deleted later, as a test's window did, is deleted now, and nothing of the
    test holds it: it would be taken for what stood before the next.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    about_windows.append(request.node.name)
    gc.disable()
    gc.freeze()
    yield
    _delete_what_asked_for_it()
    request.node.funcargs.clear()
    gc.collect()
    gc.enable()


@pytest.fixture(scope="session", autouse=True)
def new_archives_are_built_by_heart() -> Iterator[None]:
    """Build each new file by the statements that the first came to: a tenth of migrating."""
    learnt: list[str] = []

    def build(connection: Connection) -> None:
        if connection.dialect.name != "sqlite" or inspect(connection).get_table_names():
            migrate(connection)
        elif learnt:
            for statement in learnt:
                connection.exec_driver_sql(statement)
        else:
            migrate(connection)
            file = connection.connection.driver_connection
            ((version,),) = file.execute("PRAGMA user_version")
            learnt.extend([*file.iterdump()][1:-1])  # without its own transaction
            learnt.append(f"PRAGMA user_version={version}")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "migrate", build)
        yield


@pytest.fixture(scope="session", autouse=True)
def statements_are_compiled_once() -> Iterator[None]:
    """Let archives in files share what SQLAlchemy made of a statement: tests open thousands."""
    first = create_engine("sqlite+pysqlite://")
    with first.connect():  # then its dialect knows what it talks to
        pass

    def like_the_first(*given: Any, **options: Any) -> Engine:
        engine = create_engine(*given, **options)
        engine.dialect, engine._compiled_cache = first.dialect, first._compiled_cache
        return engine

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sqlite, "create_engine", like_the_first)
        yield
    first.dispose()


@pytest.fixture(scope="session", autouse=True)
def letters_are_known_by_heart() -> Iterator[None]:
    """Say which characters UTF-8 has: all but the halves of pairs.

    In a fresh checkout Hypothesis tries a million of them, for seconds.
    """
    asked = charmap.intervals_from_codec
    known = IntervalSet(((0, 0xD7FF), (0xE000, sys.maxunicode))), IntervalSet(())

    def of(codec: str) -> tuple[IntervalSet, IntervalSet]:
        return known if codec == "utf-8" else asked(codec)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(charmap, "intervals_from_codec", of)
        yield


@pytest.fixture(scope="session")
def root() -> Path:
    """Give the checkout's folder."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """Give the folder of real returns beside the checkout; skip where it is absent."""
    if not SHARED.is_dir():
        pytest.skip("the real returns (../shared) are not on this machine")
    return SHARED


@pytest.fixture(scope="session")
def sample_archive(request: pytest.FixtureRequest, tmp_path_factory: Any) -> bytes:
    """Give the bytes of an archive into which Lan took the samples on 12 July 2025.

    Where files keep archives, the processes of one session have it from the first that made it.
    """
    folder = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ and request.config.getoption("engine") == "file":
        folder = folder.parent
    kept = folder / "samples.sqlite3"
    with _one_at_a_time(folder):
        if not kept.exists():
            place = tmp_path_factory.mktemp("samples") / "archive.sqlite3"
            with Office(place, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="Lan") as lan:
                outcomes = lan.take_in([sample(part) for part in SAMPLES])
            assert all(outcome.number for outcome in outcomes)
            place.replace(kept)
    return bytes(kept.read_bytes())


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Let the other processes wait, on every system: whoever writes to a database is alone."""
    turn = sqlite3.connect(folder / "turn.sqlite3", timeout=600, isolation_level=None)
    with closing(turn):
        turn.execute("BEGIN EXCLUSIVE")
        yield


@pytest.fixture(scope="session")
def server() -> Iterator[postgresql.Server]:
    """Run a PostgreSQL server; skip where the machine has none."""
    if postgresql.programs() is None:
        pytest.skip("PostgreSQL is not on this machine")
    with postgresql.server() as begun:
        yield begun


@pytest.fixture(scope="session", autouse=True)
def engine_asked_for(request: pytest.FixtureRequest) -> Iterator[None]:
    """Let a server keep every archive, where `--engine=server` asks for it."""
    if request.config.getoption("engine") == "file":
        yield
        return
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(opening, "place_of", Instead(request.getfixturevalue("server")))
        yield
