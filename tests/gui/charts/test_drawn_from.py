"""A drawing that would change nothing is left out, and nothing is made to find that out."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from desktop.analysis.on_sight import Gradual
from desktop.figures.wording import language
from desktop.gui.charts.drawing import drawn, redraws
from desktop.gui.structure.spots import spot_of
from desktop.gui.tokens import DARK, LIGHT


@dataclass(frozen=True, slots=True, eq=False)
class Rows(Gradual):
    """Rows of which the names are known."""

    names: tuple[str, ...]
    told: str

    def column(self, name):
        return self.names

    @classmethod
    def known(cls, *names):
        return cls.gradual({"told": lambda: pytest.fail("made to be compared")}, names=names)


class Chart:
    """Draws rows, and keeps what it drew."""

    @drawn
    def draw(self, rows, colours=LIGHT):
        self.shown = rows, colours


def test_rows_that_are_the_very_same_are_not_drawn_again_and_others_are_without_a_look():
    chart, rows = Chart(), Rows.known("US")
    chart.draw(rows)
    chart.draw(rows)
    assert redraws(chart) == 1
    chart.draw(Rows.known("US"))
    assert redraws(chart) == 2
    chart.draw(chart.shown[0], DARK)
    assert redraws(chart) == 3


def test_values_that_are_the_same_are_not_drawn_again():
    chart = Chart()
    chart.draw(("US", 1.5))
    chart.draw(("US", float("1.5")))
    assert redraws(chart) == 1


def test_places_of_one_split_are_the_same_and_their_lines_are_not_made_for_it():
    split, view, vi = Rows.known("US", "CN"), object(), language("vi")
    assert spot_of(split, 0, view, vi) == spot_of(split, 0, view, vi)
    assert spot_of(split, 0, view, vi) != spot_of(Rows.known("US", "CN"), 0, view, vi)
