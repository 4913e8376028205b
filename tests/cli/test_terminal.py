"""The terminal: stable output, exit statuses, one sentence for every known error."""

import csv
import io
import json
import re
import subprocess
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from desktop.cli.door import run_command
from desktop.cli.figures_out import ARCHIVE_COLUMNS, READ_COLUMNS, amount
from desktop.figures.places import sample

NOW = datetime(2025, 7, 12, 9, 30, tzinfo=timezone(timedelta(hours=7)))
JUNE = sample("gso", "02-Bieu-T6.2025.xlsx")


@pytest.fixture
def terminal(capsys, tmp_path):
    """Run a command line; gives (exit status, standard output, standard error)."""

    def run(*arguments):
        status = run_command([str(a) for a in arguments], lambda: NOW)
        said = capsys.readouterr()
        return status, said.out, said.err

    run.archive = tmp_path / "archive.sqlite3"
    return run


def test_read_writes_the_documented_columns(terminal):
    status, out, _ = terminal("read", JUNE, "--format", "csv")
    lines = list(csv.DictReader(io.StringIO(out)))
    assert status == 0
    assert tuple(lines[0]) == READ_COLUMNS
    (total,) = [
        line
        for line in lines
        if (line["flow"], line["item"], line["ownership"], line["basis"], line["period_end"])
        == ("export", "TOTAL", "ALL", "cumulative", "2025-06")
    ]
    assert total["value"] == "219830000000"
    assert (total["unit"], total["measure"], total["status"]) == ("USD", "value", "preliminary")
    assert {line["measure"] for line in lines} <= {"value", "quantity"}


def test_indices_of_industry_are_written_when_asked_for(terminal):
    book = sample("industry", "02.Bieu-T12.2024-cong-nghiep.xlsx")
    status, out, _ = terminal("read", book, "--measures", "industry", "--format", "csv")
    lines = list(csv.DictReader(io.StringIO(out)))
    assert status == 0
    assert {line["measure"] for line in lines} == {
        "production_index", "consumption_index", "inventory_index",
    }  # fmt: skip
    whole = {"flow": "industry", "item": "TOTAL", "basis": "year", "value": "108.35"}
    assert [line for line in lines if whole.items() <= line.items()]
    shown = terminal("read", book, "--measures", "industry", "--language", "en")[1]
    assert re.search(r"\d\d\.\d\d? index", shown)


def test_read_touches_no_archive(terminal):
    terminal("read", JUNE, "--archive", terminal.archive)
    assert not terminal.archive.exists()


def test_a_folder_without_a_workbook_is_refused_like_an_import_of_it(terminal, tmp_path):
    (tmp_path / "empty").mkdir()
    archive = ("--archive", terminal.archive, "--language", "en")
    told = [terminal(command, tmp_path / "empty", *archive) for command in ("read", "import")]
    assert told[0] == told[1]
    assert told[0][::2] == (
        1, f"There is no workbook in {tmp_path / 'empty'}. Name the files, or a folder that "
        "holds .xlsx or .xls files.\n",
    )  # fmt: skip


def test_findings_are_json_lines_on_standard_error(terminal, tmp_path):
    broken = tmp_path / "broken.xlsx"
    broken.write_bytes(b"not a workbook")
    status, out, err = terminal("read", broken, "--format", "csv", "--language", "en")
    (finding,) = [json.loads(line) for line in err.splitlines()]
    assert status == 1
    assert out.strip() == ",".join(READ_COLUMNS)
    assert finding["source_file"] == "broken.xlsx"
    assert finding["sentence"].endswith(".")
    assert finding["remedy"].endswith(".")


def test_import_status_undo_redo(terminal):
    archive = ("--archive", terminal.archive)
    assert terminal("import", JUNE, *archive)[0] == 0
    status, out, _ = terminal("returns", "--format", "json", *archive)
    (stored,) = json.loads(out)
    assert status == 0
    assert (stored["month"], stored["reported_on"]) == ("2025-06", "2025-07-06")
    assert terminal("undo", stored["number"], *archive)[0] == 0
    assert terminal("status", *archive)[0] == 1
    assert terminal("redo", stored["number"], *archive)[0] == 0
    status, out, _ = terminal("status", "--format", "json", *archive)
    told = json.loads(out)
    assert status == 0
    assert told["exports"]["cumulative_usd"] == 219_830e6
    assert told["balance_usd"] == pytest.approx(7_630e6)
    assert told["fdi"]["value_usd"] == 161_644_523_103
    assert (told["domestic_reason"], told["fdi_reason"]) == ("no_figure", None)


