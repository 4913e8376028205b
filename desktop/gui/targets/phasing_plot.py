"""Shares by month as bars, the season as marks across them: the path as it is being edited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop.gui.fonts import font
from desktop.gui.tokens import BAR_RADIUS, BODY_SIZE, LIGHT, TINY_SIZE, Colours

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop.figures.wording import Language

_HEAD = 18
"""Pixels above the highest bar, for its figure."""
_BAR = 0.56
"""How much of its slot a bar fills."""


class SharePlot(QWidget):
    """One slot a month, as wide as the fields beneath; the season as orange marks."""

    accessible_role = QAccessible.Role.Chart

    def __init__(self) -> None:
        super().__init__()
        self._shares: tuple[float, ...] = ()
        self._season: tuple[float, ...] = ()
        self._labels: tuple[str, ...] = ()
        self._nothing = ""
        self._colours = LIGHT
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(120)

    def show_shares(
        self,
        shares: Sequence[float],
        season: Sequence[float],
        language: Language,
        colours: Colours,
        nothing: str = "",
    ) -> None:
        """Draw other shares (fractions), against the season's; either may be empty.

        `nothing` says why both are.
        """
        self._nothing = nothing
        self._shares, self._season, self._colours = tuple(shares), tuple(season), colours
        self._labels = tuple(language.percent(share) for share in shares)
        self.setAccessibleDescription(", ".join(self._labels) or nothing)
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room."""
        return QSize(720, 150)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw bars, figures and marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(TINY_SIZE))
        highest = max((*self._shares, *self._season), default=0.0)
        slots = max(len(self._shares), len(self._season))
        if not slots or highest <= 0:
            self._say_nothing(painter)
            return
        slot, scale = self.width() / slots, (self.height() - _HEAD) / highest
        for number, share in enumerate(self._shares):
            self._bar(painter, QRectF(number * slot, 0, slot, self.height()), share * scale, number)
        painter.setPen(QPen(QColor(self._colours.target), 2))
        for number, share in enumerate(self._season):
            middle, y = (number + 0.5) * slot, self.height() - share * scale
            half = slot * (_BAR / 2 + 0.08)
            painter.drawLine(QPointF(middle - half, y), QPointF(middle + half, y))

    def _say_nothing(self, painter: QPainter) -> None:
        painter.setFont(font(BODY_SIZE))
        painter.setPen(QColor(self._colours.muted))
        flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
        painter.drawText(self.rect(), int(flags), self._nothing)

    def _bar(self, painter: QPainter, slot: QRectF, height: float, number: int) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._colours.primary))
        width, top = slot.width() * _BAR, slot.bottom() - max(height, 0.0)
        left = slot.center().x() - width / 2
        painter.drawRoundedRect(QRectF(left, top, width, max(height, 0.0)), BAR_RADIUS, BAR_RADIUS)
        painter.setPen(QColor(self._colours.muted))
        room = QRectF(slot.left(), top - _HEAD, slot.width(), _HEAD - 4)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, self._labels[number])
