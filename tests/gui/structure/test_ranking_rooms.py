"""A bar beside a name lies under it, as wide as both; other columns keep their places."""

from __future__ import annotations

from PySide6.QtCore import QRect

from desktop.gui.structure.lines import Column, Kind
from desktop.gui.structure.ranking_paint import rooms_of

LINE = QRect(10, 58, 300, 29)
NAME, BAR, NUMBER = Column("", Kind.NAME), Column("", Kind.BAR), Column("")


def test_a_bar_lies_under_the_name_before_it():
    name, bar, number = rooms_of((NAME, BAR, NUMBER), ((0, 120), (120, 30), (150, 60)), LINE)
    assert (name.left(), name.width()) == (bar.left(), bar.width()) == (10, 150)
    assert name.bottom() < bar.top()
    assert bar.bottom() < LINE.bottom()
    assert number == QRect(160, 58, 60, 29)


def test_a_bar_behind_numbers_keeps_its_column():
    name, number, bar = rooms_of((NAME, NUMBER, BAR), ((0, 120), (120, 60), (180, 44)), LINE)
    assert (name, bar) == (QRect(10, 58, 120, 29), QRect(190, 58, 44, 29))
    assert number.height() == LINE.height()
