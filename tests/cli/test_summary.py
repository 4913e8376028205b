"""The summary from a terminal: only if there is something new, made again, in an own template."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from openpyxl import Workbook, load_workbook

from desktop.cli.door import run_command
from desktop.figures.places import sample

NOW = datetime(2025, 7, 12, 9, 30, tzinfo=UTC)
APRIL, MAY = "02.-Bieu-T4.2025.xlsx", "02-So-lieu-T5.2025.xlsx"


@pytest.fixture(scope="module")
def april(tmp_path_factory):
    """The bytes of an archive that holds April."""
    place = tmp_path_factory.mktemp("april") / "archive.sqlite3"
    given = ["import", str(sample("gso", APRIL)), "--archive", str(place)]
    assert run_command(given, lambda: NOW) == 0
    return place.read_bytes()


@pytest.fixture
def terminal(april, capsys, tmp_path):
    """Run a command on an archive that holds April; gives (exit status, output, errors)."""
    place = tmp_path / "a.sqlite3"
    place.write_bytes(april)

    def run(*arguments):
        line = [*map(str, arguments), "--archive", str(place), "--language", "en"]
        run.now += timedelta(hours=1)
        status = run_command(line, lambda: run.now)
        said = capsys.readouterr()
        return status, said.out, said.err

    run.now = NOW
    return run


def test_nothing_new_is_a_quiet_end_with_a_status_of_its_own(terminal, tmp_path):
    out, dated = tmp_path / "summary.xlsx", tmp_path / "summary 2.xlsx"
    assert terminal("summary", "--out", out, "--if-new")[0] == 0
    before = out.stat().st_mtime_ns
    assert terminal("summary", "--out", out, "--if-new") == (4, "", "")
    assert terminal("summary", "--out", dated, "--if-new") == (4, "", "")
    assert out.stat().st_mtime_ns == before
    assert not dated.exists()
    assert terminal("summary", "--out", dated, "--if-new", "--sheets", "cover")[0] == 0
    dated.unlink()
    terminal("import", sample("gso", MAY))
    assert terminal("summary", "--out", dated, "--if-new")[0] == 0
    assert terminal("summary", "--out", dated, "--if-new")[0] == 4


def test_a_summary_is_made_again_in_its_own_language(terminal, tmp_path):
    out, again = tmp_path / "a.xlsx", tmp_path / "b.xlsx"
    terminal("summary", "--out", out, "--sheets", "cover,items")
    terminal("import", sample("gso", MAY))
    status, told, _ = terminal("summary", "--rebuild", out, "--out", again)
    assert (status, told) == (0, f"Written: {again}\n")
    assert again.read_bytes() == out.read_bytes()


def test_what_carries_nothing_cannot_be_made_again(terminal, tmp_path):
    Workbook().save(tmp_path / "plain.xlsx")
    status, _, told = terminal("summary", "--rebuild", tmp_path / "plain.xlsx", "--out",
                               tmp_path / "b.xlsx")  # fmt: skip
    assert status == 1
    assert told.startswith("plain.xlsx does not carry")


def test_a_template_is_filled_and_said(terminal, tmp_path):
    book = Workbook()
    book.active["B2"], book.active["B3"] = "{{exports.month}}", "{{imports.target}}"
    book.save(tmp_path / "template.xlsx")
    status, told, doubts = terminal("summary", "--template", tmp_path / "template.xlsx", "--out",
                                    tmp_path / "report.xlsx")  # fmt: skip
    assert status == 0
    assert "2 placeholders filled." in told
    assert "{{imports.target}} in Sheet!B3 has no value" in doubts
    assert load_workbook(tmp_path / "report.xlsx").active["B2"].value > 30_000


def test_every_placeholder_that_is_none_is_named(terminal, tmp_path):
    book = Workbook()
    book.active["B2"], book.active["C3"] = "{{exports.moth}}", "{{nothing}}"
    book.save(tmp_path / "template.xlsx")
    out = tmp_path / "report.xlsx"
    status, _, told = terminal("summary", "--template", tmp_path / "template.xlsx", "--out", out)
    first, second = told.splitlines()
    assert status == 1
    assert first.startswith("{{exports.moth}} in Sheet!B2 names nothing that is known.")
    assert "{{exports.month}}" in first
    assert second.startswith("{{nothing}} in Sheet!C3")
    assert not out.exists()


def test_only_one_of_them_at_a_time(terminal, tmp_path):
    status, _, told = terminal("summary", "--out", tmp_path / "a.xlsx", "--if-new", "--rebuild",
                               tmp_path / "b.xlsx")  # fmt: skip
    assert status == 2
    assert "--if-new" in told
