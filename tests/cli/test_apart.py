"""A market's own cumulative is told beside its months: where it is not their sum, why."""

from __future__ import annotations

import json
from functools import partial

import pytest
from openpyxl import load_workbook

from desktop.cli.door import run_command
from desktop.figures.places import sample
from desktop.workflow import Office
from tests.cli.conftest import NOW

AUSTRALIA = (
    "The cumulative as published is 26.7 million USD less than the months added up: "
    "−26.7 revised in February 2025 or before it"
)


@pytest.fixture(scope="module")
def archive(tmp_path_factory):
    """An archive of a spring by market, whose later returns revised earlier months inside."""
    place = tmp_path_factory.mktemp("spring") / "archive.sqlite3"
    returns = (sample("customs", f"2025-T0{number}T-5X(VN-SB).xlsx") for number in (1, 2, 3))
    with Office(place, clock=lambda: NOW, user="tester") as office:
        assert all(
            o.number for o in office.take_in([sample("gso", "03-Bieu-T3.2025.xlsx"), *returns])
        )
    return place


@pytest.fixture
def said(command, archive, monkeypatch):
    """Run a command on the archive; gives what it said, in lines as long as they are."""
    monkeypatch.setenv("COLUMNS", "400")

    def run(*words):
        status, out, err = command(*words, archive=archive)
        assert status == 0, err
        return out

    return run


@pytest.fixture(scope="module")
def summary(archive):
    """The summary that the terminal makes of the archive; nobody changes it."""
    made = archive.with_name("summary.xlsx")
    asked = ["--archive", str(archive), "--language", "en", "summary", "--out", str(made)]
    assert run_command(asked, lambda: NOW) == 0
    return load_workbook(made)


@pytest.fixture(scope="module")
def differences(summary):
    """The cell beside each market that tells its cumulative less its months."""
    rows = list(summary["Export markets"].iter_rows())
    head = next(cell for row in rows for cell in row if cell.value == "Cumulative less months")
    return {row[1].value: row[head.column - 1] for row in rows}


def test_the_structure_of_a_market_says_why_its_cumulative_is_not_its_months(said):
    assert AUSTRALIA in said("structure", "--market", "AU")
    assert "added up" not in said("structure", "--market", "AU", "--basis", "month")


def test_the_difference_of_a_market_is_told_to_the_dollar(said):
    ask = partial(said, "structure", "--market", "AU", "--format", "json")
    found = json.loads(ask())["difference"]
    assert found["total_usd"] == sum(part["amount_usd"] for part in found["parts"]) != 0
    assert "difference" not in json.loads(ask("--basis", "month"))


def test_each_line_of_a_table_says_it(said):
    told = said("structure")
    assert f"Australia: {AUSTRALIA}" in told
    assert "added up" not in said("structure", "--basis", "month")
    leading = [line for line in said("status").splitlines() if line.strip().startswith("China ")]
    assert leading[0].split()[-1] == "−9.1"


def test_each_line_says_it_in_json_too(said):
    markets = json.loads(said("structure", "--format", "json"))["exports"]["markets"]
    listed = json.loads(said("status", "--format", "json"))["markets"]
    found = {row["code"]: row["difference"] for row in listed if row["difference"]}
    assert found["AU"]["total_usd"] == sum(p["amount_usd"] for p in found["AU"]["parts"]) < 0
    assert {c: d for c, d in markets["apart"].items() if c != "WORLD"} == found
    assert "AM" not in found


def test_each_line_of_a_sheet_says_it(summary, differences):
    assert differences["Australia"].value == pytest.approx(-26.7, abs=0.05)
    assert differences["Australia"].comment.text.startswith(AUSTRALIA)
    assert differences["Armenia"].value is None
    structure = summary["Structure"]
    notes = [row[9] for row in structure.iter_rows(values_only=True) if row[0] == "Asia"]
    assert len(notes) == 1
    assert "added up" in notes[0]


def test_the_provenance_of_a_cumulative_says_it_too(said):
    told = json.loads(said("provenance", "market:AU.cumulative", "--format", "json"))
    assert told["remark"].startswith(AUSTRALIA)
    assert AUSTRALIA in said("provenance", "market:AU.cumulative")


def test_the_sheet_on_a_market_says_it(said, tmp_path):
    made = tmp_path / "au.xlsx"
    said("summary", "--market", "AU", "--out", made)
    sheet = load_workbook(made, read_only=True)["Selection"]
    told = [text for text, *_ in sheet.iter_rows(values_only=True) if text and "added up" in text]
    assert len(told) == 1
    assert told[0].startswith(f"Exports: {AUSTRALIA}")


def test_a_small_difference_is_written_as_finely_as_it_is_or_not_at_all(said):
    swiss = said("provenance", "market:CH.cumulative")
    assert "is 0.008 million USD less than the months added up: −0.032 revised in" in swiss
    armenian = said("structure", "--market", "AM")  # 154 dollars
    assert "Armenia" in armenian
    assert "added up" not in armenian


def test_a_column_leaves_out_what_its_digits_cannot_show(differences):
    swiss = differences["Switzerland"]  # less by 8,000 dollars, beside China's nine million
    assert (swiss.value, differences["China"].number_format[:8]) == (None, "+#,##0.0")
    assert "0.008 million USD less" in swiss.comment.text
    shown = [c.value for c in differences.values() if isinstance(c.value, float)]
    assert shown
    assert all(abs(value) >= 0.05 for value in shown)
