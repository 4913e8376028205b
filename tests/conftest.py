"""What every test shares: a screen nobody sees, one language and clock zone, a home of its own."""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
import time
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

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

# A slow machine is no failure; on the build server every run looks at the same examples.
settings.register_profile("desk", deadline=None)
settings.register_profile("server", deadline=None, derandomize=True, database=None)
settings.load_profile("server" if os.environ.get("CI") else "desk")


def pytest_unconfigure() -> None:
    """Leave nothing of the tests' home behind."""
    shutil.rmtree(_HOME, ignore_errors=True)


@pytest.fixture(autouse=True)
def windows_are_destroyed_on_their_own_thread(request):
    """Collect a window test's garbage here, so that no later worker thread does it.

    Python collects cycles on whichever thread allocates next; a widget destroyed off its own
    thread corrupts Qt's memory, which shows only as a crash when the session ends.
    """
    if "qapp" not in request.fixturenames:
        yield
        return
    gc.disable()
    yield
    gc.collect()
    gc.enable()


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
