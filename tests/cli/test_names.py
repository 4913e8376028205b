"""Names and layouts from the terminal: told when they wait, decided, listed, sent on."""

import csv
import io
import json
import shlex
import time
from datetime import datetime, timedelta, timezone

import pytest
from openpyxl import Workbook

from desktop.cli.layout_commands import LAYOUT_COLUMNS
from desktop.cli.names_out import NAME_COLUMNS
from desktop.figures.directions import LearnedLayout, TablePlan
from desktop.figures.layout_files import layout_to_json
from desktop.workflow.naming import COLUMNS
from tests.returns.made import EXPORTS, monthly_sheet

NOW = datetime(2025, 7, 12, 9, 30, tzinfo=timezone(timedelta(hours=7)))
SAM = ("Sâm Ngọc Linh", "--sender", "GSO", "--flow", "export")


@pytest.fixture
def terminal(command, tmp_path):
    """Run a command line on one archive; gives (exit status, standard output, standard error)."""

    def run(*words, archive="archive.sqlite3", now=NOW):
        return command(*words, now=now, archive=tmp_path / archive)

    return run


def test_an_import_says_which_names_wait_and_the_command_it_gives_decides_them(terminal, tmp_path):
    book = Workbook()
    rows = (*EXPORTS, (None, "Sâm Ngọc Linh (*)", 3.0, 7.0), (None, "Cà fê rang", None, 2.0))
    monthly_sheet(book.active, rows=rows)
    book.save(tmp_path / "T6.xlsx")
    status, _, told = terminal("import", tmp_path / "T6.xlsx")
    assert status == 0
    assert "2 names wait for a decision" in told
    assert "perhaps COFFEE (Coffee)" in told
    line = next(line for line in told.splitlines() if "Sâm Ngọc Linh' CODE" in line)
    words = [w for w in shlex.split(line) if w != "CODE"][1:]
    status, said, _ = terminal(*words, "--new", "Sâm Ngọc Linh")
    assert (status, said) == (0, "Sâm Ngọc Linh: Sâm Ngọc Linh (new)\n")
    status, said, told = terminal("import", tmp_path / "T6.xlsx")
    assert status == 0
    assert "2 new, 0 changed, 10 the same" in said
    assert "1 name waits for a decision" in told
    _, figures, _ = terminal("figures")
    read = [line for line in csv.DictReader(io.StringIO(figures)) if "Sâm" in line["label"]]
    assert {(r["item"], r["value"]) for r in read} == {
        ("NEW:Sâm Ngọc Linh", "7000000"), ("NEW:Sâm Ngọc Linh", "3000"),
    }  # fmt: skip


def test_decisions_are_listed_in_three_forms_with_stable_columns(terminal):
    terminal("names", "decide", *SAM, "--new", "Sâm Ngọc Linh")
    terminal("names", "decide", "HQ", "KR", "--sender", "CUSTOMS", "--kind", "market")
    terminal("names", "decide", "Hàng mẫu", "--sender", "GSO", "--leave-out")
    status, table, _ = terminal("names", "list")
    assert status == 0
    assert "Korea" in table
    assert "left out" in table
    _, written, _ = terminal("names", "list", "--format", "csv", "--sender", "GSO")
    lines = list(csv.DictReader(io.StringIO(written)))
    assert tuple(lines[0]) == NAME_COLUMNS == COLUMNS
    assert [(line["label"], line["flow"], line["code"]) for line in lines] == [
        ("Hàng mẫu", "", "-"), ("Sâm Ngọc Linh", "export", "NEW:Sâm Ngọc Linh"),
    ]  # fmt: skip
    _, written, _ = terminal("names", "list", "--format", "json", "--kind", "market")
    (line,) = json.loads(written)
    assert (line["code"], line["name_vi"]) == ("KR", "Hàn Quốc")
    assert line["decided_at"] == "2025-07-12T02:30:00+00:00"


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of a process is set on POSIX")
def test_the_day_of_a_decision_is_that_of_the_desk(terminal, monkeypatch):
    """Early in the morning it is still the day before in Greenwich."""
    monkeypatch.setenv("TZ", "Asia/Ho_Chi_Minh")
    time.tzset()
    try:
        terminal("names", "decide", *SAM, "--leave-out", now=NOW.replace(hour=6))
        assert "12 Jul 2025" in terminal("names", "list")[1]
    finally:
        monkeypatch.undo()
        time.tzset()


