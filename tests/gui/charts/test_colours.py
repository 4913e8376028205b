"""Colours that stand side by side in a chart are told apart by colour-blind eyes too.

Simulation by Machado, Oliveira, Fernandes, A Physiologically-based Model for Simulation of Color
Vision Deficiency, 2009, severity 1.0, on linear RGB; distances in CIE L*a*b* (CIE 1976), where
2.3 is just noticeable.
"""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest
from PySide6.QtGui import QColor

from desktop.gui.structure.shades import fill
from desktop.gui.tokens import CONTRAST, CONTRAST_LIGHT, DARK, LIGHT

pytestmark = pytest.mark.slow

SIGHT = {
    "normal": np.eye(3),
    "protanopia": np.array(
        [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
         [-0.003882, -0.048116, 1.051998]]
    ),
    "deuteranopia": np.array(
        [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
         [-0.011820, 0.042940, 0.968881]]
    ),
    "tritanopia": np.array(
        [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
         [0.004733, 0.691367, 0.303900]]
    ),
}  # fmt: skip
TO_XYZ = np.array(
    [[0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
     [0.0193339, 0.1191920, 0.9503041]]
)  # fmt: skip
WHITE = TO_XYZ @ np.ones(3)
APART = 15.0
"""Several times what is just noticeable: areas and lines a few pixels wide."""
THEMES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST,
          "contrast-light": CONTRAST_LIGHT}  # fmt: skip
TOGETHER = {
    "lines: actual, path, last year": ("primary", "target", "last_year_line"),
    "bars: actual, last year, needed": ("primary", "last_year_bar", "target_fill", "card"),
    "gap: ahead and behind": ("good", "target", "card"),
    "balance: exports and imports, surplus and deficit": ("primary", "last_year_line", "target"),
    "an estimate beside the actual": ("estimate_fill", "primary", "last_year_bar"),
    "better and worse": ("good", "bad"),
}


def lab(colour, sight):
    rgb = np.array([getattr(QColor(colour), f"{n}F")() for n in ("red", "green", "blue")])
    linear = np.where(rgb <= 0.04045, rgb / 12.92, ((rgb + 0.055) / 1.055) ** 2.4)
    seen = np.clip(SIGHT[sight] @ linear, 0, 1)
    x, y, z = np.cbrt(TO_XYZ @ seen / WHITE)
    return np.array([116 * y - 16, 500 * (x - y), 200 * (y - z)])


def distance(one, other, sight):
    return float(np.linalg.norm(lab(one, sight) - lab(other, sight)))


def test_the_simulation_does_what_the_eyes_do():
    """Red and green of one lightness fall together for the two that lack a cone for them."""
    red, green = "#c05050", "#6f7f2a"
    assert distance(red, green, "normal") > 50
    assert distance(red, green, "deuteranopia") < 15
    assert distance(red, red, "tritanopia") == 0


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
@pytest.mark.parametrize("kind", TOGETHER)
def test_what_stands_together_is_told_apart(kind, colours, sight):
    inks = {name: getattr(colours, name) for name in TOGETHER[kind]}
    near = {
        (a, b): round(distance(inks[a], inks[b], sight), 1)
        for a, b in combinations(inks, 2)
        if distance(inks[a], inks[b], sight) < APART
    }
    assert not near


@pytest.mark.parametrize("sight", SIGHT)
@pytest.mark.parametrize("colours", THEMES.values(), ids=THEMES)
def test_growth_and_decline_are_told_apart_by_their_shades(colours, sight):
    for strength in (1, 2, 3):
        up, down = fill(strength, colours), fill(-strength, colours)
        assert distance(up, down, sight) >= APART
    for one, other in ((1, 2), (2, 3), (-1, -2), (-2, -3)):
        assert distance(fill(one, colours), fill(other, colours), sight) >= 5
