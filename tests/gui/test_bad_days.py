"""What an official's machine may come up with: small screens, odd settings, archives in trouble."""

from __future__ import annotations

import os
import sqlite3
import sys
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QAbstractButton

from desktop.archive import Archive
from desktop.figures.catalogue import markets
from desktop.figures.collation import alphabetical
from desktop.figures.groupings import Dimension, every_code
from desktop.figures.month import Month
from desktop.figures.series import Flow
from desktop.figures.wording import LANGUAGES, language
from desktop.gui.application import _language, _theme
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from desktop.workflow import Office
from tests.archive.made import reading, row, store
from tests.gui.example_office import ExampleOffice

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.slow,
]  # offscreen's own
PAGES = ("overview", "markets", "sectors", "balance", "outlook", "targets", "received")


@pytest.fixture
def half_year(tmp_path):
    """An archive with half of 2025."""
    path = tmp_path / "archive.sqlite3"
    rows = [row(1e9 * n, month=Month(2025, n), cell=f"D{n}") for n in range(1, 7)]
    with Archive.open(path) as archive:
        store(archive, reading(*rows))
    return path


@pytest.fixture
def opened(qtbot, settings):
    """Open a window on a true archive; give it once no job is under way."""

    def open_(path, **how):
        def opener():
            return Office(path, clock=lambda: datetime(2025, 7, 12, tzinfo=UTC), user="Lan", **how)

        session = Session(opener, Memory(settings), "en", ThemeChoice.LIGHT)
        window = MainWindow(session)
        qtbot.addWidget(window)
        window.painted.connect(window.begin)
        ended = []
        window.overview.answered.connect(lambda *_: ended.append("answered"))
        session.jobs.refused.connect(ended.append)
        window.show()
        qtbot.waitUntil(
            lambda: bool(ended) and not (session.jobs.busy or session.theme.dressing.busy),
            timeout=20_000,
        )
        return window

    return open_


def walk(window, qtbot):
    for page in PAGES:
        window.show_page(page)
        qtbot.waitUntil(
            lambda: not (window.session.jobs.busy or window.session.theme.dressing.busy),
            timeout=20_000,
        )


def test_the_first_language_is_the_systems_until_one_was_chosen(settings):
    memory = Memory(settings)
    assert [_language(None, memory, first) for first in LANGUAGES] == list(LANGUAGES)
    memory.remember("language", "vi")
    assert _language(None, memory, "en") == "vi"
    assert _language("en", memory, "vi") == "en"


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_page_fits_a_screen_of_1280_by_720(open_window, idle, language):
    window = open_window(ExampleOffice(), language=language, size=(1280, 720))
    window.session.focus_on(market="US", item="WOOD", month=Month(2025, 4))
    for page in PAGES:
        if page != "targets":  # the example has none: on a true archive in tests of that page
            window.show_page(page)
            idle(window)
            assert (window.width(), window.height()) == (1280, 720)
            shown = window.pages.currentWidget()
            assert shown.minimumSizeHint().width() <= window.pages.width(), page
            beyond = [
                w for w in shown.findChildren(QAbstractButton)
                if w.isVisible() and w.mapTo(window, w.rect().topRight()).x() > window.width()
            ]  # fmt: skip
            assert beyond == [], page


def test_a_month_without_data_cannot_be_chosen(opened, half_year, qtbot):
    window = opened(half_year)
    months = window.choosers.month.choices.actions()
    assert [action.isEnabled() for action in months] == [True] * 6 + [False] * 6
    months[8].trigger()
    assert window.choosers.month.value == "June"


def test_a_month_without_data_that_was_remembered_shows_gaps_and_leads_back(
    opened, half_year, settings, qtbot
):
    memory = Memory(settings)
    memory.remember("year", "2019")
    memory.remember("through", "2019-03")
    del memory
    window = opened(half_year)
    walk(window, qtbot)
    window.show_page("overview")
    shown = window.overview.overview
    assert (shown.through, shown.exports.cumulative) == (Month(2019, 3), None)
    assert "–" in window.overview.dashboard.cards[0].accessibleName()
    year = next(a for a in window.choosers.year.choices.actions() if a.text() == "2025")
    year.trigger()
    qtbot.waitUntil(lambda: window.overview.overview.through == Month(2025, 6), timeout=20_000)


def test_an_archive_that_is_read_only_is_shown_and_says_why_nothing_is_written(
    opened, half_year, qtbot
):
    window = opened(half_year, read_only=True)
    assert window.overview.overview.through == Month(2025, 6)
    walk(window, qtbot)
    with qtbot.waitSignal(window.session.jobs.refused):
        window.importing.withdraw([1])
    assert "read" in window.notice.message.sentence
    assert window.notice.message.remedy


@pytest.mark.skipif(
    sys.platform == "win32" or not hasattr(os, "geteuid") or os.geteuid() == 0,
    reason="whoever is root may write everywhere",
)
def test_a_file_that_may_not_be_written_is_shown(opened, half_year, qtbot):
    half_year.chmod(0o444)
    half_year.parent.chmod(0o555)
    window = opened(half_year)
    half_year.parent.chmod(0o755)
    assert window.overview.overview is not None or window.notice.isVisible()


def test_a_second_process_may_write_meanwhile(opened, half_year, qtbot):
    window = opened(half_year)
    with Archive.open(half_year) as other:
        july = row(9e9, month=Month(2025, 7), cell="D7")
        store(other, reading(july, name="july.xlsx"), date(2025, 8, 6))
    window.actions_["refresh"].trigger()
    qtbot.waitUntil(lambda: window.overview.overview.through == Month(2025, 7), timeout=20_000)
    assert window.choosers.month.value == "July"


