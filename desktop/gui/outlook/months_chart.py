"""Month by month to December: what was brought, and what each month to come may bring."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGraphicsLineItem

from desktop.analysis.results import GapCause, MonthPoint, Progress
from desktop.analysis.wording import CAUSES
from desktop.figures.figure import Status
from desktop.gui.charts.bars import Bar, Bars
from desktop.gui.charts.drawing import drawn
from desktop.gui.charts.firmness import firm_lines
from desktop.gui.charts.months import missing_bar
from desktop.gui.charts.nothing import nothing_known
from desktop.gui.charts.plot import Plot, cosmetic, in_billions
from desktop.gui.charts.scale import ticks
from desktop.gui.charts.told import told
from desktop.gui.parts.text import Line, Span
from desktop.gui.tokens import LIGHT, Colours, Tone

if TYPE_CHECKING:
    from desktop.analysis.outlook import Band, Fanned
    from desktop.figures.wording import Language

_WIDTH, _ASIDE, _HEADROOM = 0.35, 0.19, 1.1


class OutlookMonthsChart(Plot):
    """Two bars a month: last year at the left; this year, or the median of what may come.

    A line through a month to come reaches over what 80 of a hundred outcomes lie in.
    """

    def __init__(self) -> None:
        """Start empty."""
        super().__init__()
        self._progress: Progress | None = None
        self._outlook: Fanned | None = None
        self._lang: Language | None = None
        self.bars = Bars()
        self.put(self.bars)
        self.ranges: list[QGraphicsLineItem] = []

    @drawn
    def draw(
        self,
        progress: Progress,
        outlook: Fanned | None,
        lang: Language,
        colours: Colours = LIGHT,
    ) -> None:
        """Draw another year, language or theme."""
        self._progress, self._outlook, self._lang = progress, outlook, lang
        fan = {p.month: p.alone for p in outlook.fan} if outlook else {}
        bars = list(_bars(progress, {m: b.median for m, b in fan.items()}, colours))
        tops = [b.value for b in bars] + [in_billions(b.most[1]) or 0.0 for b in fan.values()]
        top = (max(tops, default=0.0) or 1.0) * _HEADROOM
        self.measure(0, top, ticks(0, top, 4), lang, colours, progress.months[0].month)
        self.shade_from(progress.through.number, colours)
        self.bars.show_bars(bars)
        self.explain(nothing_known(progress, lang), colours)
        self._show_ranges([_range(month.number, band) for month, band in fan.items()], colours)

    def _show_ranges(self, ranges: list[tuple[float, float, float]], colours: Colours) -> None:
        for line in self.ranges:
            self.view.removeItem(line)
        self.ranges = [QGraphicsLineItem(x, low, x, high) for x, low, high in ranges]
        for line in self.ranges:
            line.setPen(cosmetic(colours.primary, 1.6))
            line.setZValue(10)
            self.put(line)

    def reading(self, slot: int) -> tuple[Line, ...]:
        """Tell the month's figure or what is expected of it, and last year's."""
        if self._progress is None or self._lang is None:
            return ()
        fan = self._outlook.fan if self._outlook else ()
        point = self._progress.months[slot]
        ahead = next((p.alone for p in fan if p.month == point.month), None)
        lang = self._lang
        lines: list[Line] = [(Span(lang.month(point.month), Tone.PLAIN, bold=True),)]
        if point.value is not None:
            lines.append(told(lang._("Exports"), point.value, lang, Tone.PRIMARY))
            lines += firm_lines(point.status, point.source, lang)
        elif point.missing is GapCause.NOT_IMPORTED:
            lines.append((Span(lang._(CAUSES[point.missing]), Tone.WARN),))
        if ahead is not None:
            low, high = (lang.billions(edge) for edge in ahead.most)
            lines.append(told(lang._("Forecast"), ahead.median, lang, Tone.PRIMARY))
            lines.append((Span(lang._("80%: {low}–{high}", low=low, high=high), Tone.MUTED),))
        if point.last_year is not None:
            before = lang.month(point.month - 12)
            lines.append(told(before, point.last_year, lang, Tone.MUTED))
        return tuple(lines)


def _range(number: int, band: Band) -> tuple[float, float, float]:
    low, high = (in_billions(edge) or 0.0 for edge in band.most)
    return number - 0.5 + _ASIDE, low, high


def _bars(progress: Progress, ahead: dict[object, float], colours: Colours) -> Iterator[Bar]:
    for point in progress.months:
        yield from _pair(point, ahead.get(point.month), colours)


def _pair(point: MonthPoint, ahead: float | None, colours: Colours) -> Iterator[Bar]:
    middle = point.month.number - 0.5
    last, value, expected = (in_billions(v) for v in (point.last_year, point.value, ahead))
    if last is not None:
        yield Bar(middle - _ASIDE, _WIDTH, last, colours.last_year_bar)
    if value is not None:
        estimate = point.status is Status.ESTIMATE
        fill, edge = (colours.estimate_fill, colours.primary) if estimate else (colours.primary, "")
        yield Bar(middle + _ASIDE, _WIDTH, value, fill, edge, hatched=estimate)
    elif point.missing is GapCause.NOT_IMPORTED:
        yield missing_bar(middle + _ASIDE, _WIDTH, last, colours)
    elif expected is not None:
        yield Bar(middle + _ASIDE, _WIDTH, expected, colours.primary_soft, colours.primary)
