"""Month by month: last year, this year, and what each month to come must bring."""

from __future__ import annotations

from collections.abc import Iterator

from desktop.analysis.results import GapCause, MonthPoint, Progress
from desktop.analysis.wording import CAUSES
from desktop.figures.figure import Status
from desktop.figures.wording import Language
from desktop.gui.charts.bars import Bar, Bars
from desktop.gui.charts.drawing import drawn
from desktop.gui.charts.firmness import firm_lines
from desktop.gui.charts.nothing import nothing_known
from desktop.gui.charts.plot import Plot, in_billions
from desktop.gui.charts.scale import ticks
from desktop.gui.charts.told import told
from desktop.gui.parts.text import Line, Span
from desktop.gui.tokens import LIGHT, Colours, Tone

_WIDTH = 0.35
_ASIDE = 0.19
_HEADROOM = 1.1
_NO_FILL = "#00000000"


class MonthsChart(Plot):
    """Two bars a month: last year at the left, this year or what is needed at the right."""

    def __init__(self) -> None:
        super().__init__()
        self._progress: Progress | None = None
        self._lang: Language | None = None
        self.bars = Bars()
        self.put(self.bars)

    @drawn
    def draw(self, progress: Progress, lang: Language, colours: Colours = LIGHT) -> None:
        """Draw another year, language or theme."""
        self._progress, self._lang = progress, lang
        bars = [bar for point in progress.months for bar in _pair(point, colours)]
        top = (max((b.value for b in bars), default=0.0) or 1.0) * _HEADROOM
        self.measure(0, top, ticks(0, top, 4), lang, colours, progress.months[0].month)
        self.shade_from(progress.through.number, colours)
        self.bars.show_bars(bars)
        self.explain(nothing_known(progress, lang), colours)

    def reading(self, slot: int) -> tuple[Line, ...]:
        """Tell the month's figure with its firmness, last year's, the growth, what is needed."""
        if self._progress is None or self._lang is None:
            return ()
        return tuple(_reading(self._progress.months[slot], self._lang))


def missing_bar(at: float, width: float, last: float | None, colours: Colours) -> Bar:
    """A missing month is an empty frame with a question mark, as high as last year (billions)."""
    return Bar(at, width, last or 1.0, _NO_FILL, colours.muted, "?", colours.warn)


def _pair(point: MonthPoint, colours: Colours) -> Iterator[Bar]:
    middle = point.month.number - 0.5
    last = in_billions(point.last_year)
    if last is not None:
        yield Bar(middle - _ASIDE, _WIDTH, last, colours.last_year_bar)
    here = middle + _ASIDE
    value, needed = in_billions(point.value), in_billions(point.required)
    if value is not None:
        estimate = point.status is Status.ESTIMATE
        fill, edge = (colours.estimate_fill, colours.primary) if estimate else (colours.primary, "")
        yield Bar(here, _WIDTH, value, fill, edge, hatched=estimate)
    elif point.missing is GapCause.NOT_IMPORTED:
        yield missing_bar(here, _WIDTH, last, colours)
    elif needed is not None and needed > 0:
        yield Bar(here, _WIDTH, needed, colours.target_fill, colours.target)


def _reading(point: MonthPoint, lang: Language) -> Iterator[Line]:
    yield (Span(lang.month(point.month), Tone.PLAIN, bold=True),)
    if point.value is not None:
        yield told(lang._("Exports"), point.value, lang, Tone.PRIMARY)
        yield from firm_lines(point.status, point.source, lang)
    elif point.missing:
        tone = Tone.WARN if point.missing is GapCause.NOT_IMPORTED else Tone.MUTED
        yield (Span(lang._(CAUSES[point.missing]), tone),)
    if point.value is None and point.required is not None:
        yield told(lang._("Needed"), point.required, lang, Tone.TARGET)
    if point.last_year is not None:
        yield told(lang.month(point.month - 12), point.last_year, lang, Tone.MUTED)
    growths = (
        (lang._("Growth, as printed"), point.growth_printed),
        (lang._("Growth, recomputed"), point.growth),
    )
    for name, fraction in growths:
        if fraction is not None:
            growth = lang.percent(fraction, sign=True)
            yield (Span(name + "  "), Span(growth, Tone.PLAIN, bold=True))