def test_an_archive_of_a_newer_version_is_refused_in_a_sentence(opened, half_year, qtbot):
    with sqlite3.connect(half_year) as direct:
        direct.execute("UPDATE alembic_version SET version_num = '9999'")
    direct.close()
    window = opened(half_year)
    assert window.overview.overview is None
    assert "newer" in window.notice.message.sentence
    assert window.notice.message.remedy
    assert "Saved" not in window.footer.aside.text()  # nothing is open that could be
    walk(window, qtbot)  # no page breaks


def test_a_share_that_is_gone_is_said_and_comes_back(opened, half_year, qtbot):
    away = half_year.with_name("away")
    window = opened(half_year.parent / "share" / "archive.sqlite3")
    assert window.overview._invitation.isVisible() or window.notice.isVisible()
    window.close()
    half_year.rename(away)
    half_year.mkdir()  # the place answers, and holds no archive
    window = opened(half_year)
    assert window.notice.isVisible()
    assert window.notice.message.remedy
    half_year.rmdir()
    away.rename(half_year)
    window.actions_["refresh"].trigger()
    qtbot.waitUntil(lambda: window.overview.overview is not None, timeout=20_000)
    assert window.footer.aside.text().endswith("Saved automatically")


@pytest.mark.parametrize(
    "damage",
    [
        b"\x00\xff\xfe[General", b"[General]\npage=@Invalid()\ngeometry=@ByteArray(\\x1\n",
        b"language=xx\ntheme=\nyear=-3\nthrough=13/2025\nas_of=0\nrecent-archives=7",
        b"page=nowhere\nmarkets-kind=NONE\nmarkets-window=week\nsectors-scheme=GONE\n"
        b"sectors-order=size\nmarkets-flow=both\nbalance-steps=x\nsectors-areas=maybe",
        b"x" * 200_000,
    ],
)  # fmt: skip
def test_a_damaged_settings_file_counts_as_empty(open_window, settings, idle, damage):
    settings.write_bytes(b"[General]\n" + damage if damage[:1].isalpha() else damage)
    memory = Memory(settings)
    assert _language(None, memory) in LANGUAGES
    assert _theme(None, memory) in set(ThemeChoice)
    window = open_window(ExampleOffice())
    for page in ("overview", "markets", "sectors", "balance", "received"):
        window.show_page(page)
        idle(window)
        assert window.page == page


def test_a_settings_folder_that_takes_no_file_is_lived_with(qtbot, tmp_path):
    blocked = tmp_path / "file"
    blocked.write_text("")
    memory = Memory(blocked / "window.ini")
    memory.remember("page", "markets")
    assert memory.text("nothing", "default") == "default"


@pytest.mark.parametrize("name", ["ar_EG", "zz_ZZ", "tr_TR"])
def test_a_locale_that_is_neither_changes_no_number(open_window, idle, name):
    before = QLocale()
    QLocale.setDefault(QLocale(name))
    try:
        window = open_window(ExampleOffice(), language="en")
        assert (
            window.overview.dashboard.cards[0]
            .accessibleName()
            .startswith("6 months to date: 219.8 bn USD")
        )
        assert QLocale().decimalPoint() == "."
    finally:
        QLocale.setDefault(before)


def test_151_markets_with_names_in_three_scripts_are_ranked_found_and_ordered(
    tmp_path, opened, qtbot
):
    codes = sorted(every_code(Dimension.MARKET, Flow.EXPORT))
    assert len(codes) >= 149
    new = ["NEW:日本國 東京", "NEW:Россия-Юг", "NEW:Đặc khu Hải Nam"]
    rows = []
    for year in (2024, 2025):
        rows.append(row(1e12, month=Month(year, 1), cell=f"T{year}"))
        rows += [
            row((n + 1) * 1e6 * (year - 2023), month=Month(year, 1), market=code,
                cell=f"M{n}{year}")
            for n, code in enumerate((*codes, *new))
        ]  # fmt: skip
    path = tmp_path / "many.sqlite3"
    with Archive.open(path) as archive:
        store(archive, reading(*rows))
    window = opened(path)
    window.show_page("markets")
    qtbot.waitUntil(
        lambda: not (window.session.jobs.busy or window.session.theme.dressing.busy), timeout=30_000
    )
    page = window.pages.structure("markets")
    listed = page.ranking.ranking.list.shown.ranked.heads
    names = {head.name for head in listed}
    assert len(listed) >= len(codes) + len(new)
    assert {"日本國 東京", "Россия-Юг", "Đặc khu Hải Nam"} <= names
    assert all(head.name for head in listed)
    page.windows.press("month")
    qtbot.waitUntil(
        lambda: not (window.session.jobs.busy or window.session.theme.dressing.busy), timeout=30_000
    )
    window.session.speak("vi")
    page.order.choose("name")
    ordered = [x.name for x in page.ranking.ranking.list.shown.ranked.heads if x.code]
    assert ordered == sorted(ordered, key=alphabetical)
    vi = language("vi")
    assert vi.code == "vi"
    assert markets().name("JP", "vi", short=True) in ordered
    ranking = page.ranking.ranking.list
    ranking.setFocus()
    ranking.setCurrentIndex(ranking.shown.index(len(ordered) - 1))
    qtbot.keyClick(ranking, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: not (window.session.jobs.busy or window.session.theme.dressing.busy), timeout=30_000
    )
    assert window.session.focus.market
    assert page.chips.market.text()
