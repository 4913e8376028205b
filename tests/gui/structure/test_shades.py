"""The shades of growth are told apart by colour-blind eyes, in both themes."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor

from desktop.gui.structure.outlines import world
from desktop.gui.structure.shades import GROWTH, fill, ink_on, level
from desktop.gui.tokens import DARK, LIGHT
from tests.gui.test_contrast import LEAST, contrast

PROTAN = ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
          (-0.003882, -0.048116, 1.051998))  # fmt: skip
DEUTAN = ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
          (-0.011820, 0.042940, 0.968881))  # fmt: skip
TRITAN = ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
          (0.004733, 0.691367, 0.303900))  # fmt: skip
"""Machado, Oliveira, Fernandes 2009, severity 1.0: linear RGB as seen without one kind of cone."""


def seen(colour, eyes):
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4
        for c in QColor(colour).getRgbF()[:3]
    ]
    return [sum(weight * part for weight, part in zip(row, linear, strict=True)) for row in eyes]


def lab(linear):
    """CIE L*a*b* of linear RGB (D65), the measure in which equal steps look equal."""
    rows = ((0.4124, 0.3576, 0.1805), (0.2126, 0.7152, 0.0722), (0.0193, 0.1192, 0.9505))
    white = (0.9505, 1.0, 1.089)
    x, y, z = (
        max(sum(w * c for w, c in zip(row, linear, strict=True)), 0.0) / n
        for row, n in zip(rows, white, strict=True)
    )
    fx, fy, fz = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


def apart(one, other, eyes):
    pair = zip(lab(seen(one, eyes)), lab(seen(other, eyes)), strict=True)
    return sum((a - b) ** 2 for a, b in pair) ** 0.5


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("eyes", [PROTAN, DEUTAN, TRITAN], ids=["protan", "deutan", "tritan"])
def test_neighbouring_and_opposite_shades_are_told_apart(colours, eyes):
    shades = [fill(step, colours) for step in range(-3, 4)]
    for one, other in pairwise(shades):
        assert apart(one, other, eyes) > 8  # a just noticeable difference is about 2.3
    for step in (1, 2, 3):
        assert apart(fill(step, colours), fill(-step, colours), eyes) > 16


@pytest.mark.parametrize("theme", LEAST)
def test_numbers_on_every_shade_can_be_read(theme):
    colours, least = LEAST[theme]
    for step in (None, *range(-3, 4)):
        ground = fill(step, colours)
        assert contrast(ink_on(ground, colours), ground) >= least


@given(st.floats(-5, 5))
def test_the_shade_follows_the_sign_and_the_size(value):
    found = level(value, GROWTH)
    assert found == -(level(-value, GROWTH) or 0)
    assert (found > 0) == (value >= GROWTH[0])
    assert level(value * 2, GROWTH) >= found if value > 0 else level(value * 2, GROWTH) <= found


def test_the_world_is_whole_with_the_pacific_in_its_middle():
    held = world()
    width = held.extent.width()
    for code, shape in held.shapes.items():
        for piece in shape.toSubpathPolygons():
            assert piece.boundingRect().width() < width / 2, code  # none is torn to both edges
    places = {c: held.places[c].center().x() for c in ("GB", "VN", "AU", "US", "BR")}
    assert list(places) == sorted(places, key=places.get)
    assert abs(held.shapes["AU"].boundingRect().center().x() - held.extent.center().x()) < width / 8
    assert {"SG", "HK", "MT"} <= held.dots.keys()
