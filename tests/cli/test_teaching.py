"""The terminal: a layout proposed, corrected, taught; the next file is read by it."""

import csv
import io
import json
from functools import partial

import pytest
from openpyxl import Workbook

from tests.returns.plans.foreign import KOREA, Rows, filled

MARCH = ("2025년 3월", 58200.5, 3.1, 53200.1, 2.3, 5000.4)


@pytest.fixture
def terminal(command, tmp_path):
    """Run a command on an archive of its own; gives (exit status, standard output, error)."""
    return partial(command, archive=tmp_path / "archive.sqlite3")


@pytest.fixture
def book(tmp_path):
    def save(name: str, rows: Rows):
        workbook = Workbook()
        filled(rows)(workbook.active)
        workbook.save(tmp_path / name)
        return tmp_path / name

    return save


@pytest.mark.slow  # each command starts a reading process
def test_propose_teach_read_and_hand_on(terminal, book, tmp_path):
    february, march = book("february.xlsx", KOREA), book("march.xlsx", (*KOREA[:-1], MARCH))
    status, _, err = terminal("read", february)
    assert status == 1
    assert "unknown_layout" in err

    status, proposal, _ = terminal("layouts", "propose", february)
    assert status == 0
    plan = tmp_path / "plan.json"
    plan.write_text(proposal, encoding="utf-8")
    status, out, _ = terminal("read", february, "--directions", plan, "--format", "csv")
    assert (status, len(list(csv.DictReader(io.StringIO(out))))) == (0, 9)

    status, out, _ = terminal("layouts", "teach", february, plan, "--name", "Korea")
    assert status == 0
    assert out.splitlines() == ["Layout 1 is known: Korea, KR", "15 figures are read by it."]
    assert terminal("import", march)[0] == 0

    layout = tmp_path / "layout.json"
    assert terminal("layouts", "export", 1, layout)[0] == 0
    status, out, _ = terminal("read", march, "--layout", layout, "--format", "csv")
    assert (status, len(list(csv.DictReader(io.StringIO(out))))) == (0, 9)


@pytest.mark.slow  # each command starts a reading process
def test_a_plan_that_reads_nothing_teaches_nothing(terminal, book, tmp_path):
    february = book("february.xlsx", KOREA)
    entries = json.loads(terminal("layouts", "propose", february)[1])
    entries["plans"][0]["first_row"] = 900
    plan = tmp_path / "plan.json"
    plan.write_text(json.dumps(entries), encoding="utf-8")
    status, _, err = terminal("layouts", "teach", february, plan, "--name", "Korea")
    assert status == 1
    assert "has no rows" in err


@pytest.mark.parametrize("option", ["--layout", "--directions"])
@pytest.mark.parametrize("text", ["", "{}", "[1]", '{"format": 1}', "\x00"])
def test_a_file_that_is_neither_is_refused_in_a_sentence(terminal, tmp_path, option, text):
    bad = tmp_path / "bad.json"
    bad.write_text(text, encoding="utf-8")
    status, _, err = terminal("read", tmp_path / "none.xlsx", option, bad)
    assert status == 1
    assert "bad.json" in err


@pytest.mark.slow  # each command starts a reading process
def test_what_is_no_workbook_proposes_nothing(terminal, tmp_path):
    bad = tmp_path / "bad.xlsx"
    bad.write_bytes(b"none")
    status, out, err = terminal("layouts", "propose", bad)
    assert (status, out) == (1, "")
    assert "bad.xlsx" in err


@pytest.mark.parametrize("words", [("propose",), ("teach", "plan.json", "--name", "Korea")])
def test_of_a_folder_nobody_knows_which_workbook_is_meant(terminal, tmp_path, monkeypatch, words):
    monkeypatch.chdir(tmp_path)
    plan = '{"format": "export-target-tracker directions 1", "plans": []}'
    (tmp_path / "plan.json").write_text(plan, encoding="utf-8")
    named, *more = words
    status, _, err = terminal("layouts", named, tmp_path, *more)
    assert (status, err.splitlines()) == (
        1, [f"{tmp_path} is a folder, not a file. Name the file itself."]
    )  # fmt: skip
