"""The terminal asked for what the archive had been told by a day or moment."""

import json
import shlex
from dataclasses import replace
from datetime import datetime, timedelta, timezone

import pytest
from openpyxl import load_workbook

from desktop.cli.door import run_command
from desktop.figures.places import sample
from desktop.figures.warning_rules import shipped_rules
from desktop.workflow import watchfulness
from tests.journeys.test_known_by import content

HANOI = timezone(timedelta(hours=7))
THEN, NOW = (datetime(2025, *day, 9, 30, 5, tzinfo=HANOI) for day in ((7, 12), (9, 1)))
MAY, JUNE = (
    sample("gso", name) for name in ("02-So-lieu-T5.2025.xlsx", "02-Bieu-T6.2025.xlsx")
)  # fmt: skip


def run(clock, archive, *words, status=0):
    every = [*map(str, words), "--archive", str(archive), "--language", "en"]
    assert run_command(every, lambda: clock) == status


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    """May is imported and summarised on 12 July; June comes and May is undone in September."""
    folder = tmp_path_factory.mktemp("desk")
    archive = folder / "archive.sqlite3"
    run(THEN, archive, "import", MAY)
    run(THEN, archive, "target", "set", "--year", "2025", "--value", "454.2")
    run(
        THEN,
        archive,
        "summary",
        "--out",
        folder / "then.xlsx",
        "--sheets",
        "cover,warnings,sources",
    )
    run(NOW, archive, "import", JUNE)
    run(NOW, archive, "undo", "1")
    run(NOW, archive, "target", "remove", "1")
    rules = folder / "rules.toml"
    rules.write_text("[late]\ndays = 9\n", encoding="utf-8")
    run(NOW, archive, "warnings", "rules", "--set", rules)
    return folder


@pytest.fixture
def told(desk, capsys):
    def ask(*words, status=0):
        run(NOW, desk / "archive.sqlite3", *words, status=status)
        return capsys.readouterr()

    return ask


@pytest.mark.parametrize("known", ["2025-07-12T09:30:05", "2025-07-12T02:31Z"])
def test_a_moment_of_that_day_may_be_named(told, known):
    status = json.loads(told("status", "--format", "json", "-k", known).out)
    assert (status["through"], status["known_by"][:10]) == ("2025-05", "2025-07-12")


def test_every_command_answers_as_it_did_then(told):
    def out(*words):
        return told(*words, "-k", "2025-07-12").out

    status = json.loads(out("status", "--format", "json"))
    assert (status["through"], status["known_by"][:10]) == ("2025-05", "2025-07-12")
    assert status["exports"]["target_usd"]
    (may,) = json.loads(out("returns", "--format", "json"))
    assert not may["withdrawn"]
    assert [t["number"] for t in json.loads(out("target", "list", "--format", "json"))] == [1]
    assert "days = 9" not in out("warnings", "rules")
    assert {d["month"] for d in json.loads(out("due", "--all", "--format", "json"))} == {
        "2025-05", "2025-06", "2025-07",
    }  # fmt: skip
    figures = out("figures").splitlines()[1:]
    assert {line.partition(",")[0] for line in figures} == {MAY.name}
    assert json.loads(out("outlook", "--format", "json"))["through"] == "2025-05"
    assert json.loads(told("status", "--format", "json").out)["through"] == "2025-06"


def test_before_the_first_import_nothing_was_known(told):
    assert json.loads(told("returns", "-k", "2025-07-12T09:30:04", "--format", "json").out) == []
    assert told("status", "-k", "2025-07-11", status=1).err


@pytest.mark.parametrize("known", ["yesterday", "2025-13-01", "2025-07-12T25:00"])
def test_what_is_no_moment_is_refused(told, known):
    assert known in told("status", "--known-by", known, status=2).err


def test_the_command_that_a_summary_names_makes_it_again(desk, told):
    sheet = load_workbook(desk / "then.xlsx")["Sources"]
    (line,) = [
        str(cell.value) for row in sheet.iter_rows() for cell in row
        if "export-tracker summary" in str(cell.value)
    ]  # fmt: skip
    words = shlex.split(line.partition("export-tracker ")[2])
    said = told(*words, desk / "again.xlsx")
    assert content(desk / "again.xlsx") == content(desk / "then.xlsx")
    assert said.err == ""


def test_a_summary_made_again_by_a_program_with_other_rules_says_so(desk, told, monkeypatch):
    remake = ("summary", "--rebuild", desk / "then.xlsx", "--out", desk / "rebuilt.xlsx")
    assert told(*remake).err == ""
    shipped = shipped_rules()
    other = replace(shipped, late=replace(shipped.late, days=shipped.late.days + 1))
    monkeypatch.setattr(watchfulness, "shipped_rules", lambda: other)
    assert shipped.fingerprint in told(*remake).err


def test_a_summary_under_other_rules_says_so(desk, told):
    said = told("summary", "--judged-by", "0123456789ab", "--out", desk / "other.xlsx")
    assert "other rules" in said.err


def test_what_was_known_is_told_by_the_groupings_of_then(tmp_path, capsys):
    """Rice left the office's own group in September: July's summary is made again with it."""
    place, ours = tmp_path / "a.sqlite3", tmp_path / "ours.csv"
    head = "scheme,group,dimension,name_vi,members\nOWN,,item,Nhóm,\nOWN,FOOD,,Lương thực,"
    run(THEN, place, "import", JUNE)
    for clock, members in ((THEN, "COFFEE RICE"), (NOW, "COFFEE")):
        ours.write_text(f"{head}{members}\n", encoding="utf-8")
        run(clock, place, "groupings", "use", ours)
        if clock is THEN:
            line = ("--year", "2025", "--item", "OWN/FOOD", "--value", "9")
            run(clock, place, "target", "set", *line)
            for out in ("then.xlsx", "then.md"):
                run(clock, place, "report", "--out", tmp_path / out)
    told = []
    for known in ((), ("--known-by", "2025-07-13")):
        capsys.readouterr()
        run(NOW, place, "status", "--format", "json", *known)
        told.append(json.loads(capsys.readouterr().out)["targets"][0]["cumulative_usd"])
    assert told[1] > told[0]
    for known, listed in (((), True), (("--known-by", "2025-07-11"), False)):
        capsys.readouterr()
        run(NOW, place, "groupings", "list", *known)
        assert ("OWN" in capsys.readouterr().out) is listed
    for out in ("then.xlsx", "then.md"):
        again = tmp_path / f"again-{out}"
        run(NOW, place, "report", "--out", again, "--rebuild", tmp_path / out)
        assert again.read_bytes() == (tmp_path / out).read_bytes()


@pytest.mark.parametrize("by", ["--as-of", "--known-by"])
def test_a_day_before_all_is_told_as_that_and_not_as_an_empty_archive(told, by):
    said = told("status", by, "2025-01-01", status=1)
    assert (said.out, said.err) == (
        "",
        "No total export figure had been told by then; the archive holds some by now. "
        "Ask for a later day.\n",
    )
