"""The reading room: what one file does to the worker costs that file alone."""

import sys
import textwrap
import time
from contextlib import suppress
from pathlib import Path
from queue import SimpleQueue

import psutil
import pytest

from desktop.figures.finding import Cancelled
from desktop.figures.places import sample
from desktop.returns import ReadingRoom, read_return
from desktop.returns.container import sheets
from desktop.returns.starting import process_context
from desktop.returns.worker import Job, Worker
from tests.returns.made import NAMESPACE, codes, packed

JUNE = sample("gso", "02-Bieu-T6.2025.xlsx")
MAY = sample("gso", "02-So-lieu-T5.2025.xlsx")


@pytest.fixture(scope="module")
def room():
    with ReadingRoom() as room:
        yield room


@pytest.fixture
def rogue(tmp_path, monkeypatch):
    """A reader that misbehaves for files named after what they do; importable in the worker."""
    (tmp_path / "rogue_reader.py").write_text(
        textwrap.dedent(
            """
            import os, sys
            from pathlib import Path
            from desktop.figures.finding import Finding, Severity
            from desktop.returns.reader import read_content, read_return

            hoard = []

            def read(path: Path, *_):
                if path.stem == "abort":
                    os.abort()
                if path.stem == "hang":
                    while True:
                        pass
                if path.stem == "balloon":
                    while True:
                        hoard.append(bytearray(1 << 20))
                if path.stem == "fault":
                    raise ZeroDivisionError("a fault of ours")
                if path.stem == "modules":
                    return read_content(" ".join(sorted(sys.modules)), b"")
                return read_return(path)
            """
        ),
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    import rogue_reader  # noqa: PLC0415 - it was written a moment ago

    yield rogue_reader.read
    del sys.modules["rogue_reader"]


def test_the_worker_gives_what_reading_here_gives(room):
    told = []
    paths = [JUNE, MAY, JUNE]
    readings = list(room.read(paths, lambda *progress: told.append(progress)))
    assert readings == [read_return(path) for path in paths]
    assert [told[0], told[-1]] == [(0, 3, JUNE.name), (3, 3, "")]
    assert {done for done, _, _ in told} == {0, 1, 2, 3}


def test_a_bad_file_among_good_ones(room, tmp_path):
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"")
    assert [codes(r) for r in room.read([JUNE, bad, tmp_path / "gone.xlsx", MAY])] == [
        [], ["empty_file"], ["file_gone"], [],
    ]  # fmt: skip


def test_whoever_waits_for_what_is_read_goes_before_those_that_read(room):
    list(room.read([MAY]))
    ours = psutil.Process()
    kept_back = [one for one in ours.children(recursive=True) if one.nice() != ours.nice()]
    assert kept_back, "no process that reads stands back"


@pytest.mark.parametrize(
    ("deed", "code"),
    [
        ("abort", "reader_crashed"),
        ("hang", "reader_timed_out"),
        ("balloon", "reader_out_of_memory"),
        ("fault", "reader_failed"),
    ],
)
def test_what_the_worker_does_not_survive_costs_one_file(rogue, deed, code):
    with ReadingRoom(memory_mb=200, seconds=2 if deed == "hang" else 60, reader=rogue) as room:
        readings = list(room.read([JUNE, Path(f"{deed}.xlsx"), MAY]))
    assert [codes(r) for r in readings] == [[], [code], []]
    assert readings[1].name == f"{deed}.xlsx"
    assert readings[1].refused


@pytest.mark.parametrize("deed", ["abort", "fault"])
def test_nothing_is_printed_and_the_log_tells_developers_only(rogue, deed, capfd, caplog):
    caplog.set_level("DEBUG", "desktop")
    with ReadingRoom(seconds=1, reader=rogue) as room:
        list(room.read([Path(f"{deed}.xlsx")]))
    assert capfd.readouterr() == ("", "")
    assert {(r.name, r.levelname) for r in caplog.records if r.name.startswith("desktop")} == {
        ("desktop.returns.room", "DEBUG")
    }


@pytest.mark.slow
def test_a_workbook_of_more_cells_than_there_is_memory_for_is_stopped(tmp_path):
    # Rows longer than a packer looks back: they are no bomb, they are many.
    row = "".join(f"<c><v>{number * 7919 % 99_991_000}</v></c>" for number in range(2_000))
    rows = f"<row>{row}</row>" * 1500
    sheet = f"<worksheet {NAMESPACE}><sheetData>{rows}</sheetData></worksheet>"
    path = tmp_path / "many.xlsx"
    path.write_bytes(packed(sheet))
    with ReadingRoom(memory_mb=160) as room:
        (reading,) = room.read([path])
    assert codes(reading) == ["reader_out_of_memory"]


def test_cancel_stops_the_worker_in_the_middle_of_a_file(rogue):
    seen = []

    def progress(done, total, name):
        seen.append(name)
        if len(seen) > 3:
            raise Cancelled

    started = time.monotonic()
    with ReadingRoom(reader=rogue) as room:
        with pytest.raises(Cancelled):
            list(room.read([Path("hang.xlsx"), JUNE], progress))
        assert [codes(r) for r in room.read([MAY])] == [[]]
    assert set(seen) == {"hang.xlsx"}
    assert time.monotonic() - started < 20


