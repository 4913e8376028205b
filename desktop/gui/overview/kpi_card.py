"""The card widget: a title, the big figures, a bar with the path's tick, lines of text."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.gui.charts.drawing import drawn
from desktop.gui.icons import pixmap
from desktop.gui.overview.kpis import Bullet, Kpi
from desktop.gui.parts.buttons import button
from desktop.gui.parts.card import Card
from desktop.gui.parts.layouts import row
from desktop.gui.parts.text import rich
from desktop.gui.tokens import FIGURE_SIZE, LIGHT, TIGHT, Colours

_BAR_HEIGHT = 6
_ICON = 14


class KpiCard(Card):
    """Shows one `Kpi`. It can be reached by Tab, and is read out as a sentence."""

    offered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body.setSpacing(TIGHT)
        self.aside.setProperty("look", "small")
        self._figures = QLabel()
        self._figures.setTextFormat(Qt.TextFormat.RichText)
        self._bar = BulletBar()
        self._icon = QLabel()
        self._icon.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._icon.setContentsMargins(0, 1, 5, 0)
        self._lines = [QLabel(), QLabel()]
        self.body.addWidget(self._figures)
        self.body.addWidget(self._bar)
        self.body.addLayout(row(self._icon, self._lines[0]))
        self.body.addWidget(self._lines[1])
        self.offer = button("link", self.offered.emit)
        self.body.addLayout(row(self.offer, 1))
        self.body.addStretch(1)
        for line in self._lines:
            line.setTextFormat(Qt.TextFormat.RichText)
            line.setWordWrap(True)
            line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @drawn
    def show_kpi(self, kpi: Kpi, colours: Colours) -> None:
        """Show another card's content."""
        self.entitle(kpi.title, kpi.aside)
        self._figures.setText(_figures(kpi, colours))
        self._bar.setVisible(kpi.bullet is not None)
        if kpi.bullet:
            self._bar.show_bullet(kpi.bullet, colours)
        self._icon.setVisible(bool(kpi.icon))
        if kpi.icon:
            ink = colours.of(kpi.icon_tone)
            self._icon.setPixmap(pixmap(kpi.icon, ink, _ICON, self.devicePixelRatioF()))
        for number, shown in enumerate(self._lines):
            line = kpi.lines[number] if number < len(kpi.lines) else ()
            shown.setText(rich(line, colours))
            shown.setVisible(bool(line))
        self.offer.setText(kpi.offer)
        self.offer.setVisible(bool(kpi.offer))
        self.setAccessibleName(kpi.sentence)
        self.setAccessibleDescription(". ".join(text for text in (kpi.aside, kpi.tip) if text))
        self.setToolTip(kpi.tip)


def _figures(kpi: Kpi, colours: Colours) -> str:
    big = f"font-size:{FIGURE_SIZE}px; font-weight:700; color:{colours.text}"
    quiet = f"color:{colours.secondary}"
    return "&nbsp;&nbsp; ".join(
        f'<span style="{big}">{escape(figure)}</span>'
        f'<span style="{quiet}">&nbsp;{escape(unit)}</span>'
        for figure, unit in kpi.figures
    )


class BulletBar(QWidget):
    """How far we are, as a bar; where the path is, as a tick across it."""

    def __init__(self) -> None:
        super().__init__()
        self._bullet = Bullet(0, None)
        self._colours = LIGHT
        self.setFixedHeight(14)

    def show_bullet(self, bullet: Bullet, colours: Colours) -> None:
        """Show another bar."""
        self._bullet, self._colours = bullet, colours
        self.update()

    def sizeHint(self) -> QSize:
        """Take the width that the card gives."""
        return QSize(120, 14)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the track, the bar and the tick."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        top = (self.height() - _BAR_HEIGHT) / 2
        for share, colour in ((1.0, self._colours.track), (self._share(), self._colours.primary)):
            painter.setBrush(QColor(colour))
            bar = QRectF(0, top, self.width() * share, _BAR_HEIGHT)
            painter.drawRoundedRect(bar, _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)
        if self._bullet.path is not None:
            x = self.width() * min(self._bullet.path, 1.0)
            painter.setPen(QPen(QColor(self._colours.card), 4))
            painter.drawLine(round(x), 1, round(x), self.height() - 1)
            painter.setPen(QPen(QColor(self._colours.target), 2))
            painter.drawLine(round(x), 1, round(x), self.height() - 1)

    def _share(self) -> float:
        return min(max(self._bullet.share, 0.0), 1.0)
