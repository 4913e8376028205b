"""What is seen at the foot of the review's sheet, and months that stand alone in a chart."""

from __future__ import annotations

from math import nan

import pytest
from PySide6.QtCore import QPointF, QRect, QRectF
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from desktop.figures.wording import language
from desktop.gui.charts.plot import Plot
from desktop.gui.review.whole_rows import foot
from desktop.gui.structure.ranking_paint import paint_course
from desktop.gui.tokens import LIGHT


def shades(picture, box):
    return {
        picture.pixelColor(x, y).name()
        for x in range(box.left(), box.right(), 2)
        for y in range(box.top(), box.bottom() + 1)
    }


@pytest.mark.parametrize("less", range(0, 22, 5))
def test_no_half_row_is_painted_at_the_foot_of_a_sheet(seen, reviewed, idle, less):
    sheet = reviewed.recognised.sheet
    sheet.setFixedHeight(150 - less)
    sheet.verticalScrollBar().setValue(22)
    idle(seen)
    low, view = foot(sheet), sheet.viewport()
    assert view.height() - 22 < low <= view.height()
    picture = view.grab().toImage()
    if low < view.height():
        assert len(shades(picture, QRect(0, low, view.width(), view.height() - low))) == 1
    last = sheet.rowAt(low - 1)
    assert sheet.rowViewportPosition(last) + sheet.rowHeight(last) == low
    assert len(shades(picture, QRect(0, low - 20, view.width(), 18))) > 1


@pytest.mark.parametrize("times", [1, 3])  # drawn, and copied
def test_a_line_shows_a_point_that_stands_alone(qtbot, times):
    def seen(heights):
        plot = Plot()
        qtbot.addWidget(plot)
        plot.resize(500, 200)
        curve = plot.curve()
        plot.measure(0.0, 4.0, (0.0, 2.0, 4.0), language("en"), LIGHT)
        curve.setPen(QPen(QColor("#ff0000"), 2))
        curve.setData([0.5, 1.5, 2.5, 3.5, 4.5], heights)
        pictures = [plot.grab().toImage() for _ in range(times)]
        at = plot.mapFromScene(curve.mapToScene(QPointF(3.5, 1.5)))
        return shades(pictures[-1], QRect(at.x() - 3, at.y() - 3, 7, 7))

    assert "#ff0000" not in seen([1.0, 2.0, nan, nan, nan])
    assert "#ff0000" in seen([1.0, 2.0, nan, 1.5, nan])


def test_a_month_between_two_that_are_not_known_is_a_dot(qapp):
    def drawn(values):
        picture = QImage(200, 40, QImage.Format.Format_RGB32)
        picture.fill("white")
        painter = QPainter(picture)
        paint_course(painter, values, QRectF(4, 4, 190, 30), LIGHT)
        painter.end()
        return picture

    without, with_one = drawn((1.0, 2.0, None, None, None)), drawn((1.0, 2.0, None, 1.5, None))
    assert without != with_one
    around = QRect(4 + 190 * 3 // 4 - 3, 0, 6, 40)
    assert shades(without, around) == {"#ffffff"}
    assert len(shades(with_one, around)) > 1