def test_the_table_names_both_growths_beside_the_points(terminal, monkeypatch):
    monkeypatch.setenv("COLUMNS", "120")
    archive = ("--archive", terminal.archive, "--language", "en")
    terminal("import", JUNE, *archive)
    status, out, _ = terminal("status", "--format", "table", *archive)
    (heading,) = [line for line in out.splitlines() if line.strip().startswith("Item")]
    assert status == 0
    assert " ".join(heading.split()) == "Item bn USD Growth, as printed Growth, recomputed Points"
    assert "6 months to June 2025" in out
    (balance,) = [line for line in out.splitlines() if line.strip().startswith("Balance")]
    assert balance.split() == ["Balance", "+7.63", "–"]  # last year's stands in no book of June


def test_the_same_file_twice_adds_nothing_and_says_so(terminal):
    archive = ("--archive", terminal.archive, "--language", "en")
    terminal("import", JUNE, *archive)
    status, out, _ = terminal("import", JUNE, *archive)
    assert status == 0
    assert "already" in out or "in the archive" in out
    assert len(json.loads(terminal("returns", "--format", "json", *archive)[1])) == 1


def test_a_dry_run_writes_nothing(terminal):
    archive = ("--archive", terminal.archive)
    status, out, _ = terminal("import", JUNE, "--dry-run", *archive)
    assert status == 0
    assert JUNE.name in out
    assert json.loads(terminal("returns", "--format", "json", *archive)[1]) == []


def test_a_given_date_overrules_the_calendar(terminal):
    archive = ("--archive", terminal.archive)
    terminal("import", JUNE, "--reported-on", "2025-07-05", *archive)
    (stored,) = json.loads(terminal("returns", "--format", "json", *archive)[1])
    assert (stored["reported_on"], stored["date_origin"]) == ("2025-07-05", "given")


def test_a_day_to_come_is_no_day_of_report(terminal):
    archive = ("--archive", terminal.archive, "--language", "en")
    status, _, err = terminal("import", JUNE, "--reported-on", "2205-07-05", *archive)
    assert status == 1
    assert "that day is still to come" in err
    assert terminal("figures", *archive)[1].count("\n") == 1  # the heading


def test_figures_have_their_source(terminal):
    archive = ("--archive", terminal.archive)
    terminal("import", JUNE, *archive)
    status, out, _ = terminal("figures", "--year", "2025", *archive)
    lines = list(csv.DictReader(io.StringIO(out)))
    assert status == 0
    assert tuple(lines[0]) == ARCHIVE_COLUMNS
    assert {line["source_file"] for line in lines} == {JUNE.name}
    before = terminal("figures", "--as-of", "2025-07-01", *archive)[1]
    assert before.strip() == ",".join(ARCHIVE_COLUMNS)


def test_figures_that_outgrow_a_sheet_are_the_nations_unless_a_province_is_asked(
    terminal, monkeypatch
):
    archive = ("--archive", terminal.archive)
    book = Path(__file__).parents[1] / "returns/recipes/customs_019t/2025-T06T-019T(VN-SB).xlsx"
    terminal("import", JUNE, book, *archive)

    def told(*asked):
        status, out, said = terminal("figures", *asked, *archive)
        assert status == 0
        return {line["province"] for line in csv.DictReader(io.StringIO(out))}, said

    whose, said = told()
    assert {"", "An Giang"} < whose
    assert said == ""
    for room in ("workflow.office", "cli.commands"):
        monkeypatch.setattr(f"desktop.{room}.SHEET_ROWS", 100)
    whose, said = told("--year", "2025")
    assert whose == {""}
    assert "--province" in said
    assert told("--province", "An Giang")[0] == {"An Giang"}
    assert terminal("figures", "--province", "Nowhere", *archive)[0] != 0


