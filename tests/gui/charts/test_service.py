"""What can be done with every chart of every page: told, copied, saved for print, noted, undone."""

from __future__ import annotations

from datetime import date

import pytest
from pypdf import PdfReader
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication, QImage, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from desktop.gui import dialogs
from desktop.gui.charting.note_dialog import NoteDialog
from desktop.gui.charting.recolouring import recoloured
from desktop.gui.parts.legend import Entry, Mark
from desktop.gui.parts.panel import TwinPanel
from desktop.gui.theme import ThemeChoice
from desktop.gui.tokens import DARK, LIGHT
from tests.gui.test_submenus import entries_held

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),
    pytest.mark.slow,
]  # offscreen's own

PAGES = ("overview", "markets", "sectors", "balance", "outlook", "received")


def panels(window, page, idle):
    window.show_page(page)
    idle(window)
    return [p for p in window.pages.page(page).findChildren(TwinPanel) if p.isVisible()]


@pytest.fixture(params=PAGES)
def shown(request, open_window, office, idle):
    window = open_window(office, theme=ThemeChoice.DARK)
    found = panels(window, request.param, idle)
    assert found
    return window, found


def test_every_chart_has_a_sentence_a_table_and_a_print_safe_picture(shown, tmp_path):
    window, found = shown
    for number, panel in enumerate(found):
        title = panel.title.text()
        assert panel.face.accessibleDescription().strip(), title
        assert panel.grid.rows, title
        out = tmp_path / f"{number}.png"
        window.charts.charting.save(panel, out)
        image = QImage(str(out))
        assert image.dotsPerMeterX() == pytest.approx(300 / 0.0254, abs=1)
        inks = colours_of(image)
        assert QColor("#ffffff").rgb() in inks, title
        dark = {QColor(c).rgb() for c in (DARK.card, DARK.window, DARK.primary, DARK.target)}
        assert not dark & inks, title
    assert window.session.theme.dark
    assert window.session.theme.colours is DARK


