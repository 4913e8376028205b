"""The cumulative of the year against the target's path and against last year."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtGui import QFont

from desktop.analysis.results import MonthPoint, Progress
from desktop.analysis.wording import CAUSES, ORIGINS
from desktop.figures.figure import Status
from desktop.figures.month import MONTHS_PER_YEAR
from desktop.figures.wording import Language, fitting
from desktop.gui.charts.assumed_lines import AssumedLines, scenario_ends
from desktop.gui.charts.caption import Caption
from desktop.gui.charts.dots import Dots
from desktop.gui.charts.drawing import drawn
from desktop.gui.charts.end_labels import EndLabel
from desktop.gui.charts.fan import Fan
from desktop.gui.charts.firmness import firm_lines
from desktop.gui.charts.nothing import nothing_known
from desktop.gui.charts.plot import Plot, cosmetic, in_billions
from desktop.gui.charts.scale import label_places, ticks
from desktop.gui.charts.told import told
from desktop.gui.parts.text import Line, Span
from desktop.gui.tokens import LIGHT, SMALL_SIZE, Colours, Tone

if TYPE_CHECKING:
    from desktop.analysis.outlook import Assumed, Band, Fanned

_SLOTS = range(MONTHS_PER_YEAR + 1)
_HEADROOM = 1.06
_ROOM_ABOVE = 1.34
"""So far above the newest point a low plot has room for its name."""
_LARGE = 25e9
"""From this amount on a band is written in whole billions."""
_LABEL_LEFT_FROM = 4  # months: before the fourth there is no room at the left of the point


class CumulativeChart(Plot):
    """Lines through the months' ends: x = 6 is the end of June."""

    def __init__(self, *, bands: int = 1) -> None:
        """Draw so many bands of what is to come: 1 or 3."""
        super().__init__()
        self._progress: Progress | None = None
        self._outlook: Fanned | None = None
        self._lang: Language | None = None
        self._colours = LIGHT
        self.fan = Fan(self, bands=bands)
        self.assumed = AssumedLines(self)
        self.last_year, self.path, self.actual = self.curve(), self.curve(), self.curve()
        self.path_high = self.curve()
        self.point = Dots(10)
        self.put(self.point)
        self.note = Caption(SMALL_SIZE, QFont.Weight.DemiBold)
        self.put(self.note)

    @drawn
    def draw(
        self,
        progress: Progress,
        lang: Language,
        colours: Colours,
        outlook: Fanned | None = None,
        assumed: Sequence[Assumed] = (),
    ) -> None:
        """Draw another year, language or theme; with an outlook the months to come too."""
        self._progress, self._lang, self._colours = progress, lang, colours
        self._outlook = outlook
        bands = [point.to_date for point in outlook.fan] if outlook else []
        lines = (actual_line(progress), path_line(progress), last_year_line(progress))
        high = high_path_line(progress)
        top = max(_highest((*lines, high)), self.fan.highest(bands)) * _HEADROOM
        if _LABEL_LEFT_FROM <= progress.through.number < MONTHS_PER_YEAR:  # its name stands above
            top = max(top, (in_billions(progress.cumulative) or 0.0) * _ROOM_ABOVE)
        self.measure(0, top, ticks(0, top, 6), lang, colours, progress.months[0].month)
        self.shade_from(progress.through.number, colours)
        for item, values in zip((self.actual, self.path, self.last_year), lines, strict=True):
            item.setData(list(_SLOTS), list(values), connect="finite")
        self.path_high.setData(list(_SLOTS), list(high), connect="finite")
        self.path_high.setPen(cosmetic(colours.target, 1.0, (2.2, 2.0)))
        self.actual.setPen(cosmetic(colours.primary, 2.6))
        self.path.setPen(cosmetic(colours.target, 2.0, (2.2, 2.0)))
        self.last_year.setPen(cosmetic(colours.last_year_line, 1.2))
        places = range(MONTHS_PER_YEAR - len(bands), MONTHS_PER_YEAR + 1) if bands else ()
        start = in_billions(outlook.known) if outlook and bands else None
        self.fan.show(places, start, bands, colours)
        self.assumed.show(start, assumed, colours)
        self._mark_newest(progress, lang, colours)
        self.explain(nothing_known(progress, lang), colours)
        ends = _ends(progress, lines, lang, colours)
        self.ends.show_labels(
            [*ends, *_fan_ends(bands, lang, colours), *scenario_ends(assumed, lang, colours)]
        )

    def _mark_newest(self, progress: Progress, lang: Language, colours: Colours) -> None:
        value = in_billions(progress.cumulative)
        known = value is not None
        at = progress.through.number
        # December's point stands at the edge, where its name is an end label like the others.
        self.note.setVisible(known and at < MONTHS_PER_YEAR)
        looks = (colours.primary, colours.card)
        fill, edge = reversed(looks) if _estimated(progress) else looks
        self.point.show_at([] if value is None else [(at, value)], fill, edge)
        if value is None:
            return
        text = lang._("{amount} bn USD", amount=lang.number(value, label_places([value])))
        if progress.share_of_target is not None:
            text += " · " + lang.percent(progress.share_of_target)
        self.note.dress(colours.text, colours.card)
        self.note.say(text, at, value, _anchor(at), floor=0.0)

    def reading_x(self, slot: int) -> float:
        """Read at the month's end, where its cumulative stands."""
        return slot + 1.0

    def reading(self, slot: int) -> tuple[Line, ...]:
        """Tell the month's cumulative, the path, the gap and last year."""
        if self._progress is None or self._lang is None:
            return ()
        told = _reading(self._progress, self._progress.months[slot], self._lang)
        return (*told, *_reading_ahead(self._outlook, slot, self._lang))


