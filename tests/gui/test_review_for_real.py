"""The review of a workbook with the real office behind it: read, asked, answered, remembered."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from desktop.figures.places import sample
from desktop.figures.reading import Ask, RegionKind
from desktop.gui.memory import Memory
from desktop.gui.session import Session
from desktop.gui.theme import ThemeChoice
from desktop.gui.window import MainWindow
from desktop.workflow import Office

UNKNOWN = "Cà phê nhân xanh"
SHEET = "14. XK"


def renamed(folder: Path, name: str, month: str) -> Path:
    """Give July's book another name for coffee; the second differs in one figure."""
    book = openpyxl.load_workbook(sample("next", "02-Bieu-T7.2025.xlsx"))
    sheet = book[SHEET]
    row = next(cell.row for cell in sheet["B"] if cell.value == "Cà phê")
    sheet.cell(row, 2).value = UNKNOWN
    sheet["D9"].value += float(month)
    out = folder / name
    book.save(out)
    return out


@pytest.fixture
def desk(qtbot, tmp_path):
    """Open a window on an archive of its own; closing it ends the reading process."""
    archive = tmp_path / "archive.sqlite3"

    def opener():
        return Office(archive, clock=lambda: datetime(2025, 8, 7, tzinfo=UTC), user="an")

    session = Session(opener, Memory(tmp_path / "w.ini"), "en", ThemeChoice.LIGHT)
    window = MainWindow(session)
    qtbot.addWidget(window, before_close_func=lambda w: w.session.close())
    window.resize(1280, 720)
    window.show()
    return window


@pytest.fixture
def read(desk, qtbot):
    """Read a file in the window, and give the review page."""

    def reader(path):
        with qtbot.waitSignal(desk.importing.read, timeout=20000):
            desk.importing.preview([path])
        settle(desk, qtbot)
        return desk.pages.review

    return reader


def settle(desk, qtbot):
    session = desk.session
    qtbot.waitUntil(lambda: not (session.jobs.busy or session.theme.dressing.busy), timeout=20000)


def us_trade(path: Path, rows) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


US = (
    ("Exhibit 1. U.S. International Trade",),
    ("In millions of dollars",),
    ("Period", "Balance", None, "Exports", None, "Imports"),
    (None, "Total", "Goods", "Total", "Goods", "Total", "Goods"),
    ("January 2025", -130.5, -150.5, 270.5, 170.5, 401.0, 321.0),
    ("February 2025", -120.5, -140.5, 280.5, 180.5, 401.0, 321.0),
)


def test_a_heading_pointed_at_in_part_asks_and_is_taken_back(desk, read, qtbot, tmp_path):
    page = read(us_trade(tmp_path / "us.xlsx", US))
    banner = page.recognised.banner
    assert banner.read.isVisible()
    page.recognised.tools.heading((4, 1, 4, 7))
    settle(desk, qtbot)
    assert page.ready == ()
    assert "B, C, D, E, F, G" in banner.told.text()
    assert not banner.read.isVisible()
    page.accept()
    assert banner.back.hasFocus()
    banner.back.click()
    settle(desk, qtbot)
    assert banner.read.isVisible()
    assert page.chosen.reading.tables[0].heading_first == 3


def test_what_is_put_in_before_a_row_is_pointed_at_stays_and_counts(desk, read, qtbot, tmp_path):
    page = read(us_trade(tmp_path / "us.xlsx", US))
    banner = page.recognised.banner
    banner.whose.selectAll()  # as Tab does
    qtbot.keyClicks(banner.whose, "US Census")
    banner.area.setFocus()
    banner.area.setEditText("Japan")
    page.recognised.sheet.setFocus()
    page.recognised.tools.heading((3, 1, 4, 7))
    settle(desk, qtbot)
    assert banner.whose.text() == "US Census"
    assert banner.area.currentText() == "Japan"
    reading = page.chosen.reading
    assert (reading.sender, {r.province for r in reading.rows}) == ("US Census", {"JP"})
    page.undo()
    settle(desk, qtbot)
    assert banner.whose.text() == "US Census"


def test_what_was_put_in_for_one_file_comes_back_with_it(desk, read, qtbot, tmp_path):
    us, uk = (us_trade(tmp_path / f"{name}.xlsx", US) for name in ("us", "uk"))
    page = read(us)
    desk.importing.preview([uk])
    settle(desk, qtbot)
    qtbot.waitUntil(lambda: len(page.previews) == 2)
    banner = page.recognised.banner
    page.files.setCurrentIndex(page.files.shown.index(0))
    settle(desk, qtbot)
    banner.whose.selectAll()  # as Tab does
    qtbot.keyClicks(banner.whose, "US Census")
    page.files.setCurrentIndex(page.files.shown.index(1))
    settle(desk, qtbot)
    assert banner.whose.text() == "US"
    page.files.setCurrentIndex(page.files.shown.index(0))
    settle(desk, qtbot)
    assert banner.whose.text() == "US Census"