def colours_of(image):
    """Every colour of a picture, its edges included."""
    width, height = image.width(), image.height()
    step = max(min(width, height) // 150, 1)
    return {image.pixel(x, y) for x in range(0, width, step) for y in range(0, height, step)} | {
        image.pixel(x, y) for x in (0, width - 1) for y in (0, height - 1)
    }


def _apart(one, other):
    """How far two pictures are apart, in the channel and the pixel where they are farthest."""
    assert one.size() == other.size()
    pairs = zip(bytes(one.constBits()), bytes(other.constBits()), strict=True)
    return max(abs(a - b) for a, b in pairs)


_A_SHADE = 2
"""An edge that is copied from a picture may be a shade off the one that was drawn."""


def test_a_picture_leaves_the_window_as_it_was(window, idle, tmp_path):
    panel = window.overview.dashboard.cumulative
    panel.chart.zoom.to(1, 6)
    before = panel.chart.grab().toImage()
    for ending in ("png", "svg", "pdf"):
        window.charts.charting.save(panel, tmp_path / f"chart.{ending}")
    assert _apart(panel.chart.grab().toImage(), before) <= _A_SHADE
    assert (panel.chart.zoom.first, panel.chart.zoom.last) == (1, 6)
    assert (tmp_path / "chart.svg").read_bytes().startswith(b"<?xml")
    assert (tmp_path / "chart.pdf").read_bytes().startswith(b"%PDF")


def test_a_file_that_cannot_be_written_is_said_with_a_remedy(window, tmp_path):
    window.charts.charting.save(window.overview.dashboard.months, tmp_path / "no" / "chart.png")
    assert "chart.png" in window.notice.message.sentence
    assert window.notice.message.remedy


@pytest.mark.qt_log_ignore("QPrinter|QPainter::begin|QPdf|This plugin", extend=True)
def test_a_chart_is_printed_from_the_dialog_and_a_printer_that_takes_nothing_is_told(
    window, qtbot, tmp_path
):
    chart = window.overview.dashboard.months.chart
    out = tmp_path / "printed.pdf"

    def printed(path):
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        chart.setFocus(Qt.FocusReason.TabFocusReason)
        QTest.keyClick(chart, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
        (dialog,) = window.findChildren(QPrintDialog)
        assert dialog.isVisible()
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(path))
        dialog.accepted.emit(
            dialog.printer()
        )  # its own button would take the file's name from its fields
        dialog.reject()
        qtbot.waitUntil(lambda: not window.findChildren(QPrintDialog))
        return window.notice.message

    assert printed(out).sentence == "Sent to the printer."
    assert out.read_bytes().startswith(b"%PDF")
    (page,) = PdfReader(out).pages
    (picture,) = page.images
    assert len(colours_of(QImage.fromData(picture.data))) > 3
    told = printed(tmp_path / "no such folder" / "printed.pdf")
    assert told.sentence == "The printer took nothing."
    assert told.remedy


def test_keys_copy_turn_zoom_and_save_the_chart_that_has_the_focus(
    window, qtbot, tmp_path, monkeypatch
):
    chart = window.overview.dashboard.months.chart
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    chart.setFocus(Qt.FocusReason.TabFocusReason)
    control = Qt.KeyboardModifier.ControlModifier
    QTest.keyClick(chart, Qt.Key.Key_C, control)
    assert not QGuiApplication.clipboard().image().isNull()
    QTest.keyClick(chart, Qt.Key.Key_D, control)
    assert QGuiApplication.clipboard().text().startswith("Month\tExports\t")
    QTest.keyClick(chart, Qt.Key.Key_Plus)
    assert not chart.zoom.whole
    QTest.keyClick(chart, Qt.Key.Key_0)
    assert chart.zoom.whole
    out = tmp_path / "chart.svg"
    monkeypatch.setattr(dialogs, "picture_to_write", lambda *_: out)
    QTest.keyClick(chart, Qt.Key.Key_S, control | Qt.KeyboardModifier.ShiftModifier)
    assert out.exists()
    QTest.keyClick(chart, Qt.Key.Key_B, control)
    table = window.overview.dashboard.months.table
    assert table.hasFocus()
    table.selectRow(0)
    QTest.keyClick(table, Qt.Key.Key_C, control)
    assert QGuiApplication.clipboard().text().count("\n") == 1
    assert QGuiApplication.clipboard().mimeData().hasHtml()


def test_the_menu_offers_it_under_the_numbers_of_the_month(window):
    chart = window.overview.dashboard.months.chart
    chart.read(3)
    offer = next(o for o in window.overview.offers if o._widget is chart)
    menu = offer.menu(offer._here())
    words = [action.text().partition("\t")[0] for action in menu.actions()]
    assert words.index("Copy as a picture") > words.index("Growth of the month")
    assert "Note an event…" in words


def test_a_note_is_added_by_dialog_flagged_everywhere_listed_and_undone(window, idle, qtbot):
    dashboard = window.overview.dashboard
    idle(window)
    own = len(dashboard.months.chart.flags)
    dashboard.months.chart.read(5)
    window.charts.charting.ask_for_note(dashboard.months)
    dialog = window.findChild(NoteDialog)
    assert dialog.day.date().toPython() == date(2025, 6, 15)
    assert not dialog.keep.isEnabled()
    dialog.words.setText("Đình công cảng")
    with qtbot.waitSignal(window.charts.noting.answered):
        dialog.accept()
    flag = next(f for f in dashboard.gap.chart.flags if f.note.text == "Đình công cảng")
    assert (flag.note.by, flag.slot) == ("an", 5)
    assert "Đình công cảng" in dashboard.cumulative.grid.rows[5][-1].text
    idle(window)
    with qtbot.waitSignal(window.charts.noting.answered):
        window.actions_["undo"].trigger()
    assert len(dashboard.months.chart.flags) == own
    idle(window)
    with qtbot.waitSignal(window.charts.noting.answered):
        window.actions_["redo"].trigger()
    assert len(dashboard.months.chart.flags) == own + 1


def test_a_shipped_note_is_removed_by_the_menu_and_comes_back(window, idle, qtbot):
    panel = window.overview.dashboard.months
    idle(window)
    held = [f.note.code for f in panel.chart.flags]
    menu = QMenu(panel)
    panel.filling.emit(menu)
    removal = next(a.menu() for a in menu.actions() if a.menu())
    with qtbot.waitSignal(window.charts.noting.answered):
        removal.actions()[0].trigger()
    assert [f.note.code for f in panel.chart.flags] == held[1:]
    idle(window)
    with qtbot.waitSignal(window.charts.noting.answered):
        window.actions_["undo"].trigger()
    assert [f.note.code for f in panel.chart.flags] == held


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)  # offscreen's own
def test_a_menu_that_is_opened_again_holds_no_entries_of_before(window, idle):
    """Each right-click once left a menu, its submenu and their entries behind."""
    idle(window)
    panel = window.overview.dashboard.months
    panel.chart.read(5)
    assert panel.chart.flags

    def open_it(on):
        QApplication.sendEvent(
            on, QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, QPoint(), QPoint())
        )
        menu = QApplication.activePopupWidget()
        assert any(a.menu() for a in menu.actions())
        menu.close()

    for on in (panel, panel.chart):
        open_it(on)
        held = entries_held()
        for _ in range(3):
            open_it(on)
        assert entries_held() == held


def test_a_magnified_map_tells_the_market_under_the_pointer(window, idle, qtbot):
    found = {p.title.text(): p for p in panels(window, "markets", idle)}
    drawing = found["World map"].face
    drawing.walk_to(0)
    code, box = drawing.spots[0].code, drawing.box(0)
    drawing.zoom_by(4)
    assert not drawing.lens.whole
    at = drawing.lens.transform.map(box.center())
    assert QRect(0, 0, drawing.width(), drawing.height()).contains(at.toPoint())
    drawing.walk_to(None)
    QTest.mouseMove(drawing, at.toPoint())
    QApplication.processEvents()
    if drawing.current is not None:  # the middle of a country may lie outside of it
        assert drawing.spots[drawing.current].code == code
    drawing.zoom_reset()
    assert drawing.lens.whole


def test_a_legend_wears_on_paper_what_means_the_same():
    entry = Entry("estimate", Mark.HATCHED_BOX, DARK.estimate_fill, DARK.primary)
    assert recoloured(entry, DARK, LIGHT) == Entry(
        "estimate", Mark.HATCHED_BOX, LIGHT.estimate_fill, LIGHT.primary
    )


def test_keys_of_a_chart_are_nobody_else_s(window, idle):
    """No key of a panel is also the page's: Qt would act on neither."""
    for page in PAGES:
        for panel in panels(window, page, idle):
            own = {s.key().toString() for s in panel.findChildren(QShortcut)}
            above = {a.shortcut().toString() for a in window.actions()}
            holder = panel.parentWidget()
            while holder is not None:
                above |= {
                    s.key().toString()
                    for s in holder.findChildren(
                        QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly
                    )
                }
                holder = holder.parentWidget()
            assert {"Ctrl+C", "Ctrl+P", "0"} <= own
            assert not own & above, (page, own & above)
