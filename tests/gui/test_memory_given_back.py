"""What a process with a window holds: no sources of its libraries, and no store for each thread."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

READ = "import linecache, desktop.gui.window; print(*linecache.cache, sep='\\n')"
STORES = """
import ctypes, sys, threading
from desktop.gui.screen import application

app = application()
threads = [threading.Thread(target=lambda: [bytes(3000) for _ in range(99)]) for _ in range(4)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
library = ctypes.CDLL(None)
library.fopen.restype = ctypes.c_void_p
told = ctypes.c_void_p(library.fopen(sys.argv[1].encode(), b"w"))
library.malloc_info(0, told)
library.fclose(told)
"""
HOLES = """
import psutil
from desktop.gui.giving_back import give_back

held = [bytes(3000) for _ in range(20_000)]
some = held[::100]
del held
before = psutil.Process().memory_info().rss
give_back()
print(before - psutil.Process().memory_info().rss)
"""


def _run(program, *arguments):
    command = [sys.executable, "-c", program, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_sources_of_what_comes_after_qt_are_not_read():
    held = _run(READ).splitlines()
    assert not [path for path in held if Path(path).parent.name == "figures"]


@pytest.mark.skipif(sys.platform != "linux", reason="only there the C library is told so")
def test_threads_share_one_store(tmp_path):
    _run(STORES, tmp_path / "stores.xml")
    assert (tmp_path / "stores.xml").read_text().count("<heap nr=") == 1


@pytest.mark.skipif(sys.platform != "linux", reason="as above")
def test_what_is_free_between_what_is_held_goes_back():
    assert int(_run(HOLES)) > 40e6