def _reading_ahead(outlook: Fanned | None, slot: int, lang: Language) -> tuple[Line, ...]:
    """Tell what is expected of a month to come, and the band that most outcomes lie in."""
    number = slot + 1
    point = next((p for p in outlook.fan if p.month.number == number), None) if outlook else None
    if point is None:
        return ()
    digits = fitting(point.to_date.median)
    low, high = (lang.billions(edge, digits) for edge in point.to_date.most)
    return (
        told(lang._("Forecast"), point.to_date.median, lang, Tone.PRIMARY),
        (Span(lang._("80%: {low}–{high}", low=low, high=high), Tone.MUTED),),
    )


def _fan_ends(bands: Sequence[Band], lang: Language, colours: Colours) -> list[EndLabel]:
    """Name the median's end, and the band's beneath it."""
    if not bands:
        return []
    median = float(in_billions(bands[-1].median) or 0.0)
    digits = 0 if bands[-1].most[1] >= _LARGE else fitting(bands[-1].median)
    low, high = (lang.billions(edge, digits) for edge in bands[-1].most)
    amount = lang.billions(bands[-1].median, fitting(bands[-1].median))
    text = lang._("{amount} forecast", amount=amount)
    band = lang._("80%: {low}–{high}", low=low, high=high)
    return [
        EndLabel(median, text, colours.primary),
        EndLabel(median * (1 - 1e-9), band, colours.muted, bold=False),
    ]


def _estimated(progress: Progress) -> bool:
    """The newest point is hollow where the cumulative is an estimate."""
    return progress.cumulative_status is Status.ESTIMATE


def _anchor(month: int) -> tuple[float, float]:
    """Put the newest point's label where no line runs: left above, or under the lines."""
    return (-0.06, 0.0) if month < _LABEL_LEFT_FROM else (1.02, 1.35)


def actual_line(progress: Progress) -> tuple[float, ...]:
    """The cumulative at each month's end, in billions; NaN where there is none."""
    return _line(0.0, (p.cumulative for p in progress.months))


def path_line(progress: Progress) -> tuple[float, ...]:
    """The target's path at each month's end, in billions."""
    return _line(0.0, (p.path for p in progress.months))


def high_path_line(progress: Progress) -> tuple[float, ...]:
    """The path to the high end of a range, in billions; NaN where there is no range."""
    return _line(0.0, (p.path_high for p in progress.months))


def last_year_line(progress: Progress) -> tuple[float, ...]:
    """Last year's cumulative at each month's end, in billions."""
    return _line(0.0, (p.cumulative_last_year for p in progress.months))


def _line(start: float, values: Iterable[float | None]) -> tuple[float, ...]:
    found = tuple(math.nan if v is None else float(in_billions(v) or 0.0) for v in values)
    known = any(not math.isnan(v) for v in found)
    return (start if known else math.nan, *found)


def _highest(lines: Iterable[Sequence[float]]) -> float:
    return max((v for line in lines for v in line if not math.isnan(v)), default=1.0) or 1.0


def _ends(
    progress: Progress, lines: Sequence[Sequence[float]], lang: Language, colours: Colours
) -> list[EndLabel]:
    actual, path, last = lines
    found = []
    if not math.isnan(actual[-1]):
        text = lang._("{amount} in {year}", amount=_short(actual[-1], lang), year=progress.year)
        found.append(EndLabel(actual[-1], text, colours.primary))
    if not math.isnan(path[-1]):
        high = in_billions(progress.months[-1].path_high)
        ends = [path[-1]] if high is None else [path[-1], high]
        places = label_places(ends) - (len(ends) > 1)
        amount = "–".join(lang.number(end, places) for end in ends)
        text = lang._("{amount} target", amount=amount)
        found.append(EndLabel(path[-1], text, colours.target))
    if not math.isnan(last[-1]):
        text = lang._("{amount} in {year}", amount=_short(last[-1], lang), year=progress.year - 1)
        found.append(EndLabel(last[-1], text, colours.muted))
    return found


def _short(billions: float, lang: Language) -> str:
    return lang.number(billions, label_places([billions]))


def _reading(progress: Progress, point: MonthPoint, lang: Language) -> tuple[Line, ...]:
    lines: list[Line] = [(Span(lang.month(point.month), Tone.PLAIN, bold=True),)]
    if point.cumulative is not None:
        lines.append(told(lang._("Cumulative"), point.cumulative, lang, Tone.PRIMARY))
        if point.cumulative_origin:
            lines.append((Span(lang._(ORIGINS[point.cumulative_origin]), Tone.MUTED),))
        lines += firm_lines(point.status, point.source, lang)[:1]
    elif point.missing:
        lines.append((Span(lang._(CAUSES[point.missing]), Tone.WARN),))
    if point.path is not None:
        lines.append(told(lang._("Path"), point.path, lang, Tone.TARGET))
    if point.gap is not None:
        gap = lang.billions(point.gap, fitting(point.path or 0, 2), sign=True)
        lines.append((Span(lang._("Gap") + "  "), Span(gap, Tone.PLAIN, bold=True)))
    if point.cumulative_last_year is not None:
        lines.append(told(str(progress.year - 1), point.cumulative_last_year, lang, Tone.MUTED))
    if point.growth_to_date is not None:
        growth = lang.percent(point.growth_to_date, sign=True)
        lines.append(
            (Span(lang._("Growth, recomputed") + "  "), Span(growth, Tone.PLAIN, bold=True))
        )
    return tuple(lines)
