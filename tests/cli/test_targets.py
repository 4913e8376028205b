"""Targets from a terminal: set in any measure and scope, listed, given out, exchanged."""

from __future__ import annotations

import json

import openpyxl
import pytest

from desktop.cli.door import run_command
from tests.cli.test_paths import NOW


@pytest.fixture(scope="module")
def history(tmp_path_factory, root):
    """The bytes of an archive with the years until 2024, and the items of one book of 2025."""
    place = tmp_path_factory.mktemp("targets") / "archive.sqlite3"
    book = max(b for b in (root / "sample_data" / "gso").glob("*") if "2025" in b.name)
    given = ["--archive", str(place), "import", str(root / "sample_data" / "history"), str(book)]
    assert run_command(given, lambda: NOW) == 0
    return place.read_bytes()


@pytest.fixture
def asked(history, tmp_path, capsys):
    """Run a command on the archive: status, output, errors; in English."""
    place = tmp_path / "archive.sqlite3"
    place.write_bytes(history)

    def run(*line):
        capsys.readouterr()
        status = run_command(
            ["--archive", str(place), *map(str, line), "--language", "en"], lambda: NOW
        )
        said = capsys.readouterr()
        return status, said.out, said.err

    run.folder = tmp_path
    return run


def test_parts_and_forms_are_asked_for_as_of_a_day(asked):
    """A target that came out in March is in no form, and has no parts, as of January."""
    twelve = ("--year", "2025", "--growth", "12%", "--issued-on", "2025-03-01")
    assert asked("target", "set", *twelve)[0] == 0
    given, asked_of = ("target", "allocate", "--by", "item", "--year", "2025"), []
    then, later = ("--as-of", "2025-01-31"), ("--as-of", "2025-04-06")
    assert asked(*given, *later)[0] == 2  # what is set counts from now on
    assert asked(*given, "--dry-run", *then)[0] == 1
    assert asked(*given, "--dry-run", *later)[0] == 0
    assert len(listed(asked)) == 1
    for day in (then, later):
        form = asked.folder / f"{day[1]}.xlsx"
        assert asked("target", "export", form, "--year", "2025", *day)[0] == 0
        asked_of.append(openpyxl.load_workbook(form).active["G5"].value)
    assert asked_of == [None, 0.12]


_STATES = ("superseded", "in force", "taken back")


def listed(asked, *more):
    return json.loads(asked("target", "list", "--format", "json", *more)[1])


@pytest.mark.parametrize(
    "typed", ["12 %", *(pytest.param(t, marks=pytest.mark.slow) for t in ("12", "12%", "12,0%"))]
)
def test_percentages_typed_with_or_without_a_sign_are_the_same(asked, typed):
    assert asked("target", "set", "--year", "2025", "--growth", typed)[0] == 0
    assert [t["low"] for t in listed(asked)] == [0.12]


@pytest.mark.parametrize("typed", [pytest.param("0.12", marks=pytest.mark.slow), "0,12"])
def test_a_bare_fraction_is_refused_with_both_readings(asked, typed):
    status, _, err = asked("target", "set", "--year", "2025", "--growth", typed)
    assert status == 2
    assert "12%" in err
    assert f"{typed}%" in err
    assert listed(asked) == []