def test_a_decision_for_nobody_known_is_kept_and_said_to_be_one(terminal):
    status, said, told = terminal("names", "decide", "Sâm", "RICE", "--sender", "NOPE")
    assert (status, told) == (0, "No return and no layout of NOPE is known yet.\n")
    assert said == "Sâm: Rice (RICE)\n"
    assert terminal("names", "decide", "Sâm", "RICE", "--sender", "CUSTOMS")[2] == ""


def test_a_decision_is_told_again_changed_and_forgotten(terminal):
    terminal("names", "decide", *SAM, "--leave-out")
    assert terminal("names", "decide", *SAM, "-")[1] == "Sâm Ngọc Linh meant this already.\n"
    assert terminal("names", "decide", *SAM, "RICE")[1] == "Sâm Ngọc Linh: Rice (RICE)\n"
    assert terminal("names", "forget", "SÂM NGỌC LINH", "--sender", "GSO")[0] == 0
    assert json.loads(terminal("names", "list", "--format", "json")[1]) == []
    status, _, told = terminal("names", "forget", *SAM)
    assert (status, told) == (
        1,
        "Nothing is decided about the name Sâm Ngọc Linh. "
        "Look it up in the list of names decided.\n",
    )


@pytest.mark.parametrize(
    ("arguments", "status", "says"),
    [
        ((), 2, "Give one of these"),
        (("RICE", "--leave-out"), 2, "Give one of these"),
        (("NOTHING",), 1, "There is no code NOTHING for the name Sâm Ngọc Linh."),
        (("--new", " "), 1, "There is no code NEW: for the name"),
    ],
)
def test_a_decision_that_is_none_is_refused(terminal, arguments, status, says):
    given, _, told = terminal("names", "decide", *SAM, *arguments)
    assert given == status
    assert says in told


def test_another_archive_takes_decisions_over(terminal, tmp_path):
    terminal("names", "decide", *SAM, "--leave-out")
    assert terminal("names", "export", tmp_path / "names.csv")[0] == 0
    taken = terminal("names", "import", tmp_path / "names.csv", archive="other.sqlite3")
    assert taken[:2] == (0, "1 decision is now in force.\n")
    (tmp_path / "names.csv").write_text("sender,kind,label,code\nGSO,item,X,Y\n", encoding="utf-8")
    status, _, told = terminal("names", "import", tmp_path / "names.csv")
    assert status == 1
    assert told.startswith("Line 2 of names.csv: there is no code Y for the name X.")


def test_layouts_come_in_are_listed_go_out_and_are_forgotten(terminal, tmp_path):
    layout = LearnedLayout("Biểu cảng", "PORT", (TablePlan("XK"), TablePlan("NK")))
    (tmp_path / "cảng.json").write_text(layout_to_json(layout), encoding="utf-8")
    assert terminal("layouts", "import", tmp_path / "cảng.json")[1] == (
        "Layout 1 is known: Biểu cảng, PORT\n"
    )
    (line,) = csv.DictReader(io.StringIO(terminal("layouts", "list", "--format", "csv")[1]))
    assert tuple(line) == LAYOUT_COLUMNS
    assert (line["number"], line["sender"], line["tables"]) == ("1", "PORT", "2")
    assert "Biểu cảng" in terminal("layouts", "list")[1]
    assert terminal("layouts", "export", 1, tmp_path / "out.json")[0] == 0
    assert terminal("layouts", "forget", 1)[1] == "Layout 1 is forgotten.\n"
    assert json.loads(terminal("layouts", "list", "--format", "json")[1]) == []
    status, _, told = terminal("layouts", "forget", 1)
    assert (status, told) == (
        1, "The archive holds no layout 1. Look its number up in the list of layouts.\n",
    )  # fmt: skip
