"""An office whose year is half a million dollars: its digits are seen wherever it asks."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime

import openpyxl
import pytest

from desktop.cli.door import run_command
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.target_split import Split, SplitBy
from desktop.figures.wording import language, side_by_side
from desktop.gui.outlook.tables import flows_grid, months_grid
from desktop.gui.targets.path_chart import path_grid
from desktop.gui.targets.tree_grid import VALUE, tree_grid
from desktop.workflow import Office
from tests.archive.made import reading, row, store

EN = language("en")
NOW = datetime(2025, 7, 10, tzinfo=UTC)
SEASON = (0.9, 0.7, 1.1, 1.0, 1.1, 1.0, 1.0, 1.1, 1.0, 1.05, 1.0, 1.05)
RICE = 0.1
"""Of each month's exports."""
UNMOVED = re.compile(r"revisions of earlier months 0|HHI|0\.0 +[+−]")
"""What is nothing indeed: no revision yet, and shares that stay as they are."""
NOTHING = re.compile(r"(?<![\d.,])0\.0+(?![\d%])")


def value(year: int, month: int) -> float:
    """Some thirty thousand dollars, with a season, a growth, and a little unrest."""
    unrest = 1 + 0.02 * ((year * 7 + month * 3) % 5 - 2)
    return 29e3 * SEASON[month - 1] * 1.08 ** (year - 2019) * unrest


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    """An archive with one province's exports from 2019 to June 2025, a target of it and its rice.

    The year 2024 came to 0.51 million US dollars.
    """
    archive = tmp_path_factory.mktemp("small") / "archive.sqlite3"
    rows = [
        row(share * value(y, m), month=Month(y, m), province="TP. Huế", item=item,
            cell=f"{item[0]}{y}{m}")
        for y in range(2019, 2026)
        for m in range(1, 13 if y < 2025 else 7)
        for item, share in (("TOTAL", 1.0), ("RICE", RICE))
    ]  # fmt: skip
    with Office(archive, clock=lambda: NOW, user="Lan") as office:
        store(office.archive, reading(*rows, name="hue.xlsx"), date(2025, 7, 6))
        for low, item, measure in ((0.12, "TOTAL", "growth"), (60e3, "RICE", "value")):
            scope = {"item": item, "province": "TP. Huế"}
            office.set_target(Target(Flow.EXPORT, TargetMeasure(measure), 2025, low, low, **scope))
    return archive


@pytest.fixture
def office(place):
    """The office on it."""
    with Office(place, clock=lambda: NOW, user="Lan") as made:
        yield made


def test_targets_and_outlook_of_the_window_have_the_digits_of_the_overview(office):
    told = office.overview()
    decimals = side_by_side((told.exports.cumulative,))
    assert decimals == 6
    whole = told.targets[0]
    tree = office.target_tree(whole.target, Split(SplitBy.ITEM))
    cells = {r[0].text: r[VALUE].text for r in tree_grid(tree, EN).rows}
    assert cells["Rice"] == "0.000060"
    assert cells["Not given out"] == EN.billions(tree.whole.value - 60e3, decimals)
    june = path_grid(whole, EN).rows[5]
    assert june[2].text == EN.billions(told.exports.cumulative, decimals)
    outlook = office.outlook()
    band = outlook.exports.band
    shown = [c.text for c in flows_grid(band, None, None, EN).rows[0]]
    assert shown[1] == EN.billions(band.median, 5)
    assert all(a < b for a, b in (c.split("–") for c in shown[2:]))
    assert months_grid(told.exports, outlook.exports, EN).rows[5][1].text == EN.billions(
        value(2025, 6), decimals
    )


@pytest.mark.parametrize(
    "line",
    ["status", "outlook", "structure", "target tree --year 2025 --by item", "target list"],
)
def test_no_amount_is_told_as_nothing(place, capsys, monkeypatch, line):
    monkeypatch.setenv("COLUMNS", "160")  # no number is folded
    run_command(["--archive", str(place), *line.split(), "--language", "en"], lambda: NOW)
    said = capsys.readouterr().out
    assert said
    shown = [text for text in said.splitlines() if not UNMOVED.search(text)]
    assert not [text for text in shown if NOTHING.search(text)]


def test_cells_of_its_workbook_show_what_they_hold(place, tmp_path):
    out = tmp_path / "summary.xlsx"
    asked = ["--archive", str(place), "summary", "--out", str(out), "--language", "en"]
    assert run_command(asked, lambda: NOW) == 0
    book = openpyxl.load_workbook(out)
    for name, cell in (("Export progress", "B5"), ("Targets", "C5"), ("Outlook", "B5")):
        assert book[name][cell].number_format == "#,##0.000", name
    assert book["Overview"]["A5"].number_format.startswith("#,##0.000000")


def test_its_page_of_text_says_amounts_and_draws_them(place, tmp_path):
    out = tmp_path / "report.md"
    asked = ["--archive", str(place), "report", "--out", str(out), "--language", "en"]
    assert run_command(asked, lambda: NOW) == 0
    text = out.read_text()
    assert "USD 0.27 million, up 9.0%" in text
    assert "| Jan | 0.000038 | 0.000042 |" in text
    assert not [line for line in text.splitlines() if re.search(r"USD 0\.0+ million", line)]