def test_leaving_early_leaves_no_process_behind(rogue):
    before = workers()
    with ReadingRoom(reader=rogue) as room:
        for _ in room.read([JUNE, Path("hang.xlsx")]):
            during = workers()
            break
    assert during > before
    assert workers() <= before


def workers() -> set[int]:
    """Processes that read: started anew, or forked off the one that is ready to."""
    found = set()
    for child in psutil.Process().children(recursive=True):
        with suppress(psutil.Error):
            if "spawn_main" in said(child) or (
                said(child) and "forkserver" in said(child.parent())
            ):
                found.add(child.pid)
    return found


def said(process) -> str:
    return " ".join(process.cmdline()) if process else ""


def test_the_worker_carries_only_what_reading_needs(rogue):
    with ReadingRoom(reader=rogue) as room:
        (reading,) = room.read([Path("modules.xlsx")])
    loaded = set(reading.name.split())
    assert "desktop.returns.reader" in loaded
    heavy = {"pandas", "numpy", "sqlalchemy", "PySide6", "pyqtgraph", "rich", "click", "openpyxl"}
    assert not loaded & heavy


def test_two_workers_keep_the_order_and_lose_one_file_each_at_most(rogue):
    names = ["a", "abort", "b", "fault", "c", "d", "abort", "e"]
    paths = [Path(f"{name}.xlsx") for name in names]
    with ReadingRoom(reader=rogue, workers=2) as room:
        readings = list(room.read(paths))
    assert [reading.name for reading in readings] == [path.name for path in paths]
    lost = {"abort": "reader_crashed", "fault": "reader_failed"}
    expected = [lost.get(name, "file_gone") for name in names]
    assert [codes(reading)[0] for reading in readings] == expected


@pytest.mark.parametrize("workers", [1, 2])
def test_what_waits_behind_a_file_that_is_lost_is_read(rogue, tmp_path, workers):
    names = ["a", "abort", "b", "fault", "c", "abort", "abort", "d", "e", "f"]
    paths = [tmp_path / str(number) / f"{name}.xlsx" for number, name in enumerate(names)]
    for path in paths:  # so small that the next one is handed out with it
        path.parent.mkdir()
        path.touch()
    with ReadingRoom(reader=rogue, workers=workers) as room:
        readings = list(room.read(paths))
    lost = {"abort": "reader_crashed", "fault": "reader_failed"}
    expected = [lost.get(name, "empty_file") for name in names]
    assert [codes(reading) for reading in readings] == [[code] for code in expected]


@pytest.mark.parametrize(("brief", "left"), [(True, [2, 2, 1, 0]), (False, [3, 2, 1, 0])])
def test_the_next_is_handed_out_with_what_is_brief_unless_others_lack_work(brief, left):
    jobs, finished, seen = SimpleQueue(), SimpleQueue(), []

    class Counted(Job):
        def finish(self, outcome):
            seen.append(jobs.qsize())
            super().finish(outcome)

    for number in range(4):
        jobs.put(Counted(finished, abs, -number, brief=brief))
    worker = Worker(jobs, 1 << 30, 60)
    worker.begin()
    assert [finished.get().answer() for _ in range(4)] == [0, 1, 2, 3]
    jobs.put(None)
    worker.close()
    assert seen == left


def test_a_file_that_takes_long_does_not_hold_up_the_others(rogue):
    paths = [Path(f"{name}.xlsx") for name in ("hang", *"abcdefghijkl")]
    with ReadingRoom(seconds=2, reader=rogue, workers=2) as room:
        list(room.read(paths[1:]))  # both processes are up
        come = [number for number, _ in room.as_they_come(paths)]
    assert come == [*range(1, len(paths)), 0]


def test_closing_twice_or_unused_does_no_harm():
    room = ReadingRoom()
    room.close()
    room.close()


def test_the_sheets_are_opened_one_at_a_time():
    assert next(iter(sheets(JUNE.read_bytes()))).name


@pytest.mark.parametrize("at_once", [True, False])
def test_where_no_process_may_be_started_each_file_says_so(monkeypatch, at_once):
    tried = []

    class Forbidden:
        """Starts no process, or one that goes before it has begun."""

        def __init__(self, **_):
            tried.append(True)

        def start(self):
            if at_once:
                raise PermissionError

        def kill(self):
            """There is none."""

        join = kill

    context = process_context()
    monkeypatch.setattr(type(context), "Process", Forbidden)
    with ReadingRoom() as room:
        readings = list(room.read([JUNE, MAY]))
    assert [codes(r) for r in readings] == [["reader_not_started"]] * 2
    assert 2 <= len(tried) < 20


def test_a_process_that_goes_while_it_reads_nothing_costs_no_file(room):
    list(room.read([MAY]))
    killed = [psutil.Process(one) for one in workers()]
    for one in killed:
        one.kill()
    psutil.wait_procs(killed)
    assert [codes(r) for r in room.read([MAY])] == [[]]


def test_a_room_that_was_closed_reads_nothing_more():
    room = ReadingRoom()
    room.close()
    assert [codes(r) for r in room.read([MAY])] == [["reader_failed"]]
