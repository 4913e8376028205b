"""The line above a page: what is chosen and what can be done are read whole where there is room."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication

from desktop.figures.vintage import LATEST, Vintage


@pytest.mark.parametrize("language", ["vi", "en"])
def test_a_day_that_is_looked_back_to_takes_the_room_of_quiet_words_not_of_errands(
    open_window, office, idle, language
):
    window = open_window(office, language=language, size=(1280, 720))
    idle(window)
    tools = window.choosers
    for vintage in (Vintage(as_of=date(2025, 7, 10)), LATEST, Vintage(as_of=date(2025, 7, 10))):
        window.session.select(vintage=vintage)
        idle(window)
        for _ in range(4):  # a layout that asks again has its turn
            QApplication.processEvents()
        row = (tools.month, tools.year, tools.vintage)
        brief = [chooser for chooser in row if chooser.width() < chooser.sizeHint().width()]
        assert brief == [*row[: len(brief)]]  # the longest word first, and no more than it takes
        assert len(brief) < len(row)
        assert vintage is not LATEST or not brief
        for errand in (tools.export, tools.take_in):
            assert errand.width() >= errand.sizeHint().width()
