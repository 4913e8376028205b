"""Draws the charts of a report, in the colours of the window."""

from __future__ import annotations

import base64
from html import escape
from typing import TYPE_CHECKING

from desktop.figures.wording import BILLION
from desktop.reports import palette
from desktop.reports.content.report import Chart, Kind, Role, Series, Unit
from desktop.reports.preview.canvas import LETTERS, Canvas
from desktop.reports.preview.scales import Scale, round_scale

if TYPE_CHECKING:
    from desktop.figures.wording import Language

WIDTH, HEIGHT = 640, 250
_LEFT, _TOP, _BOTTOM = 44, 14, 44
_NAMES = 170
"""What the names of bars take."""
_ROW = 21
_LINES = {
    Role.LAST: (palette.LAST_YEAR_LINE, 1.5, ""),
    Role.PATH: (palette.TARGET, 1.75, "6 4"),
    Role.THIS: (palette.PRIMARY, 3.0, ""),
    Role.MEDIAN: (palette.PRIMARY, 2.0, "2 3"),
}
_FILLS = {
    Role.LAST: (palette.LAST_YEAR, ""),
    Role.THIS: (palette.PRIMARY, ""),
    Role.REQUIRED: (palette.TARGET_FILL, palette.TARGET),
}
_ESTIMATE = (palette.PRIMARY_PALE, palette.PRIMARY)


def image(chart: Chart, language: Language) -> str:
    """Give a chart as an image of HTML that holds its drawing."""
    drawn = drawing(chart, language)
    code = base64.b64encode(drawn.svg(chart.description).encode()).decode()
    return (
        f'<img src="data:image/svg+xml;base64,{code}" width="{drawn.width}" '
        f'height="{drawn.height}" alt="{escape(chart.description)}">'
    )


def drawing(chart: Chart, language: Language) -> Canvas:
    """Draw a chart."""
    if chart.kind is Kind.BARS:
        return _bars(chart, language)
    canvas = Canvas(WIDTH, HEIGHT)
    every = [v / BILLION for s in chart.series for v in s.values if v is not None]
    least = None if chart.least is None else chart.least / BILLION
    up = round_scale(every, HEIGHT - _BOTTOM, _TOP, least)
    _grid(canvas, chart, up, language)
    if chart.kind in (Kind.LINES, Kind.FAN):
        _draw_lines(canvas, chart, up, language)
    else:
        _draw_columns(canvas, chart, up, language)
    if chart.kind is not Kind.SIGNED:
        _legend(canvas, chart, language)
    return canvas


def _slot(chart: Chart) -> float:
    return (WIDTH - _LEFT - 8) / len(chart.categories)


def _middle(chart: Chart, place: int) -> float:
    return _LEFT + (place + 0.5) * _slot(chart)


def _grid(canvas: Canvas, chart: Chart, up: Scale, language: Language) -> None:
    decimals = chart.decimals(0 if up.step >= 1 else 1)
    for tick in up.ticks:
        y = up(tick)
        ink = palette.LINE if abs(tick) < up.step / 2 else palette.GRID
        canvas.path([(_LEFT, y), (WIDTH - 8, y)], ink, 1)
        canvas.text((_LEFT - 6, y + 4), language.number(tick, decimals), anchor="end")
    for place, name in enumerate(chart.categories):
        canvas.text((_middle(chart, place), HEIGHT - _BOTTOM + 16), name, anchor="middle")


def _points(chart: Chart, series: Series, up: Scale) -> list[list[tuple[float, float]]]:
    """Give the runs of points between the gaps of a series."""
    runs: list[list[tuple[float, float]]] = [[]]
    for place, value in enumerate(series.values):
        if value is None:
            runs.append([])
        else:
            runs[-1].append((_middle(chart, place), up(value / BILLION)))
    return [run for run in runs if run]


