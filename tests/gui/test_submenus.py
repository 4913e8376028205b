"""Menus beneath menus, filled anew time and again."""

from __future__ import annotations

import gc

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QApplication, QMenu

from desktop.gui.parts.chooser import emptied, submenu

YEARS = ("2024", "2025")


@pytest.fixture
def menu(qtbot):
    made = QMenu()
    qtbot.addWidget(made)
    return made


def fill(menu, *parts):
    """Fill it as the chooser of a release is: parts, years beneath each, days beneath those."""
    emptied(menu)
    for part in parts:
        days = submenu(menu, part)
        for year in YEARS:
            of_year = submenu(days, year)
            for day in ("6 Apr", "6 May"):
                of_year.addAction(f"{day} {year}").triggered.connect(lambda _=False, p=part: p)


def told(menu):
    return [
        (part.text(), year.text(), day.text())
        for part in menu.actions()
        for year in part.menu().actions()
        for day in year.menu().actions()
    ]


def entries_held():
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    return sum(isinstance(one, QAction | QMenu) for one in gc.get_objects())


def test_what_is_filled_anew_has_only_what_is_new(menu):
    fill(menu, "as reported by…", "as this archive knew on…")
    fill(menu, "as of")
    assert told(menu) == [
        ("as of", year, f"{day} {year}") for year in YEARS for day in ("6 Apr", "6 May")
    ]
    fill(menu, "one", "two", "three")
    assert {part for part, _, _ in told(menu)} == {"one", "two", "three"}
    assert len(told(menu)) == 12


def test_entries_of_before_are_held_by_nobody(menu):
    fill(menu, "as of", "known on")
    held = entries_held()
    for _ in range(5):
        fill(menu, "as of", "known on")
    assert entries_held() == held
