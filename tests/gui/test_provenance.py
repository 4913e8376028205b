"""Where a number comes from, asked in the window: by key, by menu, of cards, charts, rankings."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.analysis.inside_wording import difference_told
from desktop.figures.month import Month
from desktop.figures.wording import language
from desktop.gui.parts.tips import wrapped
from desktop.gui.provenance.asking import held_in
from desktop.gui.provenance.offer import LABELS, Number

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.slow,
]  # offscreen's own


@pytest.fixture
def page(open_window, office_of_two_books):
    """The overview of the two books."""
    return open_window(office_of_two_books()).overview


@pytest.fixture
def answer(qtbot, page):
    """Do something, and give the dialog that answers it."""

    def asked(deed):
        with qtbot.waitSignal(page.provenance.opened) as told:
            deed()
        return told.args[0]

    return asked


def test_enter_on_a_card_tells_its_number(qtbot, page, answer):
    dialog = answer(lambda: qtbot.keyClick(page.dashboard.cards[0], Qt.Key.Key_Return))
    assert dialog.trace.value == page.overview.exports.cumulative
    assert dialog.source.printed == "219830"
    assert "219830" in dialog.told.text()
    assert dialog.source.cell in dialog.told.text()
    assert dialog.open_button.isEnabled()


def test_a_derived_number_is_walked_to_its_cells(qtbot, answer, page):
    dialog = answer(lambda: page.provenance.ask(Number("balance.cumulative")))
    assert not dialog.open_button.isEnabled()
    qtbot.keyClick(dialog.tree, Qt.Key.Key_Down)
    assert dialog.source is not None
    assert (
        dialog.tree.currentItem()
        .data(0, Qt.ItemDataRole.AccessibleTextRole)
        .startswith(
            "Exports, January to June 2025. 219,830.0 million USD. File: 02-Bieu-T6.2025.xlsx"
        )
    )


def test_the_point_of_a_chart_tells_its_month(qtbot, page, answer):
    chart = page.dashboard.charts[2]
    chart.read(4)
    dialog = answer(lambda: qtbot.keyClick(chart, Qt.Key.Key_Return))
    assert dialog.trace.what.blanks["month"] == Month(2025, 5)
    assert dialog.trace.value == page.overview.exports.months[4].value


def test_a_chart_that_is_not_read_offers_nothing(page):
    page.dashboard.charts[0].read(None)
    assert not page.offers[4]._here()


def test_a_line_of_the_ranking_tells_its_contribution(page, answer):
    ranking = page.dashboard.contributions.list
    ranking.setCurrentIndex(ranking.model().index(0, 0))
    offer = page.offers[-1]  # Enter narrows every page to the line; the menu tells of it
    dialog = answer(offer.menu(offer._here()).actions()[2].trigger)
    code = ranking.shown.contributions[0].code
    assert dialog.trace.what.blanks["subject"].code == f"item:{code}"


def test_enter_looks_at_a_line_and_once_it_is_looked_at_asks_where_it_comes_from(
    page, qtbot, answer, idle
):
    ranking, session = page.dashboard.contributions.list, page.window().session
    ranking.setCurrentIndex(ranking.model().index(0, 0))
    code = ranking.shown.contributions[0].code
    qtbot.keyClick(ranking, Qt.Key.Key_Return)
    assert session.focus.item == code
    idle(page.window())
    dialog = answer(lambda: qtbot.keyClick(ranking, Qt.Key.Key_Return))
    assert code in str(dialog.trace.what.blanks)
    assert session.focus.item == code


def test_a_line_of_the_ranking_offers_only_what_is_told_of_it(page):
    ranking = page.dashboard.contributions.list
    offered = set()
    for place, line in enumerate(ranking.shown.contributions):
        ranking.setCurrentIndex(ranking.model().index(place, 0))
        names = [number.name.rpartition(".")[2] for number in page.offers[-1]._here()]
        assert ("growth_printed" in names) is (line.growth_printed is not None)
        offered.add("growth_printed" in names)
    assert offered == {True, False}


def test_the_menu_offers_every_number_of_the_card(page, answer):
    offer = page.offers[3]
    menu = offer.menu(offer._here())
    lines = [action.text() for action in menu.actions() if action.text()]
    assert lines == [
        "Where does this number come from?", "Cumulative", "Change on last year",
        "Same months of last year",
    ]  # fmt: skip
    dialog = answer(menu.actions()[2].trigger)
    assert dialog.trace.value == page.overview.balance.cumulative


def test_the_original_of_a_cell_is_found(page, answer, office_of_two_books):
    dialog = answer(lambda: page.provenance.ask(Number("exports.month", Month(2025, 5))))
    with office_of_two_books() as office:
        held = held_in(office, dialog.source)
    assert held.name == dialog.source.file
    assert held.month == Month(2025, 6)  # June's book revised May


def test_every_number_offered_has_a_name_and_a_label(page):
    for offer in page.offers:
        for number in offer._here():
            assert number.name.rpartition(".")[2] in LABELS


def test_the_card_says_why_the_cumulative_is_not_the_sum(page):
    held = page.overview.exports
    told = difference_told(held, language("en"))
    assert page.dashboard.cards[0].toolTip() == wrapped(told)
    assert bool(told) is (held.sum_of_months not in {None, held.cumulative})
