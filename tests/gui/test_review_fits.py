"""The review fits a low window: its foot is in sight, and figures of its sheet."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QRect

from desktop.gui.review.sheet_view import headed

JULY = Path("/returns/02-Bieu-T7.2025.xlsx")


def test_a_low_window_shows_all_of_the_review_and_the_figures_of_its_sheet(
    window, qtbot, idle
):  # fmt: skip
    window.resize(1280, 720)
    window.importing.preview([JULY])
    qtbot.waitUntil(lambda: window.page == "review")
    idle(window)
    page = window.pages
    assert window.rect().contains(QRect(page.mapTo(window, page.rect().topLeft()), page.size()))
    sheet = window.pages.review.recognised.sheet
    _, first = headed(sheet.shown.drawn)
    figures = sheet.visualRect(sheet.shown.index_of((first, 1)))
    qtbot.waitUntil(lambda: sheet.viewport().rect().contains(figures.center()))
