"""What an undo would take back is listed with trade before what is watched beside it."""

from __future__ import annotations

from desktop.figures.comparison import Change, Undoing
from desktop.figures.series import Flow
from desktop.figures.wording import language
from desktop.gui.received.taken_back import CHANGED, GONE, steps
from tests.gui.example_keeping import figure


def test_trade_stands_before_industry_and_goods_by_their_names_under_the_total():
    total, rice, crabs = figure(2), figure(1, "RICE"), figure(1, "SEAFOOD")
    coal, domestic = figure(3, "COAL"), figure(2)._replace(ownership="DOMESTIC")
    industry = total._replace(flow=Flow.INDUSTRY)
    rows = (industry, rice, crabs, coal, domestic, total)
    undoing = Undoing(
        1, tuple(Change(row, 1, "2025-07-01", "b.xlsx") for row in rows), rows[:2], rows[2:]
    )
    found = steps("a.xlsx", undoing, language("en"))  # Aquatic, coal, domestic, rice
    for kind in (CHANGED, GONE):
        assert [step.row for step in found[kind]] == [total, crabs, coal, domestic, rice, industry]
    spoken = steps("a.xlsx", undoing, language("vi"))  # Gạo, khu vực trong nước, than, thủy sản
    assert [step.row for step in spoken[GONE]] == [total, rice, domestic, coal, crabs, industry]
