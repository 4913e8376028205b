"""The window: choosers, pages, language and theme, what is remembered, what is refused."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop.figures.finding import Finding, Refused, Severity
from desktop.figures.month import Month
from desktop.figures.target import TargetMeasure
from desktop.figures.vintage import LATEST, Vintage
from desktop.gui import dialogs
from desktop.gui.theme import ThemeChoice
from desktop.gui.tokens import DARK, LIGHT, Tone
from tests.gui.example_office import ExampleOffice


def titles(window):
    return [card.title.text() for card in window.overview.dashboard.cards]


def choose(chooser, *words):
    menu = chooser.choices
    for word in words[:-1]:
        menu = next(a.menu() for a in menu.actions() if a.menu() and a.text() == word)
    next(a for a in menu.actions() if a.text() == words[-1]).trigger()


def test_it_opens_on_the_newest_month(seen):
    assert seen.choosers.month.value == "June"
    assert titles(seen) == [
        "6 months to date", "Needed monthly", "Forecast for the year", "Trade balance",
    ]  # fmt: skip
    assert seen.footer.source.text() == (
        "Source: 02-Bieu-T6.2025.xlsx · 14.XK!G9 · published 6 Jul 2025"
    )
    assert seen.footer.check.text() == "✓ Reconciled: total = domestic + foreign-invested"


def test_another_month_is_asked_for_and_shown(window, office, qtbot):
    with qtbot.waitSignal(window.overview.answered):
        choose(window.choosers.month, "April")
    assert office.asked[-1][:2] == (2025, Month(2025, 4))
    assert titles(window)[0] == "4 months to date"


def test_a_month_without_figures_cannot_be_chosen(seen):
    december = seen.choosers.month.choices.actions()[11]
    assert not december.isEnabled()


def test_the_newest_month_chosen_again_follows_what_comes(window, qtbot):
    with qtbot.waitSignal(window.overview.answered):
        choose(window.choosers.month, "April")
    with qtbot.waitSignal(window.overview.answered):
        choose(window.choosers.month, "June")
    assert (window.session.selection.year, window.session.selection.through) == (None, None)


def test_a_vintage_is_asked_for(window, office, qtbot):
    with qtbot.waitSignal(window.overview.answered):
        choose(window.choosers.vintage, "first release")
    assert office.asked[-1][2] == Vintage(first_release=True)
    with qtbot.waitSignal(window.overview.answered):
        choose(window.choosers.vintage, "as reported by…", "2025", "6 Apr 2025")
    assert office.asked[-1][2] == Vintage(date(2025, 4, 6))
    assert window.choosers.vintage.value == "as of 6 Apr 2025"


def test_what_the_archive_knew_on_a_day_is_asked_for_beside_the_day_of_report(
    window, office, qtbot
):
    with qtbot.waitSignal(window.overview.answered):
        choose(window.choosers.vintage, "as reported by…", "2025", "6 Apr 2025")
    with qtbot.waitSignal(window.overview.answered):
        choose(window.choosers.vintage, "as this archive knew on…", "2025", "7 Jul 2025")
    assert office.asked[-1][2] == Vintage(date(2025, 4, 6), known_by=date(2025, 7, 7))
    assert window.choosers.vintage.value == "6 Apr 2025, known 7 Jul 2025"
    with qtbot.waitSignal(window.overview.answered):
        choose(window.choosers.vintage, "latest")
    assert office.asked[-1][2] == LATEST


def test_a_day_on_which_nothing_was_known_leads_back_to_the_newest(window, office, qtbot):
    then, before = Vintage(known_by=date(2024, 1, 1)), len(office.asked)
    window.session.select(vintage=then)
    qtbot.waitUntil(lambda: len(office.asked) == before + 2)
    assert [vintage for *_, vintage in office.asked[-2:]] == [then, LATEST]
    qtbot.waitUntil(lambda: window.choosers.vintage.value == "latest")
    assert window.notice.isVisible()
    assert window.choosers.isVisible()


def test_the_language_changes_everywhere_at_once(window, qtbot):
    qtbot.mouseClick(window.rail.languages._buttons["vi"], Qt.MouseButton.LeftButton)
    assert window.header.title.text() == "Tổng quan"
    assert titles(window)[0] == "Lũy kế 6 tháng"
    assert window.choosers.take_in.text() == "Nhập báo cáo…"
    ends = [end.text for end in window.overview.dashboard.cumulative.chart.ends.labels]
    assert "454,2 mục tiêu" in ends


def test_the_theme_changes_everywhere_at_once(window, qtbot, idle):
    window.session.wear(ThemeChoice.DARK)
    qtbot.waitUntil(lambda: window.palette().window().color().name() == DARK.window)
    idle(window)
    chart = window.overview.dashboard.months.chart
    assert chart.backgroundBrush().color().name() == DARK.card
    assert DARK.primary in window.rail.styleSheet()
    window.session.wear(ThemeChoice.LIGHT)
    qtbot.waitUntil(lambda: window.palette().window().color().name() == LIGHT.window)


def test_it_remembers(open_window, office, idle):
    first = open_window(office)
    first.session.speak("vi")
    first.session.select(year=2025, through=Month(2025, 4))
    first.show_page("received")
    idle(first)
    first.close()
    again = open_window(ExampleOffice())
    assert again.page == "received"
    assert again.session.memory.text("language") == "vi"
    assert again.session.selection.through == Month(2025, 4)


@pytest.mark.parametrize(
    "damage", ["[General\n\x00\xff=", "through=2025-99\nyear=x\nas_of=soon\ntheme=puce\n"]
)
def test_a_damaged_memory_counts_as_empty(open_window, office, settings, damage):
    settings.write_text(damage, "latin-1")
    assert open_window(office).session.selection.through is None


def test_on_a_small_screen_it_fills_the_screen_until_it_was_placed_otherwise(window):
    assert window.screen().availableSize().width() < 1440
    window.appear()
    assert window.isMaximized()
    window.showNormal()
    window.remember()
    window.appear()
    assert not window.isMaximized()


def test_what_is_written_goes_where_the_last_file_went_never_among_the_returns(window, tmp_path):
    memory = window.session.memory
    memory.folder = str(tmp_path)
    assert memory.out_folder != tmp_path
    written = tmp_path / "reports"
    written.mkdir()
    memory.wrote(written / "summary.xlsx")
    assert memory.out_folder == written
    written.rmdir()
    assert memory.out_folder == Path.home()


def test_an_empty_archive_invites(open_window):
    window = open_window(ExampleOffice(empty=True), example=True)
    assert window.overview.dashboard is None
    assert not window.choosers.year.isVisible()
    assert window.overview._invitation.isVisible()
    assert window.overview._invitation._example.isVisible()


def test_a_refusal_is_one_sentence_and_a_remedy(window, qtbot, monkeypatch):
    def refuse(*_args, **_more):
        raise Refused(Finding(Severity.ERROR, "no_such_file", about="x.xlsx"))

    monkeypatch.setattr(window.session.office(), "overview", refuse)
    with qtbot.waitSignal(window.session.jobs.refused):
        window.session.archive_changed.emit()
    assert window.notice.isVisible()
    assert window.notice.message.tone is Tone.BAD
    assert "x.xlsx" in window.notice.message.sentence
    assert window.notice.message.remedy


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
def test_our_own_fault_offers_a_report(window, qtbot, monkeypatch, caplog):
    monkeypatch.setattr(window.session.office(), "overview", lambda *_: 1 / 0)
    with qtbot.waitSignal(window.session.jobs.failed):
        window.session.archive_changed.emit()
    dialog = window.findChild(QWidget, "trouble")
    dialog.copy()
    assert "ZeroDivisionError" in dialog.report
    assert "1 / 0" in dialog.report
    dialog.close()
    caplog.clear()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
def test_a_year_without_a_target_offers_to_set_one(open_window, qtbot):
    office = ExampleOffice()
    office.target = None
    window = open_window(office)
    qtbot.mouseClick(window.overview.dashboard.cards[0].offer, Qt.MouseButton.LeftButton)
    dialog = window.findChild(QWidget, "target")
    dialog.amount.setText("12 %")
    dialog.document.setText("Nghị quyết 01/NQ-CP")
    with qtbot.waitSignal(window.overview.answered):
        dialog.keep.click()
    kept = office.target
    assert (kept.year, kept.measure, kept.low) == (2025, TargetMeasure.GROWTH, 0.12)
    assert kept.document == "Nghị quyết 01/NQ-CP"
    assert not window.overview.dashboard.cards[0].offer.isVisible()


def test_every_page_and_action_has_a_key(seen):
    keys = {a.objectName(): a.shortcut().toString() for a in seen.actions() if a.objectName()}
    assert keys["import"] == "Ctrl+O"
    assert keys["export"] == "Ctrl+E"
    assert keys["undo"] == "Ctrl+Z"
    assert keys["page-overview"] == "Ctrl+1"
    assert keys["page-markets"] == "Ctrl+2"
    assert keys["page-balance"] == "Ctrl+4"
    assert keys["page-outlook"] == "Ctrl+5"
    assert keys["page-targets"] == "Ctrl+6"
    assert keys["page-received"] == "Ctrl+7"
    by_name = {a.objectName() for a in seen.actions() if a.data()}
    keyless = {name for name, key in keys.items() if not key}
    assert keyless == {
        "language", "newest", "warnings", "path", "known", "revisions",
        *(f"colours-{choice}" for choice in ThemeChoice),
    }  # fmt: skip
    assert keyless <= by_name  # the palette finds them


def test_the_keyboard_goes_from_one_entry_of_the_rail_to_that_of_the_page_shown(window, idle):
    first, *_, last = window.rail.pages
    first.setFocus()
    window.actions_["export"].trigger()
    idle(window)
    assert window.page == "export"
    assert window.focusWidget() is last
    window.choosers.take_in.setFocus()  # what stands elsewhere keeps the keyboard
    window.show_page("overview")
    idle(window)
    assert window.focusWidget() not in window.rail.pages


def test_tab_reaches_the_cards_and_a_card_reads_as_a_sentence(seen):
    card = seen.overview.dashboard.cards[0]
    assert card.focusPolicy() & Qt.FocusPolicy.TabFocus
    assert card.accessibleName().startswith("6 months to date: 219.8 bn USD")


def test_a_table_stands_in_for_every_chart(seen, qtbot):
    board = seen.overview.dashboard
    for panel in (board.cumulative, board.gap, board.months):
        panel.toggle.click()
        assert panel.stack.currentWidget() is panel.table
        assert len(panel.table.grid.rows) == 12
        panel.toggle.click()
        assert panel.stack.currentWidget() is panel.chart


def test_a_table_copies_with_its_headings(window, qtbot, qapp):
    panel = window.overview.dashboard.months
    panel.toggle.click()
    panel.table.selectRow(0)
    qtbot.keyClick(panel.table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    heading, january = qapp.clipboard().text().split("\n")
    assert heading.split("\t")[:2] == ["Month", "Exports"]
    assert january.split("\t")[:2] == ["January 2025", "33.16"]


@pytest.mark.parametrize("size", [(1280, 720), pytest.param((1920, 1080), marks=pytest.mark.slow)])
@pytest.mark.parametrize("language", ["vi", pytest.param("en", marks=pytest.mark.slow)])
def test_no_word_of_the_overview_is_cut(open_window, office, idle, language, size):
    window = open_window(office, language=language, size=size)
    idle(window)
    board = window.overview.dashboard
    labels = [card.title for card in board.cards] + [card.aside for card in board.cards]
    labels += [board.contributions.title, board.cumulative.title, window.header.title]
    cut = [x.text() for x in labels if x.width() < x.fontMetrics().horizontalAdvance(x.text())]
    assert cut == []
    assert board.height() <= window.pages.height()


@pytest.mark.parametrize("language", ["vi", pytest.param("en", marks=pytest.mark.slow)])
def test_every_page_says_why_it_is_empty_and_what_to_do(open_window, idle, language, monkeypatch):
    window = open_window(ExampleOffice(empty=True), language=language, example=True)
    asked = []
    monkeypatch.setattr(dialogs, "returns_to_import", lambda *_: asked.append(1) or [])
    for name in ("markets", "sectors", "balance", "outlook", "received"):
        window.show_page(name)
        idle(window)
        state = window.pages.currentWidget().empty
        assert state.isVisible()
        assert state.title.text()
        assert len(state.text.text()) > 20
        state.ways[0].click()
        assert len(asked) == 1, name
        asked.clear()


def test_a_month_without_data_says_so_and_leads_to_the_newest(window, office, idle, monkeypatch):
    monkeypatch.setattr(type(office), "view", lambda *_, **__: None, raising=False)
    window.show_page("markets")
    window.session.select(year=2019, through=Month(2019, 2))
    idle(window)
    state = window.pages.structure("markets").empty
    assert state.title.text() == "No figures of that time"
    state.ways[0].click()
    idle(window)
    assert window.session.selection.through is None
