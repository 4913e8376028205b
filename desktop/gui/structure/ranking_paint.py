"""How a line of a ranking is painted: names, numbers, courses, bars with the path's tick."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from string import digits

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen

from desktop.gui.parts.hatching import hatching
from desktop.gui.parts.short_names import fitting
from desktop.gui.structure.lines import Column, Head, Kind, Line, Mark, Ranked
from desktop.gui.structure.shades import fill
from desktop.gui.structure.words import NOTED, UNKNOWN
from desktop.gui.tokens import Colours

PAD = 6
_INSET = 14
_BAR = 7
_UNDER, _FOOT = 9, 3
"""Pixels of a line that a bar under a name has, and of them those beneath it."""
_AFTER_BAR = 6
_LONGEST_NAME = 148
"""Pixels: a name that is longer does not push what is drawn beside it together."""
_FEW = 20
"""So many names are shown in full; of more a tenth, the longest, may be cut."""
_LEAST_COURSE, _LEAST_BAR, _LEAST_TRACK = 62, 24, 24
_NO_PEN = QPen(Qt.PenStyle.NoPen)
_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


def measured(ranked: Ranked, metrics: QFontMetrics) -> Ranked:
    """Give each column the room that its names and the words beside its bars need."""
    columns = [_measured(column, ranked.heads, metrics) for column in ranked.columns]
    return replace(ranked, columns=tuple(columns))


def _measured(column: Column, heads: Sequence[Head], metrics: QFontMetrics) -> Column:
    if column.kind in {Kind.SPARK, Kind.BAR}:
        least = _LEAST_COURSE if column.kind is Kind.SPARK else _LEAST_BAR
        return replace(column, least=min(least, column.width))
    if column.kind is Kind.NUMBER:
        return column
    advance = metrics.horizontalAdvance
    if column.kind is Kind.NAME:
        names = (advance(head.name) + (_INSET if head.inset else 0) for head in heads)
        wide = sorted(w for w in names if w <= _LONGEST_NAME)
        few = wide if len(wide) <= _FEW else wide[: len(wide) * 9 // 10]
        fitting = max(few, default=0) + 2 * PAD
        return replace(column, width=max(fitting, column.width), least=column.width)
    widest = dict.fromkeys(map(ord, digits), max(digits, key=advance))
    words = max((advance(text.translate(widest)) for text in column.texts), default=0) + _AFTER_BAR
    least = words + _LEAST_TRACK + 2 * PAD
    return replace(
        column, width=max(column.width, least), least=least, words=words, texts=()
    )  # fmt: skip


def rooms_of(
    columns: Sequence[Column], places: Sequence[tuple[int, int]], line: QRect
) -> list[QRect]:
    """Give each column its room in a line; a bar beside a name lies under it, and both are wide."""
    rooms = [QRect(line.left() + x, line.top(), wide, line.height()) for x, wide in places]
    for n, (name, bar) in enumerate(pairwise(columns)):
        if (name.kind, bar.kind) == (Kind.NAME, Kind.BAR):
            both = rooms[n].united(rooms[n + 1])
            rooms[n] = both.adjusted(0, 0, 0, -_UNDER)
            rooms[n + 1] = both.adjusted(0, both.height() - _UNDER, 0, -_FOOT)
    return rooms


def paint_mark(
    painter: QPainter, column: Column, mark: Mark, line: Line, box: QRect, colours: Colours
) -> None:
    """Paint one mark of a line into its box."""
    kind, inner = column.kind, box.adjusted(PAD, 0, -PAD, 0)
    if kind is Kind.SPARK:
        paint_course(
            painter, mark.values, QRectF(inner).adjusted(0, 6, -2, -6), colours, hollow=mark.hollow
        )
    elif kind in {Kind.BULLET, Kind.BAR}:
        _paint_bar(painter, column, mark, inner, colours)
    else:
        _paint_words(painter, mark, line, inner, colours, named=kind is Kind.NAME)


def _paint_words(
    painter: QPainter, mark: Mark, line: Line, box: QRect, colours: Colours, *, named: bool
) -> None:
    quiet = line.quiet or mark.text == UNKNOWN
    painter.setPen(QColor(colours.muted if quiet else colours.of(mark.tone)))
    if named:
        box = box.adjusted(_INSET if line.head.inset else 0, 0, 0, 0)
        painter.drawText(box, _LEFT, fitting(mark.text, box.width(), painter.fontMetrics()))
    else:
        painter.drawText(box, _RIGHT, mark.text)
        if mark.noted:  # beyond the digits, which stay beneath one another
            painter.setPen(QColor(colours.muted))
            painter.drawText(box.adjusted(box.width(), 0, 2 * PAD, 0), _LEFT, NOTED)


def _paint_bar(
    painter: QPainter, column: Column, mark: Mark, box: QRect, colours: Colours
) -> None:  # fmt: skip
    track = column.kind is Kind.BULLET
    if mark.reach is None:
        painter.setPen(QColor(colours.muted))
        painter.drawText(box, _RIGHT if track else _LEFT, mark.text)
        return
    whole = box.width() - column.words
    thick = min(_BAR, box.height() - 2)
    room = QRectF(box.left(), box.center().y() - thick / 2 + 0.5, whole, thick)
    painter.setPen(Qt.PenStyle.NoPen)
    if track:
        painter.setBrush(QColor(colours.track))
        painter.drawRoundedRect(room, _BAR / 2, _BAR / 2)
    length = max(room.width() * min(max(mark.reach, 0.0), 1.0), 2.0)
    bar = QRectF(room.left(), room.top(), length, thick)
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
    painter.setPen(QPen(QColor(ink), 1) if hollow else _NO_PEN)
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
    for point in alone(points):
        painter.drawEllipse(point, 0.6, 0.6)
    last = points[-1] if points else None
    if last is not None:
        painter.setPen(QPen(QColor(colours.primary), 1.2) if hollow else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(QColor(colours.card if hollow else colours.primary))
        painter.drawEllipse(last, 2.2, 2.2)


def alone(points: Sequence[QPointF | None]) -> list[QPointF]:
    """Give the points that no line leads to: both beside them are not known."""
    around = (None, *points, None)
    return [
        point
        for before, point, after in zip(around, points, around[2:], strict=False)
        if point is not None and before is None and after is None
    ]


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
