"""How likely each target is met, and a target with its parts at once, on the page of targets."""

from __future__ import annotations

import pytest

from tests.analysis.outlook import detailed

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own


@pytest.fixture
def office(tmp_path):
    """Give a true office with targets of the whole, of parts, and of an item within a market."""
    return detailed.office(detailed.made(tmp_path / "archive.sqlite3"))


def test_each_target_has_its_chance_and_the_tree_a_joint_one(window, qtbot, idle):
    qtbot.waitUntil(lambda: window.overview.forecaster.outlook is not None, timeout=20_000)
    window.show_page("targets")
    idle(window)
    page = window.pages.targets
    outlook = window.overview.forecaster.outlook
    chances = {row[0].text: row[-1].text for row in page.list.grid.rows}
    assert page.list.grid.columns[-1] == "Chance"
    assert chances["Exports · 2025"] == f"{outlook.headline.chance:.0%}"
    assert all(text.endswith("%") for text in chances.values())
    qtbot.waitUntil(lambda: page.tree is not None)
    tree = page.parts.view.grid
    assert tree.rows[0][-1].text == chances["Exports · 2025"]
    assert "All 2 at once: " in page.parts.note.text()
