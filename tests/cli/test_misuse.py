"""Misuse and mishaps in the terminal: nothing is lost, nothing created in passing, all is said."""

import json
import os
import shutil
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from desktop.cli.door import run_command
from desktop.figures.finding import Cancelled
from desktop.figures.places import sample
from desktop.workflow import Office
from tests.cli.conftest import NOW

pytestmark = pytest.mark.slow

JUNE = sample("gso", "02-Bieu-T6.2025.xlsx")
MAY = sample("gso", "02-So-lieu-T5.2025.xlsx")


@pytest.fixture(scope="module")
def two_months(tmp_path_factory):
    """An archive that holds May and June 2025, made once; nobody writes to it."""
    place = tmp_path_factory.mktemp("held") / "archive.sqlite3"
    with Office(place, clock=lambda: NOW, user="tester") as office:
        office.take_in([MAY, JUNE])
    return place


@pytest.fixture
def held(two_months, tmp_path):
    """A copy of it, to do with as one likes."""
    return shutil.copy(two_months, tmp_path / "kho số liệu.sqlite3")


@pytest.fixture
def terminal(command):
    """Run a command line in English; gives (exit status, standard output, standard error)."""
    return command


@pytest.mark.parametrize("name", ["kho số liệu.sqlite3", "summary.txt"])
def test_a_summary_takes_nobodys_place(terminal, held, name):
    before = held.read_bytes()
    status, out, err = terminal("summary", "--archive", held, "--out", held.with_name(name))
    assert (status, out) == (1, "")
    assert name in err
    assert held.read_bytes() == before


@pytest.mark.parametrize(
    "line",
    [
        ("status", "--year", "2024", "--through", "2025-03"),
        ("summary", "--out", "x.xlsx", "--year", "2024", "--through", "2025-03"),
        ("status", "--year", "99999"),
        ("status", "--year", "-5"),
        ("figures", "--year", "0"),
        ("undo", "99999999999999999999999"),
        ("target", "set", "--year", "2025", "--growth", "16", "--high-growth", "15"),
        ("target", "set", "--year", "2025", "--growth", "-200%"),
        ("target", "set", "--year", "2025", "--value", "-5"),
        ("target", "set", "--year", "0", "--growth", "5"),
        ("target", "set", "--year", "2025", "--value", "454", "--high-growth", "15"),
    ],
)
def test_nonsense_is_a_usage_error(terminal, held, line):
    status, _, err = terminal(*line, "--archive", held)
    assert status == 2
    assert "Traceback" not in err


@pytest.mark.parametrize(
    "asked", [("--year", "2013"), ("--year", "2026"), ("--through", "2025-11")]
)
def test_what_is_not_held_is_said_with_what_is(terminal, held, asked):
    status, out, err = terminal("status", *asked, "--archive", held)
    assert (status, out) == (1, "")
    assert "2025" in err
    assert "2025-" not in err  # months are written as people do


@pytest.mark.parametrize(
    "line",
    [("status",), ("returns",), ("figures",), ("target", "list"), ("import", JUNE, "--dry-run")],
)
def test_asking_creates_no_archive(terminal, tmp_path, line):
    place = tmp_path / "new" / "typo.sqlite3"
    terminal(*line, "--archive", place)
    assert not place.parent.exists()


def test_a_read_only_archive_can_be_asked(terminal, held, tmp_path):
    kept = Path(shutil.copy(held, tmp_path / "kept.sqlite3"))
    kept.chmod(0o444)
    status, out, _ = terminal("status", "--format", "json", "--archive", kept)
    assert status == 0
    assert json.loads(out)["through"] == "2025-06"


def test_a_file_that_cannot_be_stored_does_not_stop_the_others(terminal, tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"PK\x03\x04 and no more")
    archive = ("--archive", tmp_path / "a.sqlite3")
    status, out, err = terminal("import", MAY, broken, JUNE, *archive)
    assert status == 1
    assert len(out.splitlines()) == 3
    assert "broken.xlsx" in err
    assert len(json.loads(terminal("returns", "--format", "json", *archive)[1])) == 2


def test_each_return_is_compared_with_those_before_it_in_the_same_errand(terminal, tmp_path):
    _, out, _ = terminal("import", MAY, JUNE, "--archive", tmp_path / "a.sqlite3")
    assert "0 changed" in out.splitlines()[0]
    assert "0 changed" not in out.splitlines()[1]


def test_a_month_that_has_not_begun_is_refused(terminal, tmp_path):
    early = lambda: datetime(2025, 5, 12, tzinfo=UTC)  # noqa: E731 - a clock
    place = str(tmp_path / "a.sqlite3")
    assert run_command(["import", str(JUNE), "--archive", place], early) == 1


def test_warnings_are_shown(terminal, tmp_path):
    book = openpyxl.load_workbook(JUNE)
    for name in book.sheetnames:
        if "NK" in name:
            del book[name]
    book.save(tmp_path / "half.xlsx")
    status, _, err = terminal("import", tmp_path / "half.xlsx", "--archive", tmp_path / "a.sqlite3")
    assert status == 0
    assert err.strip()


def test_an_empty_folder_is_said(terminal, tmp_path):
    (tmp_path / "empty").mkdir()
    status, _, err = terminal("import", tmp_path / "empty", "--archive", tmp_path / "a.sqlite3")
    assert status == 1
    assert "empty" in err


def test_a_cancel_tells_what_was_stored(tmp_path):
    def stop_at_the_second(done, _total, _what):
        if done == 1:
            raise Cancelled

    with Office(tmp_path / "a.sqlite3", clock=lambda: NOW, user="tester") as office:
        previews = office.preview([MAY, JUNE])
        with pytest.raises(Cancelled) as stopped:
            office.accept(previews, stop_at_the_second)
        assert [o.preview.path for o in stopped.value.done] == [MAY]
        assert [r.name for r in office.returns()] == [MAY.name]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no SIGINT between processes")
def test_an_interrupt_leaves_a_valid_archive(tmp_path):
    place = tmp_path / "a.sqlite3"
    folders = [str(sample(part)) for part in ("history", "gso", "customs")]
    command = [sys.executable, "-m", "desktop", "import", *folders, "--archive", str(place)]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as running:
        while not place.exists() and running.poll() is None:
            os.sched_yield() if hasattr(os, "sched_yield") else None
        running.send_signal(signal.SIGINT)
        _, said = running.communicate(timeout=60)
    assert running.returncode == 130
    assert "Traceback" not in said
    with Office(place, clock=lambda: NOW, user="tester") as office:
        assert all(r.figures for r in office.returns())


def test_usage_errors_are_in_vietnamese_too(capsys):
    status = run_command(["status", "--nonsense", "--language", "vi"], lambda: NOW)
    said = capsys.readouterr().err
    assert status == 2
    assert "Lỗi: Không có tùy chọn" in said
