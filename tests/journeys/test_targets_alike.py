"""Targets of every sort are told alike in window, terminal and workbook: same words, same figures.

A range, a surplus, a share, a bloc, a group, and fiscal years that begin in April and in July.
"""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import pairwise

import openpyxl
import pytest

from desktop.cli.door import run_command
from desktop.cli.standing_out import standing_table
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetChange, TargetMeasure
from desktop.figures.wording import language, side_by_side
from desktop.gui.targets.standing_list import standing_grid
from desktop.workflow import Office

NOW = datetime(2025, 7, 12, tzinfo=UTC)
EXPORT, GROWTH, VALUE = Flow.EXPORT, TargetMeasure.GROWTH, TargetMeasure.VALUE
TARGETS = (
    Target(EXPORT, GROWTH, 2025, 0.12, 0.15),
    Target(Flow.BALANCE, TargetMeasure.SURPLUS, 2025, 30e9, 30e9),
    Target(EXPORT, TargetMeasure.SHARE, 2025, 0.3, 0.3, market="US"),
    Target(EXPORT, VALUE, 2025, 60e9, 60e9, market="FTA/EU"),
    Target(EXPORT, VALUE, 2025, 65e9, 65e9, "MARD/AGRO_FORESTRY_FISHERY"),
    Target(EXPORT, VALUE, 2025, 40e9, 40e9, "TEXTILE", first_month=4),
    Target(Flow.IMPORT, GROWTH, 2024, 0.15, 0.15, first_month=7),
)


@pytest.fixture(scope="module")
def place(sample_archive, tmp_path_factory):
    """An archive to June 2025 with the targets."""
    archive = tmp_path_factory.mktemp("alike") / "archive.sqlite3"
    archive.write_bytes(sample_archive)
    with Office(archive, clock=lambda: NOW, user="Lan") as office:
        office.change_targets(TargetChange(TARGETS))
    return archive


@pytest.fixture(scope="module")
def standing(place):
    """How each of them stands."""
    with Office(place, clock=lambda: NOW, user="Lan") as office:
        told = office.held_overview().targets
    assert len(told) == len(TARGETS)
    return told


@pytest.mark.parametrize("code", ["vi", "en"])
def test_window_and_terminal_say_the_same_of_each(standing, code):
    lang = language(code)
    window = [[cell.text for cell in row] for row in standing_grid(standing, lang).rows]
    table = standing_table(standing, lang)
    columns = [[*map(str, column.cells)] for column in table.columns]
    terminal = [
        [name, asked, to_date, share, status]
        for name, asked, to_date, share, _, _, _, status in zip(*columns, strict=True)
    ]
    assert window == terminal
    assert not [row for row in window if "–" in row[2:4]], "each has a figure and a share"


@pytest.mark.parametrize("code", ["vi", pytest.param("en", marks=pytest.mark.slow)])
def test_the_workbook_shows_the_same_of_each(standing, place, tmp_path, code):
    lang, out = language(code), tmp_path / "summary.xlsx"
    asked = ["--archive", str(place), "summary", "--out", str(out), "--language", code]
    assert run_command(asked, lambda: NOW) == 0
    sheet = openpyxl.load_workbook(out, data_only=True)[lang._("Targets")]
    every = list(sheet.iter_rows(min_row=5, values_only=True))
    rows = {row[0]: row for row in reversed(every) if row[1]}
    beneath = {row[0]: line[0] or "" for row, line in pairwise(every)}
    for shown in standing_grid(standing, lang).rows:
        name, target, to_date, share, status = (cell.text for cell in shown)
        row = rows[name]
        cells = dict(zip((c.value for c in sheet[4]), row, strict=False))
        amount = cells[lang._("To date")] * 1e6
        assert lang.billions(amount, side_by_side([amount])) == to_date, name
        of_target = cells[lang._("Of the target")]
        if of_target is None:  # of a share the line beneath tells how large it is
            assert share in beneath[name], name
        else:
            assert lang.percent(of_target) == share, name
        assert (row[1], str(row[-1]).partition(" ")[2]) == (target, status), name