def test_targets_supersede_and_stay_listed(terminal):
    archive = ("--archive", terminal.archive)
    terminal("target", "set", "--year", "2025", "--growth", "10", *archive)
    terminal(
        "target", "set", "--year", "2025", "--growth", "12%",
        "--document", "NQ 01", "--issued-on", "2025-01-08", *archive,
    )  # fmt: skip
    kept = json.loads(terminal("target", "list", "--format", "json", *archive)[1])
    assert [t["low"] for t in kept] == [0.10, 0.12]
    assert kept[1]["document"] == "NQ 01"


@pytest.mark.parametrize(
    "line",
    [
        ("status", "--through", "June"),
        ("status", "--as-of", "yesterday"),
        ("target", "set", "--year", "2025"),
        ("target", "set", "--year", "2025", "--growth", "a lot"),
        ("nonsense",),
        ("read",),
        ("import", "x.xlsx", "--nonsense"),
    ],
)
def test_misuse_is_status_two_and_no_traceback(terminal, line):
    status, _, err = terminal(*line)
    assert status == 2
    assert "Traceback" not in err
    assert err.strip()


@pytest.mark.parametrize("language", ["vi", "en"])
def test_an_archive_that_is_not_there_is_told_and_what_would_fill_it(terminal, language):
    archive = ("--archive", terminal.archive, "--language", language)
    for line in (("status",), ("summary", "--out", terminal.archive.with_name("s.xlsx"))):
        status, out, err = terminal(*line, *archive)
        assert (status, out) == (1, "")
        missing, empty = err.splitlines()
        assert str(terminal.archive) in missing
        assert str(terminal.archive) not in empty


def test_an_unknown_return_cannot_be_undone(terminal):
    archive = ("--archive", terminal.archive, "--language", "en")
    terminal("target", "set", "--year", "2025", "--value", "454", *archive)
    status, _, err = terminal("undo", "7", *archive)
    assert status == 1
    assert err.startswith("The archive holds no return 7.")


@pytest.mark.parametrize("line", ["undo 7", "redo 7", "target remove 7", "target restore 7"])
def test_where_nothing_can_be_taken_back_no_archive_is_begun(terminal, line):
    archive = ("--archive", terminal.archive, "--language", "en")
    status, _, err = terminal(*line.split(), *archive)
    assert status == 1
    assert str(terminal.archive) in err
    assert not terminal.archive.exists()


def test_a_missing_file_is_named(terminal):
    archive = ("--archive", terminal.archive, "--language", "en")
    status, _, err = terminal("import", "nowhere.xlsx", *archive)
    assert status == 1
    assert "nowhere.xlsx" in err
    assert "Traceback" not in err


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize(
    "command",
    ["", "read", "import", "returns", "undo", "redo", "figures", "target", "status", "summary",
     "demo"],
)  # fmt: skip
def test_every_command_explains_itself(terminal, command, language):
    status, out, _ = terminal(*filter(None, [command]), "--language", language, "--help")
    assert status == 0
    assert len(out.splitlines()) > 3


@pytest.mark.parametrize(
    ("thousandths", "printed", "written"),
    [
        (219_830_000_000_000, "219830", "219830000000"),
        (-1_500, "-1,5", "-1.5"),
        (1, "0.001", "0.001"),
        (0, "0", "0"),
        (12_271_889, "12.271888888", "12271.888888"),
    ],
)
def test_amounts_are_exact_decimals(thousandths, printed, written):
    assert amount(thousandths, printed) == written


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="a device of Linux's")
def test_a_full_disk_behind_standard_output_is_told_as_one():
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "desktop", "read", JUNE, "--language", "en"],
            stdout=full, stderr=subprocess.PIPE, text=True, check=False,
        )  # fmt: skip
    assert done.returncode == 1
    assert "the disk is full" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("told", "first"),
    [("en_GB.UTF-8", "en"), ("C.UTF-8", "en"), ("vi_VN.UTF-8", "vi"), ("fr_FR.UTF-8", "vi")],
)
def test_the_window_begins_in_the_language_that_the_terminal_speaks(monkeypatch, told, first):
    seen = {}
    monkeypatch.setenv("LC_ALL", told)
    monkeypatch.setattr("desktop.gui.application.run", lambda *_, **how: seen.update(how) or 0)
    assert run_command([], lambda: NOW) == 0
    assert (seen["language"], seen["first_language"]) == (None, first)
