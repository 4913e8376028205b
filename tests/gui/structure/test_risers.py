"""What grew fast and what is new stands beneath the rankings, with the base it is measured by."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QAccessible

from desktop.analysis.structure.wording import risers_told
from desktop.analysis.structure_results import Risers
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.wording import language
from desktop.gui.parts.tips import wrapped
from desktop.gui.structure.risers import RisersLine
from tests.gui.example_structure import ExampleStructure

EN = language("en")
SOLD = "Fast, from 41 m USD up: "


@pytest.fixture
def line(qtbot):
    """Give a line of its own."""
    made = RisersLine()
    qtbot.addWidget(made)
    return made


def shown_by(line):
    """Give the words that are drawn in the room there is."""
    return line._cut(line.text())


def test_markets_that_grew_fast_stand_beneath_their_ranking_and_of_blocs_none(window, idle):
    window.show_page("markets")
    idle(window)
    page = window.pages.structure("markets")
    line = page.ranking.risers
    assert line.isVisible()
    assert line.text() == f"{SOLD}Ghana, Germany"
    assert QAccessible.queryAccessibleInterface(line).text(QAccessible.Text.Name) == line.text()
    page.kinds.press("CONTINENT")
    idle(window)
    assert not line.isVisible()
    page.kinds.press("COUNTRIES")
    idle(window)
    assert line.isVisible()


def test_items_that_grew_fast_stand_beneath_theirs_in_the_flow_that_is_looked_at(window, idle):
    window.show_page("sectors")
    idle(window)
    page = window.pages.structure("sectors")
    assert page.bars.risers.text() == f"{SOLD}Rice, Coffee"
    (offer,) = (o for o in page.offers if o.parent() is page.bars.risers)
    names = [number.name.rpartition(".")[2] for number in offer._here()]
    assert names == ["growth", "base"]  # of the total: what fast and small are measured by
    page.flows.press(Flow.IMPORT.value)
    idle(window)
    split = page.answer.ranked
    assert split.flow is Flow.IMPORT
    assert page.bars.risers.text() == " · ".join(risers_told(split, EN))
    assert "Coffee" not in page.bars.risers.text()


def test_a_narrow_line_names_fewer_and_its_tip_all(line):
    split = ExampleStructure().structure(Month(2025, 6)).exports.markets
    fast, new = ("GH", "DE", "CN", "US", "JP", "KR"), ("LA", "CZ", "GB")
    split = replace(split, risers=Risers(41e6, fast, new))
    line.draw(split, EN)
    few = "Fast, from 41 m USD up: Ghana, 5 other markets · "
    few += "New, under 41 m USD a year before: Lao PDR, 2 other markets"
    line.resize(line.sizeHint())
    line.grab()
    assert shown_by(line) == line.text()
    assert not line.toolTip()
    line.resize(line.fontMetrics().horizontalAdvance(few) + 2, line.height())
    line.grab()
    assert shown_by(line) == few
    assert line.toolTip() == wrapped(line.text())
    assert "United States, 2 other markets · New" in line.text()
    brief = "Fast, from 41 m USD up: Ghana, 5 other markets · New: Lao PDR, 2 other markets"
    line.resize(line.fontMetrics().horizontalAdvance(brief) + 2, line.height())
    line.grab()
    assert shown_by(line) == brief
    line.draw(replace(split, risers=Risers(41e6, (), ())), EN)
    assert not line.text()
    assert line.isHidden()