def test_every_measure_scope_and_period_can_be_set(asked):
    for line in (
        (
            "--year",
            "2025",
            "--surplus",
            "30",
            "--document",
            "133/CĐ-TTg",
            "--issued-on",
            "2025-08-12",
        ),
        ("--year", "2025", "--value", "65", "--item", "MARD/AGRO_FORESTRY_FISHERY"),
        ("--year", "2026", "--growth", "15-16%"),
        ("--year", "2025", "--share", "15%", "--item", "Cà phê"),
        ("--year", "2025", "--growth", "20%", "--market", "US", "--base-as-of", "2025-01-08"),
        ("--year", "2025", "--value", "9", "--province", "Bắc Giang", "--sure"),
        ("--from", "2024-07", "--to", "2025-06", "--value", "420", "--flow", "import"),
        ("--from", "2025-01", "--to", "2025-06", "--value", "205"),
    ):
        assert asked("target", "set", *line)[0] == 0
    kept = {(t["measure"], t["item"], t["market"], t["province"], t["start"], t["end"], t["low"],
             t["high"]) for t in listed(asked)}  # fmt: skip
    assert kept == {
        ("surplus", "TOTAL", "WORLD", "", "2025-01", "2025-12", 30e9, 30e9),
        ("value", "MARD/AGRO_FORESTRY_FISHERY", "WORLD", "", "2025-01", "2025-12", 65e9, 65e9),
        ("growth", "TOTAL", "WORLD", "", "2026-01", "2026-12", 0.15, 0.16),
        ("share", "COFFEE", "WORLD", "", "2025-01", "2025-12", 0.15, 0.15),
        ("growth", "TOTAL", "US", "", "2025-01", "2025-12", 0.2, 0.2),
        ("value", "TOTAL", "WORLD", "Bắc Ninh", "2025-01", "2025-12", 9e9, 9e9),
        ("value", "TOTAL", "WORLD", "", "2024-07", "2025-06", 420e9, 420e9),
        ("value", "TOTAL", "WORLD", "", "2025-01", "2025-06", 205e9, 205e9),
    }


@pytest.mark.parametrize(
    ("line", "status"),
    [
        (("--year", "2025"), 2), (("--from", "2025-07", "--to", "2026-07", "--value", "9"), 2),
        (("--year", "2025", "--share", "150%", "--item", "COFFEE"), 1),
        *(pytest.param(*case, marks=pytest.mark.slow) for case in (
            (("--year", "2025", "--growth", "5", "--value", "9"), 2),
            (("--from", "2025-07", "--value", "9"), 2),
            (("--year", "2025", "--growth", "5", "--item", "Dưa"), 1),
            (("--year", "2025", "--growth", "5", "--market", "Atlantis"), 1),
        )),
    ],
)  # fmt: skip
def test_what_cannot_be_a_target_is_refused(asked, line, status):
    found = asked("target", "set", *line)
    assert found[0] == status
    assert found[2]
    assert listed(asked) == []


@pytest.mark.parametrize(
    ("line", "words"),
    [
        (("--year", "2025", "--value", "4542"), "Exports: growth of 1,020.0%"),
        (("--year", "2025", "--value", "9", "--province", "Bắc Giang"),
         "Bắc Giang became part of Bắc Ninh on 1 July 2025"),
        *(pytest.param(("--year", "2025", *case), said, marks=pytest.mark.slow) for *case, said in (
            ("--growth", "1200", "growth of 1,200.0%"),
            ("--growth", "-45%", "growth of −45.0%"),
            ("--value", "9", "--province", "Bắc Ninh", "--issued-on", "2025-01-08",
             "Bắc Ninh has been larger since 1 July 2025: Bắc Giang became part"),
        )),
    ],
)  # fmt: skip
def test_what_looks_like_a_slip_is_set_only_when_it_is_confirmed(asked, line, words):
    status, out, err = asked("target", "set", *line)
    assert (status, out, listed(asked)) == (1, "", [])
    assert words in err
    assert "--sure" in err
    status, _, err = asked("target", "set", *line, "--sure")
    assert (status, words in err, len(listed(asked))) == (0, True, 1)


def test_a_province_of_the_months_before_its_merger_is_not_asked_about(asked):
    line = ("--from", "2025-01", "--to", "2025-06", "--value", "9", "--province", "Bắc Giang")
    assert asked("target", "set", *line)[0] == 0
    assert [t["province"] for t in listed(asked)] == ["Bắc Giang"]


