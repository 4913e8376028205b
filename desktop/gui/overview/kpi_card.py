"""The card widget: a title, the big figures, a bar with the path's tick, lines of text."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from desktop.gui.charts.drawing import drawn
from desktop.gui.icons import pixmap
from desktop.gui.overview.kpis import Bullet, Kpi
from desktop.gui.parts.buttons import button
from desktop.gui.parts.card import Card
from desktop.gui.parts.layouts import row
from desktop.gui.parts.runs import Run, Runs, runs
from desktop.gui.parts.tips import wrapped
from desktop.gui.tokens import FIGURE_SIZE, LIGHT, TIGHT, Colours

_LINES = 3
_BAR_HEIGHT = 6
_LINE_HEIGHT = 16
"""Pixels of a line of text: a card's bar takes one, so that the lines of all cards align."""
_ICON = 14


class KpiCard(Card):
    """Shows one `Kpi`. It can be reached by Tab, and is read out as a sentence."""

    accessible_role = QAccessible.Role.StaticText

    offered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.body.setSpacing(TIGHT)
        self.aside.setProperty("look", "small")
        self.aside.or_nothing = True
        self.figures = Runs(wrapped=True)
        self._bar = BulletBar()
        self._icon = QLabel()
        self._icon.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._icon.setContentsMargins(0, 1, 5, 0)
        self.lines = tuple(Runs(wrapped=True) for _ in range(_LINES))
        self.body.addWidget(self.figures)
        self.body.addWidget(self._bar)
        self.body.addLayout(row(self._icon, self.lines[0]))
        for line in self.lines[1:]:
            self.body.addWidget(line)
        self.offer = button("link", self.offered.emit)
        self.body.addLayout(row(self.offer, 1))
        self.body.addStretch(1)

    @drawn
    def show_kpi(self, kpi: Kpi, colours: Colours) -> None:
        """Show another card's content."""
        self.entitle(kpi.title, kpi.aside)
        self.figures.show_runs(_figures(kpi, colours))
        self._bar.setVisible(kpi.bullet is not None)
        if kpi.bullet:
            self._bar.show_bullet(kpi.bullet, colours)
        self._icon.setVisible(bool(kpi.icon))
        if kpi.icon:
            ink = colours.of(kpi.icon_tone)
            self._icon.setPixmap(pixmap(kpi.icon, ink, _ICON, self.devicePixelRatioF()))
        for number, shown in enumerate(self.lines):
            line = kpi.lines[number] if number < len(kpi.lines) else ()
            shown.show_runs(runs(line, colours))
            shown.setVisible(bool(line))
        self.offer.setText(kpi.offer)
        self.offer.setVisible(bool(kpi.offer))
        self.setAccessibleName(kpi.sentence)
        self.setAccessibleDescription(". ".join(text for text in (kpi.aside, kpi.tip) if text))
        tip = wrapped(kpi.tip)
        if tip != self.toolTip():  # told again, every part of the card hears of it
            self.setToolTip(tip)


def _figures(kpi: Kpi, colours: Colours) -> list[Run]:
    shown: list[Run] = []
    for figure, unit in kpi.figures:
        apart = "   " if shown else ""
        shown += [Run(apart, colours.secondary)]
        shown += [Run(figure, colours.text, FIGURE_SIZE, QFont.Weight.Bold)]
        shown += [Run(f"\u00a0{unit}", colours.secondary)]
    return shown


class BulletBar(QWidget):
    """How far we are, as a bar; where the path is, as a tick across it."""

    def __init__(self) -> None:
        super().__init__()
        self._bullet = Bullet(0, None)
        self._colours = LIGHT
        self.setFixedHeight(_LINE_HEIGHT)

    def show_bullet(self, bullet: Bullet, colours: Colours) -> None:
        """Show another bar."""
        self._bullet, self._colours = bullet, colours
        self.update()

    def sizeHint(self) -> QSize:
        """Take the width that the card gives."""
        return QSize(120, _LINE_HEIGHT)

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
            painter.drawLine(round(x), 2, round(x), self.height() - 2)
            painter.setPen(QPen(QColor(self._colours.target), 2))
            painter.drawLine(round(x), 2, round(x), self.height() - 2)

    def _share(self) -> float:
        return min(max(self._bullet.share, 0.0), 1.0)
