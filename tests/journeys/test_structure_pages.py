"""From the sample returns to the pages of markets, sectors and the balance, in a window."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop.gui import fonts
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from desktop.workflow import Office
from desktop.workflow.example import TARGET_2025

NOW = datetime(2025, 7, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def archive(sample_archive, tmp_path_factory):
    """Set 2025's target beside the sample returns."""
    place = tmp_path_factory.mktemp("pages") / "archive.sqlite3"
    place.write_bytes(sample_archive)
    with Office(place, clock=lambda: NOW, user="lan") as office:
        office.set_target(TARGET_2025)
    return place


@pytest.fixture
def window(archive, qtbot, tmp_path):
    """Open a window on it, in Vietnamese."""
    fonts.install()
    session = Session(
        lambda: Office(archive, clock=lambda: NOW, user="lan"),
        Memory(tmp_path / "w.ini"), "vi", ThemeChoice.LIGHT,
    )  # fmt: skip
    made = MainWindow(session)
    qtbot.addWidget(made, before_close_func=lambda w: w.session.close())
    made.resize(1280, 720)
    with qtbot.waitSignal(made.overview.answered, timeout=20000):
        made.painted.connect(made.begin)
        made.show()
    return made


def settle(window, qtbot):
    qtbot.waitUntil(
        lambda: not (window.session.jobs.busy or window.session.theme.dressing.busy), timeout=20000
    )


def lines(ranking):
    return {line.head.name: line.tip.split("\n") for line in ranking.list.shown.ranked.lines}


def test_the_markets_that_carried_the_half_year_and_what_goes_to_the_first(window, qtbot):
    """The interview of July 2025: US 70.9 bn, China 29.1, Korea 13.7, Japan 12.8."""
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    page = window.pages.structure("markets")
    told = lines(page.ranking.ranking)
    assert list(told)[:4] == ["Hoa Kỳ", "Trung Quốc", "Hàn Quốc", "Nhật Bản"]
    assert told["Hoa Kỳ"][1].startswith("70,9 tỷ USD")
    assert told["Trung Quốc"][1].startswith("29,1 tỷ USD")
    assert "chiếm 32,3% tổng số" in told["Hoa Kỳ"]
    assert any("lộ trình" in line for line in told["Hoa Kỳ"])
    assert page.market.title.text() == "Hoa Kỳ · mặt hàng theo tháng"
    assert "xuất siêu 62,04 tỷ USD" in page.market.balance.text()


def test_wood_hangs_on_one_market_and_the_balance_follows(window, qtbot):
    QTest.keyClick(window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    sectors = window.pages.structure("sectors")
    sectors.bars.ranking.chosen.emit("WOOD")
    settle(window, qtbot)
    first = next(iter(lines(sectors.item.ranking).items()))
    assert first[0] == "Hoa Kỳ"
    assert "chiếm 55,8% tổng số" in first[1]
    sectors.item.ranking.chosen.emit("US")
    sectors.chips.item.click()
    QTest.keyClick(window, Qt.Key.Key_4, Qt.KeyboardModifier.ControlModifier)
    settle(window, qtbot)
    balance = window.pages.structure("balance")
    assert balance.chips.market.text() == "Thị trường: Hoa Kỳ"
    assert balance.answer.bridge.balance == pytest.approx(62.04e9, rel=1e-3)
    assert balance.answer.course.months[5].cumulative == balance.answer.bridge.balance
    steps = [stair.end - stair.start for stair in balance.bridge_chart.stairs[1:-1]]
    assert sum(steps) == pytest.approx(balance.answer.bridge.change)


@pytest.mark.qt_log_ignore("propagateSizeHints", extend=True)  # offscreen's own
def test_a_number_of_a_line_and_of_a_month_tells_its_cells(window, qtbot):
    window.show_page("markets")
    settle(window, qtbot)
    page = window.pages.structure("markets")
    rows = page.ranking.ranking.list
    rows.setCurrentIndex(rows.shown.index(0))
    offer = page.offers[0]
    menu = offer.menu(offer._here())
    with qtbot.waitSignal(page.provenance.opened, timeout=20000) as told:
        menu.actions()[2].trigger()
    dialog = told.args[0]
    assert dialog.trace.value == page.answer.ranked.part("US").value
    assert dialog.source.file == "2025-T06T-5X(VN-SB).xlsx"
    page.windows.press("month")
    settle(window, qtbot)
    assert "market:US@month.value" in {number.name for number in offer._here()}

    window.show_page("balance")
    settle(window, qtbot)
    balance = window.pages.structure("balance")
    balance.to_date.read(5)
    with qtbot.waitSignal(balance.provenance.opened, timeout=20000) as told:
        QTest.keyClick(balance.to_date, Qt.Key.Key_Return)
    assert told.args[0].trace.value == balance.answer.course.months[5].cumulative