def test_a_document_of_a_day_to_come_is_not_in_force_before_it(asked):
    assert asked("target", "set", "--year", "2025", "--growth", "12")[0] == 0
    line = ("target", "set", "--year", "2025", "--growth", "15", "--issued-on", "2025-12-01")
    status, _, err = asked(*line)
    assert (status, "a day to come, 2025-12-01" in err) == (0, True)
    assert [(t["low"], t["in_force"]) for t in listed(asked)] == [(0.12, True), (0.15, False)]
    assert "not in force" in asked("target", "list")[1]
    now = json.loads(asked("status", "--format", "json")[1])
    assert now["exports"]["target_growth"] == pytest.approx(0.12)
    assert asked("target", "set", "--year", "2025", "--growth", "12")[1].startswith("1:")
    later = json.loads(asked("status", "--format", "json", "--as-of", "2025-12-02")[1])
    assert later["exports"]["target_growth"] == pytest.approx(0.15)


def test_overlapping_fiscal_years_and_one_day_twice_are_refused(asked):
    asked("target", "set", "--from", "2024-07", "--to", "2025-06", "--value", "420")
    status, _, err = asked("target", "set", "--from", "2025-04", "--to", "2026-03", "--value", "9")
    assert (status, "July 2024 to June 2025" in err) == (1, True)
    day = ("--year", "2026", "--issued-on", "2026-01-08")
    assert asked("target", "set", *day, "--growth", "15%")[0] == 0
    status, _, err = asked("target", "set", *day, "--growth", "16%")
    assert (status, "2026-01-08" in err) == (1, True)


def test_a_target_without_a_base_is_kept_and_said(asked):
    status, out, err = asked("target", "set", "--year", "2030", "--growth", "8%")
    assert (status, "+8%" in out) == (0, True)
    assert "lacks the figures of the year before" in err


@pytest.mark.parametrize(
    "line",
    [
        ("--from", "2024-07", "--to", "2025-06", "--growth", "10%"),
        ("--year", "2025", "--surplus", "30"),
    ],
)
def test_the_status_tells_of_a_target_that_stands_alone(asked, line):
    asked("target", "set", *line)
    assert "Targets" in asked("status")[1]


def test_the_status_says_on_which_day_s_base_growth_is_asked_for(asked):
    asked("target", "set", "--year", "2025", "--growth", "12%", "--base-as-of", "2025-01-08")
    assert "Exports: base as known on 8 Jan 2025." in asked("status")[1]


def test_the_status_does_not_tell_the_same_twice(asked):
    asked("target", "set", "--year", "2025", "--growth", "12%")
    assert "Targets" not in asked("status")[1]


def test_a_second_target_of_the_same_says_which_it_supersedes(asked):
    first = asked("target", "set", "--year", "2025", "--growth", "12%")[1]
    assert "supersedes" not in first
    _, said, _ = asked("target", "set", "--year", "2025", "--value", "480")
    assert said.splitlines()[1] == (
        "It supersedes target 1: 2025 · Exports · +12%. That one stays on record."
    )
    assert "supersedes" not in asked("target", "set", "--year", "2025", "--value", "480")[1]


def test_a_target_by_an_older_document_does_not_supersede_and_that_is_said(asked):
    new = ("target", "set", "--year", "2025", "--growth", "14%", "--issued-on", "2025-06-01")
    older = ("target", "set", "--year", "2025", "--growth", "12%", "--issued-on", "2025-01-08")
    asked(*new)
    status, said, told = asked(*older)
    assert (status, said) == (0, "2: 2025 · Exports · +12%\n")
    assert told.splitlines() == [
        "Exports: target 1, by a document of 2025-06-01, is newer and stays in force; this one is "
        "kept on record. If this one is to count, give it the day of the document that supersedes "
        "that one."
    ]
    assert [t["number"] for t in listed(asked) if t["in_force"]] == [1]


