"""The revision triangle over the page of returns."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desktop.figures.month import Month
from desktop.figures.wording import language
from desktop.gui.pages import RECEIVED
from desktop.gui.tokens import Tone
from tests.gui.conftest import MAY_AND_JUNE

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),  # offscreen's own
    pytest.mark.slow,
]


@pytest.fixture
def window(open_window, office_of_two_books):
    """The window of the two books."""
    return open_window(office_of_two_books())


@pytest.fixture
def dialog(qtbot, window):
    """The dialog, opened by its key, with the exports shown."""
    window.show_page(RECEIVED)
    qtbot.waitUntil(lambda: bool(window.received.returns))
    modifiers = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(window, Qt.Key.Key_R, modifiers)
    made = window.keeping.revising.dialog
    qtbot.waitUntil(lambda: made.triangle is not None)
    return made


def months(dialog):
    """The cells of the table by month."""
    grid = dialog.table.grid
    return {line[0].text: line[1:] for line in grid.rows}


def test_a_month_has_a_cell_for_each_release(dialog):
    may = months(dialog)["May 2025"]
    assert [cell.text for cell in may] == ["39,600.0", "39,703.0", "39,703.0", "+0.26%"]
    assert "Reported 6 Jun 2025" in may[0].tip
    assert "02-Bieu-T6.2025.xlsx" in may[1].tip
    assert next(iter(months(dialog))) == "June 2025"
    assert "First released as preliminary" in dialog.told.text()


def test_another_series_and_the_cumulative_are_chosen(qtbot, dialog):
    dialog.cumulative.click()
    qtbot.waitUntil(lambda: dialog.triangle.cumulative)
    assert months(dialog)["May 2025"][0].text == "180,230.0"
    dialog.series.setCurrentIndex(dialog.series.findData("balance"))
    qtbot.waitUntil(lambda: dialog.triangle.series is None)
    assert "changed" in dialog.told.text()


def test_a_series_without_releases_says_so(qtbot, dialog):
    dialog.series.setCurrentIndex(dialog.series.findData("market:AR"))
    qtbot.waitUntil(lambda: dialog.triangle is None)
    assert dialog.told.text() == "The archive holds no release of this series."
    assert not dialog.table.isVisible()


def test_nothing_is_unusual_in_two_books(dialog):
    tones = {cell.tone for line in months(dialog).values() for cell in line}
    assert tones == {Tone.PLAIN}
    assert dialog.triangle.rows[-1].month == Month(2025, 6)
    assert dialog.series.accessibleName()


def test_a_release_is_asked_where_it_comes_from(dialog, window, qtbot):
    revising = window.keeping.revising
    for column, book in (
        (1, MAY_AND_JUNE[0]),
        (2, MAY_AND_JUNE[1]),
        (3, MAY_AND_JUNE[1]),
    ):
        dialog.table.setCurrentIndex(dialog.table.model().index(1, column))  # May
        with qtbot.waitSignal(revising.provenance.opened) as opened:
            qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
        asked = opened.args[0]
        assert asked.source.file == book
        asked.reject()


def test_a_revision_leads_to_both_its_releases(dialog, window, qtbot):
    dialog.table.setCurrentIndex(dialog.table.model().index(1, 4))  # May
    with qtbot.waitSignal(window.keeping.revising.provenance.opened) as opened:
        qtbot.keyClick(dialog.table, Qt.Key.Key_Return)
    asked = opened.args[0]
    assert asked.trace.value == pytest.approx(39_703 / 39_600 - 1, abs=1e-5)
    assert [told.source.file for told in asked.trace.inputs] == list(reversed(MAY_AND_JUNE))
    asked.reject()


def test_the_means_beneath_the_table_are_asked_where_they_come_from(dialog, window, qtbot):
    numbers = dialog.offer_of_means._here()
    names = ["exports.usual_preliminary", "exports.usual_preliminary_signed"]
    assert [number.name for number in numbers[:2]] == names
    with qtbot.waitSignal(window.keeping.revising.provenance.opened) as opened:
        qtbot.keyClick(dialog.told, Qt.Key.Key_Return)
    asked = opened.args[0]
    assert language("en").percent(asked.trace.value, 2) in dialog.told.text()
    asked.reject()
