"""What is copied from pictures looks as what is drawn: lines, names, bars; and changes with it."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from PySide6.QtCore import QPoint, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QPen
from PySide6.QtWidgets import QWidget

from desktop.figures.wording import language
from desktop.gui.charts import bars
from desktop.gui.charts.bars import Bar, Bars, copy_bar, draw_bar
from desktop.gui.charts.kept import Kept
from desktop.gui.charts.plot import Plot
from desktop.gui.motion import allow, allowed
from desktop.gui.tokens import LIGHT

ROOM = QSize(420, 160)


class Line(QWidget):
    """Draws one slanted line through a `Kept`, and counts how often it was drawn."""

    def __init__(self):
        super().__init__()
        self.kept, self.ink, self.drawings = Kept(3.0), "#1d4ed8", 0
        self.resize(ROOM)

    def paintEvent(self, _event):
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.translate(7.3, 2.6)
        here = painter.worldTransform(), self.ink
        self.kept.paint(painter, lambda: QRectF(0, 0, 300, 90), self.draw, *here)

    def draw(self, painter):
        self.drawings += 1
        painter.setPen(QPen(QColor(self.ink), 2.4))
        painter.drawLine(QPoint(0, 90), QPoint(300, 0))


def seen(widget):
    return widget.grab().toImage()


def test_what_stays_is_drawn_twice_and_then_copied_to_the_same_dots(qapp):
    line = Line()
    drawn, made, copied = seen(line), seen(line), seen(line)
    assert (made, copied) == (drawn, drawn)
    assert line.drawings == 2


def test_what_changes_is_drawn_anew(qapp):
    line = Line()
    for _ in range(3):
        blue = seen(line)
    line.ink = "#b91c1c"
    red = seen(line)
    fresh = Line()
    fresh.ink = line.ink
    assert red != blue
    assert red == seen(fresh)


def test_on_paper_nothing_is_copied(qapp):
    line = Line()
    seen(line)
    paper = QImage(ROOM, QImage.Format.Format_ARGB32_Premultiplied)
    for _ in range(3):
        painter = QPainter(paper)
        line.kept.paint(painter, lambda: QRectF(0, 0, 300, 90), line.draw, line.ink)
        painter.end()
    assert line.drawings == 4


class Silent(Plot):
    """A plot of which nothing is read."""

    def reading(self, _slot):
        return ()


@pytest.fixture
def plot(qtbot):
    moved = allowed()
    allow(False)
    made = Silent()
    made.bars = Bars()
    made.put(made.bars)
    qtbot.addWidget(made)
    made.resize(ROOM)
    made.measure(-10, 40, (0.0, 20.0), language("en"), LIGHT)
    made.show()
    yield made
    allow(moved)


BLUE = QColor(LIGHT.primary)


def heads(plot, slots):
    """Where the bar of each slot begins, from above, and its foot."""
    picture, found = seen(plot), []
    for slot in slots:
        x = round(plot.view.mapViewToScene(QPoint(slot, 0)).x() + plot.view.width() / 24)
        rows = [y for y in range(picture.height()) if picture.pixelColor(x, y) == BLUE]
        found.append((rows[0], rows[-1]) if rows else None)
    return found


def place(plot, value):
    return plot.view.mapViewToScene(QPoint(0, 0)).y() - value * plot.view.height() / 50


@pytest.mark.parametrize("value", [4e4, -4e4])
def test_of_a_bar_as_high_as_a_thousand_windows_only_what_is_seen_is_drawn(
    plot, monkeypatch, value
):
    """So are bars while the axis of a market comes that is far smaller than the one before it."""
    made, blank = [], bars.blank
    monkeypatch.setattr(bars, "blank", lambda w, h, dots: made.append(h) or blank(w, h, dots))
    bars._tall.cache_clear()
    shown = [Bar(2.5, 0.5, value, LIGHT.primary), Bar(6.5, 0.5, 21.7, LIGHT.primary)]
    plot.bars.show_bars(shown)
    high, usual = heads(plot, [2, 6])
    assert abs(usual[0] - place(plot, 21.7)) <= 1
    assert max(made) < 4 * plot.height()
    if value > 0:
        assert high[0] < place(plot, 38.0)
        assert high[1] == usual[1]
    else:
        assert high[1] > usual[1]


@pytest.mark.parametrize("value", [0.4, 3.0, 9.0, 21.7, 38.0])
def test_a_bar_is_as_high_as_its_value_to_a_pixel(plot, value):
    plot.bars.show_bars([Bar(2.5, 0.5, value, LIGHT.primary)])
    ((head, foot),) = heads(plot, [2])
    assert abs(foot + 1 - place(plot, 0)) <= 1
    assert foot + 1 - head >= 2
    if value > 2:
        assert abs(head - place(plot, value)) <= 1


def test_bars_of_one_look_stand_on_one_foot_whatever_their_heights(plot):
    plot.bars.show_bars([Bar(n + 0.5, 0.5, 1.0 + 3 * n, LIGHT.primary) for n in range(12)])
    found = heads(plot, range(12))
    assert len({foot for _, foot in found}) == 1
    assert sorted({head for head, _ in found}, reverse=True) == [head for head, _ in found]


def drawn(paint):
    """What is painted on white, as its dots."""
    image = QImage(80, 340, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(QColor("#ffffff"))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    paint(painter)
    painter.end()
    return np.frombuffer(image.constBits(), np.uint8).astype(int)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(
    wide=some.integers(4, 50), high=some.integers(2, 300),
    upward=some.booleans(), hatched=some.booleans(),
)  # fmt: skip
def test_a_bar_put_together_is_the_bar_that_is_drawn(qapp, wide, high, upward, hatched):
    edge = LIGHT.primary if hatched else ""
    fill = LIGHT.estimate_fill if hatched else LIGHT.primary
    bar = Bar(0.0, 0.0, 1.0 if upward else -1.0, fill, edge, hatched=hatched)
    box = (12.0, 20.0, 12.0 + wide, 20.0 + high)
    inset = 0.5 if hatched and high >= 16 else 0.0
    lines = (box[0] + inset, box[1] + inset, box[2] - inset, box[3] - inset)
    copied = drawn(lambda painter: copy_bar(painter, bar, box, 1))
    assert np.abs(copied - drawn(lambda painter: draw_bar(painter, bar, lines))).max() <= 2