def test_a_target_by_a_document_to_come_supersedes_nothing_yet_and_lacks_no_base(asked):
    asked("target", "set", "--year", "2025", "--growth", "12%", "--issued-on", "2025-01-08")
    to_come = ("--year", "2025", "--growth", "13%", "--issued-on", "2031-01-08")
    _, said, told = asked("target", "set", *to_come)
    assert said == "2: 2025 · Exports · +13%\n"
    assert told.splitlines() == [
        "Exports: its document is of a day to come, 2031-01-08. It is not in force before that. "
        "If the day errs, take the target back and set it again with the right one."
    ]


def test_a_surplus_that_exports_and_imports_deny_is_told_when_set_and_after(asked):
    assert asked("target", "set", "--year", "2025", "--growth", "12%")[2] == ""
    of_imports = ("--flow", "import", "--year", "2025", "--value", "411")
    assert asked("target", "set", *of_imports)[2] == ""
    status, said, odd = asked("target", "set", "--year", "2025", "--surplus", "30")
    assert (status, said[:1]) == (0, "3")
    assert "exports and imports as asked for leave 43." in odd
    assert "the surplus asked for is 30.000" in odd
    assert "leave 43." in " ".join(asked("status")[1].split())
    assert asked("target", "set", "--year", "2025", "--surplus", "43")[2] == ""
    assert "as asked for leave" not in " ".join(asked("status")[1].split())


def test_the_list_says_which_target_is_in_force(asked):
    for growth, day in (("12%", "2025-01-08"), ("14%", "2025-06-30"), ("16%", "2025-07-01")):
        given = ("--year", "2025", "--growth", growth, "--issued-on", day)
        assert asked("target", "set", *given)[0] == 0
    asked("target", "remove", "3")
    assert [(t["number"], t["in_force"]) for t in listed(asked, "--all")] == [
        (1, False), (2, True), (3, False),
    ]  # fmt: skip
    out = asked("target", "list", "--all")[1]
    states = [s for line in out.splitlines() for s in _STATES if s in line]
    assert states == ["superseded", "in force", "taken back"]


@pytest.mark.parametrize(
    ("given", "said"),
    [
        (("--value", "454195.5"), "454,195.5 bn USD is more than the whole world trades"),
        (("--share", "15%"), "100% of itself"),
        (("--growth", "12%", "--item", "COFEE"), "Near names: Coffee"),
    ],
)
def test_what_makes_no_sense_is_refused_with_a_remedy(asked, given, said):
    status, _, err = asked("target", "set", "--year", "2025", *given)
    assert (status, listed(asked)) == (1, [])
    assert said in err


def test_a_target_is_taken_back_and_brought_back(asked):
    asked("target", "set", "--year", "2025", "--growth", "12%")
    assert asked("target", "remove", "1")[0] == 0
    assert listed(asked) == []
    assert [t["withdrawn"] for t in listed(asked, "--all")] == [True]
    assert asked("target", "remove", "1")[0] == 1
    assert asked("target", "restore", "1")[0] == 0
    assert len(listed(asked)) == 1
    assert asked("target", "remove", "9")[0] == 1


def test_what_is_left_is_given_out_to_the_last_unit(asked):
    asked("target", "set", "--year", "2025", "--growth", "12%")
    allocate = ("target", "allocate", "--by", "group:MARD", "--year", "2025", "--format", "json")
    dry = json.loads(asked(*allocate, "--dry-run")[1])
    assert len(listed(asked)) == 1
    assert json.loads(asked(*allocate)[1]) == dry
    parts = [t for t in listed(asked) if t["item"] != "TOTAL"]
    tree = json.loads(asked("target", "tree", "--by", "group:MARD", "--format", "json")[1])
    assert {t["low"] for t in parts} == {given["value_usd"] for given in dry["given"]}
    assert tree["remainder_usd"] == dry["rest_usd"]
    whole = round(tree["whole"]["value_usd"] * 1000)
    assert sum(round(t["low"] * 1000) for t in parts) + round(dry["rest_usd"] * 1000) == whole
    status, _, err = asked(*allocate)
    assert (status, "Nothing is left" in err) == (1, True)


