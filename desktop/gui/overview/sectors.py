"""The pane of the two sectors: domestic and foreign-invested, as parts of one bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget

from desktop.analysis.results import Contribution, Overview
from desktop.figures.wording import Language, fitting
from desktop.gui.overview.kpis import change
from desktop.gui.parts.layouts import row
from desktop.gui.parts.tab_card import Pane
from desktop.gui.parts.text import Span, plain, rich
from desktop.gui.tokens import LIGHT, TIGHT, Colours, Tone


class SectorPane(Pane):
    """Who exported: shares in one bar, then value and growth of each."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = ShareBar()
        self._domestic, self._fdi = QLabel(), QLabel()
        self._fdi.setAlignment(Qt.AlignmentFlag.AlignRight)
        for shown in (self._domestic, self._fdi):
            shown.setTextFormat(Qt.TextFormat.RichText)
        self.body.setSpacing(TIGHT)
        self.body.addWidget(self._bar)
        self.body.addLayout(row(self._domestic, 1, self._fdi))
        self.body.addStretch(1)

    def draw(self, overview: Overview, lang: Language, colours: Colours) -> None:
        """Draw another overview; the pane is not offered while a sector is not known."""
        domestic, fdi = overview.domestic, overview.fdi
        known = domestic is not None and fdi is not None
        aside = lang._("share · bn USD · growth recomputed")
        self.entitle(lang._("Domestic and FDI"), aside, filled=known)
        if domestic is None or fdi is None:
            return
        shares = (domestic.share or 0.0, fdi.share or 0.0)
        self._bar.show_shares(shares, colours)
        told = []
        for shown, name, held in (
            (self._domestic, lang._("Domestic"), domestic),
            (self._fdi, lang._("FDI"), fdi),
        ):
            spans = _told(name, held, lang)
            shown.setText(rich(spans[:2], colours) + "<br>" + rich(spans[2:], colours))
            told.append(plain(spans))
        self.setAccessibleDescription(". ".join(told))


def _told(name: str, held: Contribution, lang: Language) -> tuple[Span, ...]:
    share = lang.percent(held.share) if held.share is not None else "–"
    growth = change(lang, held.growth) if held.growth is not None else "–"
    return (
        Span(f"{name} ", Tone.SECONDARY),
        Span(share, Tone.PLAIN, bold=True),
        Span(f"{lang.billions(held.value, fitting(held.value))} · ", Tone.MUTED),
        Span(growth, Tone.MUTED),
    )


class ShareBar(QWidget):
    """One bar cut by shares: the first part in blue, the second in its lighter shade."""

    def __init__(self) -> None:
        super().__init__()
        self._shares = (0.0, 0.0)
        self._colours = LIGHT
        self.setFixedHeight(10)

    def show_shares(self, shares: tuple[float, float], colours: Colours) -> None:
        """Show other shares."""
        self._shares, self._colours = shares, colours
        self.update()

    def sizeHint(self) -> QSize:
        """Take the width that the card gives."""
        return QSize(120, 10)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the two parts with a hair of room between them."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = sum(self._shares) or 1.0
        first = self.width() * self._shares[0] / whole
        parts = (
            (0.0, first - 1, self._colours.primary),
            (first + 1, self.width() - first - 1, self._colours.estimate_fill),
        )
        for left, width, colour in parts:
            painter.setBrush(QColor(colour))
            painter.drawRoundedRect(QRectF(left, 1, max(width, 0.0), 8), 3, 3)
