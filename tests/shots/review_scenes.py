"""The review of returns, in each of its states."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint

from tests.shots import books
from tests.shots.scene import Scene, Step
from tests.shots.stage import Stage


def _of(make: Callable[[Path], Path]) -> Step:
    return lambda stage: stage.review(make(stage.folder))


def _three(stage: Stage) -> None:
    stage.review(*(books.coming(number) for number in range(3)))


def _all_kinds(stage: Stage) -> None:
    folder = stage.folder
    made = (books.unknown_names, books.doubtful, books.locked, books.foreign, books.no_workbook)
    stage.review(*(book(folder) for book in made), books.coming(1))


def _turn_to(pane: str) -> Step:
    def show(stage: Stage) -> None:
        board = stage.window.review.board
        wanted = getattr(board, pane)
        for card in (board.beneath, board.against, board.beside):
            card.show_pane(wanted)
        stage.settle()

    return show


def _choose(place: tuple[int, int]) -> Step:
    def show(stage: Stage) -> None:
        stage.window.review.recognised.sheet.show_place(place)
        stage.settle()

    return show


def _menu(stage: Stage) -> None:
    _choose((16, 7))(stage)
    card = stage.window.review.recognised
    card.tools.pop_up(card.sheet.chosen(), card.sheet.mapToGlobal(QPoint(150, 120)))


def _column_menu(stage: Stage) -> None:
    _menu(stage)
    menu = stage.dialogs()[-1]
    entry = next(a for a in menu.actions() if a.menu())
    entry.menu().popup(menu.pos() + QPoint(menu.width(), 60))  # type: ignore[attr-defined]  # a QMenu


def _column(stage: Stage) -> None:
    _choose((16, 7))(stage)
    stage.window.review.recognised.tools.press("C", (16, 7, 16, 7))


def _table(stage: Stage) -> None:
    stage.window.review.recognised.tools.press("T", (16, 7, 16, 7))


def _unclear(stage: Stage) -> None:
    _of(books.foreign)(stage)
    stage.window.review.recognised.tools.heading((4, 1, 4, 10))
    stage.settle()


def _taught(stage: Stage) -> None:
    _of(books.foreign)(stage)
    banner = stage.window.review.recognised.banner
    banner.whose.setText("US Census")
    banner.area.setCurrentIndex(banner.area.findData("US"))
    banner.read.click()
    stage.settle()


def _wrong_password(stage: Stage) -> None:
    _of(books.locked)(stage)
    stage.window.review.decisions.field.setText("sai")
    stage.window.review.decisions.answer()
    stage.settle()


def _accepted(stage: Stage) -> None:
    _three(stage)
    stage.window.review.accept()
    stage.settle(lambda: stage.window.page != "review")


def _held(stage: Stage) -> None:
    _accepted(stage)
    stage.review(books.coming())


def _waits(stage: Stage) -> None:
    _all_kinds(stage)
    stage.window.review.accept()
    stage.settle()


SCENES = (
    Scene("review", _three),
    Scene("review-one", lambda stage: stage.review(books.coming())),
    Scene("review-all-kinds", _all_kinds),
    Scene("review-findings", _of(books.doubtful), _turn_to("findings")),
    Scene("review-checks", _of(books.doubtful), _turn_to("checks")),
    Scene("review-movers", _three, _turn_to("movers")),
    Scene("review-names", _of(books.unknown_names), _turn_to("names")),
    Scene("review-decisions", _of(books.unknown_names)),
    Scene("review-password", _of(books.locked)),
    Scene("review-wrong-password", _wrong_password),
    Scene("review-refused", _of(books.no_workbook)),
    Scene("review-held", _held),
    Scene("review-partly-written", _waits),
    Scene("review-menu", lambda stage: stage.review(books.coming()), _menu),
    Scene("review-column-menu", lambda stage: stage.review(books.coming()), _column_menu),
    Scene("review-column", lambda stage: stage.review(books.coming()), _column),
    Scene("review-table", lambda stage: stage.review(books.coming()), _table),
    Scene("review-proposed", _of(books.foreign)),
    Scene("review-unclear", _unclear),
    Scene("review-taught", _taught),
    Scene("imported", _accepted),
)
