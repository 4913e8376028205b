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
from desktop.workflow import Office


@pytest.fixture(scope="module")
def opened(tmp_path_factory):
    """Give what opens a real office on a spring by market, whose returns revise each other."""
    place = tmp_path_factory.mktemp("spring") / "archive.sqlite3"
    opened = partial(Office, place, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="Lan")
    returns = [sample("customs", f"2025-T0{number}T-5X(VN-SB).xlsx") for number in (1, 2, 3)]
    with opened() as office:
        office.take_in([sample("gso", "03-Bieu-T3.2025.xlsx"), *returns])
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


def test_the_card_of_a_market_says_it(window, idle, australian):
    card = window.overview.dashboard.cards[0]
    assert card.toolTip() != australian
    window.session.focus_on(market="AU")
    idle(window)
    assert card.toolTip() == australian
    assert australian in card.accessibleDescription()


def test_the_line_of_the_market_looked_at_says_it(window, idle, australian):
    window.session.focus_on(market="AU")
    window.show_page("markets")
    idle(window)
    page = window.pages.structure("markets")
    assert tip_of(page.ranking.ranking, "AU").endswith("\n" + australian)
    assert "added up" not in tip_of(page.ranking.ranking, "CN")
    page.windows.press("month")
    idle(window)
    assert "added up" not in tip_of(page.ranking.ranking, "AU")
