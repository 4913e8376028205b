"""How a line of a ranking is painted: names, numbers, courses, bars with the path's tick."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from desktop.gui.parts.hatching import hatching
from desktop.gui.structure.lines import Kind, Line, Mark
from desktop.gui.structure.shades import fill
from desktop.gui.tokens import Colours

PAD = 6
_INSET = 14
_BAR = 7
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def paint_mark(
    painter: QPainter, kind: Kind, mark: Mark, line: Line, box: QRect, colours: Colours
) -> None:
    """Paint one mark of a line into its box."""
    inner = box.adjusted(PAD, 0, -PAD, 0)
    if kind is Kind.SPARK:
        paint_course(
            painter, mark.values, QRectF(inner).adjusted(0, 6, -2, -6), colours, hollow=mark.hollow
        )
    elif kind in {Kind.BULLET, Kind.BAR}:
        _paint_bar(painter, mark, inner, colours, track=kind is Kind.BULLET)
    else:
        _paint_words(painter, mark, line, inner, colours, named=kind is Kind.NAME)


def _paint_words(
    painter: QPainter, mark: Mark, line: Line, box: QRect, colours: Colours, *, named: bool
) -> None:
    tone = colours.of(mark.tone)
    painter.setPen(QColor(colours.muted if line.quiet else tone))
    if named:
        box = box.adjusted(_INSET if line.inset else 0, 0, 0, 0)
        metrics = painter.fontMetrics()
        words = metrics.elidedText(mark.text, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, _LEFT, words)
    else:
        painter.drawText(box, _RIGHT, mark.text)


def _paint_bar(painter: QPainter, mark: Mark, box: QRect, colours: Colours, *, track: bool) -> None:
    if mark.reach is None:
        painter.setPen(QColor(colours.muted))
        painter.drawText(box, _RIGHT if track else _LEFT, mark.text)
        return
    words = painter.fontMetrics().horizontalAdvance(mark.text) + 6 if mark.text else 0
    room = QRectF(box.left(), box.center().y() - _BAR / 2 + 0.5, box.width() - words, _BAR)
    painter.setPen(Qt.PenStyle.NoPen)
    if track:
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(room, _BAR / 2, _BAR / 2)
    length = max(room.width() * min(max(mark.reach, 0.0), 1.0), 2.0)
    bar = QRectF(room.left(), room.top(), length, _BAR)
    paint_bar(painter, bar, fill(mark.level, colours), colours, hollow=mark.hollow)
    if mark.tick is not None:
        x = room.left() + room.width() * mark.tick
        painter.fillRect(QRectF(x - 1, room.top() - 4, 2, _BAR + 8), QColor(colours.target))
    if mark.text:
        painter.setPen(QColor(colours.of(mark.tone)))
        painter.drawText(box, _RIGHT, mark.text)


def paint_bar(painter: QPainter, bar: QRectF, ink: str, colours: Colours, *, hollow: bool) -> None:
    """Paint a lying bar: full, or hatched where it is an estimate."""
    radius = min(2.5, bar.width() / 2)
    painter.setPen(QPen(QColor(ink), 1) if hollow else QPen(Qt.PenStyle.NoPen))
    painter.setBrush(QColor(colours.card if hollow else ink))
    edge = bar.adjusted(0.5, 0.5, -0.5, -0.5) if hollow else bar
    painter.drawRoundedRect(edge, radius, radius)
    if hollow:
        painter.drawLines(list(hatching(edge, 4)))


def paint_course(
    painter: QPainter, values: Sequence[float | None], box: QRectF, colours: Colours,
    *, hollow: bool = False,
) -> None:  # fmt: skip
    """Paint months as a line with a dot at its newest point; a gap where a month is not known."""
    points = course_points(values, box)
    painter.setPen(QPen(QColor(colours.primary), 1.4))
    for one, other in pairwise(points):
        if one is not None and other is not None:
            painter.drawLine(one, other)
    last = points[-1] if points else None
    if last is not None:
        painter.setPen(QPen(QColor(colours.primary), 1.2) if hollow else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(colours.card if hollow else colours.primary))
        painter.drawEllipse(last, 2.2, 2.2)


def course_points(values: Sequence[float | None], box: QRectF) -> list[QPointF | None]:
    """Put values across a box, the least at its foot; None where a value is not known."""
    known = [v for v in values if v is not None]
    if len(known) < 2:
        return []
    low, high = min(known), max(known)
    step = box.width() / (len(values) - 1)
    span = (high - low) or 1.0
    return [
        None
        if v is None
        else QPointF(box.left() + n * step, box.bottom() - (v - low) / span * box.height())
        for n, v in enumerate(values)
    ]
