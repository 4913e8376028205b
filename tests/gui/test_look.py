"""The look: tokens that can be read, a style sheet that knows them, a font with Vietnamese."""

from __future__ import annotations

import re
from dataclasses import astuple

import pytest
from PySide6.QtGui import QFontMetrics, QImage, QRawFont

from desktop.figures.places import resource
from desktop.gui.application import picture
from desktop.gui.fonts import font
from desktop.gui.icons import pixmap
from desktop.gui.theme import style_sheet
from desktop.gui.tokens import CONTRAST, CONTRAST_LIGHT, DARK, LIGHT
from tests.gui.example_overview import overview


@pytest.mark.parametrize("colours", [LIGHT, DARK, CONTRAST, CONTRAST_LIGHT])
def test_the_style_sheet_takes_every_colour_from_the_tokens(colours):
    sheet = style_sheet(colours)
    assert "@" not in sheet
    assert set(re.findall(r"#[0-9a-f]{6}", sheet)) <= set(astuple(colours))


def test_digits_have_one_width_and_vietnamese_is_there():
    metrics = QFontMetrics(font())
    assert len({metrics.horizontalAdvance(digit) for digit in "0123456789"}) == 1
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        face = QRawFont(str(resource("fonts", f"Inter-{weight}.ttf")), 13)
        assert all(face.supportsCharacter(ord(letter)) for letter in "ăâđêôơưẰỗự−✓▲▼●→·…")


def test_an_icon_wears_the_colour_it_is_given(qapp):
    image = pixmap("import", "#ff0000", 16, 2).toImage()
    inks = {image.pixelColor(x, y).name() for x in range(32) for y in range(32)
            if image.pixelColor(x, y).alpha() == 255}  # fmt: skip
    assert inks == {"#ff0000"}


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_a_picture_of_the_overview_needs_no_office(tmp_path, theme):
    out = picture(overview(), tmp_path / "overview.png", language="vi", theme=theme)
    drawn = QImage(str(out))
    assert (drawn.width(), drawn.height()) == (1440, 900)
    colours = DARK if theme == "dark" else LIGHT
    assert drawn.pixelColor(300, 400).name() == colours.card
    assert drawn.pixelColor(205, 600).name() == colours.window


def test_a_picture_that_cannot_be_written_says_so(tmp_path):
    with pytest.raises(OSError, match="cannot be written"):
        picture(overview(), tmp_path / "nowhere" / "overview.png", language="en")
