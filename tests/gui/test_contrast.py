"""Every ink can be read on every ground it stands on, in each theme (WCAG 2.1, 1.4.3 and 1.4.6)."""

from __future__ import annotations

import re
from itertools import product

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from desktop.figures.places import resource
from desktop.gui.structure.shades import fill, ink_on
from desktop.gui.theme import system_colours
from desktop.gui.tokens import CONTRAST, CONTRAST_LIGHT, DARK, LIGHT, Tone

LEAST = {
    "light": (LIGHT, 4.5), "dark": (DARK, 4.5),
    "contrast": (CONTRAST, 7.0), "contrast-light": (CONTRAST_LIGHT, 7.0),
}  # fmt: skip
"""What each theme keeps: level AA, and level AAA where high contrast is asked for."""
EDGE = 3.0
"""What tells a control's edge, or where the focus is, from its ground (1.4.11)."""
INKS = ("text", "secondary", "muted", "primary", "target", "good", "warn", "bad")
SHEETS = ("card", "window", "rail")
PAINTED = {
    **dict.fromkeys(SHEETS, INKS),
    "shade": ("text", "secondary", "muted"),
    "hover": ("text", "secondary", "primary"),
    "primary_soft": ("text", "secondary", "primary", "good", "warn", "bad"),
    "good_soft": ("text", "good"),
    "warn_soft": ("text", "warn"),
    "bad_soft": ("text", "bad"),
    "neutral_soft": ("text", "secondary"),
    "tooltip": ("on_tooltip",),
    "primary": ("on_primary",),
    **{f"sheet_{kind}": ("text",) for kind in ("title", "growth", "note", "label", "value",
                                               "heading", "doubt")},
}  # fmt: skip
"""What is painted by hand; the style sheet says of itself what stands on what."""


def luminance(colour):
    parts = [getattr(QColor(colour), f"{name}F")() for name in ("red", "green", "blue")]
    red, green, blue = (
        p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts
    )  # fmt: skip
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def styled():
    """Give the inks and grounds that stand in one rule of the style sheet."""
    text = re.sub(r"/\*.*?\*/", "", resource("style.qss").read_text("utf-8"), flags=re.S)
    found = set()
    for rule, body in re.findall(r"([^{}]+)\{([^{}]*)\}", text):
        said = dict(re.findall(r"(?<![-\w])(color|background): @(\w+)", body))
        if len(said) == 2 and ":disabled" not in rule:  # what cannot be used is exempt in 1.4.3
            found.add((said["color"], said["background"]))
    return found


PAIRS = sorted(styled() | {(ink, on) for on, inks in PAINTED.items() for ink in inks})


def test_the_style_sheet_says_what_stands_on_what():
    assert {("on_primary", "primary"), ("warn", "warn_soft"), ("on_tooltip", "tooltip")} < styled()
    assert contrast("#ffffff", "#000000") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", LEAST)
def test_every_ink_can_be_read_on_every_ground_it_stands_on(theme):
    colours, least = LEAST[theme]
    faint = {
        pair: round(contrast(*(getattr(colours, name) for name in pair)), 2)
        for pair in PAIRS
        if contrast(*(getattr(colours, name) for name in pair)) < least
    }
    assert not faint


@pytest.mark.parametrize("theme", LEAST)
def test_every_tone_is_an_ink_that_is_measured(theme):
    colours, _ = LEAST[theme]
    assert {colours.of(tone) for tone in Tone} <= {getattr(colours, ink) for ink in INKS}


@pytest.mark.parametrize("theme", LEAST)
def test_figures_on_shades_can_be_read(theme):
    colours, least = LEAST[theme]
    for step in (None, *range(-3, 4)):
        ground = fill(step, colours)
        assert contrast(ink_on(ground, colours), ground) >= least, step


@pytest.mark.parametrize("theme", LEAST)
def test_the_focus_ring_is_seen_on_every_sheet(theme):
    colours, _ = LEAST[theme]
    for ring, ground in product(("primary", "text"), (*SHEETS, "hover", "primary_soft")):
        assert contrast(getattr(colours, ring), getattr(colours, ground)) >= EDGE, (ring, ground)


@pytest.mark.parametrize("colours", [CONTRAST, CONTRAST_LIGHT], ids=["dark", "light"])
def test_high_contrast_draws_every_edge(colours):
    for edge, ground in product(("border", "primary", "target", "last_year_bar"), SHEETS):
        assert contrast(getattr(colours, edge), getattr(colours, ground)) >= EDGE, edge


@pytest.mark.parametrize(
    ("scheme", "wish", "worn"),
    [
        (Qt.ColorScheme.Light, Qt.ContrastPreference.HighContrast, CONTRAST_LIGHT),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.HighContrast, CONTRAST_LIGHT),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.HighContrast, CONTRAST),
        (Qt.ColorScheme.Dark, Qt.ContrastPreference.NoPreference, DARK),
        (Qt.ColorScheme.Unknown, Qt.ContrastPreference.NoPreference, LIGHT),
    ],
)
def test_the_system_s_wish_for_contrast_is_followed(scheme, wish, worn):
    assert system_colours(scheme, wish) is worn
