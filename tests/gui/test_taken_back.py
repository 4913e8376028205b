"""What an undo would take back is listed with trade before what is watched beside it."""

from __future__ import annotations

from desktop.figures.comparison import Change, Undoing
from desktop.figures.series import Flow
from desktop.gui.received.taken_back import CHANGED, GONE, steps
from tests.gui.example_keeping import figure


def test_exports_and_imports_stand_before_industry_in_the_order_of_the_file():
    first, second = figure(2), figure(1, "RICE")
    industry = first._replace(flow=Flow.INDUSTRY)
    rows = (industry, first, industry, second)
    undoing = Undoing(
        1, tuple(Change(row, 1, "2025-07-01", "b.xlsx") for row in rows), rows[:2], rows[2:]
    )
    found = steps("a.xlsx", undoing)
    assert [step.row for step in found[CHANGED]] == [first, second, industry, industry]
    assert [step.row for step in found[GONE]] == [first, second, industry, industry]
