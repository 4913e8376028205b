"""A card copies its sheet from a picture: it looks as the style draws it, and is dressed anew."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame

from desktop.gui.parts.card import Card
from desktop.gui.theme import style_sheet
from desktop.gui.tokens import DARK, LIGHT


@pytest.fixture
def pair(qtbot):
    """A card, and a bare frame of the same look."""
    frame = QFrame()
    frame.setProperty("look", "card")
    for part in (card := Card(), frame):
        part.resize(QSize(180, 90))
        qtbot.addWidget(part)
    return card, frame


def apart(pair):
    """The most that a dot of the two differs in a colour, after the card was painted thrice."""
    card, frame = pair
    for _ in range(3):
        seen = card.grab().toImage()
    wanted = frame.grab().toImage()
    return max(
        abs(one - other)
        for x in range(seen.width())
        for y in range(seen.height())
        for one, other in zip(
            seen.pixelColor(x, y).getRgb(), wanted.pixelColor(x, y).getRgb(), strict=True
        )
    )


def test_a_card_looks_as_the_style_draws_it_in_every_theme_and_size(pair):
    for colours in (LIGHT, DARK, LIGHT):
        for part in pair:
            part.setStyleSheet(style_sheet(colours))
        assert apart(pair) <= 1
        for part in pair:
            part.resize(part.width() + 20, part.height())
        assert apart(pair) <= 1
