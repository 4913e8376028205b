"""Lines of a ranking are put into words when they are seen; their heads say the same before."""

from __future__ import annotations

import random

import pytest
from PySide6.QtGui import QFontMetrics

from desktop.figures.wording import language
from desktop.gui.balance.firm import Firm
from desktop.gui.balance.partners import partner_lines
from desktop.gui.fonts import font
from desktop.gui.sectors.lines import bars, price_grid
from desktop.gui.structure.lines import Column, Head, Kind, Line, Mark, ranking
from desktop.gui.structure.ordering import Order
from desktop.gui.structure.parts import ranked
from desktop.gui.structure.ranking import ROW_HEIGHT, Ranking
from desktop.gui.structure.ranking_paint import measured
from desktop.gui.structure.words import UNKNOWN
from desktop.gui.tokens import DARK, LIGHT, SMALL_SIZE
from tests.gui.example_office import ExampleOffice

EN = language("en")
COUNT, SEEN = 150, 10


def counted(made):
    heads = [Head(f"M{n}", f"Market {n}") for n in range(COUNT)]

    def line(number):
        made.append(number)
        return Line(heads[number], (Mark(heads[number].name),), f"tip {number}")

    return ranking([Column("Market", Kind.NAME)], heads, line)


def test_of_many_lines_those_are_put_into_words_that_are_seen_each_once(qtbot):
    made, shown = [], Ranking()
    qtbot.addWidget(shown)
    shown.resize(300, shown.head.height() + SEEN * ROW_HEIGHT)
    shown.show_ranked(counted(made), LIGHT, "M120")
    shown.list.scrollToTop()
    shown.grab()
    assert set(range(SEEN - 1)) <= set(made) <= {*range(SEEN), 120}
    shown.show_ranked(shown.list.shown.ranked, DARK, "M120")
    shown.list.scrollToBottom()
    shown.grab()
    assert COUNT - 1 in made
    assert len(made) == len(set(made)) < COUNT / 2


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
@pytest.mark.parametrize("high", range(140, 560, 41))
def test_the_lines_share_the_height_and_none_is_cut(qtbot, high):
    shown = Ranking()
    qtbot.addWidget(shown)
    shown.show_ranked(counted([]), LIGHT)
    shown.resize(300, high)
    shown.show()
    room, line = shown.list.viewport().height(), shown.list.sizeHintForRow(0)
    assert room % line == 0
    assert shown.list.contentsRect().height() - room < room // line


def every_ranking():
    office = ExampleOffice()
    balance = office.balance_view()
    view, flow = balance.view, balance.view.structure.exports
    for order in Order:
        yield ranked(flow.markets, view, order, EN)
        yield bars(flow.items, view, order, EN)
    yield partner_lines(balance.bridge, EN, Firm(balance, EN))


def test_a_line_is_the_same_in_whatever_order_it_is_looked_at_and_says_what_its_head_does():
    for one, other in zip(every_ranking(), every_ranking(), strict=True):
        places = list(range(len(one.heads)))
        random.Random(7).shuffle(places)
        found = {place: one.lines[place] for place in places}
        assert [found[place] for place in sorted(places)] == list(other.lines)
        assert [found[place].tip for place in sorted(places)] == [line.tip for line in other.lines]
        for place, head in enumerate(one.heads):
            texts = {c.kind: m.text for c, m in zip(one.columns, found[place].marks, strict=True)}
            assert found[place].head is head
            assert (texts[Kind.NAME], found[place].quiet) == (head.name, not head.code)
            assert head.name in found[place].tip.split("\n")[0]


def test_what_price_and_volume_brought_has_a_sign_as_every_change_has():
    view = ExampleOffice().balance_view().view
    grid = price_grid(view.structure.exports.items, view, Order.VALUE, EN)
    effects = [cell.text for row in grid.rows for cell in row[-2:] if cell.text != UNKNOWN]
    assert effects
    assert all(text[0] in "+−" or not float(text) for text in effects)


def test_the_words_beside_every_bar_have_room_though_those_of_the_ends_alone_are_measured(qtbot):
    view = ExampleOffice().balance_view().view
    shown = ranked(view.structure.exports.markets, view, Order.VALUE, EN)
    metrics = QFontMetrics(font(SMALL_SIZE))
    bar = next(n for n, c in enumerate(shown.columns) if c.kind is Kind.BULLET)
    words = {line.marks[bar].text for line in shown.lines}
    assert len(words) > len(shown.columns[bar].texts)
    assert max(map(metrics.horizontalAdvance, words)) <= measured(shown, metrics).columns[bar].words
