"""LibreOffice computes every formula itself and finds the values that the workbook carries."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from openpyxl import load_workbook
from xlsxwriter import Workbook

from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.reports.workbook.summary import write_summary

SOFFICE = shutil.which("soffice") or shutil.which("libreoffice")
pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed"),
]
ALWAYS = "0"
_SETTINGS = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>{ALWAYS}</value></prop></item>
</oor:items>
"""
CASES = {
    "june": {},
    "january": {"through": 1},
    "december": {"through": 12},
    "no plan": {"targets": ()},
    "a range": {"targets": (Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, 0.15, 0.16),)},
    "a value": {"targets": (Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 4.5e11, 4.5e11),)},
    "reached": {
        "through": 11,
        "targets": (Target(Flow.EXPORT, TargetMeasure.VALUE, 2025, 4e11, 4e11),),
    },
    "a gap": {"leave_out": (2, 3), "printed": False, "parts": False},
}  # fmt: skip
WHOLE = "the whole pack of an archive"
LIE = "lie"


@pytest.fixture(scope="module")
def recalculated(tmp_path_factory, story, vi, stored, made_at, full_office):
    """Write every case, let LibreOffice compute and save it again; give both folders."""
    folder = tmp_path_factory.mktemp("written")
    for name, changes in CASES.items():
        write_summary(story(**changes), folder / f"{name}.xlsx", language=vi,
                      returns=[stored()], told_at=made_at)  # fmt: skip
    full_office.write_summary(folder / f"{WHOLE}.xlsx", vi)
    _write_a_lie(folder / f"{LIE}.xlsx")
    again = tmp_path_factory.mktemp("recalculated")
    convert(sorted(folder.glob("*.xlsx")), again, tmp_path_factory.mktemp("profile"))
    return folder, again


def _write_a_lie(path):
    """A workbook whose formula carries a wrong value shows whether anything is recomputed."""
    with Workbook(path) as book:
        book.add_worksheet("x").write_formula("A1", "=1+1", None, 999)


def convert(files, out, profile):
    (profile / "user").mkdir()
    (profile / "user" / "registrymodifications.xcu").write_text(_SETTINGS, encoding="utf-8")
    command = [SOFFICE, f"-env:UserInstallation={profile.as_uri()}", "--headless",
               "--convert-to", "xlsx", "--outdir", str(out), *map(str, files)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def test_libreoffice_does_compute(recalculated):
    _, again = recalculated
    assert load_workbook(again / f"{LIE}.xlsx", data_only=True)["x"]["A1"].value == 2


def cells(book):
    """Every cell that holds something, by sheet and name."""
    return {
        (sheet.title, cell.coordinate): cell.value
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in {None, ""}
    }


@pytest.mark.parametrize("case", [*CASES, WHOLE])
def test_every_cell_of_every_sheet_is_what_it_was(recalculated, case):
    """Formulas give the values they carry; numbers, texts and days are taken as they stand."""
    folder, again = recalculated
    formulas = cells(load_workbook(folder / f"{case}.xlsx"))
    ours = cells(load_workbook(folder / f"{case}.xlsx", data_only=True))
    theirs = cells(load_workbook(again / f"{case}.xlsx", data_only=True))
    assert sum(str(content).startswith("=") for content in formulas.values()) >= 80
    assert theirs.keys() == ours.keys()
    numbers = {place: value for place, value in ours.items() if isinstance(value, int | float)}
    assert {p: theirs[p] for p in numbers} == pytest.approx(numbers, rel=1e-9, abs=1e-9)
    others = ours.keys() - numbers.keys()
    assert {p: _told(theirs[p]) for p in others} == {p: _told(ours[p]) for p in others}


def _told(value):
    """LibreOffice ends the lines of a text as its own files do."""
    return value.replace("\r\n", "\n") if isinstance(value, str) else value
