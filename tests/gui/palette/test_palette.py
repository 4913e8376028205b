"""The palette in a window, with keys and mouse; back and forward; links; the sheet of shortcuts."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel

from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.vintage import Vintage
from desktop.gui.palette.visits import Visit
from desktop.gui.session import Focus
from desktop.workflow import YearAsked
from tests.gui.example_office import ExampleOffice

pytestmark = pytest.mark.slow

CTRL, ALT, SHIFT = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)


class Office(ExampleOffice):
    """Without structure: the pages on it say that there is nothing to show."""

    def view(self, *_asked, **_more):
        return None

    balance_view = view


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def opened(window, qtbot):
    """Give a window whose palette was opened by its keys."""
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    qtbot.keyClick(window, Qt.Key.Key_K, CTRL)
    assert window.wayfinding.palette.isVisible()
    return window


def press(key, modifier=Qt.KeyboardModifier.NoModifier):
    """Press a key wherever the keyboard is."""
    QTest.keyClick(focused(), key, modifier)


def focused():
    return QApplication.focusWidget()


def type_in(text):
    QTest.keyClicks(focused(), text)


def titles(window):
    return [e.title("en") for e in window.wayfinding.palette.list.found.entries]


def test_a_market_is_typed_and_looked_at(opened, qtbot, idle):
    type_in("hoa ky")
    press(Qt.Key.Key_Return)
    assert not opened.wayfinding.palette.isVisible()
    assert opened.page == "markets"
    assert opened.session.focus == Focus(market="US")
    idle(opened)


def test_an_item_goes_to_its_page_and_keeps_the_market(opened, idle):
    opened.session.focus_on(market="US")
    type_in("tom")
    press(Qt.Key.Key_Return)
    assert opened.page == "sectors"
    assert opened.session.focus == Focus(market="US", item="SEAFOOD")
    idle(opened)


def test_an_item_that_is_imported_only_shows_imports_and_its_name(opened, idle):
    opened.session.speak("vi")
    type_in("lua mi")
    press(Qt.Key.Key_Return)
    page = opened.pages.structure("sectors")
    idle(opened)
    assert page.flow is Flow.IMPORT
    assert page.chips.item.text() == "Mặt hàng: Lúa mỳ"
    idle(opened)


def test_a_month_is_chosen_in_the_choosers(opened, qtbot):
    type_in("4/2025")
    with qtbot.waitSignal(opened.overview.answered):
        press(Qt.Key.Key_Return)
    assert opened.session.selection.through == Month(2025, 4)
    assert opened.choosers.month.value == "April"


def test_a_month_from_a_page_without_choosers_leads_to_the_overview(window, qtbot, idle):
    window.show_page("received")
    idle(window)
    window.wayfinding.open()
    type_in("4/2025")
    press(Qt.Key.Key_Return)
    assert window.page == "overview"
    assert window.wayfinding.history.now == Visit("overview", YearAsked(2025, Month(2025, 4)))
    assert len(window.wayfinding.history.visits) == 3
    idle(window)


def test_a_page_and_an_action_tell_their_keys_and_are_done(opened, qtbot, idle):
    type_in("received")
    page = next(a for a in opened.actions() if a.objectName() == "page-received")
    assert opened.wayfinding.palette.list.chosen.keys == page.shortcut().toString()
    press(Qt.Key.Key_Return)
    assert opened.page == "received"
    opened.wayfinding.open()
    type_in("refresh")
    with qtbot.waitSignal(opened.session.archive_changed):
        press(Qt.Key.Key_Return)
    idle(opened)


def test_arrows_go_round_and_the_field_tells_what_is_chosen(opened):
    palette = opened.wayfinding.palette
    first = palette.list.chosen
    press(Qt.Key.Key_Up)
    assert palette.list.currentIndex().row() == len(palette.list.found.entries) - 1
    press(Qt.Key.Key_Down)
    assert palette.list.chosen == first
    press(Qt.Key.Key_PageDown)
    assert palette.list.currentIndex().row() == 8
    assert palette.field.accessibleDescription().endswith(f"9/{len(palette.list.found.entries)}")
    assert palette.field.accessibleName() == "Find"


def test_the_mouse_chooses_too(opened, qtbot, idle):
    type_in("germany")
    listed = opened.wayfinding.palette.list
    at = listed.visualRect(listed.found.index(0, 0)).center()
    qtbot.mouseClick(listed.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.session.focus.market == "DE"
    idle(opened)


def test_escape_closes_the_palette_alone_and_gives_the_keyboard_back(window, qtbot):
    window.activateWindow()
    window.choosers.year.setFocus()
    window.notice.show()
    qtbot.mouseClick(window.choosers.finder, Qt.MouseButton.LeftButton)
    palette = window.wayfinding.palette
    assert palette.field.hasFocus()
    press(Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert window.notice.isVisible()
    assert focused() in {window.choosers.year, window.choosers.finder}


def test_a_look_elsewhere_closes_it(opened):
    opened.choosers.year.setFocus()
    assert not opened.wayfinding.palette.isVisible()
    assert opened.choosers.year.hasFocus()


def test_it_never_blocks_what_comes_in_meanwhile(opened, qtbot):
    with qtbot.waitSignal(opened.overview.answered):
        opened.session.archive_changed.emit()
    assert opened.wayfinding.palette.isVisible()


def test_what_was_chosen_lately_comes_first_also_after_a_day(opened, open_window, idle):
    type_in("hoa ky")
    press(Qt.Key.Key_Return)
    idle(opened)
    opened.close()
    again = open_window(Office())
    again.wayfinding.open()
    assert titles(again)[0] == "United States"
    assert again.wayfinding.palette.list.found.entries[0].key == "market:US"
    idle(again)


@pytest.mark.parametrize("size", [(1280, 720), (1920, 1080)])
@pytest.mark.parametrize("language", ["vi", "en"])
def test_it_fits_the_window(open_window, office, idle, language, size):
    window = open_window(office, language=language, size=size)
    window.wayfinding.open()
    palette = window.wayfinding.palette
    assert window.frame.rect().contains(palette.geometry())
    assert palette.list.height() >= palette.list.height_of(9)
    idle(window)


def test_what_cannot_be_done_now_is_not_offered(opened):
    offered = {e.code for e in opened.wayfinding.palette.list.found.entries}
    assert "import" in offered
    assert not offered & {"back", "forward", "find", "escape"}


# Back, forward, links ------------------------------------------------------------------------


def test_back_and_forward_by_their_keys(window, qtbot, idle):
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_page("markets")
    window.session.focus_on(market="US")
    window.session.select(year=2025, through=Month(2025, 4))
    idle(window)
    seen = []
    for _ in range(4):
        seen.append((window.page, window.session.focus.market, window.session.selection.through))
        qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert seen == [
        ("markets", "US", Month(2025, 4)), ("markets", "US", None),
        ("markets", "", None), ("overview", "", None),
    ]  # fmt: skip
    assert not window.actions_["back"].isEnabled()
    qtbot.keyClick(window, Qt.Key.Key_Right, ALT)
    assert (window.page, window.session.focus.market) == ("markets", "")
    idle(window)


def test_back_from_a_review_leads_where_it_was_begun(window, review, qtbot, idle):
    assert window.page == "review"
    assert [v.page for v in window.wayfinding.history.visits] == ["overview"]
    window.wayfinding.back()
    assert window.page == "overview"
    idle(window)


def test_a_link_is_copied_and_leads_a_colleague_there(opened, qapp, open_window, idle, qtbot):
    opened.wayfinding.go(
        Visit("markets", YearAsked(None, None, Vintage(first_release=True)), Focus("US"))
    )
    idle(opened)
    qtbot.keyClick(opened, Qt.Key.Key_C, CTRL | SHIFT)
    link = qapp.clipboard().text()
    assert link == "export-tracker://markets?through=2025-06&release=first&market=US"
    assert link in opened.notice.message.sentence
    opened.wayfinding.go(Visit("overview"))
    opened.wayfinding.open()
    press(Qt.Key.Key_V, CTRL)
    assert titles(opened) == ["Markets · June 2025 · United States · first release"]
    press(Qt.Key.Key_Return)
    assert opened.page == "markets"
    assert opened.session.focus == Focus("US")
    assert opened.session.selection.vintage == Vintage(first_release=True)
    idle(opened)


def test_a_link_that_leads_nowhere_says_so(opened):
    type_in("export-tracker://moon")
    assert titles(opened) == []
    assert opened.wayfinding.palette.nothing.text() == "This link leads nowhere here."
    press(Qt.Key.Key_Return)
    assert opened.wayfinding.palette.isVisible()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
def test_what_only_a_page_has_a_button_for_is_found_and_done(window, qtbot, idle):
    def choose(typed):
        window.wayfinding.choose(window.wayfinding.find(typed)[0])
        idle(window)

    choose("canh bao")
    assert window.overview.warner.dialog.isVisible()
    window.overview.warner.dialog.close()
    choose("mau toi")
    assert window.session.theme.dark
    choose("ngon ngu")
    assert window.session.language.code == "vi"


# The sheet of shortcuts ----------------------------------------------------------------------


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
@pytest.mark.parametrize(("language", "undo"), [("en", "Undo"), ("vi", "Hoàn tác")])
def test_f1_shows_every_shortcut_that_there_is(open_window, office, qtbot, idle, language, undo):
    window = open_window(office, language=language)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.show_page("received")
    idle(window)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    dialog = window.findChild(QDialog, "shortcuts")
    shown = {label.text() for label in dialog.findChildren(QLabel)}
    for action in (a for a in window.actions() if a.shortcuts()):
        assert window.session.language._(action.data()) in shown
        assert {key.toString() for key in action.shortcuts()} <= shown
    for shortcut in window.received.findChildren(QShortcut):
        if shortcut.parent() is window.received:
            assert shortcut.key().toString() in shown
    assert undo in shown
    assert "Ctrl+K" in dialog.accessibleDescription()
    dialog.close()


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # the offscreen platform's own
@pytest.mark.parametrize("language", ["en", "vi"])
@pytest.mark.parametrize("page", ["overview", "received", "targets", "outlook"])
def test_the_sheet_of_shortcuts_is_seen_whole_on_a_small_screen(
    open_window, office, idle, language, page
):
    window = open_window(office, language=language, size=(1280, 720))
    window.show_page(page)
    idle(window)
    window.actions_["keys"].trigger()
    dialog = window.findChild(QDialog, "shortcuts")
    dialog.ensurePolished()
    needed = dialog.minimumSizeHint()
    assert (needed.width() <= 1280 - 24, needed.height() <= 720 - 64) == (True, True), needed
    dialog.close()


def follow(window, link):
    window.wayfinding.open()
    type_in(link)
    press(Qt.Key.Key_Return)


def test_a_link_to_a_month_that_is_not_held_says_so_and_shows_the_newest(window, idle):
    follow(window, "export-tracker://markets?through=2031-03&market=US")
    idle(window)
    assert window.notice.message.sentence == "No figures of March 2031 are held here."
    assert window.page == "markets"
    assert window.session.selection.through is None
    assert window.session.focus == Focus("US")


def test_a_link_to_an_item_that_nobody_knows_here_says_so_and_shows_the_rest(window, idle):
    follow(window, "export-tracker://sectors?item=OURS/SILK&market=US")
    idle(window)
    assert window.notice.message.sentence == "Nobody knows OURS/SILK here."
    assert (window.page, window.session.focus) == ("sectors", Focus("US"))


def test_a_link_of_another_archive_says_so(window, idle):
    follow(window, "export-tracker://overview?archive=Prov")
    idle(window)
    assert window.notice.message.sentence.startswith("The link is of the archive Prov")
    assert "Ask the sender" in window.notice.message.remedy