def test_a_sheet_with_two_tables_has_one_tab(desk, read, tmp_path):
    heads = ("Item", "July 2025", "7 months 2025")
    both = (
        ("Exports of goods, July 2025",), ("Million USD",), heads,
        ("Total", 42000, 262000), ("Coffee", 500, 6000), ("Rice", 300, 3000), (),
        ("Imports of goods, July 2025",), ("Million USD",), heads,
        ("Total", 40000, 250000), ("Cotton", 300, 2000), ("Petroleum", 600, 4000),
    )  # fmt: skip
    page = read(us_trade(tmp_path / "both.xlsx", both))
    card = page.recognised
    assert card.tabs.count() == 1
    drawn = card.sheet.shown.drawn
    assert {drawn.region((row, 2)).kind for row in (5, 12)} == {RegionKind.VALUE}
    assert {drawn.figures[row, 2].flow for row in (5, 12)} == {"export", "import"}
    card.show_cell("Sheet", "C12")
    assert card.sheet.shown.data(card.sheet.currentIndex()) == "2,000"
    assert "Imports" in card.tabs.tabToolTip(0)


def test_the_sheet_begins_with_a_whole_row_where_a_cell_is_shown(desk, read):
    page = read(sample("next", "02-Bieu-T7.2025.xlsx"))
    sheet = page.recognised.sheet
    for cell in ("C21", "C34", "C27"):
        page.recognised.show_cell(page.recognised.sheet_name, cell)
        top = sheet.down.logicalIndexAt(0)
        assert sheet.down.sectionViewportPosition(top) == 0
        assert 0 <= sheet.visualRect(sheet.currentIndex()).bottom() <= sheet.viewport().height()


@pytest.mark.parametrize(
    ("code", "shown"),
    [pytest.param("en", "6 Aug 2025", marks=pytest.mark.slow), ("vi", "06/08/2025")],
)
def test_the_day_of_publication_is_written_as_the_language_writes_days(desk, read, code, shown):
    desk.session.speak(code)
    page = read(sample("next", "02-Bieu-T7.2025.xlsx"))
    assert page.recognised.date.text() == shown


def test_a_layout_taught_once_needs_no_click_in_the_next_file(desk, read, qtbot, tmp_path):
    page = read(us_trade(tmp_path / "us.xlsx", US))
    banner = page.recognised.banner
    banner.whose.setText("US Census")
    banner.read.click()
    settle(desk, qtbot)
    banner.keep.click()
    settle(desk, qtbot)
    with qtbot.waitSignal(desk.importing.written, timeout=20000):
        page.accept()
    settle(desk, qtbot)
    moved = [
        *US[:2], (), *((*row[:1], None, *row[1:]) for row in US[2:]),
        ("March 2025", None, -138.5, -163.5, 278.5, 183.5, 417.0, 347.0),
    ]  # fmt: skip
    again = read(us_trade(tmp_path / "next.xlsx", moved))
    assert not again.recognised.banner.isVisible()
    assert not again.decisions.isVisible()
    (ready,) = again.ready
    assert len(ready.reading.rows) == 18
    assert ready.reading.sender == "US Census"


def test_rows_pointed_out_once_are_no_data_in_the_next_file(desk, read, qtbot, tmp_path):
    head = ("Exports of Malaysia by country, US$ million",)
    rows = (("Total", 100.5, 101.5), ("ASEAN", 40.5, 41.5), ("China", 30.5, 31.5))
    page = read(us_trade(tmp_path / "one.xlsx", (head, ("Country", "Jan 2025", "Feb 2025"), *rows)))
    page.recognised.banner.whose.setText("DOSM")
    page.recognised.tools.not_data((4, 1, 4, 3))
    settle(desk, qtbot)
    page.recognised.banner.read.click()
    settle(desk, qtbot)
    page.recognised.banner.keep.click()
    settle(desk, qtbot)
    with qtbot.waitSignal(desk.importing.written, timeout=20000):
        page.accept()
    settle(desk, qtbot)
    later = (head, ("Country", "Feb 2025", "Mar 2025"), rows[1], rows[0], rows[2])
    (ready,) = read(us_trade(tmp_path / "next.xlsx", later)).ready
    assert [r.market for r in ready.reading.rows if r.cell[0] == "C"] == ["WORLD", "CN"]


