"""The pane of the three yardsticks, and January and February on the card of the newest month."""

from __future__ import annotations

import pytest

from desktop.analysis.overview import overview
from desktop.analysis.yardstick_wording import yardsticks_told
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.target import Target, TargetMeasure
from desktop.figures.wording import language
from desktop.gui.overview.dashboard import Dashboard
from desktop.gui.overview.kpis import latest_month, target_words
from desktop.gui.parts.text import plain
from desktop.gui.tokens import DARK, LIGHT
from tests.analysis.conftest import Printer
from tests.analysis.test_progress import PUBLISHED, TWELVE_PERCENT

EN = language("en")
YEAR = [33158.92, 31167.13, 38567.64, 37739.82, 39700.07, 39490]


@pytest.fixture(scope="module")
def figures():
    """Exports of 2022 to June 2025, by month."""
    printer = Printer().of_return("2025-02-06")
    for year, months in PUBLISHED.items():
        printer.year(months, year)
    return printer.of_return("2025-07-06").year(YEAR, 2025).frame()


@pytest.fixture
def dashboard(qtbot):
    """Give the overview's dashboard."""
    made = Dashboard()
    qtbot.addWidget(made)
    return made


@pytest.mark.parametrize("code", ["en", "vi"])
def test_the_pane_says_what_terminal_and_workbook_say(dashboard, figures, code):
    lang = language(code)
    shown = overview(figures, [TWELVE_PERCENT])
    dashboard.draw(shown, lang, LIGHT)
    pane = dashboard.yardsticks
    told = yardsticks_told(shown.exports, lang)
    cells = [[cell.text() for cell in line] for line in pane._rows]
    assert [line[:3] for line in cells] == [[t.name, t.value, t.against] for t in told]
    assert cells[0][3].endswith("▲")
    assert cells[2][3] == f"{told[2].difference} ●"
    for line in told:
        assert f"{line.name}: {line.value}" in pane.accessibleDescription()
    assert lang.month(Month(2025, 5)) in pane._beside.text()


def test_without_a_target_the_pane_is_not_offered(dashboard, figures):
    dashboard.draw(overview(figures, []), EN, DARK)
    assert not dashboard.yardsticks.filled
    assert not dashboard.path.isVisibleTo(dashboard)


def test_the_table_of_months_says_what_the_rest_means(dashboard, figures):
    dashboard.draw(overview(figures, [TWELVE_PERCENT]), EN, LIGHT)
    grid = dashboard.months.grid
    december = [cell.text for cell in grid.rows[11]]
    assert grid.columns[-2:] == ("Growth needed", "At the average needed")
    assert all(text.startswith("+") for text in december[-2:])
    assert [cell.text for cell in grid.rows[0]][-2:] == ["–", "–"]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(0.12, 0.12, "target 454.2 bn · +12%"), (0.15, 0.16, "target 466.4–470.4 bn · +15–16%"),
     (-0.02, 0.015, "target 397.4–411.6 bn · \u22122.0–1.5%")],
)  # fmt: skip
def test_a_range_is_named_with_both_ends(figures, low, high, said):
    asked = Target(Flow.EXPORT, TargetMeasure.GROWTH, 2025, low, high)
    words = target_words(overview(figures, [asked]).exports, EN)
    assert words.replace("\u00a0", " ") == said


def test_january_and_february_are_told_together(figures):
    def line(number):
        found = overview(figures, [], through=Month(2025, number)).exports
        return plain(latest_month(found, EN)).replace("\u00a0", " ")

    assert line(1).endswith("to be judged with February: Tết moves")
    assert line(2).endswith("+8.6% January and February together")
    assert "together" not in line(3)
