"""The bridge from last year's balance to this one's, a step a line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter

from desktop.analysis.structure.bridge import moved_most, others_moved
from desktop.analysis.structure.names import name_in
from desktop.analysis.structure.wording import REASONS
from desktop.analysis.structure_results import Bridge, Step
from desktop.figures.groupings import Dimension
from desktop.figures.series import OTHER, Flow
from desktop.figures.wording import N_, Language, capitalised, side_by_side
from desktop.gui.charts.drawing import drawn
from desktop.gui.fonts import font
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.parts.short_names import fitting
from desktop.gui.parts.text import Span
from desktop.gui.structure.walkable import Spot, Walkable
from desktop.gui.structure.words import FLOWS
from desktop.gui.tokens import SMALL_SIZE, Colours, Tone

_NAMES, _NUMBERS = 0.38, 52
_MARGIN = 24
"""Pixels that a sentence in place of the steps keeps from the edges."""
_LEAST_ROW, _MOST_ROW, _THICKEST = 16, 46, 26.0
_OTHERS = {Flow.EXPORT: N_("Exports, other"), Flow.IMPORT: N_("Imports, other")}
_LED_BY = {Flow.EXPORT: N_("Exports · {name}"), Flow.IMPORT: N_("Imports · {name}")}


@dataclass(frozen=True, slots=True)
class Stair:
    """One line: from where to where it leads (US dollars); a whole stands on the ground."""

    name: str
    code: str
    start: float
    end: float
    whole: bool = False


def stairs(bridge: Bridge, lang: Language, *, by_partner: bool = False) -> tuple[Stair, ...]:
    """Lead from the balance a year before to this one; nothing where either is not known."""
    if bridge.base is None or bridge.balance is None:
        return ()
    moves = _partner_moves(bridge, lang) if by_partner else _item_moves(bridge, lang)
    found, at = [Stair(lang._("A year before"), "", 0.0, bridge.base, whole=True)], bridge.base
    for name, code, change in moves:
        found.append(Stair(name, code, at, at + change))
        at += change
    return (*found, Stair(lang._("Now"), "", 0.0, bridge.balance, whole=True))


def _item_moves(bridge: Bridge, lang: Language) -> list[tuple[str, str, float]]:
    led = {s.flow for s in bridge.steps if s.code != OTHER}
    return [
        (step_name(s, lang, alone=s.flow not in led), "" if s.code == OTHER else s.code, s.change)
        for s in bridge.steps
    ]


def _partner_moves(bridge: Bridge, lang: Language) -> list[tuple[str, str, float]]:
    """The partners that moved it most; all the others, known or not, make up the change."""
    moves = [
        (name_in(Flow.EXPORT, Dimension.MARKET, p.code, lang), p.code, p.change or 0.0)
        for p in moved_most(bridge)
    ]
    return [*moves, (lang._("Other partners"), "", others_moved(bridge) or 0.0)]


def step_name(step: Step, lang: Language, *, alone: bool = False) -> str:
    """Name a step: the flow and the item; `alone` the rest is all of its flow."""
    if step.code == OTHER:
        return lang._((FLOWS if alone else _OTHERS)[step.flow])
    name = name_in(step.flow, Dimension.ITEM, step.code, lang)
    return lang._(_LED_BY[step.flow], name=name)


class BridgeChart(Walkable):
    """The steps from the top down."""

    def __init__(self) -> None:
        super().__init__()
        self.stairs: tuple[Stair, ...] = ()
        self._words: tuple[str, ...] = ()
        self._why = ""

    @drawn
    def draw(
        self, bridge: Bridge, lang: Language, colours: Colours, *, by_partner: bool = False,
        firm: Sequence[str] = (),
    ) -> None:  # fmt: skip
        """Draw another bridge; `firm` says of each line how firm its figures are."""
        self.stairs = stairs(bridge, lang, by_partner=by_partner)
        self._why = lang._(REASONS[bridge.reason]) if bridge.reason else ""
        places = _places(self.stairs, 2)
        self._words = tuple(
            lang.billions(s.end if s.whole else s.end - s.start, places, sign=True)
            for s in self.stairs
        )
        unit = lang._("bn USD")
        self.show_spots(
            [
                Spot(
                    s.code,
                    (
                        (Span(s.name, Tone.PLAIN, bold=True),),
                        (Span(f"{w} {unit}"),),
                        *(((Span(f, Tone.MUTED),),) if f else ()),
                    ),
                )
                for s, w, f in zip_longest(self.stairs, self._words, firm[: len(self.stairs)])
            ],
            colours,
        )

    @property
    def description(self) -> str:
        """The first step and how many there are, or why there are none."""
        return super().description or self._why

    def explain(self, why: str) -> None:
        """Say more of why there are no steps; nothing leaves what is known."""
        self._why = why or self._why
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Every step has a line."""
        return QSize(260, max(len(self.stairs), 6) * _LEAST_ROW)

    def box(self, number: int) -> QRectF:
        """The line of a step."""
        height = min(self.height() / max(len(self.stairs), 1), _MOST_ROW)
        return QRectF(0, number * height, self.width(), height)

    def paint(self, painter: QPainter) -> None:
        """Draw names, floating bars and numbers."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(font(SMALL_SIZE))
        if not self.stairs:
            painter.setPen(QColor(self.colours.muted))
            room = self.rect().adjusted(_MARGIN, 0, -_MARGIN, 0)
            wrapped = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(room, wrapped, capitalised(self._why))
            return
        low = min(0.0, *(min(s.start, s.end) for s in self.stairs))
        high = max(0.0, *(max(s.start, s.end) for s in self.stairs))
        for n, stair in enumerate(self.stairs):
            self._paint_stair(painter, n, stair, low, (high - low) or 1.0)

    def _paint_stair(
        self, painter: QPainter, n: int, stair: Stair, low: float, span: float
    ) -> None:
        colours, box = self.colours, self.box(n)
        if n == self.current:
            painter.fillRect(box, QColor(colours.primary_soft))
        names = self.width() * _NAMES
        words = fitting(stair.name, int(names - 8), painter.fontMetrics())
        painter.setPen(QColor(colours.text if stair.whole else colours.secondary))
        side = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(box.adjusted(4, 0, 0, 0), side, words)
        painter.drawText(box.adjusted(0, 0, -4, 0), side | Qt.AlignmentFlag.AlignRight,
                         self._words[n])  # fmt: skip
        room = self.width() - names - _NUMBERS - 8
        left, right = (
            names + (edge - low) / span * room
            for edge in (min(stair.start, stair.end), max(stair.start, stair.end))
        )
        moved = colours.primary if stair.end >= stair.start else colours.target
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.muted if stair.whole else moved))
        thick = min(box.height() - 6, _THICKEST)
        top = box.center().y() - thick / 2
        bar = QRectF(left, top, max(right - left, 1.5), thick)
        painter.drawRoundedRect(bar, 2, 2)
        ground = names + (0.0 - low) / span * room
        painter.fillRect(QRectF(ground, box.top(), 1, box.height()), QColor(colours.border))


def _places(steps: Iterable[Stair], least: int) -> int:
    return side_by_side((a for s in steps for a in (s.start, s.end)), least)


def bridge_grid(bridge: Bridge, lang: Language, *, by_partner: bool = False) -> Grid:
    """Give the steps as a table."""
    steps = stairs(bridge, lang, by_partner=by_partner)
    places = _places(steps, 3)
    rows = tuple(
        (
            Cell(s.name),
            Cell(lang.billions(s.end if s.whole else s.end - s.start, places, sign=True)),
            Cell(lang.billions(s.end, places, sign=True)),
        )
        for s in steps
    )
    return Grid((lang._("Step"), lang._("bn USD"), lang._("Balance by then")), rows, of_trade=True)