def test_a_name_answered_once_needs_no_click_in_the_next_file(desk, read, qtbot, tmp_path):
    review = read(renamed(tmp_path, "first.xlsx", "0"))
    assert review.decisions.question.about == UNKNOWN
    sheet = review.recognised.sheet
    assert sheet.shown.drawn.cells.name == SHEET
    assert sheet.shown.data(sheet.currentIndex()) == UNKNOWN
    qtbot.keyClicks(review.decisions.field, "coffee")
    review.decisions.answer()
    settle(desk, qtbot)
    assert not review.decisions.isVisible()
    assert "1 remembered" in review.names.aside
    told = review.recognised.story.words.text()
    assert "label → Coffee" in told  # the name is not of its first figure alone, a quantity
    assert "quantity" not in told
    with qtbot.waitSignal(desk.importing.written, timeout=20000):
        review.accept()
    settle(desk, qtbot)
    again = read(renamed(tmp_path, "second.xlsx", "1"))
    assert not again.decisions.isVisible()
    assert again.ready


def test_the_notice_names_a_file_that_another_of_the_import_brought(desk, qtbot, tmp_path):
    july = sample("next", "02-Bieu-T7.2025.xlsx")
    again = tmp_path / "a copy.xlsx"
    again.write_bytes(july.read_bytes())
    with qtbot.waitSignal(desk.importing.read, timeout=20000):
        desk.importing.preview([july, again])
    settle(desk, qtbot)
    with qtbot.waitSignal(desk.importing.written, timeout=20000):
        desk.pages.review.tools.write.click()
    settle(desk, qtbot)
    assert desk.notice.message.sentence.startswith("1 return imported: ")
    named = desk.notice.message.remedy
    assert named in {f"1 file was in already: {one.name}." for one in (july, again)}


def test_a_file_that_vanished_is_told_with_what_was_written_all_the_same(desk, qtbot, tmp_path):
    kept, gone = tmp_path / "kept.xlsx", tmp_path / "gone.xlsx"
    gone.write_bytes(sample("gso", "02-Bieu-T6.2025.xlsx").read_bytes())
    kept.write_bytes(sample("gso", "02-So-lieu-T5.2025.xlsx").read_bytes())
    with qtbot.waitSignal(desk.importing.read, timeout=20000):
        desk.importing.preview([kept, gone])
    settle(desk, qtbot)
    gone.unlink()
    with qtbot.waitSignal(desk.importing.said, timeout=20000) as said:
        desk.importing.accept(desk.pages.review.previews)
    settle(desk, qtbot)
    (message,) = said.args
    assert "gone.xlsx" in message.sentence
    assert "1 return imported" in message.remedy
    message.pressed()
    settle(desk, qtbot)
    assert desk.notice.message.sentence == "1 return no longer counts."


def test_a_month_answered_is_no_layout_for_the_next_file_but_what_is_pointed_at_is(
    desk, read, qtbot, tmp_path
):
    book = openpyxl.load_workbook(sample("next", "02-Bieu-T7.2025.xlsx"))
    book[SHEET]["A1"].value += " tháng 8 năm 2025"
    book.save(tmp_path / "month.xlsx")
    review = read(tmp_path / "month.xlsx")
    question = review.decisions.question
    assert question.ask is Ask.MONTH
    review.answer(question, question.choices[0])
    settle(desk, qtbot)
    assert review.chosen.directions.plans
    assert len(review.ready) == 1
    assert not review.recognised.banner.isVisible()
    review.recognised.tools.not_data((16, 2, 16, 2))
    settle(desk, qtbot)
    assert review.recognised.banner.keep.isVisible()


def test_a_form_without_figures_is_recognised_and_said_to_have_none(read, tmp_path):
    book = openpyxl.Workbook()
    for row in (("STT", "Tên hàng hóa", "Tháng 02", None, "02 Tháng", None, None),
                (None, None, "Sản lượng (Nghìn tấn)", "Trị giá (Triệu USD)",
                 "Sản lượng (Nghìn tấn)", "Trị giá (Triệu USD)", "ƯTH so KH năm"),
                (1, "Hạt điều nhân"), (2, "Cao su"), (3, "Hàng dệt, may")):  # fmt: skip
        book.active.append(row)
    book.active.merge_cells("C1:D1")
    book.active.merge_cells("E1:G1")
    path = tmp_path / "bc_xk022020.xlsx"
    book.save(path)
    review = read(path)
    assert review.recognised.title.text() == (
        "Recognised: Province, exports against the plan, no figures yet"
    )
