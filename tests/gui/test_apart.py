"""Where a market's own cumulative is not the sum of its months, the window says why in place."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial

import pytest
from PySide6.QtCore import Qt

from desktop.analysis.inside_wording import difference_told
from desktop.figures.places import sample
from desktop.figures.series import Flow
from desktop.figures.wording import language
from desktop.gui.parts.tips import wrapped
from desktop.workflow import Office

BY_ITEM = ("02-Bieu-T01.2025.xlsx", "02-Bieu-T02.2025.xlsx", "03-Bieu-T3.2025.xlsx")


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """Give what opens a real office on a spring by market, whose returns revise each other."""
    place = tmp_path_factory.mktemp("spring") / "archive.sqlite3"
    opened = partial(Office, place, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="Lan")
    returns = [sample("customs", f"2025-T0{number}T-5X(VN-SB).xlsx") for number in (1, 2, 3)]
    with opened() as office:
        office.take_in([*(sample("gso", name) for name in BY_ITEM), *returns])
    return opened


@pytest.fixture
def office(opened):
    """Open it for a window, which closes it."""
    return opened()


@pytest.fixture
def australian(office):
    """Say why the cumulative of exports to Australia differs from its months."""
    held = office.part_progress(office.overview(), Flow.EXPORT, item="", market="AU")
    told = difference_told(held, language("en"))
    assert told.startswith("The cumulative as published is 26.7 million USD less")
    return told


def tip_of(ranking, code):
    model = ranking.list.model()
    row = [head.code for head in ranking.list.shown.ranked.heads].index(code)
    return model.index(row, 0).data(Qt.ItemDataRole.ToolTipRole)


def noted(ranking, code):
    lines = ranking.list.shown.ranked.lines
    line = next(line for line in lines if line.head.code == code)
    return any(mark.noted for mark in line.marks)


def column_of(grid, head):
    place = grid.columns.index(head)
    return {row[0].text: row[place].text for row in grid.rows}


def test_the_card_of_a_market_says_it(window, idle, australian):
    card = window.overview.dashboard.cards[0]
    assert card.toolTip() != wrapped(australian)
    window.session.focus_on(market="AU")
    idle(window)
    assert card.toolTip() == wrapped(australian)
    assert australian in card.accessibleDescription()


def test_the_line_of_the_market_looked_at_says_it(window, idle, australian):
    window.session.focus_on(market="AU")
    window.show_page("markets")
    idle(window)
    page = window.pages.structure("markets")
    ranking = page.ranking.ranking
    assert tip_of(ranking, "AU").endswith("\n" + wrapped(australian))
    assert "9.1 million USD less" in tip_of(ranking, "CN").replace("\n", " ")
    assert noted(ranking, "CN")
    page.ranking.toggle.setChecked(True)
    assert column_of(page.ranking.table.grid, "Cumulative less months, m USD")["China"] == "−9.1"
    page.windows.press("month")
    idle(window)
    assert "added up" not in tip_of(ranking, "AU").replace("\n", " ")
    assert not noted(ranking, "CN")
    assert "Cumulative less months, m USD" not in page.ranking.table.grid.columns


def test_the_line_of_a_group_says_it_of_its_members_together(window, idle, office):
    held = office.part_progress(office.overview(), Flow.EXPORT, item="", market="CONTINENT/ASIA")
    told = difference_told(held, language("en"))
    assert told.startswith("The cumulative shown is")
    window.show_page("markets")
    page = window.pages.structure("markets")
    page.kinds.press("CONTINENT")
    idle(window)
    assert tip_of(page.ranking.ranking, "CONTINENT/ASIA").endswith(wrapped(told))


def test_the_largest_effects_of_the_overview_say_it(window, idle):
    card = window.overview.dashboard.contributions
    coffee = next(c for c in card.list.shown.contributions if c.code == "COFFEE")
    row = card.list.shown.contributions.index(coffee)
    said = card.list.shown.index(row).data(Qt.ItemDataRole.ToolTipRole)
    assert "The cumulative as published is 27.9 million USD more" in said.replace("\n", " ")
    card.toggle.setChecked(True)
    assert column_of(card.table.grid, "Cumulative less months, m USD")["Coffee"] == "+27.9"


def test_the_line_of_the_item_looked_at_says_it(window, idle, office):
    held = office.part_progress(office.overview(), Flow.EXPORT, item="COFFEE", market="")
    told = difference_told(held, language("en"))
    assert told.startswith("The cumulative as published is 27.9 million USD more")
    window.session.focus_on(item="COFFEE")
    window.show_page("sectors")
    idle(window)
    ranking = window.pages.structure("sectors").bars.ranking
    assert wrapped(told) in tip_of(ranking, "COFFEE")
    assert "million USD" in tip_of(ranking, "RICE").replace("\n", " ")
    assert noted(ranking, "RICE")