def _draw_lines(canvas: Canvas, chart: Chart, up: Scale, language: Language) -> None:
    low, high = chart.role(Role.LOW), chart.role(Role.HIGH)
    if low and high:
        for under, over in zip(_points(chart, low, up), _points(chart, high, up), strict=True):
            canvas.area([*over, *reversed(under)], palette.PRIMARY_PALE)
    for series in chart.series:
        if series.role not in _LINES:
            continue
        ink, width, dash = _LINES[series.role]
        runs = _points(chart, series, up)
        for run in runs:
            canvas.path(run, ink, width, dash)
            if series.role is Role.THIS:
                for point in run:
                    canvas.dot(point, ink)
        if runs and series.role in (Role.THIS, Role.MEDIAN):
            last = next(v for v in reversed(series.values) if v is not None)
            x, y = runs[-1][-1]
            canvas.text((x, y - 9), language.billions(last, chart.decimals(1)), anchor="middle",
                        ink=palette.PRIMARY, bold=True)  # fmt: skip


def _draw_columns(canvas: Canvas, chart: Chart, up: Scale, language: Language) -> None:
    wide = _slot(chart) * 0.72 / len(chart.series)
    for number, series in enumerate(chart.series):
        for place, value in enumerate(series.values):
            if value is None:
                continue
            left = _middle(chart, place) + (number - len(chart.series) / 2) * wide
            top, zero = up(value / BILLION), up(0.0)
            fill, edge = _fill(chart, series, place, value)
            canvas.rect((left, min(top, zero)), (wide * 0.92, abs(zero - top)), fill, edge)
            if chart.kind is Kind.SIGNED:
                below = value < 0
                canvas.text((left + wide / 2, top + (LETTERS + 2 if below else -4)),
                            language.billions(value, chart.decimals(1), sign=True),
                            anchor="middle")  # fmt: skip


def _fill(chart: Chart, series: Series, place: int, value: float) -> tuple[str, str]:
    if chart.kind is Kind.SIGNED:
        return (palette.GOOD if value >= 0 else palette.TARGET), ""
    if series.role is Role.THIS and place in chart.estimates:
        return _ESTIMATE
    return _FILLS[series.role]


def _legend(canvas: Canvas, chart: Chart, language: Language) -> None:
    x, y = float(_LEFT), HEIGHT - 10.0
    told = [s for s in chart.series if s.role not in (Role.LOW, Role.HIGH)]
    if len(told) < len(chart.series):
        canvas.rect((x, y - 8), (16, 8), palette.PRIMARY_PALE)
        x = _name(canvas, (x, y), language._("80 of 100 outcomes"))
    for series in told:
        if chart.kind is Kind.COLUMNS:
            fill, edge = _FILLS[series.role]
            canvas.rect((x, y - 8), (16, 8), fill, edge)
        else:
            ink, width, dash = _LINES[series.role]
            canvas.path([(x, y - 4), (x + 16, y - 4)], ink, width, dash)
        x = _name(canvas, (x, y), series.name)


def _name(canvas: Canvas, at: tuple[float, float], name: str) -> float:
    """Write a name in the legend; give where the next one begins."""
    canvas.text((at[0] + 21, at[1]), name)
    return at[0] + 21 + len(name) * LETTERS * 0.56 + 18


def _bars(chart: Chart, language: Language) -> Canvas:
    """Draw bars to both sides of zero, their names at the left."""
    series = chart.series[0]
    canvas = Canvas(WIDTH, _ROW * len(chart.categories) + 10)
    known = [0.0, *(v for v in series.values if v is not None)]
    low, high = min(known), max(known)
    room = 0.16 * (high - low or 1.0)
    along = Scale(low - (room if low < 0 else 0), high + room, 1, _NAMES, WIDTH - 8)
    for place, (name, value) in enumerate(zip(chart.categories, series.values, strict=True)):
        top = place * _ROW + 6
        canvas.text((_NAMES - 10, top + 12), name, anchor="end")
        if value is None:
            continue
        zero, end = along(0.0), along(value)
        fill = palette.PRIMARY if value >= 0 else palette.BAD
        canvas.rect((min(zero, end), top), (max(abs(end - zero), 1), _ROW - 6), fill)
        side = -4 if value < 0 else 4
        canvas.text((end + side, top + 12), _told(value, chart, language),
                    anchor="end" if value < 0 else "start", ink=palette.INK)  # fmt: skip
    canvas.path([(along(0.0), 2), (along(0.0), canvas.height - 2)], palette.LINE, 1)
    return canvas


def _told(value: float, chart: Chart, language: Language) -> str:
    return (
        language.points(value)
        if chart.unit is Unit.POINTS
        else language.billions(value, chart.decimals(1))
    )
