"""Every recipe reads its samples: ``recipes/LAYOUT/NAME.xlsx``, as ``NAME.csv`` beside it says.

The expected rows are what ``read NAME.xlsx --format csv --measures all`` writes, once looked
through. Where a layout proposes targets, ``NAME.plan.csv`` expects them.
"""

import csv
import re
from pathlib import Path

import pytest

from desktop.cli.figures_out import READ_COLUMNS, read_record
from desktop.figures.csv_texts import unguarded
from desktop.figures.directions import Directions
from desktop.figures.finding import Severity
from desktop.figures.layouts import LAYOUTS
from desktop.returns import read_return, recipes
from desktop.returns.labels import SectorLabels
from desktop.returns.recipe import Recipe
from tests.returns.made import codes, monthly_sheet
from tests.returns.plans.foreign import filled

SAMPLES = sorted((Path(__file__).parent / "recipes").glob("*/*.xlsx"))


def expected(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return [{k: unguarded(v) for k, v in line.items()} for line in csv.DictReader(lines)]


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_cell_of_a_sample_is_read_as_expected(path):
    reading = read_return(path)
    assert reading.layout == path.parent.name
    rows = [read_record(path.name, row) for row in reading.rows]
    wanted = expected(path.with_suffix(".csv"))
    assert list(wanted[0]) == list(READ_COLUMNS)
    assert rows == wanted
    assert not [f for f in reading.findings if f.severity is Severity.ERROR]
    plan = path.with_suffix(".plan.csv")
    if plan.exists():
        assert [proposed(p) for p in reading.proposals] == expected(plan)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_a_sample_is_read_alike_by_the_plans_that_its_tables_were_read_by(path):
    reading = read_return(path)
    again = read_return(path, directions=Directions(plans=reading.tables))
    assert again.rows == reading.rows


def proposed(p) -> dict[str, str]:
    return {
        "cell": p.cell, "province": p.province, "flow": p.target.flow.value, "item": p.target.item,
        "year": str(p.target.year), "usd": f"{p.target.low:.0f}", "computed": str(p.computed),
    }  # fmt: skip


def test_every_layout_has_a_sample_and_a_name():
    layouts = {recipe.layout for recipe in recipes.RECIPES}
    assert {path.parent.name for path in SAMPLES} == layouts
    assert layouts <= set(LAYOUTS)


def test_the_recipe_that_contributing_shows_works_as_it_stands(root, workbook, monkeypatch):
    page = (root / "CONTRIBUTING.md").read_text(encoding="utf-8")
    shown = next(c for c in re.findall(r"```python\n(.*?)```", page, re.DOTALL) if "Recipe(" in c)
    module: dict[str, object] = {}
    exec(re.sub("^   ", "", shown, flags=re.MULTILINE), module)
    monkeypatch.setattr(recipes, "RECIPES", (module["RECIPE"], *recipes.RECIPES))

    def fill(sheet):
        monthly_sheet(sheet, unit="Tấn; Nghìn USD")
        sheet["A1"] = "Điểm tin hàng hóa xuất khẩu"
        sheet["A2"] = "Vụ Kế hoạch"

    reading = read_return(workbook({"Sheet1": fill}))
    assert (reading.layout, reading.sender) == ("ministry_bulletin", "MINISTRY")
    assert codes(reading) == []
    assert reading.rows[0].value == 1_000_000 * 1000


@pytest.mark.parametrize(("words", "read"), [("điểm tin", 6), ("điểm", 0), ("", 0)])
def test_a_recipe_knows_the_words_of_its_own_titles_and_of_no_others(
    workbook, monkeypatch, words, read
):
    def fits(table):
        return any("Vụ Thị trường" in line for line in table.above)

    recipe = Recipe("ministry_bulletin", "MINISTRY", fits, SectorLabels, title_words=words)
    monkeypatch.setattr(recipes, "RECIPES", (recipe, *recipes.RECIPES))
    title = ("Điểm tin hàng hóa xuất khẩu tháng 6 năm 2025",)
    heads = ("Mặt hàng", "Tháng 6", "6 tháng")
    rows = (("Tổng số", 39500.5, 219800.5), ("Gạo", 380.5, 2500.5), ("Cà phê", 750.5, 5400.5))
    for above, wanted in (("Vụ Thị trường", read), ("Vụ khác", 0)):
        cells = ((above,), title, ("Triệu USD",), heads, *rows)
        reading = read_return(workbook({"XK": filled(cells)}, f"{above}.xlsx"))
        assert len(reading.rows) == wanted
        assert ("title_words" in codes(reading)) is not bool(wanted)
