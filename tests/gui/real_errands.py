"""The errands of a first day in a real window, by keys and mouse alone; says what it saw.

Run under a virtual screen: ``python -m tests.gui.real_errands FOLDER``.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QMenu, QWidget

from desktop.figures.places import sample
from desktop.figures.series import Flow
from desktop.gui.application import application, screen_available
from desktop.gui.desk import Desk
from desktop.gui.memory import Memory
from desktop.gui.theme import ThemeChoice
from desktop.gui.tokens import DARK
from desktop.gui.window import MainWindow
from desktop.workflow import Office, this_desk

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier
JUNE, JULY = "02-Bieu-T6.2025.xlsx", "02-Bieu-T7.2025.xlsx"


class Day:
    """A window on an empty archive, and the hands before it."""

    def __init__(self, folder: Path) -> None:
        """Open the window as the program does."""
        assert screen_available()
        self.app, self.folder = application(), folder
        assert self.app.platformName() == "xcb"
        now = datetime(2025, 8, 7, 9, 30, tzinfo=UTC)
        self.desk = Desk(
            lambda place: Office(place, clock=lambda: now, user="Lan", desk=this_desk()),
            Memory(folder / "window.ini"), "vi", ThemeChoice.LIGHT, example=True,
        )  # fmt: skip
        self.window: MainWindow = self.desk.open(str(folder / "archive.sqlite3"))
        self.window.activateWindow()  # no window manager does it on a bare screen
        self.until(self.window.isActiveWindow)

    def until(self, true: Callable[[], bool], patience: float = 90) -> None:
        """Wait for something, with the workers running; then until nothing is under way."""
        late = time.monotonic() + patience
        while (
            not true() or self.window.session.jobs.busy or self.window.session.theme.dressing.busy
        ):
            assert time.monotonic() < late, "it does not come"
            self.app.processEvents()
            time.sleep(0.005)

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = CTRL) -> None:
        """Press a key where the focus is."""
        if self.app.activeModalWidget() is None and not self.window.isActiveWindow():
            self.window.activateWindow()
            self.until(self.window.isActiveWindow)
        QTest.keyClick(self.app.focusWidget() or self.window, key, modifier)

    def click(self, widget: QWidget, at: QRect | None = None) -> None:
        """Click in the middle of something."""
        place = (at or widget.rect()).center()
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=QPoint(place))

    def answering_a_file_dialog(self, path: Path, key: Qt.Key) -> None:
        """Press a key that opens a file dialog, type a path into it, Enter."""

        def answer() -> None:
            dialog = self.app.activeModalWidget()
            if not isinstance(dialog, QDialog):
                QTimer.singleShot(50, answer)
                return
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert field is not None
            field.setFocus()
            field.selectAll()
            QTest.keyClicks(field, str(path))
            QTest.keyClick(field, KEY.Key_Return)
            if dialog.isVisible():  # the list of what completes the name took the key
                QTimer.singleShot(200, answer)

        QTimer.singleShot(50, answer)
        self.press(key)

    def choosing_in_the_menu(self, words: str, of: QWidget) -> None:
        """Click a button that opens a menu, then one of its entries."""

        def choose() -> None:
            menu = self.app.activePopupWidget()
            if not isinstance(menu, QMenu):
                QTimer.singleShot(50, choose)
                return
            entry = next(a for a in menu.actions() if a.text() == words)
            self.click(menu, menu.actionGeometry(entry))

        QTimer.singleShot(50, choose)
        self.click(of)


def say(*seen: object) -> None:
    """Tell what was seen, a line each time."""
    sys.stdout.write(" ".join(map(str, seen)) + "\n")


def _import(day: Day, book: Path) -> None:
    day.answering_a_file_dialog(book, KEY.Key_O)
    day.until(lambda: day.window.page == "review")


def first_run(day: Day) -> None:
    """An empty archive invites, and is greeted by the tour; the first return draws the chart."""
    window = day.window
    day.until(lambda: window.guiding.tour is not None and window.guiding.tour.isVisible())
    QTest.keyClick(day.app.focusWidget(), KEY.Key_Escape)
    say("invited", window.overview._invitation.isVisible())
    _import(day, sample("gso", JUNE))
    day.press(KEY.Key_Return)
    day.until(lambda: window.overview.overview is not None)
    chart = window.overview.dashboard.charts[0]
    say("charted", window.page, chart.isVisible(), window.choosers.month.value)


def revise(day: Day) -> None:
    """The next return revises the month before, which the review says; Ctrl+Z takes it back."""
    window = day.window
    _import(day, sample("next", JULY))
    changed = window.review.previews[0].comparison.changed
    say("revises", len(changed) > 0)
    day.press(KEY.Key_Return)
    day.until(lambda: window.choosers.month.value.endswith("7"))
    day.press(KEY.Key_1)
    day.press(KEY.Key_Z)
    day.until(lambda: window.choosers.month.value.endswith("6"))
    say("undone", window.choosers.month.value)


def set_target(day: Day) -> None:
    """Ctrl+T, an amount, Enter."""
    day.press(KEY.Key_T)
    day.until(lambda: isinstance(day.app.activeModalWidget(), QDialog))
    field = day.app.activeModalWidget().findChild(QLineEdit)
    field.selectAll()
    QTest.keyClicks(field, "12")
    QTest.keyClick(field, KEY.Key_Return)
    day.until(lambda: day.window.overview.overview.exports.target is not None)
    target = day.window.overview.overview.exports.target
    say("targeted", target.flow is Flow.EXPORT, target.low)


def find_and_write(day: Day) -> None:
    """Ctrl+K finds a page without diacritics; Ctrl+E and Ctrl+S write the workbook."""
    day.press(KEY.Key_K)
    QTest.keyClicks(day.app.focusWidget(), "thi truong")
    QTest.keyClick(day.app.focusWidget(), KEY.Key_Return)
    day.until(lambda: day.window.page == "markets")
    say("found", day.window.header.title.text())
    day.press(KEY.Key_E)
    day.until(lambda: bool(day.window.pages.export.preview.leaves))
    opens = day.window.pages.export.card.opens
    opens.setFocus()
    QTest.keyClick(opens, KEY.Key_Space)  # there is no desktop to open the folder on
    out = day.folder / "bao-cao.xlsx"
    day.answering_a_file_dialog(out, KEY.Key_S)
    day.until(out.exists)
    say("written", out.read_bytes()[:2].decode())


def wear_and_speak(day: Day) -> None:
    """The rail's buttons change the language and the theme at once."""
    rail = day.window.rail
    day.click(rail.languages._buttons["en"])
    day.until(lambda: day.window.header.title.text() == "Export")
    day.choosing_in_the_menu("Dark", rail.themes)
    day.until(lambda: day.window.grab().toImage().pixelColor(205, 600).name() == DARK.window)
    say("worn", day.window.header.title.text(), day.window.session.theme.choice)


def main(folder: str) -> int:
    """Live through the day."""
    day = Day(Path(folder))
    for errand in (first_run, revise, set_target, find_and_write, wear_and_speak):
        errand(day)
    day.window.close()
    day.app.processEvents()
    say("closed", not any(w.isVisible() for w in QApplication.topLevelWidgets()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
