"""Every page looks as it was approved; what is compared sees what an eye sees, and no more."""

from __future__ import annotations

import sys

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter

from desktop.gui.motion import allowed
from desktop.gui.tokens import LIGHT
from tests.gui.pictures.comparing import APPROVED, DIFFERENCES, difference, halved, marked
from tests.gui.pictures.taking import PICTURES, Picture, settle, taken, window

pytestmark = [
    pytest.mark.qt_log_ignore("propagateSizeHints", extend=True),  # offscreen's own
    pytest.mark.skipif(sys.platform != "linux", reason="other systems draw letters otherwise"),
]
CARD = QRect(108, 29, 160, 70)
"""The first card of the overview, in half its size."""


def approved(name):
    return QImage(str(APPROVED / f"{name}.png"))


def test_every_page_looks_as_it_was_approved(qapp, root):
    found = {}
    with window() as shown:
        for name, image in taken(shown):
            now, before = halved(image), approved(name)
            apart = difference(now, before)
            if apart.seen:
                found[name] = apart
                out = root / DIFFERENCES
                out.mkdir(parents=True, exist_ok=True)
                marked(now, before).save(str(out / f"{name}-difference.png"))
                now.save(str(out / f"{name}-now.png"))
    assert not found, f"look at {DIFFERENCES}; approve it by `make approve` if it was meant"


def test_every_approved_picture_is_of_a_page():
    assert {path.stem for path in APPROVED.glob("*.png")} == {p.name for p in PICTURES}


@pytest.mark.slow
def test_a_card_that_is_gone_or_another_theme_is_seen_in_the_window(qapp):
    moved = allowed()
    wanted = Picture("overview")
    with window() as shown:
        ((name, image),) = taken(shown, [wanted])
        assert not difference(halved(image), approved(name)).seen
        card = shown.overview.dashboard.cards[3]
        card.hide()
        settle(shown)
        assert difference(halved(shown.grab().toImage()), approved(name)).seen
    assert allowed() is moved


@pytest.fixture
def overview():
    return approved("overview-vi-light-1280")


def painted(image, paint):
    other = QImage(image).convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(other)
    paint(painter)
    painter.end()
    return other


@pytest.mark.parametrize(
    "by", [QPoint(2, 0), QPoint(0, 2), QPoint(6, 3)], ids=["across", "down", "both"]
)
def test_a_card_that_moved_is_seen(overview, by):
    card = overview.copy(CARD)

    def move(painter):
        painter.fillRect(CARD, QColor(LIGHT.window))
        painter.drawImage(CARD.topLeft() + by, card)

    assert difference(painted(overview, move), overview).seen


@pytest.mark.parametrize("ink", ["#f6f6f6", "#fff4f4"])
def test_a_colour_that_changed_faintly_is_seen(overview, ink):
    def tint(painter):
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(CARD, QColor(ink))

    assert difference(painted(overview, tint), overview).seen


def test_a_figure_that_changed_is_seen(overview):
    def write(painter):
        painter.fillRect(QRect(116, 46, 38, 14), QColor(LIGHT.card))

    assert difference(painted(overview, write), overview).seen


def test_how_edges_are_smoothed_is_not_seen(overview):
    size, plain = overview.size(), overview.convertToFormat(QImage.Format.Format_RGB888)
    bits = np.frombuffer(plain.constBits(), np.uint8)
    noise = np.random.default_rng(1).integers(-8, 9, bits.size)
    noisy = np.clip(bits.astype(np.int16) + noise, 0, 255).astype(np.uint8)
    made = QImage(noisy.tobytes(), size.width(), size.height(), QImage.Format.Format_RGB888)
    assert not difference(made, overview).seen
    assert not difference(overview, overview).seen


def test_another_size_is_seen(overview):
    assert difference(overview.scaled(600, 300), overview).seen
