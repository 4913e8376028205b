"""A target's path with its superseded versions, the period to date, and the year before."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtGui import QColor

from desktop.figures.target_texts import amount_name
from desktop.figures.wording import side_by_side
from desktop.gui.charts.dots import Dots
from desktop.gui.charts.drawing import drawn
from desktop.gui.charts.end_labels import EndLabel
from desktop.gui.charts.firmness import firm_words
from desktop.gui.charts.plot import Plot, cosmetic, in_billions
from desktop.gui.charts.scale import ticks
from desktop.gui.parts.grid import Cell, Grid
from desktop.gui.parts.text import Line, Span
from desktop.gui.tokens import LIGHT, Colours, Tone

if TYPE_CHECKING:
    from desktop.analysis.target_results import TargetProgress
    from desktop.figures.wording import Language

_HEADROOM = 1.06
_ROOMY = 480
"""Pixels from which twelve months' names stand side by side."""
_MOST_VERSIONS = 4
"""So many superseded paths can be told apart; older ones are listed beneath."""


class TargetPathChart(Plot):
    """Lines through the months' ends; slot n is the period's month n, whichever that is."""

    def __init__(self) -> None:
        super().__init__()
        self._progress: TargetProgress | None = None
        self._lang: Language | None = None
        self._vintage = ""
        self.last_year, self.path, self.actual = self.curve(), self.curve(), self.curve()
        self.superseded: list[Any] = [self.curve() for _ in range(_MOST_VERSIONS)]
        self.point = Dots(10)
        self.put(self.point)

    @drawn
    def draw(
        self, progress: TargetProgress, lang: Language, colours: Colours = LIGHT, vintage: str = ""
    ) -> None:
        """Draw another target, language or theme; `vintage` names the release of its figures."""
        self._progress, self._lang, self._vintage = progress, lang, vintage
        lines = target_lines(progress)
        values = [v for line in (*lines[:3], *lines[3:]) for v in line if not math.isnan(v)]
        low, high = min([0.0, *values]), max([0.0, *values]) or 1.0
        span = (high - low) * (_HEADROOM - 1)
        low, high = (low - span if low < 0 else 0.0), high + span
        start = progress.points[0].month
        self.measure(low, high, ticks(low, high, 5), lang, colours, start)
        names = [(n + 0.5, lang.month_tick(p.month.number)) for n, p in enumerate(progress.points)]
        every = 1 if self.width() >= _ROOMY else 2
        self.bottom.setTicks([names[::every]])
        self.shade_from(progress.elapsed, colours)
        curves = (self.actual, self.path, self.last_year, *self.superseded)
        for number, curve in enumerate(curves):
            line = lines[number] if number < len(lines) else ()
            curve.setData(list(range(len(line))), list(line), connect="finite")
        self.actual.setPen(cosmetic(colours.primary, 2.6))
        self.path.setPen(cosmetic(colours.target, 2.0, (2.2, 2.0)))
        self.last_year.setPen(cosmetic(colours.last_year_line, 1.2))
        for curve in self.superseded:
            curve.setPen(cosmetic(QColor(colours.target).lighter(130).name(), 1.0, (1.0, 3.0)))
        self._mark_newest(progress, lines[0], colours)
        self.ends.show_labels(_ends(progress, lines, lang, colours))

    def _mark_newest(
        self, progress: TargetProgress, line: Sequence[float], colours: Colours
    ) -> None:
        """End the line in a point, a hollow one where the cumulative is an estimate."""
        at = progress.elapsed
        known = at < len(line) and at > 0 and not math.isnan(line[at])
        looks = (colours.primary, colours.card)
        fill, edge = reversed(looks) if progress.rests_on_estimate else looks
        self.point.show_at([(at, line[at])] if known else [], fill, edge)

    def reading_x(self, slot: int) -> float:
        """Read at the month's end."""
        return slot + 1.0

    def reading(self, slot: int) -> tuple[Line, ...]:
        """Tell the month's cumulative, the path and the year before."""
        progress, lang = self._progress, self._lang
        if progress is None or lang is None or slot >= len(progress.points):
            return ()
        point, decimals = progress.points[slot], _decimals(progress)
        told: list[Line] = [(Span(lang.month(point.month), Tone.PLAIN, bold=True),)]
        for name, amount, tone in (
            (lang._("Cumulative"), point.cumulative, Tone.PRIMARY),
            (lang._("Path"), point.path, Tone.TARGET),
            (lang._("A year before"), point.last_year, Tone.MUTED),
            (lang._("Required"), point.required, Tone.SECONDARY),
        ):
            if amount is not None:
                value = Span(lang.billions(amount, decimals), Tone.PLAIN, bold=True)
                told.append((Span(f"{name}  ", tone), value))
        told += _superseded(progress, slot, lang)
        if point.status:
            release = lang._("Figures: {vintage} release", vintage=self._vintage)
            firm = (firm_words(point.status, "", lang), release if self._vintage else "")
            told.append((Span(" · ".join(filter(None, firm)), Tone.MUTED),))
        return tuple(told)


