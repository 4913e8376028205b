"""The terminal on returns: what came, what is due, what an undo would change, the checks."""

import csv
import io
import json
from datetime import datetime, timedelta, timezone

import pytest

from desktop.cli.checks_out import CHECK_COLUMNS
from desktop.cli.door import run_command
from desktop.cli.returns_out import DUE_COLUMNS, RETURN_COLUMNS
from desktop.cli.undoing_out import UNDOING_COLUMNS
from desktop.figures.places import sample

NOW = datetime(2025, 8, 12, 9, 30, tzinfo=timezone(timedelta(hours=7)))
MAY, JUNE = (
    sample("gso", name) for name in ("02-So-lieu-T5.2025.xlsx", "02-Bieu-T6.2025.xlsx")
)  # fmt: skip


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive with two months of the statistics office."""
    path = tmp_path_factory.mktemp("archive") / "archive.sqlite3"
    assert run_command(["import", str(MAY), str(JUNE), "--archive", str(path)], lambda: NOW) == 0
    return path


@pytest.fixture
def terminal(capsys, archive):
    """Run a command line on the archive; gives its standard output."""

    def run(*arguments, status=0):
        words = [*map(str, arguments), "--archive", str(archive), "--language", "en"]
        assert run_command(words, lambda: NOW) == status
        return capsys.readouterr().out

    return run


def lines_of(out):
    return list(csv.DictReader(io.StringIO(out)))


def test_returns_say_which_months_they_cover_and_what_they_brought(terminal):
    may, june = lines_of(terminal("returns", "--format", "csv"))
    assert tuple(june) == RETURN_COLUMNS
    assert (june["month"], june["last_month"], june["changed"]) == ("2025-06", "2025-06", "4")
    assert int(may["new"]) == int(may["figures"])
    assert "2025-06" in terminal("returns")


def test_due_lists_what_is_late_or_to_come(terminal):
    due = lines_of(terminal("due", "--format", "csv"))
    assert tuple(due[0]) == DUE_COLUMNS
    assert [(d["month"], d["due_on"], d["state"]) for d in due] == [
        ("2025-07", "2025-08-06", "late"),
        ("2025-08", "2025-09-06", "due"),
    ]
    everything = json.loads(terminal("due", "--all", "--format", "json"))
    assert [d["state"] for d in everything] == ["received", "received", "late", "due"]
    assert "late" in terminal("due")


def test_undo_says_what_it_would_change_and_changes_nothing(terminal):
    told = lines_of(terminal("undo", "2", "--what", "--format", "csv"))
    assert tuple(told[0]) == UNDOING_COLUMNS
    effects = [line["effect"] for line in told]
    assert (effects.count("changes"), set(effects)) == (4, {"changes", "goes"})
    assert all(line["now"] != line["then"] for line in told)
    assert [r["withdrawn"] for r in lines_of(terminal("returns", "--format", "csv"))] == [
        "no", "no",
    ]  # fmt: skip
    shown = terminal("undo", "2", "--what")
    assert "4 figures would change" in shown
    assert {"Exports", "Imports", "tonnes", "USD"} <= set(shown.split())
    shown = terminal("undo", "2", "--what", "--language", "vi")
    assert "Xuất khẩu ·" in shown
    assert "tháng 2025-06" in shown
    assert "Exports" not in shown


def test_an_undo_of_nothing_is_refused(terminal):
    terminal("undo", "9", "--what", status=1)


def test_read_writes_the_checks_of_a_file(terminal):
    checks = lines_of(terminal("read", JUNE, "--checks", "--format", "csv"))
    assert tuple(checks[0]) == CHECK_COLUMNS
    total = next(c for c in checks if c["check"] == "sector_sum")
    assert (total["unit"], total["difference"], total["agrees"]) == ("USD", "0", "yes")
    assert int(total["printed"]) == int(total["ours"])
    assert {c["with_archive"] for c in checks} == {"no"}


def test_an_import_writes_every_check_of_a_file(terminal, tmp_path, capsys):
    read = json.loads(terminal("read", JUNE, "--checks", "--format", "json"))
    words = ["import", str(JUNE), "--checks", "json", "--archive", str(tmp_path / "a.sqlite3")]
    assert run_command(words, lambda: NOW) == 0
    told = json.loads(capsys.readouterr().out)
    assert [c["cell"] for c in told] == [c["cell"] for c in read]
    assert any(c["agrees"] == "yes" for c in told)


def test_a_dry_run_writes_the_checks_with_the_archive(terminal, tmp_path):
    other = tmp_path / "again.xlsx"
    other.write_bytes(JUNE.read_bytes() + b"\0")
    checks = json.loads(terminal("import", other, "--dry-run", "--checks", "json"))
    assert {c["check"] for c in checks if c["with_archive"] == "yes"} == {"month_by_cumulatives"}
