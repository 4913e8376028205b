"""The gap between the cumulative and the target's path, month by month."""

from __future__ import annotations

from desktop.analysis.results import Progress
from desktop.analysis.wording import REASONS
from desktop.figures.figure import Status
from desktop.figures.wording import Language, fitting
from desktop.gui.charts.bars import Bar, Bars
from desktop.gui.charts.drawing import drawn
from desktop.gui.charts.firmness import firm_lines
from desktop.gui.charts.plot import Plot, cosmetic, in_billions
from desktop.gui.charts.scale import label_places, round_below
from desktop.gui.parts.text import Line, Span
from desktop.gui.tokens import LIGHT, Colours, Tone

_WIDTH = 0.4
_HIGHEST_MARK = 0.95
_ROOM = 1.7
"""Times the largest gap that the axis reaches: the labels stand outside the bars."""


class GapChart(Plot):
    """Bars above zero: ahead of the path; below: behind."""

    def __init__(self) -> None:
        super().__init__(months_named=False)
        self._progress: Progress | None = None
        self._lang: Language | None = None
        self.bars = Bars()
        self.zero = self.curve()
        self.put(self.bars)

    @drawn
    def draw(
        self, progress: Progress, lang: Language, colours: Colours = LIGHT, why: str = ""
    ) -> None:
        """Draw another year, language or theme; `why` says more of why there is no path."""
        self._progress, self._lang = progress, lang
        gaps = [in_billions(p.gap) for p in progress.months]
        reach = (max((abs(g) for g in gaps if g is not None), default=0.0) or 1.0) * _ROOM
        known = any(gap is not None for gap in gaps)
        mark = round_below(reach * _HIGHEST_MARK)
        marks = (-mark, 0.0, mark) if known else ()
        self.measure(-reach, reach, marks, lang, colours, progress.months[0].month)
        self.shade_from(progress.through.number, colours)
        self.zero.setData([0, len(gaps)], [0, 0])
        self.zero.setVisible(known)
        self.zero.setPen(cosmetic(colours.target, 1.2, (1.5, 3)))
        self.explain("" if known else why or lang._(REASONS[progress.reason]), colours)
        places = label_places(g for g in gaps if g is not None)
        self.bars.show_bars(
            [
                _bar(n, g, lang, colours, estimate=p.status is Status.ESTIMATE, places=places)
                for n, (p, g) in enumerate(zip(progress.months, gaps, strict=True))
                if g is not None
            ]
        )

    def reading(self, slot: int) -> tuple[Line, ...]:
        """Tell the gap and what it is of the path."""
        if self._progress is None or self._lang is None:
            return ()
        lang, point = self._lang, self._progress.months[slot]
        if point.gap is None or not point.path:
            return ()
        gap = lang.billions(point.gap, fitting(point.path, 2), sign=True)
        share = lang.percent(point.gap / point.path, sign=True)
        return (
            (Span(lang.month(point.month), Tone.PLAIN, bold=True),),
            (Span(lang._("Gap to the path") + "  "), Span(gap, Tone.PLAIN, bold=True)),
            (Span(lang._("{share} of the path", share=share)),),
            *firm_lines(point.status, point.source, lang)[:1],
        )


def _bar(
    slot: int, gap: float, lang: Language, colours: Colours, *, estimate: bool, places: int
) -> Bar:
    """Ahead stands above, behind beneath; hatched where the month is an estimate."""
    strong, soft = (
        (colours.good, colours.good_soft) if gap >= 0 else (colours.target, colours.target_fill)
    )
    fill, edge = (soft, strong) if estimate else (strong, "")
    label = lang.number(gap, places, sign=True)
    return Bar(
        slot + 0.5, _WIDTH, gap, fill, edge, label, colours.secondary,
        hatched=estimate, halo=colours.card,
    )  # fmt: skip