def _superseded(progress: TargetProgress, slot: int, lang: Language) -> Iterator[Line]:
    """Tell where the paths of superseded versions stood, the newest first."""
    older = [version for version in reversed(progress.versions[:-1]) if version.path]
    for version in older[:_MOST_VERSIONS]:
        if version.path and slot < len(version.path):
            name = lang._("{amount} before", amount=amount_name(version.target, lang))
            amount = lang.billions(version.path[slot], _decimals(progress))
            yield (Span(f"{name}  ", Tone.MUTED), Span(amount, Tone.PLAIN, bold=True))


def path_grid(progress: TargetProgress, lang: Language) -> Grid:
    """Give the months as a table: value, to date, path, a year before, required (billions)."""
    say = lang._
    columns = (
        say("Month"), say("bn USD"), say("To date"), say("Path"), say("A year before"),
        say("Required"),
    )  # fmt: skip
    decimals = _decimals(progress)
    rows = tuple(
        (
            Cell(lang.month(p.month)),
            *(
                Cell("–" if amount is None else lang.billions(amount, decimals))
                for amount in (p.value, p.cumulative, p.path, p.last_year, p.required)
            ),
        )
        for p in progress.points
    )
    return Grid(columns, rows)


def _decimals(progress: TargetProgress) -> int:
    return side_by_side(a for p in progress.points for a in (p.cumulative, p.path, p.last_year))


def target_lines(progress: TargetProgress) -> list[tuple[float, ...]]:
    """Give the lines in billions: to date, path, year before, then superseded paths, newest first.

    Each begins at zero; NaN where nothing is known.
    """
    points = progress.points
    older = [version.path for version in reversed(progress.versions[:-1]) if version.path]
    return [
        _line(p.cumulative for p in points),
        _line(p.path for p in points),
        _line(p.last_year for p in points),
        *(_line(path) for path in older[:_MOST_VERSIONS]),
    ]


def _line(values: Iterable[float | None]) -> tuple[float, ...]:
    found = tuple(math.nan if v is None else float(in_billions(v) or 0.0) for v in values)
    return (0.0 if any(not math.isnan(v) for v in found) else math.nan, *found)


def _ends(
    progress: TargetProgress, lines: Sequence[Sequence[float]], lang: Language, colours: Colours
) -> list[EndLabel]:
    found = []
    if not math.isnan(lines[1][-1]):
        text = lang._("{amount} target", amount=lang.number(lines[1][-1], 1))
        found.append(EndLabel(lines[1][-1], text, colours.target))
    if not math.isnan(lines[2][-1]):
        amount, target = lang.number(lines[2][-1], 1), progress.target
        if target.is_calendar_year:
            text = lang._("{amount} in {year}", amount=amount, year=target.year - 1)
        else:
            text = lang._("{amount} before", amount=amount)
        found.append(EndLabel(lines[2][-1], text, colours.muted))
    older = [version for version in reversed(progress.versions[:-1]) if version.path]
    for version, line in zip(older, lines[3:], strict=False):
        text = lang._("{amount} before", amount=amount_name(version.target, lang))
        found.append(EndLabel(line[-1], text, colours.muted))
    return found