@pytest.mark.parametrize(
    ("line", "status"),
    [(("--by", "bloc:FTA", "--year", "2025"), 1), (("--by", "nonsense"), 2),
     (("--by", "item", "--year", "2020"), 1), (("99", "--by", "item"), 1)],
)  # fmt: skip
def test_what_cannot_be_given_out_says_why(asked, line, status):
    asked("target", "set", "--year", "2025", "--growth", "12%")
    found = asked("target", "allocate", *line)
    assert found[0] == status
    assert found[2]


def test_a_balance_is_not_given_out_by_shares(asked):
    asked("target", "set", "--year", "2025", "--surplus", "30")
    status, _, err = asked("target", "allocate", "1", "--by", "market")
    assert (status, "stand below zero" in err) == (1, True)


def test_the_form_comes_back_changed(asked):
    asked("target", "set", "--year", "2025", "--growth", "12%", "--document", "=1+1")
    form = asked.folder / "form.xlsx"
    assert asked("target", "export", form, "--year", "2025", "--by", "group:MARD")[0] == 0
    assert "changes nothing" in asked("target", "import", form)[1]
    book = openpyxl.load_workbook(form)
    sheet = book.active
    heads = {cell.value: cell.column for cell in sheet[4]}
    row = next(r for r in range(5, 20) if "AGRO_FORESTRY" in str(sheet.cell(r, 1).value))
    sheet.cell(row, heads["Target, lower end"]).value = 65
    sheet.cell(row, heads["Document"]).value = "Plan"
    book.save(form)
    assert asked("target", "import", form, "--dry-run")[0] == 0
    assert len(listed(asked)) == 1
    assert asked("target", "import", form)[0] == 0
    kept = {t["item"]: t for t in listed(asked)}
    assert kept["MARD/AGRO_FORESTRY_FISHERY"]["low"] == 65e9
    assert kept["TOTAL"]["document"] == "=1+1"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("abc", "abc is no amount"),
        pytest.param("16-15%", "A range ends after it starts", marks=pytest.mark.slow),
    ],
)
def test_a_cell_that_errs_is_named_and_nothing_is_set(asked, typed, said):
    asked("target", "set", "--year", "2025", "--growth", "12%")
    form = asked.folder / "form.xlsx"
    asked("target", "export", form, "--year", "2025")
    book = openpyxl.load_workbook(form)
    book.active["F7"].value, book.active["G7"].value = "Growth", typed
    book.active["G6"].value = 80
    book.save(form)
    status, out, err = asked("target", "import", form)
    assert (status, out, len(listed(asked))) == (1, "", 1)
    assert f"!G7: {said}" in err
    assert err.endswith("Nothing is set before the rows that err are put right.\n")


def test_a_file_that_is_no_form_is_said(asked, root):
    status, _, err = asked("target", "import", root / "sample_data/README.md")
    assert (status, bool(err)) == (1, True)


def test_a_form_with_what_looks_like_a_slip_is_taken_only_when_it_is_confirmed(asked):
    asked("target", "set", "--year", "2025", "--growth", "12")
    form = asked.folder / "slip.xlsx"
    assert asked("target", "export", form, "--by", "item", "--year", "2025")[0] == 0
    book = openpyxl.load_workbook(form)
    book.active["G5"].value = 12
    book.save(form)
    assert asked("target", "import", form, "--dry-run")[0] == 0
    status, _, err = asked("target", "import", form)
    assert (status, "growth of 1,200.0%" in err, "--sure" in err) == (1, True, True)
    assert [t["low"] for t in listed(asked)] == [0.12]
    assert asked("target", "import", form, "--sure")[0] == 0
    assert max(t["low"] for t in listed(asked)) == 12
