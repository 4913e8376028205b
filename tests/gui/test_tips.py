"""Tips stand on lines that are read at a glance, whoever gives them and in whatever language."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QWidget

from desktop.gui.parts.tips import LETTERS, wrapped

PAGES = ("overview", "markets", "sectors", "balance", "outlook", "targets", "received", "export")


def too_long(tip):
    """Give the lines of a tip that could have been broken."""
    return [line for line in tip.split("\n") if len(line) > LETTERS and " " in line.strip()]


def tips(window):
    """Give every tip in sight: of widgets, and of the rows of lists."""
    for widget in window.findChildren(QWidget):
        yield widget.toolTip()
        if isinstance(widget, QAbstractItemView) and widget.isVisible() and widget.model():
            for row in range(widget.model().rowCount()):
                index = widget.model().index(row, 0)
                yield str(index.data(Qt.ItemDataRole.ToolTipRole) or "")


def test_lines_are_broken_between_words_and_stay_as_they_were_given():
    path = "/srv/" + "x" * 90
    text = f"Short.\n\n{'một hai ba ' * 20}\n{path}"
    broken = wrapped(text)
    assert broken.split() == text.split()
    assert broken.startswith("Short.\n\nmột hai")
    assert broken.endswith("\n" + path)
    assert not too_long(broken)
    assert wrapped(broken) == broken
    assert wrapped("") == ""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_tip_of_the_window_has_a_line_that_could_be_broken(open_window, idle, language,
                                                              office_of_two_books):  # fmt: skip
    window = open_window(office_of_two_books())
    window.session.speak(language)
    broken = 0
    for page in PAGES:
        window.show_page(page)
        idle(window)
        found = [tip for tip in tips(window) if tip]
        broken += sum("\n" in tip for tip in found)
        assert not [line for tip in found for line in too_long(tip)]
    assert broken
